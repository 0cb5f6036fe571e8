/** Books (EPUB 2 and 3): the whole book is one article, its chapters in the order of the spine. */
import { posix } from "node:path";
import { Package } from "../containers/package.js";
import { readDate } from "../dates.js";
import type { Context, SourceRecord } from "../record.js";
import { attribute, descendants, first, paragraphsOf, textOf } from "../xml.js";

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const book = new Package(bytes, context);
  const rootfile = first(book.xml("META-INF/container.xml") ?? undefined, "rootfile");
  const path = attribute(rootfile, "full-path") ?? book.names().find((name) => name.endsWith(".opf")) ?? "";
  const contents = book.xml(path);
  if (!contents) {
    context.report("has no table of its contents");
    return;
  }
  const files = new Map(
    [...descendants(first(contents, "manifest"), "item")]
      .filter((item) => !/\bnav\b/.test(attribute(item, "properties") ?? ""))
      .map((item) => [attribute(item, "id"), attribute(item, "href")]),
  );
  const paragraphs: string[] = [];
  for (const reference of descendants(first(contents, "spine"), "itemref")) {
    const href = files.get(attribute(reference, "idref"));
    // A path in the book only: `..` leads to its root at most.
    const name = href === undefined ? "" : posix.join("/", posix.dirname(path), decodeHref(href)).slice(1);
    const chapter = name === "" ? null : book.xml(name);
    if (chapter) paragraphs.push(...paragraphsOf(first(chapter, "body") ?? chapter));
  }
  const metadata = first(contents, "metadata");
  const title = textOf(first(metadata, "title"));
  if (paragraphs.length === 0) {
    context.report("is a book without text");
    return;
  }
  const creators = [...descendants(metadata, "creator")].map(textOf).filter((name) => name !== undefined);
  yield {
    id: textOf(first(metadata, "identifier")),
    title,
    paragraphs,
    date: readDate(textOf(first(metadata, "date")))?.date,
    agency: textOf(first(metadata, "publisher")),
    byline: creators.join(", ") || undefined,
    language: textOf(first(metadata, "language")),
    position: 1,
  };
}

function decodeHref(href: string): string {
  const path = href.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
