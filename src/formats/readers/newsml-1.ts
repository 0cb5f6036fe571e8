/** NewsML 1.0 to 1.2 (IPTC): an article for each component that has a text of its own. */
import { readDate } from "../dates.js";
import { statusOf } from "../fields.js";
import { hasHtml, paragraphsOfHtml } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import {
  at,
  attribute,
  childrenOf,
  descendants,
  elementsOf,
  first,
  rawText,
  textOf,
  type XmlElement,
} from "../xml.js";
import { documentOf, nitfParagraphs, nitfRecord } from "./nitf.js";

/** The components from the item down to one, the inmost first: what one does not say, the next one may. */
type Path = readonly XmlElement[];

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = documentOf(bytes, context);
  if (!document) return;
  let position = 0;
  let items = 0;
  for (const item of descendants(document, "newsitem")) {
    items++;
    let found = 0;
    const components = childrenOf(item, "newscomponent").flatMap((component) => [
      ...articlesIn(component, []),
    ]);
    for (const path of components) {
      const record = recordOf(item, path, document, position + 1);
      if (!record) continue;
      position++;
      found++;
      yield record;
    }
    if (found === 0) context.skipped.add("item", "items", "skipped: no text (pictures, packages, events)");
  }
  if (items === 0) context.report("has no NewsItem in it");
}

const roleOf = (component: XmlElement): string =>
  attribute(at(component, "role"), "formalname")?.toLowerCase() ?? "";

/** Parts of one article that some agencies give a component each. */
const PARTS = /^(?:title|lead|body|headline|text|intro|subtitle|caption)$/;

/** The components that are articles: those whose content has a text, or whose parts make one. */
function* articlesIn(component: XmlElement, outer: Path): Generator<Path> {
  const path = [component, ...outer];
  const inner = childrenOf(component, "newscomponent");
  if (contentOf(component).length > 0 || inner.some((part) => PARTS.test(roleOf(part)))) yield path;
  else if (inner.length > 0) for (const part of inner) yield* articlesIn(part, path);
  else if (
    childrenOf(component, "contentitem").length === 0 &&
    textOf(at(component, "newslines", "headline"))
  )
    yield path;
}

/** Pictures and the like say so; whatever says nothing may be a text. */
function isText(content: XmlElement): boolean {
  const type = attribute(at(content, "mediatype"), "formalname")?.toLowerCase() ?? "";
  return !/photo|picture|graphic|image|video|audio|animation/.test(type);
}

/** The text of a component's own content items as paragraphs. */
function contentOf(component: XmlElement): string[] {
  for (const item of childrenOf(component, "contentitem")) {
    const data = first(item, "datacontent");
    if (!data || !isText(item)) continue;
    const nitf = first(data, "body.content", "nitf");
    const raw = rawText(data);
    const paragraphs =
      elementsOf(data).length === 0 && hasHtml(raw)
        ? paragraphsOfHtml(raw)
        : nitfParagraphs(nitf ? (first(nitf, "body.content") ?? nitf) : (first(data, "body") ?? data));
    // Text in CDATA, or escaped markup inside of elements.
    const plain = paragraphs.flatMap((part) => (hasHtml(part) ? paragraphsOfHtml(part) : [part]));
    const lines = plain.length === 1 && elementsOf(data).length === 0 ? blocksOf(raw, plain) : plain;
    if (lines.length > 0) return lines;
  }
  return [];
}

/** Plain text in paragraphs if empty lines divide it. */
function blocksOf(raw: string, otherwise: string[]): string[] {
  const blocks = raw.split(/\n\s*\n/).map((block) => block.replace(/\s+/g, " ").trim());
  return blocks.length > 1 && !hasHtml(raw) ? blocks.filter((block) => block !== "") : otherwise;
}

