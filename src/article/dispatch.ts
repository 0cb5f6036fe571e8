/** Takes the text of a dispatch apart: date, dateline, headline, paragraphs. */
import { agencyOf } from "./agencies.js";
import { isoDay } from "./date.js";
import { type Dateline, datelineOf } from "./dateline.js";
import type { Dispatch } from "./model.js";
import { monthOf } from "./months.js";

/** What is known of a dispatch from outside its text (the fields of a JSONL record); it wins over what the text says. */
export interface KnownFields {
  date?: string | null;
  place?: string | null;
  agency?: string | null;
  title?: string | null;
}

/** A paragraph of the text with its place in it. */
interface Block {
  lines: string[];
}

/** What the lines before the body say. */
interface Header {
  date: string | null;
  dateline: Dateline | null;
}

const MAX_HEADLINE = 200;
/** Lines of wrapped text are shorter; a longer one is a paragraph by itself. */
const MAX_WRAPPED = 110;

/** Never throws; no text is lost: what is no header stands in the headline or the paragraphs. */
export function parseDispatch(text: string, known: KnownFields = {}): Dispatch {
  const blocks = blocksOf(text);
  const header: Header = { date: null, dateline: null };
  let headline = takeHeader(blocks, header);
  const paragraphs = blocks.flatMap(paragraphsOf);
  dropEndMarks(paragraphs);
  const title = clean(known.title ?? "");
  if (title !== "") {
    if (headline !== null && headline !== title) paragraphs.unshift(headline);
    headline = title;
    if (paragraphs[0] === title) paragraphs.shift();
  }
  return {
    date: knownDate(known.date) ?? dateOf(header),
    place: clean(known.place ?? "") || (header.dateline?.place ?? null),
    agency: knownAgency(known.agency) ?? header.dateline?.agency ?? null,
    headline,
    paragraphs,
  };
}

function knownAgency(agency: string | null | undefined): string | null {
  const name = clean(agency ?? "");
  return name === "" ? null : (agencyOf(name) ?? name);
}

/** White space other than single spaces. */
const MESSY = /[^\S ]| {2}/;

/** One space for any run of white space, none at the ends. */
function clean(text: string): string {
  return MESSY.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  for (const line of text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)) {
    if (line.trim() !== "") {
      lines.push(line);
    } else if (lines.length > 0) {
      blocks.push({ lines });
      lines = [];
    }
  }
  if (lines.length > 0) blocks.push({ lines });
  return blocks;
}

/** Takes date, dateline and headline off the front of the blocks, and gives the headline. */
function takeHeader(blocks: Block[], header: Header): string | null {
  if (takeHeaderLine(blocks, header)) {
    // What follows may be the dateline, or a headline with the dateline behind it, or a headline alone.
    if (!header.dateline && takeHeaderLine(blocks, header)) return takeHeadline(blocks);
    const headline = takeHeadline(blocks);
    if (headline !== null && !header.dateline) takeHeaderLine(blocks, header);
    return headline;
  }
  const before = headlineBefore(blocks);
  if (before > 0) {
    const headline = clean(takeLines(blocks, before).join(" "));
    takeHeaderLine(blocks, header);
    if (!header.dateline) takeHeaderLine(blocks, header);
    return headline;
  }
  return takeHeadline(blocks);
}

/** Takes the first line if it is (or begins with) a date or a dateline. */
function takeHeaderLine(blocks: Block[], header: Header): boolean {
  const [first] = blocks;
  const line = first?.lines[0];
  if (!first || line === undefined) return false;
  const read = headerIn(line);
  if (!read) return false;
  if (read.date !== null) header.date ??= read.date;
  if (read.dateline) header.dateline ??= read.dateline;
  const rest = line.slice(read.length);
  if (rest.trim() !== "") first.lines[0] = rest.trimStart();
  else if (first.lines.length > 1) first.lines.shift();
  else blocks.shift();
  return true;
}

const DATE =
  /^\s{0,8}(?:date|Date|DATE)[ :\u00a0]{1,3}(\d{4})-(\d{2})-(\d{2})(?:T[\d:.Z+-]{0,30})?[ \u00a0]{0,4}/;
const BARE_DATE = /^\s{0,8}(\d{4})-(\d{2})-(\d{2})\s{0,8}$/;

/** A look at the first letter spares most calls the patterns, which take longer to compile. */
function dateIn(line: string): RegExpExecArray | null {
  const first = line.trimStart().charAt(0);
  if (first === "d" || first === "D") return DATE.exec(line);
  return first >= "0" && first <= "9" ? BARE_DATE.exec(line) : null;
}

function headerIn(line: string): { date: string | null; dateline: Dateline | null; length: number } | null {
  const match = dateIn(line);
  const date = match ? isoDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  const start = date === null ? 0 : (match?.[0].length ?? 0);
  const indent = line.length - line.slice(start).trimStart().length;
  const dateline = datelineOf(line.slice(indent));
  if (date === null && !dateline) return null;
  return { date, dateline, length: dateline ? indent + dateline.length : start };
}

