/** Reuters-21578 and RCV-like SGML: `REUTERS` elements one after the other, without a root of their own. */
import { readDate } from "../dates.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { at, attribute, childrenOf, parseXml, rawText, textOf, type XmlElement } from "../xml.js";

const ARTICLE = /<REUTERS\b/gi;

/** The collection has several articles a file: one is parsed at a time, so that a large file needs little memory. */
export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  const starts = [...text.matchAll(ARTICLE)].map((match) => match.index);
  let position = 0;
  for (const [i, start] of starts.entries()) {
    // References to control characters, `&#2;`, mark parts of the transmission.
    const source = text
      .slice(start, starts[i + 1] ?? text.length)
      .replace(/&#(?:[0-8]|1[1246-9]|2\d|3[01]|127);/g, "");
    const article = at(parseXml(source).root, "reuters");
    const record = article ? recordOf(article, position + 1) : null;
    if (!record) {
      context.skipped.add("article", "articles", "skipped: neither text nor headline");
      continue;
    }
    position++;
    yield record;
  }
  if (starts.length === 0) context.report("has no REUTERS element in it");
}

function recordOf(article: XmlElement, position: number): SourceRecord | null {
  const content = at(article, "text");
  const title = textOf(at(content, "title"));
  const body = at(content, "body");
  // Articles of the types BRIEF and UNPROC have their text straight in the element.
  const text = body ? rawText(body) : directText(content);
  if (text.trim() === "" && title === undefined) return null;
  const moment = readDate(textOf(at(article, "date")));
  const dateline = textOf(at(content, "dateline"));
  const listed = (name: string): string[] =>
    childrenOf(at(article, name), "d")
      .map(textOf)
      .filter((value) => value !== undefined);
  const subjects = listed("topics");
  const extra = Object.fromEntries(
    ["places", "people", "orgs", "exchanges", "companies"]
      .map((name) => [name, listed(name)] as const)
      .filter(([, values]) => values.length > 0),
  );
  return {
    id: attribute(article, "newid"),
    title,
    text: text.trim() === "" ? undefined : text,
    date: moment?.date,
    time: moment?.time ?? undefined,
    dateline,
    place: dateline?.split(/,|\s-/)[0]?.trim() || undefined,
    agency: "Reuters",
    byline: textOf(at(content, "author")),
    subjects: subjects.length > 0 ? subjects : undefined,
    extra: Object.keys(extra).length > 0 ? extra : undefined,
    position,
  };
}

const directText = (content: XmlElement | undefined): string =>
  content?.children.filter((child) => typeof child === "string").join("\n") ?? "";
