/** Exports of Factiva: XML of its service, HTML with or without field codes, and text with field codes. */
import { readDate } from "../dates.js";
import { squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import {
  at,
  attribute,
  childrenOf,
  descendants,
  paragraphsOf,
  parseXml,
  rawText,
  textOf,
  type XmlElement,
} from "../xml.js";
import { languageOf } from "./lexisnexis.js";

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text === null) return;
  let found: Iterable<SourceRecord | null>;
  if (/^\s*\ufeff?\s*</.test(text)) {
    const isPage = /<(?:html|body|div|table)\b/i.test(text.slice(0, 20_000));
    const { root } = parseXml(text, { html: isPage });
    found = isPage ? pageArticles(root) : [...descendants(root, "article")].map(xmlArticle);
  } else found = textArticles(text);
  let position = 0;
  for (const record of found) {
    if (record) yield { ...record, position: ++position };
    else context.skipped.add("article", "articles", "skipped: neither text nor headline");
  }
  if (position === 0) context.report("has no articles that can be read");
}

type Coded = ReadonlyMap<string, string[]>;

/** An article by Factiva's field codes: HD headline, BY byline, PD date, ET time, SN source, LP lead, TD text. */
function codedArticle(fields: Coded): SourceRecord | null {
  const get = (code: string): string | undefined => fields.get(code)?.join(" ").trim() || undefined;
  const paragraphs = [...(fields.get("LP") ?? []), ...(fields.get("TD") ?? [])];
  const title = get("HD");
  if (paragraphs.length === 0 && title === undefined) return null;
  const moment =
    readDate([get("PD"), get("ET")].filter((part) => part !== undefined).join(" ")) ?? readDate(get("PD"));
  const subjects = get("NS")
    ?.split("|")
    .map((code) => code.replace(/^\w+\s*:\s*/, "").trim());
  return {
    id: get("AN")?.replace(/^Document\s+/i, ""),
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: get("SN"),
    byline: get("BY"),
    language: languageOf(get("LA")),
    subjects: subjects && subjects.length > 0 ? subjects : undefined,
    extra: extraOf(get("SE"), get("PUB"), get("RE")),
    position: 0,
  };
}

function extraOf(section?: string, publisher?: string, region?: string): Record<string, unknown> | undefined {
  const extra = Object.fromEntries(
    Object.entries({ section, publisher, region }).filter(([, value]) => value !== undefined),
  );
  return Object.keys(extra).length > 0 ? extra : undefined;
}

function* pageArticles(root: XmlElement): Generator<SourceRecord | null> {
  let coded = 0;
  for (const table of descendants(root, "table")) {
    const fields = new Map<string, string[]>();
    for (const row of descendants(table, "tr")) {
      const [name, value] = childrenOf(row, "td");
      const code = textOf(name)?.trim() ?? "";
      if (value && /^[A-Z]{2,3}$/.test(code) && !fields.has(code)) fields.set(code, paragraphsOf(value));
    }
    if (!fields.has("HD")) continue;
    coded++;
    yield codedArticle(fields);
  }
  if (coded > 0) return;
  for (const article of descendants(root, "div"))
    if (/\barticle\b/.test(attribute(article, "class") ?? "")) yield plainArticle(article);
    else yield* pageArticles(article);
}

/** Without codes the lines before the text are, in order: author, words, date, time, source, code, language. */
function plainArticle(article: XmlElement): SourceRecord | null {
  const named = (pattern: RegExp, ...tags: string[]): XmlElement | undefined =>
    [...descendants(article, ...tags)].find((element) =>
      pattern.test(`${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`),
    );
  const lines = [...descendants(article, "div")].map(textOf).filter((line) => line !== undefined);
  const dated = lines.findIndex((line) => /\d{4}/.test(line) && line.length < 40 && readDate(line) !== null);
  const time = lines[dated + 1]?.match(/^\d{1,2}:\d{2}$/)?.[0];
  const moment =
    dated < 0 ? null : (readDate(`${lines[dated]} ${time ?? ""}`.trim()) ?? readDate(lines[dated]));
  const paragraphs = [...descendants(article, "p")]
    .filter((p) => /articleParagraph/i.test(attribute(p, "class") ?? ""))
    .map(textOf)
    .filter((text) => text !== undefined);
  const title = textOf(named(/headline|^\s*hd\b/i, "span", "b", "div"));
  if (paragraphs.length === 0 && title === undefined) return null;
  return {
    id: /Document\s+(\w{10,})/.exec(rawText(article))?.[1],
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: dated < 0 ? undefined : lines[dated + (time === undefined ? 1 : 2)],
    byline: textOf(named(/\bauthor\b/i, "div")),
    language: lines
      .map(languageOf)
      .find((language, i) => language !== undefined && (lines[i]?.length ?? 0) > 3),
    position: 0,
  };
}

const CODES =
  /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CX|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|NGC|GC|RF|ART|DLN)(?:\s+(.*))?$/;

function* textArticles(text: string): Generator<SourceRecord | null> {
  let fields = new Map<string, string[]>();
  let lines: string[] | null = null;
  const clean = (): Coded =>
    new Map(
      [...fields].map(([code, parts]) => [
        code,
        parts
          .join("\n")
          .split(/\n\s*\n/)
          .map(squeeze)
          .filter((part) => part !== ""),
      ]),
    );
  for (const line of text.split(/\r\n?|\n/)) {
    const match = CODES.exec(line.trimEnd());
    if (match) {
      const [, code = "", rest = ""] = match;
      // A code for the second time begins the next article.
      if (fields.has(code) && (code === "HD" || code === "SE")) {
        yield codedArticle(clean());
        fields = new Map();
      }
      lines = [rest];
      fields.set(code, lines);
    } else lines?.push(line);
    if (match?.[1] === "AN" && fields.has("HD")) {
      yield codedArticle(clean());
      fields = new Map();
      lines = null;
    }
  }
  if (fields.has("HD")) yield codedArticle(clean());
}

function xmlArticle(article: XmlElement): SourceRecord | null {
  // Paragraphs in elements, or lines of text whose paragraphs are indented.
  const partsOf = (name: string): string[] => {
    const element = at(article, name);
    const inner = childrenOf(element, "paragraph")
      .map(textOf)
      .filter((part) => part !== undefined);
    return inner.length > 0
      ? inner
      : rawText(element)
          .split(/\n(?:\s*\n|(?= {2,}))/)
          .map(squeeze)
          .filter((part) => part !== "");
  };
  const paragraphs = [...partsOf("leadparagraph"), ...partsOf("tailparagraphs")];
  const title = textOf(at(article, "headline"));
  if (paragraphs.length === 0 && title === undefined) return null;
  const published = at(article, "publicationdate");
  const moment = readDate(
    textOf(at(published, "datetime")) ?? textOf(at(published, "date")) ?? textOf(published),
  );
  const subjects = childrenOf(article, "newssubject")
    .map((subject) => textOf(at(subject, "name")))
    .filter((name) => name !== undefined);
  return {
    id: textOf(at(article, "accessionno")),
    title,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: textOf(at(article, "sourcename")),
    byline: textOf(at(article, "byline")),
    language: textOf(at(article, "baselanguage"))?.toLowerCase(),
    subjects: subjects.length > 0 ? subjects : undefined,
    extra: extraOf(textOf(at(article, "sectionname")), textOf(at(article, "publishername")), undefined),
    position: 0,
  };
}