/** How many lines stand as a headline before a header line; 0 if that is not what the text begins with. */
function headlineBefore(blocks: readonly Block[]): number {
  const lines = blocks.slice(0, 4).flatMap(({ lines }) => lines);
  for (let count = 1; count <= 3 && count < lines.length; count++) {
    const headline = lines.slice(0, count);
    if (headline.join(" ").length > MAX_HEADLINE) return 0;
    if (headerIn(lines[count] ?? "")) return isHeadline(clean(headline.join(" "))) ? count : 0;
  }
  return 0;
}

function takeLines(blocks: Block[], count: number): string[] {
  const taken: string[] = [];
  while (taken.length < count) {
    const line = blocks[0]?.lines.shift();
    if (line !== undefined) taken.push(line);
    if (!blocks[0]?.lines.length) blocks.shift();
    if (blocks.length === 0) break;
  }
  return taken;
}

/** The first block if it reads like a headline and text follows it. */
function takeHeadline(blocks: Block[]): string | null {
  const [first, second] = blocks;
  if (!first || !second || first.lines.length > 3) return null;
  const headline = clean(first.lines.join(" "));
  if (!isHeadline(headline)) return null;
  // A list, a poem, a table: what follows is no longer than the first line.
  if (clean(second.lines.join(" ")).length < headline.length && blocks.length < 3) return null;
  blocks.shift();
  return headline;
}

/**
 * A full stop behind a word and a new beginning behind it: two sentences, or a sentence and a sign-off. It begins with
 * what is rare: to look for four letters first takes ten times as long.
 */
const SENTENCE_INSIDE = /[.?!](?<=[^\s.]{4}.)["»”')]? [^a-z]/;

/** Short, and no sentence: nothing that ends one stands at its end but a question or exclamation mark. */
function isHeadline(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= MAX_HEADLINE &&
    !SENTENCE_INSIDE.test(text) &&
    !/[.,;:。،؛…][\s"»”')\]]{0,3}$/.test(text)
  );
}

/** A block as paragraphs: wrapped lines are joined, lines that are paragraphs by themselves are not. */
function paragraphsOf({ lines }: Block): string[] {
  if (lines.length === 1) return [clean(lines[0] ?? "")];
  const separate =
    lines.some((line) => line.length > MAX_WRAPPED) ||
    (lines.length > 1 && lines.every((line) => ENDS_SENTENCE.test(line)));
  const paragraphs: string[] = [];
  let current = "";
  lines.forEach((line, i) => {
    if (current !== "" && (separate || isIndented(line, lines[i - 1] ?? ""))) {
      paragraphs.push(clean(current));
      current = "";
    }
    // Characters that have no spaces between words have none at a wrap either. Only the line before is looked at: to look
    // at all that has been joined would take time that grows with the square of its length.
    const before = lines[i - 1] ?? "";
    current += current === "" || (endsSpaceless(before) && startsSpaceless(line)) ? line : ` ${line}`;
  });
  paragraphs.push(clean(current));
  return paragraphs.filter((paragraph) => paragraph !== "");
}

const ENDS_SENTENCE = /[.!?…。！？؟][\s"»”’')\]]{0,3}$/u;
/** In functions, since a pattern with Unicode classes takes its time where it stands. */
const endsSpaceless = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、]\s{0,8}$/u.test(text);
const startsSpaceless = (text: string): boolean =>
  /^\s{0,8}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** A line that begins further in than the one before it begins a paragraph, as in the wires of the eighties. */
function isIndented(line: string, before: string): boolean {
  return /^(?: {2,}|\t)/.test(line) && !/^(?: {2,}|\t)/.test(before);
}

/** No Unicode case folding, which is slow to compile: what is tested is short and in lower case. */
const END_MARK =
  /^(?:-\s?\d{1,2}\s?-|[*#=_~-]{2,20}|[([]?(?:the )?end[)\]]?|reuters?|enditem|конец|son|[<>]{2,4})\.?$/;
const LONGEST_END_MARK = 22;

/** Takes end marks off the end; they say that nothing follows, and so does the end itself. */
function dropEndMarks(paragraphs: string[]): void {
  for (let last = paragraphs.at(-1); last !== undefined; last = paragraphs.at(-1)) {
    if (last.length > LONGEST_END_MARK) return;
    if (
      !END_MARK.test(last.toLowerCase()) &&
      !(paragraphs.length > 1 && agencyOf(last.replace(/[()/.]/g, "")) !== null)
    )
      return;
    if (paragraphs.length === 1) return;
    paragraphs.pop();
  }
}

function dateOf({ date, dateline }: Header): string | null {
  if (date !== null || !dateline || dateline.year === null) return date;
  return isoDay(dateline.year, dateline.month ?? 0, dateline.day ?? 0);
}

/** Dates as records have them: ISO with or without a time, `22.04.2025`, `26-FEB-1987`, `April 22, 2025`. */
function knownDate(date: string | null | undefined): string | null {
  const text = clean(date ?? "");
  if (text === "") return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/.exec(text);
  if (dotted) return isoDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const named = /^(\d{1,2})[ -]([^\s\d.,-]{3,12})\.?[ -](\d{4})(?!\d)/.exec(text);
  if (named) return isoDay(Number(named[3]), monthOf(named[2] ?? ""), Number(named[1]));
  const american = /^([^\s\d.,-]{3,12})\.? (\d{1,2}),? (\d{4})(?!\d)/.exec(text);
  return american ? isoDay(Number(american[3]), monthOf(american[1] ?? ""), Number(american[2])) : null;
}