function recordOf(item: XmlElement, path: Path, document: XmlElement, position: number): SourceRecord | null {
  const [component] = path;
  if (!component) return null;
  const parts = childrenOf(component, "newscomponent");
  const paragraphs = [
    ...contentOf(component),
    ...parts.filter((part) => !/^(?:title|headline|caption)$/.test(roleOf(part))).flatMap(contentOf),
  ];
  const titlePart = parts.find((part) => /^(?:title|headline)$/.test(roleOf(part)));
  const nearest = <T>(find: (element: XmlElement) => T | undefined): T | undefined => {
    for (const element of path) {
      const found = find(element);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const line = (name: string): string | undefined =>
    nearest((element) => textOf(at(element, "newslines", name)));
  const administrative = (name: string): string | undefined =>
    nearest((element) => attribute(at(element, "administrativemetadata", name, "party"), "formalname"));
  const nitf = first(component, "nitf");
  const inner = nitf ? nitfRecord(nitf, position) : null;
  const title = line("headline") ?? (titlePart ? contentOf(titlePart).join(" ") : undefined) ?? inner?.title;
  if (paragraphs.length === 0 && title === undefined) return null;
  const management = at(item, "newsmanagement");
  const identifier = at(item, "identification", "newsidentifier");
  const dates = [
    textOf(at(management, "thisrevisioncreated")),
    textOf(at(management, "firstcreated")),
    textOf(at(identifier, "dateid")),
    textOf(first(document, "dateandtime")),
  ];
  const moment = dates.map((date) => readDate(date)).find((date) => date !== null) ?? null;
  const dateline = line("dateline") ?? inner?.dateline;
  const keywords = nearest((element) => {
    const found = childrenOf(at(element, "newslines"), "keywordline").map(textOf);
    return found.length > 0 ? found : undefined;
  });
  return {
    id: textOf(at(identifier, "newsitemid")) ?? textOf(at(identifier, "publicidentifier")),
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    dateline,
    place: datelinePlace(dateline) ?? inner?.place ?? nearest(cityOf),
    agency: line("creditline") ?? administrative("provider") ?? administrative("source"),
    byline: line("byline") ?? inner?.byline,
    language: (
      nearest((element) => attribute(at(element, "descriptivemetadata", "language"), "formalname")) ??
      nearest((element) => attribute(element, "lang")) ??
      attribute(item, "lang")
    )?.toLowerCase(),
    subjects: subjectsOf(keywords, path),
    version: textOf(at(identifier, "revisionid")),
    status: statusOf(attribute(at(management, "status"), "formalname")),
    extra: extraOf(line("slugline"), line("subheadline"), attribute(at(management, "urgency"), "formalname")),
    position,
  };
}

/** `BEIJING, July 23` and `Landquart GR` name a place; `4/4/2018` and `January 21` do not. */
function datelinePlace(dateline: string | undefined): string | undefined {
  const place = dateline?.split(/[,(]|\s[-–—]/)[0]?.trim();
  if (place === undefined || place === "" || /\d/.test(place)) return undefined;
  return place.length <= 60 ? place : undefined;
}

function cityOf(element: XmlElement): string | undefined {
  for (const property of descendants(
    at(element, "descriptivemetadata") ?? at(element, "descriptivemetada"),
    "property",
  ))
    if (attribute(property, "formalname")?.toLowerCase() === "city") {
      const city = attribute(property, "value");
      if (city !== undefined) return city;
    }
  return undefined;
}

function subjectsOf(keywords: (string | undefined)[] | undefined, path: Path): string[] | undefined {
  const properties = path
    .flatMap((element) => [...descendants(at(element, "descriptivemetadata"), "property")])
    .filter((property) => attribute(property, "formalname") === "Keyword")
    .map((property) => attribute(property, "value"));
  const topics = path
    .flatMap((element) => [...descendants(at(element, "topicset"), "description")])
    .filter(
      (description) =>
        attribute(description, "variant") === "Name" && attribute(description, "lang") === "en",
    )
    .map(textOf);
  const all = [...(keywords ?? []), ...properties, ...topics].filter((subject) => subject !== undefined);
  return all.length > 0 ? [...new Set(all)] : undefined;
}

function extraOf(
  slugline: string | undefined,
  subheadline: string | undefined,
  urgency: string | undefined,
): Record<string, unknown> | undefined {
  const extra = Object.fromEntries(
    Object.entries({ slugline, subheadline, urgency }).filter(([, value]) => value !== undefined),
  );
  return Object.keys(extra).length > 0 ? extra : undefined;
}
