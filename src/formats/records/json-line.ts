/** A line of a JSONL file as a record. */
import { isUtf8 } from "node:buffer";
import { decode, decodeAs, type WideEncoding } from "../../corpus/decode.js";
import { type DateReader, recordOf } from "../fields.js";
import type { FieldMap, SourceRecord } from "../record.js";
import { numberSource } from "./json-source.js";
import type { Known } from "./raw-record.js";

const NO_TEXT = 'has no "text"';
const BRACE = 0x7b;

/** The encodings of a file of lines: a line alone may not have enough letters to tell. */
export interface FileEncoding {
  wide: WideEncoding | null;
  /** What the head of the file is in if it is neither UTF-16 nor UTF-8. */
  declared: string | undefined;
  /** What the user says all of it is in. */
  forced?: string | undefined;
}

export interface Said {
  text: string;
  known: Known;
}

export type Parsed = Said | { problem: string } | null;

/** A line's text. What is valid UTF-8 needs no look at its characters: JSON allows no control character. */
export function textOf(bytes: Buffer, { wide, declared, forced }: FileEncoding): string | null {
  if (wide) return decodeAs(wide, bytes);
  if (forced === undefined && isUtf8(bytes)) return bytes.toString("utf8");
  const decoded = decode(bytes, { encoding: forced, declared });
  return "text" in decoded ? decoded.text : null;
}

/** A line as a record, null if it is blank. */
export function parseLine(bytes: Buffer, encoding: FileEncoding, dates: DateReader, map?: FieldMap): Parsed {
  // Trimming takes a byte order mark off too.
  const line = textOf(bytes, encoding)?.trim();
  if (line === "") return null;
  if (line === undefined) return { problem: "is not text" };
  // A million lines of anything else would each cost an error thrown and caught.
  if (line.charCodeAt(0) !== BRACE) return { problem: /^["[\d]/.test(line) ? NO_TEXT : "is not JSON" };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: "is not JSON" };
  }
  const result = recordOf(value, 1, dates, map);
  if ("problem" in result) return result;
  const { text, paragraphs } = result.record;
  const known = knownOf(result.record);
  const id = wholeId(value, line);
  if (id !== undefined) known.id = id;
  return { text: text ?? paragraphs?.join("\n\n") ?? "", known };
}

function knownOf(record: SourceRecord): Known {
  const known: Known = { more: record };
  const { id, date, place, agency, title } = record;
  if (id !== undefined) known.id = id;
  if (date !== undefined) known.date = date;
  if (place !== undefined) known.place = place;
  if (agency !== undefined) known.agency = agency;
  if (title !== undefined) known.title = title;
  return known;
}

/** A numeric id beyond 2^53 with all its digits, which JSON.parse rounds. */
function wholeId(value: unknown, line: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, field] of Object.entries(value))
    if (/^_?id$/i.test(name) && typeof field === "number" && !Number.isSafeInteger(field))
      return numberText(field, line, name);
  return undefined;
}

/** A number as it is written in a line, where JSON.parse may have lost digits of it. */
function numberText(value: number, line: string, name: string): string {
  return (Number.isSafeInteger(value) ? undefined : numberSource(line, name)) ?? String(value);
}
