/** A transmission of ANPA 1312: a line of service codes, the slug with its day, then the text between STX and ETX. */
import { readDate } from "../dates.js";
import type { SourceRecord } from "../record.js";

const ORDINAL = /,\s*((?:ABRIDGED,\s*)?\d(?:st|nd|rd|th) (?:Ld|Add|Lead|Update)\S*)/i;

/** `AP-WF-11-13-13 1509GMT` has month, day, year; `KWS-21:37-09-12-18` time, day, month, year. */
function trailerMoment(trailer: string): ReturnType<typeof readDate> {
  const american = /\b(\d{2})-(\d{2})-(\d{2})\s+(\d{2})(\d{2})\s?(GMT|[A-Z]{3})?/.exec(trailer);
  if (american) {
    const [, month, day, year, hour, minute, zone = ""] = american;
    return readDate(`20${year}-${month}-${day} ${hour}:${minute} ${zone}`.trim());
  }
  const kyodo = /\b(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})\b/.exec(trailer);
  if (!kyodo) return null;
  const [, hour, minute, day, month, year] = kyodo;
  return readDate(`20${year}-${month}-${day} ${hour}:${minute}`);
}

/** `By PAUL BYRNE and ALMUDENA CALATRAVA=` */
const BYLINE = /^By\s+(.{2,120}?)\s*=?\s*$/;
/** Lines about pictures and for editors. */
const NOTE = /^\(?(?:AP (?:Photo|Video|Graphic|Audio)|Photos?\b|Eds?:|EDITOR'?S'? NOTE|EDS:)/i;

interface HeadLines {
  slug: string;
  title: string | undefined;
  byline: string | undefined;
  notes: string[];
  rest: string[];
}

/** Lines before the text begin with `^`, and end in `<` or `=`; the first is the slug, the second the headline. */
function readHead(lines: readonly string[]): HeadLines {
  const head: HeadLines = { slug: "", title: undefined, byline: undefined, notes: [], rest: [] };
  for (const line of lines) {
    const text = line
      .replace(/^.*\^/, "")
      .replace(/[<=]+\s*$/, "")
      .trim();
    if (text === "") continue;
    const byline = BYLINE.exec(text);
    if (head.slug === "") head.slug = text;
    else if (head.title === undefined && !byline && !NOTE.test(text)) head.title = text;
    else if (byline && head.byline === undefined) head.byline = byline[1];
    else if (NOTE.test(text)) head.notes.push(text);
    else head.rest.push(text);
  }
  return head;
}

export function anpaRecord(transmission: string, position: number): SourceRecord | null {
  const start = transmission.indexOf("\x02");
  const end = transmission.indexOf("\x03", start + 1);
  const [service = "", slugLine = ""] = transmission.split("\n");
  const body = transmission.slice(
    start < 0 ? service.length + slugLine.length + 2 : start + 1,
    end < 0 ? undefined : end,
  );
  const trailer = end < 0 ? transmission.slice(-200) : transmission.slice(end);
  const lines = body.split("\n");
  let first = lines.findIndex((line, i) => i > 0 && line.trim() !== "" && !line.trimStart().startsWith("^"));
  const marked = lines[0]?.includes("^") || lines.some((line) => line.startsWith("^"));
  if (first < 0) first = lines.length;
  const head = marked ? readHead(lines.slice(0, first)) : plainHead(lines);
  const text = marked ? lines.slice(first) : lines.slice(plainHeadLength(lines));
  const moment = trailerMoment(trailer) ?? trailerMoment(transmission.slice(-200));
  // A list of headlines has nothing but marked lines: those after the headline are its text.
  const list = text.join("").trim() === "" ? head.rest : [];
  return {
    id: /^[^a-z0-9]*([a-z]{0,2}\d{4})/i.exec(service.replace(/[\x00-\x1f^]/g, ""))?.[1],
    title: head.title,
    ...(list.length > 0 ? { paragraphs: list } : { text: plainQuotes(text.join("\n")) }),
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: /\bAP-/.test(trailer) ? "AP" : /\bKWS-/.test(trailer) ? "Kyodo" : undefined,
    byline: head.byline,
    version: ORDINAL.exec(head.slug)?.[1]?.replace(/,\d+$/, ""),
    extra: extraOf(head),
    position,
  };
}

/** Without marks the first line is the slug and the second the headline, which ends in `+`. */
function plainHeadLength(lines: readonly string[]): number {
  return /\+\s*$/.test(lines[1] ?? "") ? 2 : 1;
}

function plainHead(lines: readonly string[]): HeadLines {
  const title = plainHeadLength(lines) === 2 ? lines[1]?.replace(/\+\s*$/, "").trim() : undefined;
  return { slug: lines[0]?.trim() ?? "", title, byline: undefined, notes: [], rest: [] };
}

/** `^AP-WF-02-20-16 0459GMT<`: the line that ends the text, with the moment of the transmission. */
const TRAILER_LINE = /^[ \t^]{0,100}[A-Z]{2,3}-[A-Z]{2,3}-\d{2}-\d{2}-\d{2} \d{4}[A-Z]{0,4}<?[ \t]{0,100}$/gm;

/** The wire writes quotation marks with grave accents and apostrophes, and a rule of underscores between parts. */
const plainQuotes = (text: string): string =>
  text.replace(/^[ \t]{0,100}_{3,100}[ \t]{0,100}$/gm, "").replace(TRAILER_LINE, "");

function extraOf({ slug, notes }: HeadLines): Record<string, unknown> | undefined {
  const extra: Record<string, unknown> = {};
  const name = slug.replace(/,\s*\d+$/, "");
  if (name !== "") extra.slug = name;
  if (notes.length > 0) extra.notes = notes;
  return Object.keys(extra).length > 0 ? extra : undefined;
}
