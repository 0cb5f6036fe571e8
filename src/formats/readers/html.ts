/**
 * Web pages: what the page says about its article (JSON-LD, Open Graph and other meta tags) before what it looks like,
 * and the text from JSON-LD, or from the page by Mozilla's Readability.
 */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readDate } from "../dates.js";
import { closingTag, HIDDEN, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { first, paragraphsOf, parseXml, textOf, type XmlElement } from "../xml.js";
import { headOf, type PageHead } from "./html-head.js";

/** Readability walks the page several times; larger pages are read as their text alone. */
const LARGEST_PAGE = 8 * 1024 * 1024;
const MOST_ELEMENTS = 20_000;

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const source = sourceText(bytes, context);
  if (source === null) return;
  const tree = parseXml(source, { html: true }).root;
  const head = headOf(tree);
  const found = bodyOf(source, tree, head, context);
  const heading = textOf(first(tree, "h1"));
  // The window's title has the name of the site after the headline.
  const isHeadline = heading !== undefined && head.pageTitle?.includes(heading) === true;
  const title = head.title ?? (isHeadline ? heading : undefined) ?? found.title ?? heading ?? head.pageTitle;
  if (found.paragraphs.length === 0 && title === undefined) {
    context.report("is a page without text");
    return;
  }
  const moment =
    readDate(head.published) ?? readDate(found.published) ?? timeIn(tree) ?? readDate(head.modified);
  const author = head.byline ?? byline(found.byline);
  const { paragraphs, caption } = withoutFurniture(found.paragraphs, title, author);
  yield {
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: head.publisher,
    byline: author,
    language: head.language,
    subjects: head.subjects.length > 0 ? head.subjects : undefined,
    url: head.url,
    extra: extraOf(head.description, caption),
    position: 1,
  };
}

interface PageBody {
  paragraphs: string[];
  title?: string | undefined;
  byline?: string | undefined;
  published?: string | undefined;
}

function bodyOf(source: string, tree: XmlElement, head: PageHead, context: Context): PageBody {
  const readable = readability(source, tree, context);
  const fromPage = readable?.paragraphs ?? [];
  const length = fromPage.join("").length;
  // The text that the page itself names as the article's, unless it is only the beginning of it.
  if (head.body !== undefined && head.body.join("").length >= length * 0.7 && head.body.length > 1)
    return { ...readable, paragraphs: head.body };
  if (length > 0) return { ...readable, paragraphs: fromPage };
  if (head.body !== undefined) return { paragraphs: head.body };
  return { paragraphs: paragraphsOf(first(tree, "body") ?? tree) };
}

function measure(tree: XmlElement): { elements: number; depth: number } {
  let elements = 0;
  let deepest = 0;
  const walk = (element: XmlElement, depth: number): void => {
    deepest = Math.max(deepest, depth);
    for (const child of element.children)
      if (typeof child !== "string") {
        elements++;
        walk(child, depth + 1);
      }
  };
  walk(tree, 0);
  return { elements, depth: deepest };
}

/**
 * Scripts and styles out: they are most of a page, are no text, and linkedom takes longest for them. Brackets that
 * begin no tag would become a node each.
 */
function withoutScripts(source: string): string {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let start = 0;
  for (const { index, 1: tag = "" } of source.matchAll(/<(script|style|svg|iframe|noscript)\b/gi)) {
    const name = tag.toLowerCase();
    if (index < start || unclosed.has(name)) continue;
    const close = closingTag(source, name, index);
    if (close < 0) {
      unclosed.add(name);
      continue;
    }
    kept.push(source.slice(start, index));
    start = close;
  }
  kept.push(source.slice(start));
  return kept.join("").replace(/<(?![a-zA-Z/!?])/g, "&lt;");
}

