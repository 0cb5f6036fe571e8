/**
 * Transmissions of news agencies as they came over the line: IPTC 7901, ANPA 1312, and telex between `ZCZC` and `NNNN`.
 * What the transmission says is read into fields; the text goes on to the parser of dispatches.
 */
import { agencyOf } from "../../corpus/dispatch/agencies.js";
import { readDate } from "../dates.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { anpaRecord } from "./wire-anpa.js";
import { iptcRecord } from "./wire-iptc.js";

/** SOH begins a transmission, after two SYN in ANPA 1312; a telex begins at `ZCZC`. */
const START = /(?:\x16{2})?\x01|^[ \t]{0,300}ZCZC\b/gim;

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const source = wireText(bytes, context);
  if (source === null) return;
  const text = source.replace(/\r\n?/g, "\n");
  const starts = [...text.matchAll(START)].map((match) => match.index);
  // The first line alone tells it where the control characters were lost.
  if (starts.length === 0) starts.push(0);
  let position = 0;
  for (const [i, start] of starts.entries()) {
    const record = recordOf(text.slice(start, starts[i + 1] ?? text.length), position + 1);
    if (!record || ((record.text ?? "").trim() === "" && record.title === undefined && !record.paragraphs)) {
      context.skipped.add("transmission", "transmissions", "skipped: no text");
      continue;
    }
    position++;
    yield record;
  }
}

/** Control characters would make the decoder say that it is not text: they are taken out of a copy's way first. */
function wireText(bytes: Uint8Array, context: Context): string | null {
  // Private characters stand for the controls while the encoding is found.
  const marked = Uint8Array.from(bytes, (byte) =>
    byte < 0x20 && ![1, 2, 3, 9, 10, 13, 22].includes(byte) ? 0x20 : byte,
  );
  const plain = marked.map((byte) => (byte < 9 || byte === 22 ? 0x20 : byte));
  const decoded = sourceText(plain, context);
  if (decoded === null) return null;
  // One byte a character up to the first that is not ASCII; the marks are set into the decoded text from both ends.
  return withMarks(decoded, marked, plain);
}

/** Puts the control characters back: they lie at the same count of ASCII characters in both. */
function withMarks(decoded: string, marked: Uint8Array, plain: Uint8Array): string {
  const parts: string[] = [];
  let index = 0;
  for (let i = 0; i < marked.length && index < decoded.length; i++) {
    const byte = plain[i] ?? 0;
    if (byte >= 0x80) continue;
    while (index < decoded.length && decoded.charCodeAt(index) >= 0x80) parts.push(decoded.charAt(index++));
    const mark = marked[i] ?? 0;
    parts.push(mark === byte ? decoded.charAt(index) : String.fromCharCode(mark));
    index++;
  }
  parts.push(decoded.slice(index));
  return parts.join("");
}

function recordOf(transmission: string, position: number): SourceRecord | null {
  if (/^\s*ZCZC\b/i.test(transmission)) return telexRecord(transmission, position);
  const head = transmission.slice(0, 400);
  const isAnpa =
    /^(?:\x16\x16)?\x01?[^\n]*\n\s*[a-z] [a-z]\b/.test(head) || /^\^/m.test(transmission.slice(0, 1000));
  return isAnpa ? anpaRecord(transmission, position) : iptcRecord(transmission, position);
}

/** Fields of some telexes, a line each: `TI#headline`, `TX#` before the text. */
const FIELD = /^([A-Z]{2})#(.*)$/;

function telexRecord(transmission: string, position: number): SourceRecord | null {
  const body = transmission.replace(/^\s*ZCZC[^\n]*\n?/i, "").split(/^[ \t]{0,100}NNNN\b/im, 1)[0] ?? "";
  const lines = body.split("\n");
  if (lines.filter((line) => FIELD.test(line)).length >= 3) return fieldRecord(lines, position);
  const { codes, rest } = codedHead(lines);
  const dated = rest
    .slice(0, 6)
    .findIndex((line) => line.length < 50 && /\d{4}/.test(line) && readDate(line) !== null);
  const moment = dated >= 0 ? readDate(rest[dated]) : null;
  const [first = ""] = rest;
  // A headline is a line of its own before an empty one.
  const hasTitle =
    codes.title === undefined &&
    rest.length > 2 &&
    (rest[1] ?? "").trim() === "" &&
    first.trim().length > 0 &&
    first.length < 200 &&
    !/[.:]\s*$/.test(first);
  const text = rest.filter((_, i) => i !== dated && !(hasTitle && i === 0)).join("\n");
  const { agency = agencyOfTelex(transmission) } = codes;
  const link = /^(https?:\/\/\S{1,2000})[ \t]{0,100}$/m.exec(text)?.[1];
  const extra = { ...codes.extra, ...(link === undefined ? {} : sourceIn(text)) };
  return {
    title: codes.title ?? (hasTitle ? first.trim() : undefined),
    text: withoutTail(text),
    date: moment?.date,
    time: moment?.time ?? undefined,
    place: codes.place,
    agency,
    byline: codes.byline,
    url: link,
    extra: Object.keys(extra).length > 0 ? extra : undefined,
    position,
  };
}

