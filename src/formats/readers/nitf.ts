/** NITF (IPTC, 2.5 to 3.6): one article a document. Also the NITF inside of NewsML and ninjs. */
import { readDate } from "../dates.js";
import { statusOf } from "../fields.js";
import { HIDDEN } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import {
  at,
  attribute,
  childrenOf,
  descendants,
  first,
  paragraphsOf,
  parseXml,
  textOf,
  type XmlElement,
} from "../xml.js";

/** Pictures with their captions, and notes to editors, are no text of the article. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...HIDDEN,
  "media",
  "note",
  "media-caption",
  "media-producer",
  "ed-msg",
]);

/** Paragraphs of a `body.content`, or of any element that holds blocks. */
export function nitfParagraphs(element: XmlElement | undefined): string[] {
  return paragraphsOf(element, SKIPPED).filter((paragraph) => paragraph !== "");
}

/** `By JOHN DOE, AP` from a byline's parts. */
function bylineOf(head: XmlElement | undefined): string | undefined {
  const lines = childrenOf(head, "byline").map((line) => textOf(first(line, "person")) ?? textOf(line));
  return lines.filter((line) => line !== undefined).join(", ") || undefined;
}

function placeOf(dateline: XmlElement | undefined): string | undefined {
  const location = first(dateline, "location");
  const place = textOf(first(location, "city")) ?? textOf(location);
  if (place !== undefined) return place.split(",")[0]?.trim();
  const text = textOf(dateline);
  // A dateline of one word is its city; a longer one is left to the parser of datelines.
  return text !== undefined && /^[\p{L} .'-]{2,40}$/u.test(text) ? text.replace(/\.$/, "") : undefined;
}

/** The fields of an `nitf` element. */
export function nitfRecord(nitf: XmlElement, position: number): SourceRecord {
  const head = at(nitf, "head");
  const docdata = at(head, "docdata") ?? first(nitf, "docdata");
  const bodyHead = at(nitf, "body", "body.head") ?? first(nitf, "body.head");
  const content = at(nitf, "body", "body.content") ?? first(nitf, "body.content");
  const issue = readDate(attribute(at(docdata, "date.issue"), "norm"));
  const dateline = at(bodyHead, "dateline");
  const storyDate = readDate(attribute(first(dateline, "story.date"), "norm"));
  const subjects = [...descendants(head, "tobject.subject")]
    .map((subject) =>
      ["tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"]
        .map((name) => attribute(subject, name))
        .find((name) => name !== undefined),
    )
    .concat([...descendants(docdata, "keyword")].map((keyword) => attribute(keyword, "key")))
    .filter((subject) => subject !== undefined);
  const status = statusOf(attribute(docdata, "management-status"));
  return {
    id: attribute(at(docdata, "doc-id"), "id-string"),
    title: textOf(first(bodyHead, "hl1")) ?? textOf(at(bodyHead, "hedline")) ?? textOf(at(head, "title")),
    paragraphs: nitfParagraphs(content),
    date: issue?.date ?? storyDate?.date,
    time: issue ? (issue.time ?? undefined) : (storyDate?.time ?? undefined),
    dateline: textOf(dateline),
    place: placeOf(dateline),
    agency:
      textOf(at(bodyHead, "distributor")) ??
      attribute(at(docdata, "doc.rights"), "owner") ??
      attribute(at(docdata, "doc.copyright"), "holder") ??
      attribute(at(docdata, "du-key"), "service"),
    byline: bylineOf(bodyHead),
    language: attribute(nitf, "lang") ?? attribute(at(nitf, "body"), "lang"),
    subjects: subjects.length > 0 ? [...new Set(subjects)] : undefined,
    version: attribute(at(docdata, "du-key"), "version"),
    status,
    extra: extraOf(docdata, bodyHead),
    position,
  };
}

function extraOf(
  docdata: XmlElement | undefined,
  bodyHead: XmlElement | undefined,
): Record<string, unknown> | undefined {
  const extra: Record<string, unknown> = {};
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) extra[name] = value;
  };
  put("abstract", paragraphsOf(at(bodyHead, "abstract")).join(" ") || undefined);
  put("urgency", attribute(at(docdata, "urgency"), "ed-urg"));
  put("release", attribute(at(docdata, "date.release"), "norm"));
  put("expire", attribute(at(docdata, "date.expire"), "norm"));
  return Object.keys(extra).length > 0 ? extra : undefined;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = documentOf(bytes, context);
  if (!document) return;
  let position = 0;
  for (const nitf of descendants(document, "nitf")) yield nitfRecord(nitf, ++position);
  if (position === 0) context.report("has no NITF document in it");
}

/** The parsed file, with the warnings that are the same for all XML. */
export function documentOf(bytes: Uint8Array, context: Context): XmlElement | null {
  const text = sourceText(bytes, context);
  if (text === null) return null;
  const { root, truncated, entities } = parseXml(text);
  if (truncated) context.report("ends inside an element; read up to there");
  if (entities) context.report("declares entities of its own, which are not expanded");
  return root;
}
