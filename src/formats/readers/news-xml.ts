/**
 * XML of agencies and systems without a reader of their own (Ritzau, ANSA, NewsML-like feeds): an element with a
 * headline and a text among its children is an article, whatever it is called.
 */
import { dateReaderFor, recordOf } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { elementsOf, rawText, textOf, type XmlElement } from "../xml.js";
import { documentOf } from "./nitf.js";

const TITLES: ReadonlySet<string> = new Set(
  "title headline head hl1 headlines newstitle titolo titel titre titulo overskrift rubrik başlıq".split(" "),
);
const TEXTS: ReadonlySet<string> = new Set(
  "content body text article bodytext story testo texto texte inhalt innhold tekst brödtext mətn fulltext newstext body.content datacontent html".split(
    " ",
  ),
);
/** Names that the readers of records do not know, as they know them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  titolo: "title",
  titel: "title",
  titre: "title",
  titulo: "title",
  overskrift: "title",
  rubrik: "title",
  head: "headline",
  testo: "text",
  texto: "text",
  texte: "text",
  inhalt: "text",
  innhold: "text",
  tekst: "text",
  town: "place",
  citta: "place",
  ort: "place",
  lokalitet: "place",
  origin: "agency",
  fonte: "source",
  quelle: "source",
  autore: "author",
  autor: "author",
  data: "date",
  datum: "date",
  lingua: "language",
  sprache: "language",
};

/** Shorter texts are labels: a text of a sentence or two is what news has. */
const SHORTEST = 40;

/** The elements that are articles, in the order of the file; nothing inside of one is looked at. */
function* articlesIn(parent: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(parent)) {
    const parts = elementsOf(child);
    const text = parts.find((part) => TEXTS.has(part.name) && (textOf(part)?.length ?? 0) >= SHORTEST);
    const title = parts.some((part) => TITLES.has(part.name));
    if (text && title) yield child;
    else yield* articlesIn(child);
  }
}

/** An element's children as fields. Repeated ones become arrays; `nil` ones are left out. */
function fieldsOf(article: XmlElement): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  const put = (name: string, value: unknown): void => {
    const before = fields[name];
    fields[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  };
  for (const [name, value] of article.attributes) if (name !== "xmlns") put(name, value);
  for (const part of elementsOf(article)) {
    const name = OTHER_NAMES[part.name] ?? part.name;
    const inner = elementsOf(part);
    if (TEXTS.has(part.name)) {
      put(
        name,
        inner.length > 0
          ? inner.map((element) => rawText(element).replace(/\s+/g, " ").trim())
          : rawText(part).trim(),
      );
      continue;
    }
    const texts = inner.length > 0 ? inner.map(textOf).filter((text) => text !== undefined) : [];
    // Agencies sign with slashes: `/ritzau/`.
    const value = texts.length > 1 ? texts : textOf(part)?.replace(/^\/(.+)\/$/, "$1");
    if (value !== undefined) put(name, value);
  }
  return fields;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = documentOf(bytes, context);
  if (!document) return;
  const articles = [...articlesIn(document)].map(fieldsOf);
  if (articles.length === 0) {
    const root = elementsOf(document)[0]?.name ?? "nothing";
    context.report(`skipped: it is XML of an unknown kind (<${root.slice(0, 40)}>)`);
    return;
  }
  const dates = dateReaderFor(articles, context.report, context.map);
  let position = 0;
  for (const fields of articles) {
    const result = recordOf(fields, position + 1, dates, context.map);
    if ("problem" in result) context.skipped.add("element", "elements", `skipped: ${result.problem}`);
    else {
      position++;
      yield result.record;
    }
  }
  dates.finish(context.report);
}