/** What the lines of codes before a text say. */
interface CodedHead extends Pick<SourceRecord, "title" | "place" | "agency" | "byline"> {
  extra: Record<string, unknown>;
}

/** Lines of codes before the headline, one each: `%MNETALL`, `#slug`, `$headline`, `:(PLACE)`, `&AAPIS\\Name`, `@QLD`. */
function codedHead(lines: readonly string[]): { codes: CodedHead; rest: string[] } {
  const codes: CodedHead = { extra: {} };
  let start = 0;
  for (; start < lines.length; start++) {
    const line = (lines[start] ?? "").trim();
    const [, mark = "", value = ""] = /^([%$:*#/&@])\s*(.{0,200})$/.exec(line) ?? [];
    if (line !== "" && mark === "") break;
    if (value === "") continue;
    // One word after the sign of money is a code: `$J`.
    if (mark === "$" && /\s/.test(value)) codes.title = value;
    else if (mark === ":") codes.place = placeOf(value);
    else if (mark === "&") codes.byline = /\\\s*(\p{L}.{0,80})$/u.exec(value)?.[1];
    else if (mark === "#") codes.extra.slug = value;
    else if (mark === "@") codes.extra.region = value;
  }
  return { codes, rest: lines.slice(start) };
}

/** `(BRISBANE)` as a dateline would have it. */
function placeOf(value: string): string | undefined {
  const name = /^\((\p{Lu}[\p{L} .'-]{1,40})\)$/u.exec(value)?.[1]?.trim();
  return name?.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `ZCZC AAP` names an agency if it is a known one. */
function agencyOfTelex(transmission: string): string | undefined {
  const word = /^\s*ZCZC[ \t]+([A-Z]{2,8})\s*$/m.exec(transmission.slice(0, 200))?.[1];
  return word === undefined ? undefined : (agencyOf(word) ?? undefined);
}

/** An address and a source after the last paragraph are about the text, not of it. */
function withoutTail(text: string): string {
  const lines = text.trimEnd().split("\n");
  if (/^\s*SOURCE:/i.test(lines.at(-1) ?? "") && lines.length > 1) lines.pop();
  if (/^\s*https?:\/\/\S+\s*$/.test(lines.at(-1) ?? "")) return lines.slice(0, -1).join("\n");
  return text;
}

function sourceIn(text: string): Record<string, unknown> | undefined {
  const source = /^[ \t]{0,100}SOURCE:[ \t]{0,20}(\S.{0,300})$/im.exec(text)?.[1]?.trim();
  return source === undefined ? undefined : { source };
}

function fieldRecord(lines: readonly string[], position: number): SourceRecord {
  const fields = new Map<string, string>();
  let text: string[] | null = null;
  for (const line of lines) {
    const field: RegExpExecArray | null = text ? null : FIELD.exec(line);
    if (field) {
      fields.set(field[1] ?? "", (field[2] ?? "").trim());
      if (field[1] === "TX") text = [field[2] ?? ""];
    } else text?.push(line);
  }
  const get = (name: string): string | undefined => fields.get(name) || undefined;
  const moment = readDate(get("PD"));
  // Each line is a paragraph: they are not wrapped.
  const paragraphs = (text ?? []).map((line) => line.trim()).filter((line) => line !== "");
  const abstract = get("AB");
  return {
    id: get("AN"),
    title: get("TI"),
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    byline: get("BY"),
    subjects: get("KY") === undefined ? undefined : [get("KY") ?? ""],
    extra: abstract === undefined ? undefined : { abstract },
    position,
  };
}
