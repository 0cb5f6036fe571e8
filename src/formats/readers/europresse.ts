/** Exports of Europresse and Eureka (CEDROM-SNi) as HTML: articles one after the other in one page. */
import { readDate } from "../dates.js";
import { paragraphsOfHtml, plainText } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";

const START = /<span[^>]{0,200}class="[^"]{0,100}\bDocPublicationName\b[^"]{0,100}"[^>]{0,200}>/gi;
const HEADER =
  /<(?:span|div|p)[^>]{0,200}class="[^"]{0,100}\bDocHeader\b[^"]{0,100}"[^>]{0,200}>([\s\S]{0,500}?)<\/(?:span|div|p)>/gi;
const TITLE =
  /<(span|div|p)[^>]{0,200}class="[^"]{0,100}\btitreArticleVisu\b[^"]{0,100}"[^>]{0,200}>([\s\S]{0,3000}?)<\/\1>/i;
const AUTHORS =
  /<(div|p|span)[^>]{0,200}class="[^"]{0,100}\bdocAuthors\b[^"]{0,100}"[^>]{0,200}>([\s\S]{0,1000}?)<\/\1>/i;
/** What follows the text: the copyright line, the number of the document, the certificate. */
const END =
  /^(?:©|\(c\)|Numéro de document|Document number|Note\(s\)\s*:|Ce certificat|This certificate|news·\d)/i;

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  const starts = [...text.matchAll(START)].map((match) => match.index);
  let position = 0;
  for (const [i, start] of starts.entries()) {
    const record = recordOf(text.slice(start, starts[i + 1] ?? text.length), position + 1);
    if (!record) {
      context.skipped.add("document", "documents", "skipped: neither text nor headline");
      continue;
    }
    position++;
    yield record;
  }
  if (position === 0) context.report("has no documents that can be read");
}

function recordOf(html: string, position: number): SourceRecord | null {
  const title = TITLE.exec(html);
  const source = plainText(/>([\s\S]{0,500}?)<\/span>/.exec(html)?.[1] ?? "");
  const header = [...html.matchAll(HEADER)].map((match) => plainText(match[1] ?? ""));
  const moment =
    header.map((part) => readDate(part.replace(/^[,\s]+/, ""))).find((date) => date !== null) ??
    dateIn(header);
  const authors = AUTHORS.exec(html);
  const from = Math.max(
    title ? title.index + title[0].length : 0,
    authors ? authors.index + authors[0].length : 0,
  );
  const all = paragraphsOfHtml(html.slice(from));
  const end = all.findIndex((paragraph) => END.test(paragraph));
  let paragraphs = end < 0 ? all : all.slice(0, end);
  let byline = authors ? plainText(authors[2] ?? "") : undefined;
  // Without a class of its own the author is a short first line that is no sentence.
  const [first = "", second] = paragraphs;
  if (byline === undefined && second !== undefined && isName(first)) {
    byline = first;
    paragraphs = paragraphs.slice(1);
  }
  const headline = title ? plainText(title[2] ?? "") || undefined : undefined;
  if (paragraphs.length === 0 && headline === undefined) return null;
  return {
    id: /news[·.](\d{8}[·.][\w·.-]{3,60})/.exec(html)?.[1]?.replaceAll("·", "."),
    title: headline,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: source || undefined,
    byline: byline || undefined,
    extra: header[0] ? { section: header[0].replace(/[,\s]+$/, "") } : undefined,
    position,
  };
}

const isName = (line: string): boolean =>
  line.length <= 80 && line.split(" ").length <= 6 && /^\p{Lu}/u.test(line) && !/[.:;!?»"]$|\d/.test(line);

/** The date in one of the pieces, or in all of them joined: `jeudi 5 octobre 2013, p. 03`. */
function dateIn(header: readonly string[]): ReturnType<typeof readDate> {
  const dated = /\d{1,2}(?:er)?\s+\p{L}{3,12}\.?\s+\d{4}|\p{L}{3,12}\s+\d{1,2},\s+\d{4}/u.exec(
    header.join(" "),
  );
  return dated ? readDate(dated[0]) : null;
}
