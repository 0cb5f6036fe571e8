/** Cuts a query into pieces: brackets, signs, phrases, fields, operators, and any other text. */
import { fieldNamed, type QueryField, SCHEMES } from "./fields.js";
import { FOREIGN_FUNCTIONS } from "./operators.js";
import { QueryError } from "./query-error.js";

/** A piece of the query, with where it stands: UTF-16 offsets. */
export interface Piece {
  /** `field` is a field's name with its colon: its value is the next piece. `function` stands before a bracket. */
  kind: "open" | "close" | "minus" | "plus" | "text" | "phrase" | "range" | "field" | "function";
  /** The text without quotes or brackets; the name of a field or function. */
  text: string;
  /** Where that text begins. */
  textAt: number;
  at: number;
  end: number;
  /** Of a field that azertac knows. */
  field?: QueryField;
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

/** A name before a colon or a bracket. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]{0,63}$/u;
/** `at least 5`, as Lexis writes it. */
const AT_LEAST = /^atl(?:east)?\d{1,4}$/i;

/** The pieces of a query, in order. Throws QueryError. Its time grows with the query's length, not faster. */
export function piecesOf(query: string): Piece[] {
  return new Lexer(query).pieces();
}

class Lexer {
  private at = 0;
  private readonly found: Piece[] = [];

  constructor(private readonly query: string) {}

  pieces(): Piece[] {
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char)) this.at++;
      else if (char === "(" || char === ")") this.single(char === "(" ? "open" : "close", 1);
      else if (isMinus(char) && this.startsUnit(this.minuses())) this.single("minus", this.minuses());
      else if (char === "+" && this.startsUnit(1)) this.single("plus", 1);
      else if (char === "!" && this.startsUnit(1)) this.single("minus", 1);
      else if (isQuote(char)) this.phrase();
      else this.text();
    }
    return this.found;
  }

  /** How many minus signs stand here in a row: phones make one dash of two. */
  private minuses(): number {
    let end = this.at;
    while (isMinus(this.query.charAt(end))) end++;
    return end - this.at;
  }

  /** A sign excludes or demands only before something, at the beginning of a word. */
  private startsUnit(length: number): boolean {
    const before = this.query.charAt(this.at - 1);
    const last = this.found.at(-1)?.kind;
    const free = this.at === 0 || isSpace(before) || before === "(" || last === "minus" || last === "plus";
    if (!free) return false;
    const next = this.query.charAt(this.at + length);
    return next !== "" && !isSpace(next) && next !== ")";
  }

  private add(piece: Omit<Piece, "end">): void {
    this.found.push({ ...piece, end: this.at });
  }

  private single(kind: "open" | "close" | "minus" | "plus", length: number): void {
    const at = this.at;
    this.at += length;
    this.add({ kind, text: this.query.slice(at, this.at), textAt: at, at });
  }

  private phrase(): void {
    const at = this.at;
    const closers = CLOSERS.get(this.query.charAt(at)) ?? "";
    let end = at + 1;
    while (end < this.query.length && !closers.includes(this.query.charAt(end))) end++;
    if (end >= this.query.length) throw new QueryError("the quotation mark is not closed", this.query, at);
    this.at = end + 1;
    this.add({ kind: "phrase", text: this.query.slice(at + 1, end), textAt: at + 1, at });
  }

  /** Up to what ends a word: a space, a bracket, a quotation mark. */
  private passWord(): void {
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char) || char === "(" || char === ")" || isQuote(char)) return;
      this.at++;
    }
  }

  private text(): void {
    const at = this.at;
    this.passWord();
    const text = this.query.slice(at, this.at);
    const colon = text.search(/[:：]/);
    const name = colon < 0 ? text : text.slice(0, colon);
    if (colon > 0 && this.isField(name, text.slice(colon + 1))) this.field(name, at, at + colon + 1);
    else if (colon < 0 && this.query.charAt(this.at) === "(" && this.isFunction(text, at)) {
      const field = fieldNamed(text);
      this.add({ kind: "function", text, textAt: at, at, ...(field && { field }) });
    } else this.add({ kind: "text", text, textAt: at, at });
  }

  /** Whether what stands before a colon is a field's name: not of an address, a time or a ratio, or at a line's end. */
  private isField(name: string, rest: string): boolean {
    if (!NAME.test(name)) return false;
    if (fieldNamed(name)) return true;
    if (SCHEMES.has(name.toLowerCase()) || rest.startsWith("//")) return false;
    const next = this.query.charAt(this.at);
    return rest !== "" || isQuote(next) || next === "(";
  }

  /** Whether a word that a bracket follows at once is a function or a field: `atleast5(oil)`, `HEADLINE(oil)`. */
  private isFunction(name: string, at: number): boolean {
    if (AT_LEAST.test(name) || fieldNamed(name)) return true;
    const instead = FOREIGN_FUNCTIONS.get(name.toLowerCase());
    if (instead !== undefined)
      throw new QueryError(`there is no function "${name}": ${instead}`, this.query, at, name.length);
    return false;
  }

  private field(name: string, at: number, start: number): void {
    const field = fieldNamed(name);
    this.at = start;
    this.add({ kind: "field", text: name, textAt: at, at, ...(field && { field }) });
    const first = this.query.charAt(start);
    if (first === "" || isSpace(first) || first === ")")
      throw new QueryError(`"${name}:" has no value`, this.query, at, start - at);
    if (first === "(" || isQuote(first)) return;
    if (first === "[" || first === "{") this.range();
    else {
      this.passWord();
      this.add({ kind: "text", text: this.query.slice(start, this.at), textAt: start, at: start });
    }
  }

  /** `[2025-01 TO 2025-06]`, as Lucene writes it. */
  private range(): void {
    const at = this.at;
    let end = at + 1;
    while (end < this.query.length && !"]}".includes(this.query.charAt(end))) end++;
    if (end >= this.query.length) throw new QueryError("this bracket is not closed", this.query, at);
    this.at = end + 1;
    this.add({ kind: "range", text: this.query.slice(at + 1, end), textAt: at + 1, at });
  }
}
