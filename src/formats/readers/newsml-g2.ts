/** NewsML-G2 (IPTC): an article for each news item; packages and items without text are counted. */
import { readDate } from "../dates.js";
import { statusOf } from "../fields.js";
import { hasHtml, paragraphsOfHtml } from "../html-text.js";
import type { Context, SourceRecord, Status } from "../record.js";
import {
  at,
  attribute,
  childrenOf,
  descendants,
  elementsOf,
  first,
  paragraphsOf,
  rawText,
  textOf,
  type XmlElement,
} from "../xml.js";
import { documentOf, nitfParagraphs, nitfRecord } from "./nitf.js";

const PACKAGES = ["packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"];

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = documentOf(bytes, context);
  if (!document) return;
  let position = 0;
  let found = 0;
  for (const item of descendants(document, "newsitem", ...PACKAGES)) {
    found++;
    if (item.name !== "newsitem") {
      context.skipped.add("package", "packages", "skipped: they refer to items and have no text");
      continue;
    }
    const itemClass = attribute(at(item, "itemmeta", "itemclass"), "qcode") ?? "";
    if (/:(?:picture|graphic|video|audio|composite|animation)$/.test(itemClass)) {
      const kind = itemClass.replace(/^.*:/, "");
      context.skipped.add(`${kind} item`, `${kind} items`, "skipped: no text");
      continue;
    }
    const record = recordOf(item, position + 1);
    if (!record) {
      context.skipped.add("item", "items", "skipped: no text and no headline");
      continue;
    }
    position++;
    yield record;
  }
  if (found > 0) return;
  // A content set alone, as parts of items are passed on.
  for (const set of descendants(document, "contentset")) {
    const nitf = first(set, "nitf");
    const record = nitf ? nitfRecord(nitf, ++position) : { paragraphs: contentOf(set), position: ++position };
    if ((record.paragraphs?.length ?? 0) > 0) yield record;
  }
  if (position === 0) context.report("has no news item in it");
}

/** The inline text of a content set: NITF, XHTML, or data with markup escaped in it. */
function contentOf(set: XmlElement | undefined): string[] {
  for (const inline of descendants(set, "inlinexml", "inlinedata")) {
    const raw = rawText(inline);
    const body = first(inline, "body.content") ?? first(inline, "body") ?? inline;
    const paragraphs =
      elementsOf(inline).length === 0 && hasHtml(raw)
        ? paragraphsOfHtml(raw)
        : elementsOf(inline).length === 0
          ? raw
              .split(/\n\s*\n/)
              .map((block) => block.replace(/\s+/g, " ").trim())
              .filter((block) => block !== "")
          : first(inline, "nitf")
            ? nitfParagraphs(body)
            : paragraphsOf(body);
    if (paragraphs.length > 0) return paragraphs;
  }
  return [];
}

/** The name of a party or a place: its `name`, its literal, or the end of its code. */
function nameOf(element: XmlElement | undefined): string | undefined {
  const name = textOf(at(element, "name")) ?? attribute(element, "literal");
  if (name !== undefined) return name;
  return attribute(element, "qcode")?.replace(/^.*:/, "") ?? undefined;
}

/** When it was last changed, unless the clock of that step is wrong: a version cannot be older than the item. */
function momentOf(meta: XmlElement | undefined): ReturnType<typeof readDate> {
  const version = readDate(textOf(at(meta, "versioncreated")));
  const created = readDate(textOf(at(meta, "firstcreated")));
  if (!version) return created;
  return created && version.date < created.date ? created : version;
}

function embargoed(meta: XmlElement | undefined, version: string | undefined): Status | undefined {
  const until = readDate(textOf(at(meta, "embargoed")));
  if (!at(meta, "embargoed")) return undefined;
  // An empty element is an embargo without an end.
  return until === null || version === undefined || until.date >= version ? "embargoed" : undefined;
}

function recordOf(item: XmlElement, position: number): SourceRecord | null {
  const meta = at(item, "itemmeta");
  const content = at(item, "contentmeta");
  const set = at(item, "contentset");
  const nitf = first(set, "nitf");
  const inner = nitf ? nitfRecord(nitf, position) : null;
  const paragraphs = contentOf(set);
  const headlines = childrenOf(content, "headline");
  const main = headlines.find((headline) => /main$/.test(attribute(headline, "role") ?? "")) ?? headlines[0];
  const title = textOf(main) ?? textOf(at(meta, "title")) ?? inner?.title;
  if (paragraphs.length === 0 && title === undefined) return null;
  const moment = momentOf(meta) ?? readDate(textOf(at(content, "contentcreated")));
  const dateline = textOf(at(content, "dateline")) ?? inner?.dateline;
  const subjects = childrenOf(content, "subject")
    .map((subject) => textOf(at(subject, "name")) ?? attribute(subject, "literal"))
    .concat(childrenOf(content, "keyword").map(textOf))
    .filter((subject) => subject !== undefined);
  return {
    id: attribute(item, "guid"),
    title,
    paragraphs,
    date: moment?.date ?? inner?.date,
    time: (moment ? moment.time : inner?.time) ?? undefined,
    dateline,
    place: (nameOf(at(content, "located")) ?? inner?.place)?.split(",")[0]?.trim(),
    agency:
      nameOf(at(content, "infosource")) ??
      nameOf(at(meta, "provider")) ??
      textOf(at(content, "creditline")) ??
      inner?.agency,
    byline:
      textOf(at(content, "by")) ??
      (textOf(first(at(content, "creator"), "name")) || undefined) ??
      inner?.byline,
    language: attribute(at(content, "language"), "tag") ?? attribute(item, "lang"),
    subjects: subjects.length > 0 ? [...new Set(subjects)] : undefined,
    version: attribute(item, "version"),
    status: statusOf(attribute(at(meta, "pubstatus"), "qcode")) ?? embargoed(meta, moment?.date),
    extra: extraOf(meta, content),
    position,
  };
}

function extraOf(
  meta: XmlElement | undefined,
  content: XmlElement | undefined,
): Record<string, unknown> | undefined {
  const extra: Record<string, unknown> = {};
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) extra[name] = value;
  };
  put("slugline", textOf(at(content, "slugline")));
  put("urgency", textOf(at(content, "urgency")));
  put("ednote", textOf(at(meta, "ednote")));
  put("embargoed", textOf(at(meta, "embargoed")));
  put("description", textOf(at(content, "description")));
  return Object.keys(extra).length > 0 ? extra : undefined;
}
