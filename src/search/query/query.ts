/**
 * The query language: text to a tree. A hand-written descent over a few pieces, linear in the query's length.
 *
 *   query   = either { [ "AND" ] either }        side by side: all of them
 *   either  = unit { ( "OR" | "|" ) unit }
 *   unit    = [ "-" | "NOT" ] ( "(" query ")" | phrase | field ":" value | word )
 *   word    = text [ "*" | "~" digit ]
 *
 * AND, OR and NOT are operators in capitals only: in news, `or` and `not` are words.
 */
import { DateError, type DayRange, parseDay } from "../../corpus/typed-date.js";
import { scanWords, surface, wordUnits } from "../../text/tokenize.js";
import { wellFormed } from "../../text/well-formed.js";
import { type FieldName, type Piece, piecesOf } from "./lexer.js";
import { QueryError } from "./query-error.js";
import { lengthWithoutEnding, PARTS_JOINER, type Part, sideBySide } from "./word-parts.js";

export { QueryError } from "./query-error.js";

/** Where a word stands in the query: UTF-16 offsets, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** A word to be found. `words` has more than one where the typed word is several (`post-conflict`). */
export interface WordNode {
  type: "word";
  words: string[];
  /** Where each of the words stands. */
  spans: Span[];
  prefix: boolean;
  /** Edits allowed, null for the usual ones. */
  edits: number | null;
  titleOnly: boolean;
}

/** Words that must stand side by side, exactly so. */
export interface PhraseNode {
  type: "phrase";
  words: string[];
  spans: Span[];
  titleOnly: boolean;
}

