/**
 * The query language: text to a tree. A hand-written descent over a few tokens, linear in the query's length.
 *
 *   query   = either { either }                  side by side: all of them
 *   either  = unit { "OR" unit }
 *   unit    = [ "-" | "NOT" ] ( "(" query ")" | phrase | field ":" value | word )
 *   word    = text [ "*" | "~" digit ]
 */
import { DateError, parseDay } from "../article/date.js";
import { tokenize } from "../text/tokenize.js";

/** A query that can't be read, with the place that is at fault. */
export class QueryError extends Error {
  override name = "QueryError";
  constructor(
    message: string,
    readonly query: string,
    /** UTF-16 offset of what is wrong, and how long it is (at least 1). */
    readonly at: number,
    readonly length: number = 1,
  ) {
    super(message);
  }
}

/** A word to be found. `words` has more than one where the typed word is several (`post-conflict`). */
export interface WordNode {
  type: "word";
  words: string[];
  prefix: boolean;
  /** Edits allowed, null for the usual ones. */
  edits: number | null;
  titleOnly: boolean;
}

/** Words that must stand side by side, exactly so. */
export interface PhraseNode {
  type: "phrase";
  words: string[];
  titleOnly: boolean;
}

export interface FieldNode {
  type: "field";
  field: "place" | "agency" | "language" | "id";
  value: string;
}

/** First and last day, ISO, both included; null is open. */
export interface DateNode {
  type: "date";
  from: string | null;
  to: string | null;
}

export type QueryNode =
  | WordNode
  | PhraseNode
  | FieldNode
  | DateNode
  | { type: "and"; items: QueryNode[] }
  | { type: "or"; items: QueryNode[] }
  | { type: "not"; item: QueryNode };

const FIELDS = ["title", "place", "agency", "lang", "id", "date"] as const;
type FieldName = (typeof FIELDS)[number];

const MAX_LENGTH = 20_000;
const MAX_WORDS = 1_000;
const MAX_DEPTH = 100;

/** A piece of the query between spaces and brackets, with where it stands. */
interface Piece {
  kind: "open" | "close" | "minus" | "text" | "phrase" | "field";
  /** The text without quotes; for a field its value. */
  text: string;
  at: number;
  end: number;
  field?: FieldName;
  quoted?: boolean;
}

const isSpace = (char: string): boolean => char.trim() === "";
const isQuote = (char: string): boolean =>
  char === '"' || char === "“" || char === "”" || char === "„" || char === "«";

/** Cuts a query into pieces. */
class Lexer {
  at = 0;
  constructor(readonly query: string) {}

