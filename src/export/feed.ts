/** Articles as a feed: Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1. */
import type { ExportArticle } from "./article.js";
import { escapeHtml } from "./html.js";

export const FEED_FORMATS = ["atom", "rss", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** Of an article without a date: the formats ask for one. */
const NO_DATE = "1970-01-01";

/** The articles, the newest first, as one document. The same articles make the same document. */
export function feedText(format: FeedFormat, title: string, articles: readonly ExportArticle[]): string {
  const id = `urn:azertac:feed:${encodeURIComponent(title)}`;
  if (format === "json") return jsonFeed(title, articles);
  return format === "atom" ? atomFeed(id, title, articles) : rssFeed(title, articles);
}

/** XML 1.0 has no control characters, no half of a surrogate pair and two more that are no characters. */
const escapeXml = (text: string): string =>
  escapeHtml(text.toWellFormed())
    .replace(/[\ufffe\uffff]/g, "")
    .replaceAll("&#39;", "'");

/** Of an article and of what it says: a feed reader shows a later version as changed. */
const idOf = ({ id }: ExportArticle): string => `urn:azertac:${encodeURIComponent(id.toWellFormed())}`;

const isAddress = (url: string | null | undefined): url is string =>
  typeof url === "string" && /^https?:\/\//i.test(url);

function timeOf({ time, date }: ExportArticle): Date {
  const read = new Date(time ?? `${date ?? NO_DATE}T00:00:00Z`);
  return Number.isNaN(read.getTime()) ? new Date(`${NO_DATE}T00:00:00Z`) : read;
}

const bodyOf = ({ body }: ExportArticle): string => body.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n");

const seconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");

const authorOf = ({ byline, agency }: ExportArticle): string | null => byline ?? agency;

const subjectsOf = ({ subjects }: ExportArticle): readonly string[] => subjects ?? [];

function atomFeed(id: string, title: string, articles: readonly ExportArticle[]): string {
  const [newest] = articles;
  const entries = articles.map((article) => {
    const author = authorOf(article);
    return [
      "<entry>",
      `<id>${escapeXml(idOf(article))}</id>`,
      `<title>${escapeXml(article.title)}</title>`,
      `<updated>${seconds(timeOf(article))}</updated>`,
      ...(author === null ? [] : [`<author><name>${escapeXml(author)}</name></author>`]),
      ...(isAddress(article.url) ? [`<link href="${escapeXml(article.url)}"/>`] : []),
      ...subjectsOf(article).map((subject) => `<category term="${escapeXml(subject)}"/>`),
      `<content type="html">${escapeXml(bodyOf(article))}</content>`,
      "</entry>",
    ].join("\n");
  });
  const updated = seconds(newest ? timeOf(newest) : new Date(`${NO_DATE}T00:00:00Z`));
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated}</updated>`,
    "<author><name>azertac</name></author>",
    ...entries,
    "</feed>",
  ].join("\n")}\n`;
}

function rssFeed(title: string, articles: readonly ExportArticle[]): string {
  const items = articles.map((article) =>
    [
      "<item>",
      `<guid isPermaLink="false">${escapeXml(idOf(article))}</guid>`,
      `<title>${escapeXml(article.title)}</title>`,
      `<pubDate>${timeOf(article).toUTCString()}</pubDate>`,
      ...(isAddress(article.url) ? [`<link>${escapeXml(article.url)}</link>`] : []),
      ...subjectsOf(article).map((subject) => `<category>${escapeXml(subject)}</category>`),
      `<description>${escapeXml(bodyOf(article))}</description>`,
      "</item>",
    ].join("\n"),
  );
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0">',
    "<channel>",
    `<title>${escapeXml(title)}</title>`,
    "<link>about:blank</link>",
    `<description>${escapeXml(title)}</description>`,
    ...items,
    "</channel>",
    "</rss>",
  ].join("\n")}\n`;
}

function jsonFeed(title: string, articles: readonly ExportArticle[]): string {
  const items = articles.map((article) => {
    const author = authorOf(article);
    return {
      id: idOf(article),
      title: article.title,
      date_published: seconds(timeOf(article)),
      ...(isAddress(article.url) && { url: article.url }),
      ...(article.language !== null && { language: article.language }),
      ...(author !== null && { authors: [{ name: author }] }),
      ...(subjectsOf(article).length > 0 && { tags: subjectsOf(article) }),
      content_text: article.body.join("\n\n"),
    };
  });
  return `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title, items }, null, 2)}\n`;
}
