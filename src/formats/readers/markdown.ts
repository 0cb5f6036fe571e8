/** Markdown, with or without front matter (YAML between lines of three hyphens). */
import { parseDocument } from "yaml";
import { decodeEntities } from "../entities.js";
import { DateReader, isFields, recordOf } from "../fields.js";
import { hasHtml, paragraphsOfHtml, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";

const FRONT = /^\ufeff?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Aliases of YAML may multiply a value: more of them are a bomb. */
const MAX_ALIASES = 100;

function frontOf(source: string, context: Context): Readonly<Record<string, unknown>> {
  try {
    // The core schema reads a date as a string, as it is written.
    const document = parseDocument(source, { schema: "core", logLevel: "silent", uniqueKeys: false });
    if (document.errors.length > 0)
      context.report(`front matter: ${document.errors[0]?.message.split("\n")[0] ?? "not YAML"}`);
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return isFields(value) ? value : {};
  } catch (error) {
    context.report(`front matter: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    return {};
  }
}

/** Escaped characters are set aside, in a private plane of Unicode, while marks are looked for. */
const ASIDE = 0xf0000;
const escapesAside = (text: string): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => String.fromCodePoint(ASIDE + char.charCodeAt(0)));
const escapesBack = (text: string): string =>
  text.replace(/[\u{f0021}-\u{f007e}]/gu, (char) =>
    String.fromCharCode((char.codePointAt(0) ?? ASIDE) - ASIDE),
  );

/** Marks of Markdown taken off one paragraph; the words stay. */
function unmarked(paragraph: string): string {
  const plain = paragraph
    .replace(/!\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:\s"[^"]{0,500}")?\)/g, "")
    .replace(/\[([^\]]{1,1000})\]\([^)\s]{0,2000}(?:\s"[^"]{0,500}")?\)/g, "$1")
    .replace(/(?<![\p{L}\p{N}*_])(\*\*|__|\*|_)(?=\S)(.{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/`([^`]{1,1000})`/g, "$1");
  return escapesBack(decodeEntities(plain));
}

interface Body {
  heading: string | undefined;
  paragraphs: string[];
}

/** What empty lines divide. */
function blocksOf(source: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  for (const line of [...source.split("\n"), ""]) {
    if (line.trim() !== "") lines.push(line);
    else if (lines.length > 0) {
      blocks.push(lines.join("\n"));
      lines = [];
    }
  }
  return blocks;
}

/** A first heading of level 1 is the headline; other headings are paragraphs. */
function bodyOf(source: string): Body {
  let heading: string | undefined;
  const paragraphs: string[] = [];
  for (const block of blocksOf(escapesAside(source))) {
    const text = block
      .replace(/^(?:```|~~~).*$/gm, "")
      .replace(/^\s*>\s?/gm, "")
      .trim();
    if (text === "" || /^(?:[-*_]\s*){3,}$/.test(text)) continue;
    const title =
      /^#[ \t]{1,20}(\S.{0,1000})$/m.exec(text) ?? /^(.{1,300})\n={1,300}[ \t]{0,20}$/m.exec(text);
    if (title && heading === undefined && paragraphs.length === 0 && text.startsWith(title[0])) {
      heading = squeeze(unmarked((title[1] ?? "").trimEnd().replace(/ #{1,20}$/, "")));
      const rest = text.slice(title[0].length).trim();
      if (rest !== "") paragraphs.push(squeeze(unmarked(rest)));
      continue;
    }
    if (hasHtml(text)) paragraphs.push(...paragraphsOfHtml(text).map(unmarked));
    else {
      const parts = /^\s*(?:[-*+]|\d+[.)])\s/m.test(text)
        ? text.split(/\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
        : [text];
      for (const part of parts) paragraphs.push(squeeze(unmarked(part.replace(/^#{1,6}\s{1,20}/gm, ""))));
    }
  }
  return { heading, paragraphs: paragraphs.filter((part) => part !== "") };
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const source = sourceText(bytes, context)?.replace(/\r\n?/g, "\n");
  if (source === undefined) return;
  const front = FRONT.exec(source);
  const fields = front ? frontOf(front[1] ?? "", context) : {};
  const { heading, paragraphs } = bodyOf(front ? source.slice(front[0].length) : source);
  if (paragraphs.length === 0 && heading === undefined && Object.keys(fields).length === 0) {
    context.report("is empty");
    return;
  }
  const { text: _text, content: _content, ...meta } = fields;
  const dates = new DateReader();
  // Only the fields are read here: the text is plain already, and follows below.
  const result = recordOf({ title: heading, ...meta, body: "text" }, 1, dates, context.map);
  dates.finish(context.report);
  const known: SourceRecord = "record" in result ? result.record : { position: 1 };
  // The heading is plain text already; the title of the front matter may have references in it.
  const named = typeof fields.title === "string" ? squeeze(fields.title) : undefined;
  if (heading !== undefined && (known.title === undefined || named === undefined || named === heading))
    known.title = heading;
  // A headline in the text as well: once is enough if they agree, both stay if they do not.
  const body = heading !== undefined && heading !== known.title ? [heading, ...paragraphs] : paragraphs;
  const repeated = heading === undefined && known.title !== undefined && body[0] === known.title;
  const rest = repeated ? body.slice(1) : body;
  if (rest.length === 0 && known.title === undefined) {
    context.report("has front matter and no text");
    return;
  }
  yield { ...known, text: rest.join("\n\n"), paragraphs: undefined };
}
