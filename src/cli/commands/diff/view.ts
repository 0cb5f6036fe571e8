/** What changed between two articles: in colour, or with the marks that git uses for words. */
import type { Article, Difference, DifferencePart } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { safe } from "../../render/safe.js";
import { type Theme, themeFor } from "../../render/theme.js";
import { measureFor, wrap } from "../../render/width.js";

/** Two lines that name the articles, then the paragraphs that changed; runs of the others are counted. */
export async function differenceLines(
  { from, to, paragraphs }: Difference,
  terminal: Terminal,
  width = terminal.reading,
): Promise<string> {
  const theme = await themeFor(terminal.color);
  const marks = terminal.color ? NO_MARKS : WORD_MARKS;
  const measure = await measureFor(paragraphs.flat().map(({ text }) => safe(text)));
  const lines = [`--- ${nameOf(from, theme)}`, `+++ ${nameOf(to, theme)}`];
  let unchanged = 0;
  const endRun = (): void => {
    if (unchanged > 0)
      lines.push("", theme.faint(`(${unchanged} unchanged ${unchanged === 1 ? "paragraph" : "paragraphs"})`));
    unchanged = 0;
  };
  for (const parts of paragraphs) {
    if (parts.every(({ type }) => type === "same")) {
      unchanged++;
      continue;
    }
    endRun();
    const pieces = parts.map((part) => pieceOf(part, marks));
    const text = pieces.map((piece) => piece.text).join("");
    lines.push("", ...wrap(text, width, measure).map(([start, end]) => styled(pieces, start, end, theme)));
  }
  endRun();
  return lines.map((line) => `${line}\n`).join("");
}

function nameOf({ id, date, title, version }: Article, theme: Theme): string {
  const facts = [theme.id(safe(id)), theme.date(date ?? "-"), ...(version === null ? [] : [safe(version)])];
  return [...facts, theme.title(safe(title))].join("  ");
}

type Marks = Record<DifferencePart["type"], readonly [before: string, after: string]>;

const NO_MARKS: Marks = { same: ["", ""], removed: ["", ""], added: ["", ""] };
const WORD_MARKS: Marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] };

interface Piece extends DifferencePart {}

/** Printable text with its marks, which stand inside the spaces around it. */
function pieceOf({ type, text }: DifferencePart, marks: Marks): Piece {
  const [before, after] = marks[type];
  const shown = safe(text);
  const inner = shown.trim();
  if (before === "" || inner === "") return { type, text: shown };
  const start = shown.indexOf(inner);
  return {
    type,
    text: shown.slice(0, start) + before + inner + after + shown.slice(start + inner.length),
  };
}

/** A part of the text of all pieces, each in its style. */
function styled(pieces: readonly Piece[], start: number, end: number, theme: Theme): string {
  let line = "";
  let at = 0;
  for (const { type, text } of pieces) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    if (part !== "") line += type === "same" ? part : theme[type](part);
  }
  return line;
}