function readability(source: string, tree: XmlElement, context: Context): PageBody | null {
  const { elements, depth } = measure(tree);
  if (source.length > LARGEST_PAGE || elements > MOST_ELEMENTS || depth >= 200) {
    context.report("is too large or too deep a page to find its article; read whole");
    return null;
  }
  try {
    const { document } = parseHTML(withoutScripts(source));
    const article = new Readability(document, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 250 }).parse();
    if (!article?.content) return null;
    const content = parseXml(article.content, { html: true }).root;
    return {
      paragraphs: paragraphsOf(content, SKIPPED),
      title: article.title ? squeeze(article.title) : undefined,
      byline: article.byline ? squeeze(article.byline) : undefined,
      published: article.publishedTime ?? undefined,
    };
  } catch (error) {
    context.report(
      `the article cannot be told from the page (${error instanceof Error ? error.message.slice(0, 80) : "error"}); read whole`,
    );
    return null;
  }
}

/** Pictures with their captions are no text of the article. */
const SKIPPED: ReadonlySet<string> = new Set([...HIDDEN, "figure", "figcaption", "nav"]);

/** A caption with its credit before the first sentence, where the page does not mark it as one. */
const CAPTION =
  /^(.{3,160}?\((?:Bild|Foto|Photo|Image|Picture|Credit|Quelle|Source|Фото)\s?:[^)]{1,60}\))\s*(.*)$/su;
/** Lines above the text that other fields say: a time to read, a date, an author, a headline. */
const MOST_FURNITURE = 5;

function withoutFurniture(
  all: string[],
  title: string | undefined,
  author: string | undefined,
): { paragraphs: string[]; caption: string | undefined } {
  let start = 0;
  while (start < Math.min(MOST_FURNITURE, all.length - 1) && isFurniture(all[start] ?? "", title, author))
    start++;
  const [head = "", ...rest] = all.slice(start);
  const captioned = CAPTION.exec(head);
  if (!captioned) return { paragraphs: head === "" ? rest : [head, ...rest], caption: undefined };
  const text = captioned[2] ?? "";
  return { paragraphs: text === "" ? rest : [text, ...rest], caption: captioned[1] };
}

/** Words of buttons. */
const LABEL =
  /^(?:feedback|share(?: this)?(?: article)?|print|teilen|drucken|merken|anzeige|advertisement|kommentare?|comments?|partager|imprimer|compartir|поделиться|paylaş)$/i;

function isFurniture(line: string, title: string | undefined, author: string | undefined): boolean {
  if (title !== undefined && plain(line) === plain(title)) return true;
  if (line.length > 120) return false;
  if (LABEL.test(line)) return true;
  if (/^\d{1,3}\s*(?:-?\s*)min(?:ute)?s?\.?\s+(?:read|lesen|de lecture)$/i.test(line)) return true;
  if (
    author !== undefined &&
    plain(line.replace(/^(?:by|von|par|por|di|od|автор:?)\s+/i, "")) === plain(author)
  )
    return true;
  return line.length < 60 && readDate(line.replace(/\s+(?:by|von|par|·|\|)\s*.{0,30}$/i, "")) !== null;
}

function extraOf(
  description: string | undefined,
  caption: string | undefined,
): Record<string, unknown> | undefined {
  if (description === undefined && caption === undefined) return undefined;
  return {
    ...(description === undefined ? {} : { description }),
    ...(caption === undefined ? {} : { caption }),
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Names only: what is longer, or says something, is no byline. */
const byline = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 120 && !/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) ? text : undefined;

/** The first `time` element, or the first date with a time in brackets or on a line of its own near the top. */
function timeIn(tree: XmlElement): ReturnType<typeof readDate> {
  const element = first(tree, "time");
  const moment = readDate(element?.attributes.get("datetime") ?? textOf(element));
  if (moment) return moment;
  for (const paragraph of paragraphsOf(first(tree, "body") ?? tree).slice(0, 200)) {
    const dated =
      /(?<!\d)((?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?\s{1,3}\d{1,2}:\d{2}(?::\d{2})?)/.exec(
        paragraph,
      );
    const found = dated ? readDate(dated[1]) : paragraph.length < 60 ? readDate(paragraph) : null;
    if (found) return found;
  }
  return null;
}
