/** JSON Feed 1 and 1.1. */
import { readDate } from "../dates.js";
import { isFields } from "../fields.js";
import { paragraphsOfHtml, plainText, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { jsonOf } from "./json-values.js";

type Fields = Readonly<Record<string, unknown>>;

const stringOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : undefined;

/** Version 1.1 has a list of authors, version 1 one author. */
function authorsOf(fields: Fields): string | undefined {
  const authors = Array.isArray(fields.authors) ? fields.authors : [fields.author];
  const names = authors.map((author) => (isFields(author) ? stringOf(author.name) : undefined));
  return names.filter((name) => name !== undefined).join(", ") || undefined;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const feed = jsonOf(bytes, context);
  if (feed === undefined) return;
  const items = isFields(feed) && Array.isArray(feed.items) ? feed.items : [];
  if (items.length === 0) context.report("has no items");
  let position = 0;
  for (const item of items) {
    if (!isFields(item) || !isFields(feed)) continue;
    const html = stringOf(item.content_html);
    const text = stringOf(item.content_text) ?? stringOf(item.summary);
    const paragraphs = html
      ? paragraphsOfHtml(html)
      : (text ?? "")
          .split(/\n\s*\n/)
          .map(squeeze)
          .filter((part) => part !== "");
    const title = stringOf(item.title);
    if (paragraphs.length === 0 && title === undefined) {
      context.skipped.add("item", "items", "skipped: neither text nor title");
      continue;
    }
    const moment = readDate(item.date_published) ?? readDate(item.date_modified);
    const tags = Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === "string") : [];
    yield {
      id: stringOf(item.id),
      title: title === undefined ? undefined : plainText(title),
      paragraphs,
      date: moment?.date,
      time: moment?.time ?? undefined,
      agency: stringOf(feed.title),
      byline: authorsOf(item) ?? authorsOf(feed),
      language: stringOf(item.language) ?? stringOf(feed.language),
      subjects: tags.length > 0 ? tags : undefined,
      url: stringOf(item.url) ?? stringOf(item.external_url),
      extra: html && stringOf(item.summary) ? { summary: item.summary } : undefined,
      position: ++position,
    };
  }
}