  pieces(): Piece[] {
    const pieces: Piece[] = [];
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char)) this.at++;
      else if (char === "(" || char === ")") pieces.push(this.single(char === "(" ? "open" : "close"));
      else if (char === "-" && this.startsUnit(pieces)) pieces.push(this.single("minus"));
      else if (isQuote(char)) pieces.push(this.phrase());
      else pieces.push(this.text());
    }
    return pieces;
  }

  /** A minus excludes only before something, at the beginning of a word. */
  private startsUnit(pieces: readonly Piece[]): boolean {
    const next = this.query.charAt(this.at + 1);
    const before = this.query.charAt(this.at - 1);
    const free = this.at === 0 || isSpace(before) || before === "(" || pieces.at(-1)?.kind === "minus";
    return free && next !== "" && !isSpace(next) && next !== ")" && next !== "-";
  }

  private single(kind: "open" | "close" | "minus"): Piece {
    const at = this.at++;
    return { kind, text: this.query.charAt(at), at, end: this.at };
  }

  private phrase(): Piece {
    const at = this.at;
    const opener = this.query.charAt(at);
    const closers = opener === "«" ? "»" : opener === '"' ? '"' : '"“”';
    let end = at + 1;
    while (end < this.query.length && !closers.includes(this.query.charAt(end))) end++;
    if (end >= this.query.length) throw new QueryError("the quotation mark is not closed", this.query, at);
    this.at = end + 1;
    return { kind: "phrase", text: this.query.slice(at + 1, end), at, end: this.at, quoted: true };
  }

  private text(): Piece {
    const at = this.at;
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char) || char === "(" || char === ")" || isQuote(char)) break;
      if (char === ":" && this.at > at) {
        const field = this.fieldName(this.query.slice(at, this.at), at);
        if (field) return this.field(field, at);
      }
      this.at++;
    }
    // A stray closing mark such as » would otherwise never be passed.
    if (this.at === at) this.at++;
    return { kind: "text", text: this.query.slice(at, this.at), at, end: this.at };
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

  private field(field: FieldName, at: number): Piece {
    this.at++;
    const first = this.query.charAt(this.at);
    if (first === "" || isSpace(first) || first === ")")
      throw new QueryError(`"${field}:" has no value`, this.query, at, this.at - at);
    if (first === "(") throw new QueryError(`brackets can't follow "${field}:"`, this.query, this.at);
    if (isQuote(first)) return { ...this.phrase(), kind: "field", field, at };
    const start = this.at;
    while (this.at < this.query.length) {
      const char = this.query.charAt(this.at);
      if (isSpace(char) || char === "(" || char === ")" || isQuote(char)) break;
      this.at++;
    }
    return { kind: "field", field, text: this.query.slice(start, this.at), at, end: this.at };
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

class Parser {
  private at = 0;
  private depth = 0;
  private words = 0;

  constructor(
    private readonly query: string,
    private readonly pieces: readonly Piece[],
    private readonly today: string | undefined,
  ) {}

  parse(): QueryNode[] {
    const items = this.sequence();
    const extra = this.pieces[this.at];
    if (extra) throw new QueryError("this bracket was never opened", this.query, extra.at);
    return items;
  }

  private isOperator(piece: Piece | undefined, name: string): boolean {
    return piece?.kind === "text" && piece.text === name;
  }

  /** Units side by side, up to a closing bracket or the end. */
  private sequence(): QueryNode[] {
    const items: QueryNode[] = [];
    for (let piece = this.pieces[this.at]; piece && piece.kind !== "close"; piece = this.pieces[this.at]) {
      if (this.isOperator(piece, "OR"))
        throw new QueryError("OR needs something on both sides", this.query, piece.at, 2);
      if (this.isOperator(piece, "AND")) {
        if (items.length === 0 || !this.startsSomething(this.pieces[this.at + 1]))
          throw new QueryError("AND needs something on both sides", this.query, piece.at, 3);
        this.at++;
        continue;
      }
      const item = this.either();
      if (item) items.push(item);
    }
    return items;
  }

  private startsSomething(piece: Piece | undefined): boolean {
    return (
      piece !== undefined &&
      piece.kind !== "close" &&
      !this.isOperator(piece, "OR") &&
      !this.isOperator(piece, "AND")
    );
  }

  private either(): QueryNode | null {
    const items: QueryNode[] = [];
    for (;;) {
      const item = this.unit();
      if (item) items.push(item);
      const or = this.pieces[this.at];
      if (!or || !this.isOperator(or, "OR")) break;
      this.at++;
      if (!this.startsSomething(this.pieces[this.at]))
        throw new QueryError("OR needs something on both sides", this.query, or.at, 2);
    }
    const [first] = items;
    if (!first) return null;
    return items.length === 1 ? first : { type: "or", items };
  }

  private unit(): QueryNode | null {
    const piece = this.pieces[this.at];
    if (!piece) return null;
    if (++this.depth > MAX_DEPTH)
      throw new QueryError("the query is nested too deeply", this.query, piece.at);
    const node = this.unitOf(piece);
    this.depth--;
    return node;
  }

  private unitOf(piece: Piece): QueryNode | null {
    this.at++;
    if (piece.kind === "minus" || this.isOperator(piece, "NOT")) {
      if (!this.startsSomething(this.pieces[this.at]))
        throw new QueryError("NOT needs something after it", this.query, piece.at, piece.end - piece.at);
      const item = this.unit();
      return item && { type: "not", item };
    }
    if (piece.kind === "open") return this.bracket(piece);
    this.words++;
    if (this.words > MAX_WORDS) throw new QueryError(`more than ${MAX_WORDS} words`, this.query, piece.at);
    if (piece.kind === "field" && piece.field) return this.field(piece, piece.field);
    if (piece.kind === "phrase") return phrase(piece.text, false);
    return this.word(piece.text, piece.at, false);
  }

  private bracket(open: Piece): QueryNode | null {
    const items = this.sequence();
    if (!this.pieces[this.at]) throw new QueryError("this bracket is not closed", this.query, open.at);
    this.at++;
    const [first] = items;
    if (!first) return null;
    return items.length === 1 ? first : { type: "and", items };
  }

  private word(text: string, at: number, titleOnly: boolean): QueryNode | null {
    const edits = /^([^~]+)~(.*)$/su.exec(text);
    if (edits && tokenize(edits[1] ?? "").length > 0) {
      const typed = edits[2] ?? "";
      if (!/^[012]$/.test(typed))
        throw new QueryError(
          "after ~ comes 0, 1 or 2",
          this.query,
          at + (edits[1] ?? "").length,
          typed.length + 1,
        );
      return wordNode(edits[1] ?? "", { prefix: false, edits: Number(typed), titleOnly });
    }
    return wordNode(text, { prefix: text.endsWith("*"), edits: null, titleOnly });
  }

  private field(piece: Piece, field: FieldName): QueryNode | null {
    if (field === "date") return this.dates(piece);
    if (field === "title")
      return piece.quoted ? phrase(piece.text, true) : this.word(piece.text, piece.at + 6, true);
    return { type: "field", field: field === "lang" ? "language" : field, value: piece.text };
  }

  private dates(piece: Piece): DateNode {
    const [first = "", last, more] = piece.text.split("..");
    try {
      if (more !== undefined || (first === "" && !last)) throw new DateError(piece.text);
      const from = first === "" ? null : parseDay(first, this.today);
      if (last === undefined) return { type: "date", from: from?.from ?? null, to: from?.to ?? null };
      const to = last === "" ? null : parseDay(last, this.today);
      return { type: "date", from: from?.from ?? null, to: to?.to ?? null };
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      throw new QueryError(error.message, this.query, piece.at, piece.end - piece.at);
    }
  }
}

function wordNode(
  text: string,
  how: { prefix: boolean; edits: number | null; titleOnly: boolean },
): WordNode | null {
  const words = tokenize(text).map((token) => token.word);
  return words.length > 0 ? { type: "word", words, ...how } : null;
}

function phrase(text: string, titleOnly: boolean): PhraseNode | null {
  const words = tokenize(text).map((token) => token.word);
  return words.length > 0 ? { type: "phrase", words, titleOnly } : null;
}

/**
 * The parts of a query that stand side by side; none if it has no words at all.
 * Throws QueryError for what can't be read. `today` (ISO) is for tests.
 */
export function parseQuery(query: string, today?: string): QueryNode[] {
  if (query.length > MAX_LENGTH)
    throw new QueryError(`longer than ${MAX_LENGTH} characters`, query, MAX_LENGTH);
  return new Parser(query, new Lexer(query).pieces(), today).parse();
}
