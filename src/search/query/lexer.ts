/** Cuts a query into pieces: brackets, minus signs, phrases, fields with their values, and any other text. */
import { QueryError } from "./query-error.js";

export const FIELDS = ["title", "place", "agency", "lang", "id", "date"] as const;
export type FieldName = (typeof FIELDS)[number];

/** A name longer than this can be no field, not even a mistyped one. */
const LONGEST_FIELD = 10;

/** A piece of the query, with where it stands: UTF-16 offsets. */
export interface Piece {
  kind: "open" | "close" | "minus" | "text" | "phrase" | "field";
  /** The text without quotes; for a field its value. */
  text: string;
  /** Where that text begins. */
  textAt: number;
  at: number;
  end: number;
  field?: FieldName;
  quoted?: boolean;
}

const isSpace = (char: string): boolean => char.trim() === "";

/**
 * What closes a phrase, by what opens it: phones and word processors set marks by themselves, and each language has
 * its own (“English”, „Deutsch“, «français», »dansk«, ”svenska”).
 */
const CLOSERS = new Map([
  ['"', '"”'],
  ["＂", '＂"'],
  ["“", '”“"'],
  ["”", '”"'],
  ["„", '“”"'],
  ["‟", '”"'],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["›", "‹›"],
]);
const isQuote = (char: string): boolean => CLOSERS.has(char);

/** Minus signs, and the hyphens and dashes that are set for them. */
const MINUS = "-−–—‐‑‒―﹣－";
const isMinus = (char: string): boolean => char !== "" && MINUS.includes(char);

/** The pieces of a query, in order. Throws QueryError. Its time grows with the query's length, not faster. */
export function piecesOf(query: string): Piece[] {
  return new Lexer(query).pieces();
}

class Lexer {
  private at = 0;
  constructor(private readonly query: string) {}

  pieces(): Piece[] {
    const pieces: Piece[] = [];
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char)) this.at++;
      else if (char === "(" || char === ")") pieces.push(this.single(char === "(" ? "open" : "close", 1));
      else if (isMinus(char) && this.startsUnit(pieces)) pieces.push(this.single("minus", this.minuses()));
      else if (isQuote(char)) pieces.push(this.phrase());
      else pieces.push(this.text());
    }
    return pieces;
  }

  /** How many minus signs stand here in a row: phones make one dash of two. */
  private minuses(): number {
    let end = this.at;
    while (isMinus(this.query.charAt(end))) end++;
    return end - this.at;
  }

  /** A minus excludes only before something, at the beginning of a word. */
  private startsUnit(pieces: readonly Piece[]): boolean {
    const before = this.query.charAt(this.at - 1);
    const free = this.at === 0 || isSpace(before) || before === "(" || pieces.at(-1)?.kind === "minus";
    if (!free) return false;
    const next = this.query.charAt(this.at + this.minuses());
    return next !== "" && !isSpace(next) && next !== ")";
  }

  private single(kind: "open" | "close" | "minus", length: number): Piece {
    const at = this.at;
    this.at += length;
    return { kind, text: this.query.slice(at, this.at), textAt: at, at, end: this.at };
  }

  private phrase(): Piece {
    const at = this.at;
    const closers = CLOSERS.get(this.query.charAt(at)) ?? "";
    let end = at + 1;
    while (end < this.query.length && !closers.includes(this.query.charAt(end))) end++;
    if (end >= this.query.length) throw new QueryError("the quotation mark is not closed", this.query, at);
    this.at = end + 1;
    return {
      kind: "phrase",
      text: this.query.slice(at + 1, end),
      textAt: at + 1,
      at,
      end: this.at,
      quoted: true,
    };
  }

  /** Up to what ends a word: a space, a bracket, a quotation mark. */
  private passWord(): void {
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char) || char === "(" || char === ")" || isQuote(char)) return;
      this.at++;
    }
  }

  private text(): Piece {
    const at = this.at;
    this.passWord();
    const text = this.query.slice(at, this.at);
    const colon = text.indexOf(":");
    const field = colon > 0 && colon <= LONGEST_FIELD ? this.fieldName(text.slice(0, colon), at) : undefined;
    return field
      ? this.field(field, at, at + colon + 1)
      : { kind: "text", text, textAt: at, at, end: this.at };
  }

  /** The field of this name; an error for what is nearly one; undefined for any other text (`10:30`). */
  private fieldName(typed: string, at: number): FieldName | undefined {
    const name = typed.toLowerCase();
    const known = FIELDS.find((field) => field === name || (field === "lang" && name === "language"));
    if (known) return known;
    const near = FIELDS.find((field) => name.length > 2 && nearlySame(field, name));
    if (near && !isSpace(this.query.charAt(at + typed.length + 1) || " "))
      throw new QueryError(
        `there is no field "${typed}": did you mean "${near}:"?`,
        this.query,
        at,
        typed.length,
      );
    return undefined;
  }

  private field(field: FieldName, at: number, start: number): Piece {
    const first = this.query.charAt(start);
    if (first === "" || isSpace(first) || first === ")")
      throw new QueryError(`"${field}:" has no value`, this.query, at, start - at);
    if (first === "(") throw new QueryError(`brackets can't follow "${field}:"`, this.query, start);
    this.at = start;
    if (isQuote(first)) return { ...this.phrase(), kind: "field", field, at };
    this.passWord();
    return {
      kind: "field",
      field,
      text: this.query.slice(start, this.at),
      textAt: start,
      at,
      end: this.at,
    };
  }
}

/** One letter more, less or other. */
function nearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (text: string, from: number): string => text.slice(from);
  return rest(a, i + 1) === rest(b, i + 1) || rest(a, i) === rest(b, i + 1) || rest(a, i + 1) === rest(b, i);
}