export interface FieldNode {
  type: "field";
  field: "place" | "agency" | "language" | "id";
  value: string;
  /** Where the value stands. */
  spans: Span[];
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

const MAX_LENGTH = 10_000;
/** Of words that are looked for, those of phrases and of `post-conflict` counted one by one. */
const MAX_WORDS = 1_000;
/** Each may bring in a good part of the vocabulary. */
const MAX_PREFIXES = 10;
const MAX_DEPTH = 100;

class Parser {
  private at = 0;
  private depth = 0;
  private words = 0;
  private prefixes = 0;

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
      if (!or || !this.isOr(or)) break;
      this.at++;
      if (!this.startsSomething(this.pieces[this.at]))
        throw new QueryError("OR needs something on both sides", this.query, or.at, 2);
    }
    const [first] = items;
    if (!first) return null;
    return items.length === 1 ? first : { type: "or", items };
  }

  /** A bar is punctuation unless something follows it. */
  private isOr(piece: Piece): boolean {
    if (this.isOperator(piece, "OR")) return true;
    const isBar = this.isOperator(piece, "|") || this.isOperator(piece, "||");
    return isBar && this.startsSomething(this.pieces[this.at + 1]);
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
    if (piece.kind === "field" && piece.field) return this.field(piece, piece.field);
    if (piece.kind === "phrase") return this.phrase(piece, false);
    return this.word(piece, false);
  }

  private bracket(open: Piece): QueryNode | null {
    const items = this.sequence();
    if (!this.pieces[this.at]) throw new QueryError("this bracket is not closed", this.query, open.at);
    this.at++;
    const [first] = items;
    if (!first) return null;
    return items.length === 1 ? first : { type: "and", items };
  }

  private word(piece: Piece, titleOnly: boolean): QueryNode | null {
    const { text, textAt } = piece;
    const tilde = text.indexOf("~");
    const typed = tilde > 0 ? text.slice(0, tilde) : text;
    const parts = tilde > 0 ? null : sideBySide(typed);
    if (parts) return this.sideBySide(piece, parts, titleOnly);
    const word = typed.endsWith("*") ? typed : typed.slice(0, lengthWithoutEnding(typed));
    const { words, spans } = this.wordsOf(piece, word);
    if (words.length === 0) return null;
    if (tilde <= 0) {
      const prefix = text.endsWith("*");
      if (prefix && ++this.prefixes > MAX_PREFIXES)
        throw new QueryError(`more than ${MAX_PREFIXES} words with *`, this.query, textAt, text.length);
      return { type: "word", words, spans, prefix, edits: null, titleOnly };
    }
    const edits = text.slice(tilde + 1);
    if (edits !== "0" && edits !== "1" && edits !== "2")
      throw new QueryError("after ~ comes 0, 1 or 2", this.query, textAt + tilde, edits.length + 1);
    return { type: "word", words, spans, prefix: false, edits: Number(edits), titleOnly };
  }

  /** The parts of `oil/gas` or `oil,gas`: each a word. */
  private sideBySide(piece: Piece, parts: readonly Part[], titleOnly: boolean): QueryNode | null {
    const items = parts.flatMap(({ text, at }) => {
      const part = { ...piece, text, textAt: piece.textAt + at };
      return this.word(part, titleOnly) ?? [];
    });
    return items.length > 1 ? { type: "and", items } : (items[0] ?? null);
  }

  private phrase(piece: Piece, titleOnly: boolean): PhraseNode | null {
    const found = this.wordsOf(piece, piece.text);
    return found.words.length > 0 ? { type: "phrase", ...found, titleOnly } : null;
  }

  /** The words of a piece's text, as far as it is given. */
  private wordsOf(piece: Piece, text: string): { words: string[]; spans: Span[] } {
    const words: string[] = [];
    const spans: Span[] = [];
    // Others write the parts of a Persian word apart, so that it is looked for as two as well.
    const lower = wordUnits(text).replaceAll(PARTS_JOINER, " ");
    // Counted one by one, so that no more are made than there may be.
    scanWords(lower, (start, end) => {
      this.count(1, piece);
      const word = surface(lower.slice(start, end));
      if (word === "") return;
      words.push(word);
      spans.push({ start: piece.textAt + start, end: piece.textAt + end });
    });
    return { words, spans };
  }

  private count(words: number, { at, end }: Piece): void {
    this.words += words;
    if (this.words > MAX_WORDS)
      throw new QueryError(`more than ${MAX_WORDS} words`, this.query, at, end - at);
  }

  private field(piece: Piece, field: FieldName): QueryNode | null {
    if (field === "title") return piece.quoted ? this.phrase(piece, true) : this.word(piece, true);
    this.count(1, piece);
    if (field === "date") return this.dates(piece);
    const { text: value, textAt: start } = piece;
    const spans = [{ start, end: start + value.length }];
    return { type: "field", field: field === "lang" ? "language" : field, value: wellFormed(value), spans };
  }

  /** `A`, `A..B`, `A..` or `..B`; each in any form that parseDay takes. */
  private dates(piece: Piece): DateNode {
    const { text, textAt } = piece;
    const dots = text.indexOf("..");
    const first = dots < 0 ? text : text.slice(0, dots);
    const last = dots < 0 ? "" : text.slice(dots + 2);
    if (first === "" && last === "")
      throw new QueryError("a range of dates needs an end", this.query, textAt, Math.max(1, text.length));
    const from = this.day(first, textAt);
    const to = dots < 0 ? from : this.day(last, textAt + dots + 2);
    if (from && to && from.from > to.to)
      throw new QueryError("the first day is after the last", this.query, textAt, text.length);
    return { type: "date", from: from?.from ?? null, to: to?.to ?? null };
  }

  private day(text: string, at: number): DayRange | null {
    if (text === "") return null;
    try {
      return parseDay(text, this.today);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      throw new QueryError(error.message, this.query, at, text.length);
    }
  }
}

/**
 * The parts of a query that stand side by side; none if it has no words at all.
 * Throws QueryError for what can't be read. `today` (ISO) is for tests.
 */
export function parseQuery(query: string, today?: string): QueryNode[] {
  if (query.length > MAX_LENGTH)
    throw new QueryError(`longer than ${MAX_LENGTH} characters`, query, MAX_LENGTH);
  return new Parser(query, piecesOf(query), today).parse();
}
