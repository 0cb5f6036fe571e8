/** Exports of ProQuest: HTML as it is saved and mailed, and text with a line of underscores between the articles. */
import { readDate } from "../dates.js";
import { paragraphsOfHtml, plainText, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { languageOf } from "./lexisnexis.js";

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  const articles =
    text.trimStart().startsWith("<") || /<strong>/i.test(text) ? htmlArticles(text) : textArticles(text);
  let position = 0;
  for (const { fields, title, paragraphs } of articles) {
    if (paragraphs.length === 0 && title === undefined) {
      context.skipped.add("document", "documents", "skipped: neither text nor headline");
      continue;
    }
    yield recordOf(fields, title, paragraphs, ++position);
  }
  if (position === 0) context.report("has no documents that can be read");
}

interface Article {
  fields: ReadonlyMap<string, string>;
  title: string | undefined;
  paragraphs: string[];
}

const FIELD =
  /<strong>\s*([A-Za-z][A-Za-z /-]{1,40}):\s*<\/strong>([\s\S]{0,20000}?)(?=<strong>|<\/p>|<\/div>|$)/gi;
const BOLD = /<p[^>]{0,300}font-weight:\s*bold[^>]{0,300}>([\s\S]{0,3000}?)<\/p>/i;

function* htmlArticles(html: string): Generator<Article> {
  const starts = [...html.matchAll(/<a\s[^>]{0,100}name="DocID_/gi)].map((match) => match.index);
  if (starts.length === 0) starts.push(0);
  for (const [i, start] of starts.entries()) {
    const source = html.slice(start, starts[i + 1] ?? html.length);
    const fullText = /<strong>\s*Full text:\s*<\/strong>/i.exec(source);
    const before = fullText ? source.slice(0, fullText.index) : source;
    const after = fullText ? source.slice(fullText.index + fullText[0].length) : "";
    const end =
      /<\/text>/i.exec(after)?.index ??
      /<strong>\s*[A-Z][\w /-]{1,40}:\s*<\/strong>/.exec(after)?.index ??
      after.length;
    const fields = new Map<string, string>();
    for (const part of [before, after.slice(end)])
      for (const [, name = "", value = ""] of part.matchAll(FIELD)) {
        const key = name.toLowerCase().trim();
        const text = plainText(value);
        if (text !== "" && !fields.has(key)) fields.set(key, text);
      }
    const bold = BOLD.exec(before);
    const title = fields.get("title") ?? (bold ? plainText(bold[1] ?? "") || undefined : undefined);
    yield {
      fields,
      title,
      paragraphs: withoutCredits(paragraphsOfHtml(after.slice(0, end).replace(/<text\b[^>]{0,300}>/i, ""))),
    };
  }
}

const TEXT_FIELD = /^([A-Z][A-Za-z /-]{1,40}):(?:\s+(.*))?$/;
const TEXT_NAMES =
  /^(?:title|author|publication title|publication info|publication date|publication year|abstract|full text|links?|subject|location|company.*|people|section|pages|volume|issue|publisher|place of publication|country of publication|publication subject|issn|source type|language of publication|document type|proquest document id|document url|copyright|last updated|database|credit|illustration|identifier.*|dateline|column|isbn|edition)$/i;

function* textArticles(text: string): Generator<Article> {
  for (const source of text.split(/^_{20,200}[ \t]{0,20}\r?$/m)) {
    const fields = new Map<string, string>();
    let key = "";
    for (const line of source.split(/\r\n?|\n/)) {
      const field = TEXT_FIELD.exec(line);
      if (field && TEXT_NAMES.test(field[1] ?? "")) {
        key = (field[1] ?? "").toLowerCase();
        if (!fields.has(key)) fields.set(key, field[2] ?? "");
      } else if (key !== "") fields.set(key, `${fields.get(key) ?? ""}\n${line}`);
    }
    if (!fields.has("title")) continue;
    const paragraphs = (fields.get("full text") ?? "")
      .split(/\n\s*\n/)
      .map(squeeze)
      .filter((part) => part !== "");
    const title = squeeze(fields.get("title") ?? "") || undefined;
    yield {
      fields: new Map([...fields].map(([name, value]) => [name, squeeze(value)])),
      title,
      paragraphs: withoutCredits(paragraphs),
    };
  }
}

/** The mail address, credit and captions after the text. */
function withoutCredits(paragraphs: string[]): string[] {
  const rule = paragraphs.findIndex(
    (paragraph, i) =>
      i > paragraphs.length - 8 && i > 0 && /^(?:-{2,}|\*|Credit:|\(?\S+@\S+\.\w+\)?$)/.test(paragraph),
  );
  return rule > 0 ? paragraphs.slice(0, rule) : paragraphs;
}

/** `Los Angeles Times ; Los Angeles, Calif. [Los Angeles, Calif]08 May 2010: AA.2.` */
function publicationOf(info: string | undefined): { name: string | undefined; date: string | undefined } {
  const date = /(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})/.exec(info ?? "")?.[1];
  return { name: info?.split(/[;,[(]/)[0]?.trim() || undefined, date };
}

function recordOf(
  fields: ReadonlyMap<string, string>,
  title: string | undefined,
  paragraphs: string[],
  position: number,
): SourceRecord {
  const info = publicationOf(fields.get("publication info"));
  const moment = readDate(fields.get("publication date")) ?? readDate(info.date);
  const url = /https?:\/\/\S+/.exec(fields.get("document url") ?? "")?.[0];
  const subjects = fields
    .get("subject")
    ?.split(";")
    .map(squeeze)
    .filter((subject) => subject !== "");
  const abstract = fields.get("abstract");
  return {
    id: fields.get("proquest document id"),
    title,
    paragraphs,
    date: moment?.date,
    agency: fields.get("publication title")?.split(";")[0]?.trim() ?? info.name,
    byline: fields.get("author"),
    language: languageOf(fields.get("language of publication")),
    subjects: subjects && subjects.length > 0 ? subjects : undefined,
    url,
    extra: abstract === undefined ? undefined : { abstract },
    position,
  };
}
