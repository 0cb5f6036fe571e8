/**
 * Exports of LexisNexis and Nexis Uni as text: `3 of 10 DOCUMENTS` before each article in the older form, `End of
 * Document` after each in the newer one.
 */
import { readDate } from "../dates.js";
import { squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";

const NUMBERED =
  /^[ \t]*\d{1,6} (?:of|von|de|di|sur|van) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)[ \t]*$/gim;
const ENDED = /^.{0,30}\b(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*$/gim;

/** Lines before the text, by name. The names are those of the English interface, which exports keep. */
const HEAD_FIELD =
  /^(BYLINE|SECTION|LENGTH|HIGHLIGHT|DATELINE|HEADLINE|TITLE|SERIES|Byline|Section|Length|Highlight|Dateline|Headline|Series|AUTOR|RUBRIK|LÄNGE):\s*(.*)$/;
const TAIL_FIELD =
  /^(LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|JOURNAL-CODE|SUBJECT|ORGANIZATION|COMPANY|GEOGRAPHIC|PERSON|COUNTRY|CITY|STATE|INDUSTRY|TICKER|DOCUMENT-TYPE|UPDATE|ACC-NO|TYPE|NOTES|CORRECTION|Load-Date|Language|Publication-Type|Graphic|Journal Code|Subject|Organization|Company|Geographic|Person|Industry|Notes|Correction|Correction-Date|Document-Type):\s*(.*)$/;

export function isLexisNexis(text: string): boolean {
  NUMBERED.lastIndex = 0;
  ENDED.lastIndex = 0;
  return NUMBERED.test(text) || (ENDED.test(text) && /^(?:Length|Section|Load-Date):/m.test(text));
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const text = sourceText(bytes, context);
  if (text !== null) yield* lexisNexisRecords(text, context);
}

export function* lexisNexisRecords(source: string, context: Context): Generator<SourceRecord> {
  const text = source.replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ");
  const numbered = [...text.matchAll(NUMBERED)];
  const blocks =
    numbered.length > 0
      ? numbered.map((match, i) =>
          text.slice(match.index + match[0].length, numbered[i + 1]?.index ?? text.length),
        )
      : text
          .split(ENDED)
          .filter((block) => HEAD_FIELD.test(block) || /^(?:Length|Section|Byline):/m.test(block));
  let position = 0;
  for (const block of blocks) {
    const record = recordOf(block.split("\n"), numbered.length > 0, position + 1);
    if (!record) {
      context.skipped.add("document", "documents", "skipped: neither text nor headline");
      continue;
    }
    position++;
    yield record;
  }
  if (position === 0) context.report("has no documents that can be read");
}

/** Where the fields before the text begin. */
const headFieldAt = (lines: readonly string[]): number =>
  lines.findIndex((line) => HEAD_FIELD.test(line.trim()));

function recordOf(lines: string[], numbered: boolean, position: number): SourceRecord | null {
  const fieldStart = headFieldAt(lines);
  if (fieldStart < 0) return null;
  const head = numbered ? numberedHead(lines, fieldStart) : newerHead(lines, fieldStart);
  const fields = new Map<string, string>();
  let at = fieldStart;
  let last = "";
  for (; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? "";
    const field = HEAD_FIELD.exec(line);
    if (field) {
      last = (field[1] ?? "").toLowerCase();
      fields.set(last, field[2] ?? "");
    } else if (line === "Body") {
      at++;
      break;
    } else if (line !== "" && lines[at - 1]?.trim() !== "" && last !== "" && !numbered) break;
    else if (line !== "") {
      // A field may go on in the next line; an empty line ends it, and then comes the text.
      if (lines[at - 1]?.trim() === "") break;
      fields.set(last, `${fields.get(last) ?? ""} ${line}`);
    }
  }
  const tail = tailStart(lines, at);
  const text = lines.slice(at, tail).join("\n").trim();
  const after = tailFields(lines.slice(tail));
  const title = head.title ?? fields.get("headline") ?? fields.get("title");
  if (text === "" && title === undefined) return null;
  const moment = readDate(head.date);
  const section = fields.get("section")?.replace(/;?\s*Version:\s*\d+/i, "") || undefined;
  const subjects =
    after
      .get("subject")
      ?.split(/;\s*/)
      .map((subject) => subject.replace(/\s*\(\d+%\)/, "").trim()) ?? [];
  return {
    title,
    text: text === "" ? undefined : text,
    date: moment?.date,
    time: moment?.time ?? undefined,
    dateline: fields.get("dateline"),
    agency: head.source,
    byline: fields.get("byline"),
    language: languageOf(after.get("language")),
    subjects: subjects.filter((subject) => subject !== "").length > 0 ? subjects : undefined,
    version: /Version:\s*(\d+)/i.exec(fields.get("section") ?? "")?.[1],
    extra: extraOf(section, fields.get("highlight"), after.get("load-date"), after.get("graphic")),
    position,
  };
}

interface Head {
  source: string | undefined;
  date: string | undefined;
  title: string | undefined;
}

/** Source, date and editions stand in the middle of their lines; the headline begins at the margin. */
function numberedHead(lines: readonly string[], end: number): Head {
  const filled = lines
    .slice(0, end)
    .map((line, i) => ({ line, i }))
    .filter(({ line }) => line.trim() !== "");
  const dated = filled.findIndex(({ line }) => readDate(dayOf(line)) !== null);
  const source = squeeze(filled[dated > 0 ? dated - 1 : 0]?.line ?? "") || undefined;
  const rest = filled
    .slice(dated + 1)
    .filter(({ line }) => !/^\s{8,}/.test(line) && !/^\s*Copyright /i.test(line));
  const title = squeeze(rest.map(({ line }) => line).join(" ")) || undefined;
  return { source, date: dated >= 0 ? dayOf(filled[dated]?.line ?? "") : undefined, title };
}

/** Headline, source, date and copyright, a line each. A cover page may stand before the first. */
function newerHead(lines: readonly string[], end: number): Head {
  const filled = lines
    .slice(0, end)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  let dated = filled.length - 1;
  while (dated >= 0 && readDate(dayOf(filled[dated] ?? "")) === null) dated--;
  return {
    source: dated >= 1 ? filled[dated - 1]?.replace(/(\S)\(/, "$1 (") : undefined,
    date: dated >= 0 ? dayOf(filled[dated] ?? "") : undefined,
    title: dated >= 2 ? squeeze(filled[dated - 2] ?? "") : undefined,
  };
}

/** `July 1, 2019 Monday 9:20 AM GMT`, without the edition that may follow. */
const dayOf = (line: string): string => squeeze(line).slice(0, 70);

function tailStart(lines: readonly string[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]?.trim() ?? "";
    if (
      (line === "Classification" || TAIL_FIELD.test(line)) &&
      (lines[i - 1]?.trim() === "" || line === "Classification")
    )
      return i;
  }
  return lines.length;
}

function tailFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const field = TAIL_FIELD.exec(line.trim());
    if (field) fields.set((field[1] ?? "").toLowerCase().replace(" ", "-"), field[2] ?? "");
  }
  return fields;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  deutsch: "de",
  french: "fr",
  français: "fr",
  spanish: "es",
  español: "es",
  russian: "ru",
  italian: "it",
  italiano: "it",
  portuguese: "pt",
  português: "pt",
  dutch: "nl",
  nederlands: "nl",
  turkish: "tr",
  arabic: "ar",
  persian: "fa",
  chinese: "zh",
  azerbaijani: "az",
};

/** The code of a language that databases of newspapers name in words; undefined for one that is not known. */
export function languageOf(name: string | undefined): string | undefined {
  const first = name?.toLowerCase().split(/[;,]/)[0]?.trim() ?? "";
  return LANGUAGES[first] ?? (/^[a-z]{2,3}(?:-[a-z]{2,4})?$/.test(first) ? first : undefined);
}

function extraOf(
  section: string | undefined,
  highlight: string | undefined,
  loaded: string | undefined,
  graphic: string | undefined,
): Record<string, unknown> | undefined {
  const extra = Object.fromEntries(
    Object.entries({ section, highlight, loaded, graphic }).filter(
      ([, value]) => value !== undefined && value !== "",
    ),
  );
  return Object.keys(extra).length > 0 ? extra : undefined;
}
