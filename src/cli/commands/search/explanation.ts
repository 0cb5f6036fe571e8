/** Where the score of a hit comes from: a table, or short lines where a terminal is too narrow for one. */
import type { Explanation, Hit, TermScore, WordScore } from "../../../index.js";
import { safe } from "../../render/safe.js";
import type { Theme } from "../../render/theme.js";
import { cut, type Measure, wrap } from "../../render/width.js";

const GAP = "  ";
/** Words are cut down to this width before the table is given up. */
const LEAST_WORD = 12;
const HEADS = ["score", "word", "match", "articles", "title", "lead", "body"] as const;

/** A line of the table. `indent` is for the words of a term. */
interface Row {
  score: string;
  word: string;
  indent: string;
  match: string;
  /** Articles with the word; then how often it stands in title, lead and body; empty where that says nothing. */
  counts: string[];
}

interface Look {
  columns: number;
  theme: Theme;
  measure: Measure;
}

/** All texts that the lines may show, for a measure. */
export function explanationTexts({ explanation }: Pick<Hit, "explanation">): string[] {
  return explanation?.terms.flatMap(({ term, words }) => [term, ...words.map(({ word }) => word)]) ?? [];
}

/** The lines of an explanation and the sum of its parts. */
export function explanationLines(explanation: Explanation, score: number, look: Look): string[] {
  const rows = explanation.terms.flatMap(termRows);
  const notes = notesOf(explanation);
  const scores = [score, ...notes.map((note) => note.score)].map(figure);
  const digits = Math.max(
    HEADS[0].length,
    ...[...scores, ...rows.map((row) => row.score)].map((text) => text.length),
  );
  const table = tableLines(rows, digits, look) ?? rows.flatMap((row) => stackedLines(row, digits, look));
  const noteLines = [...notes, { text: "score", score }].flatMap((note) =>
    hanging(figure(note.score).padStart(digits), note.text, look),
  );
  return [...table, ...noteLines];
}

const figure = (score: number): string => score.toFixed(3);

function notesOf({ nearness, others }: Explanation): { text: string; score: number }[] {
  return [
    ...nearness.map(({ terms, distance, score }) => ({
      text: `nearness of ${terms.map(safe).join(" and ")}: ${distance === 1 ? "side by side" : `${distance} words apart`}`,
      score,
    })),
    ...others.map(({ part, score }) => ({ text: part, score })),
  ];
}

/** A term and the one word that answers it in one row, else a row each. */
function termRows({ term, articles, score, words }: TermScore): Row[] {
  const [only] = words;
  if (only && words.length === 1) {
    const word = only.word === term ? safe(term) : `${safe(term)}: ${safe(only.word)}`;
    return [{ ...wordRow(only), indent: "", word }];
  }
  const own: Row = {
    score: figure(score),
    word: safe(term),
    indent: "",
    match: only ? "" : "not in it",
    counts: [String(articles), "", "", ""],
  };
  return [own, ...words.map(wordRow)];
}

function wordRow({ word, kind, distance, articles, title, lead, body, score }: WordScore): Row {
  return {
    score: figure(score),
    word: safe(word),
    indent: GAP,
    match: kind === "fuzzy" ? `fuzzy, ${distance} ${distance === 1 ? "edit" : "edits"}` : kind,
    counts: [articles, title, lead, body].map(String),
  };
}

/** Null if the terminal is too narrow. */
function tableLines(
  rows: readonly Row[],
  digits: number,
  { columns, theme, measure }: Look,
): string[] | null {
  if (rows.length === 0) return [];
  const [, wordHead, matchHead, ...countHeads] = HEADS;
  const matchWidth = Math.max(matchHead.length, ...rows.map(({ match }) => match.length));
  const countWidths = countHeads.map((head, i) =>
    Math.max(head.length, ...rows.map(({ counts }) => counts[i]?.length ?? 0)),
  );
  const others = [digits, matchWidth, ...countWidths].reduce((sum, width) => sum + width + GAP.length, 0);
  const natural = Math.max(wordHead.length, ...rows.map(({ indent, word }) => indent.length + measure(word)));
  const wordWidth = Math.min(natural, columns - others);
  if (wordWidth < Math.min(natural, LEAST_WORD)) return null;
  const line = (cells: readonly string[]): string => cells.join(GAP).trimEnd();
  const counted = (counts: readonly string[]): string[] =>
    countWidths.map((width, i) => (counts[i] ?? "").padStart(width));
  const head = [HEADS[0].padStart(digits), wordHead.padEnd(wordWidth), matchHead.padEnd(matchWidth)];
  return [
    theme.faint(line([...head, ...counted(countHeads)])),
    ...rows.map(({ score, indent, word, match, counts }) => {
      const shown = cut(word, wordWidth - indent.length, measure);
      const space = " ".repeat(Math.max(0, wordWidth - indent.length - measure(shown)));
      const styled = indent + theme.match(shown) + space;
      return line([theme.id(score.padStart(digits)), styled, match.padEnd(matchWidth), ...counted(counts)]);
    }),
  ];
}

/** The same row in words. */
function stackedLines({ score, indent, word, match, counts }: Row, digits: number, look: Look): string[] {
  const [articles = "", title = "", lead = "", body = ""] = counts;
  const places = title === "" ? [] : [`title ${title}`, `lead ${lead}`, `body ${body}`];
  const facts = [match, `${articles} ${articles === "1" ? "article" : "articles"}`, ...places];
  const { theme, measure, columns } = look;
  const start = `${score.padStart(digits)}${GAP}${indent}`;
  const shown = cut(word, Math.max(1, columns - start.length), measure);
  return [
    `${theme.id(score.padStart(digits))}${GAP}${indent}${theme.match(shown)}`,
    ...hanging("", facts.filter((fact) => fact !== "").join(", "), look, " ".repeat(start.length)),
  ];
}

/** Text beside a score; its further lines stand below the first. */
function hanging(score: string, text: string, { columns, theme, measure }: Look, indent?: string): string[] {
  const left = indent ?? " ".repeat(score.length + GAP.length);
  const lines = wrap(text, Math.max(1, columns - left.length), measure);
  return lines.map(([start, end], i) => {
    const shown = text.slice(start, end);
    return i === 0 && indent === undefined ? `${theme.id(score)}${GAP}${shown}` : left + shown;
  });
}
