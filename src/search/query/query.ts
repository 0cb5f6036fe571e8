/**
 * The query language: text to a tree. A hand-written descent over a few pieces, linear in the query's length.
 *
 *   query   = either { [ "AND" ] either }            side by side: all of them
 *   either  = near { ( "OR" | "|" ) near }
 *   near    = unit { [ "NOT" ] operator unit }        operator: w/5, pre/5, w/s, w/p, and those of other tools
 *   unit    = [ "-" | "NOT" | "+" ] ( "(" query ")" | phrase | field ":" value | function "(" query ")" | word )
 *   word    = text with "*" and "?" [ "~" digit ] [ "^" number ]
 *
 * AND, OR and NOT are operators in capitals only: in news, `or` and `not` are words.
 */
import { scanWords, surface, wordUnits } from "../../text/tokenize.js";
import { wellFormed } from "../../text/well-formed.js";
import { dateValue, lengthValue } from "./field-values.js";
import type { QueryField, Scope } from "./fields.js";
import { type Piece, piecesOf } from "./lexer.js";
import type { NearNode, PhraseNode, QueryNode, Span } from "./nodes.js";
import { FARTHEST, nearnessOf } from "./operators.js";
import { QueryError } from "./query-error.js";
import { lengthWithoutEnding, PARTS_JOINER, type Part, sideBySide } from "./word-parts.js";

export type * from "./nodes.js";
export { QueryError } from "./query-error.js";

const MAX_LENGTH = 10_000;
/** Of words that are looked for, those of phrases and of `post-conflict` counted one by one. */
const MAX_WORDS = 1_000;
/** Each may bring in a good part of the vocabulary. */
const MAX_WILDCARDS = 10;
const MAX_DEPTH = 100;
const MOST_BOOST = 1_000;

/** What may be set behind a word or phrase: `~2`, `^3`. */
const SUFFIX = /(?:~(?<edits>[^~^]*))?(?:\^(?<boost>[^~^]*))?$/;
const AND = new Set(["AND", "&&"]);
const OR = new Set(["OR", "||"]);
/** These say at once that something follows and that it is excluded. */
const AND_NOT = new Set(["ANDNOT", "BUTNOT"]);

class Parser {
  private at = 0;
  private depth = 0;
  private words = 0;
  private wildcards = 0;

  constructor(
    private readonly query: string,
    private readonly pieces: readonly Piece[],
    private readonly today: string | undefined,
  ) {}

  parse(): QueryNode[] {
    const items = this.sequence("any");
    const extra = this.pieces[this.at];
    if (extra) throw new QueryError("this bracket was never opened", this.query, extra.at);
    return items;
  }

  private isOneOf(piece: Piece | undefined, names: ReadonlySet<string>): boolean {
    return piece?.kind === "text" && names.has(piece.text);
  }

  private isNot(piece: Piece | undefined): boolean {
    return piece?.kind === "minus" || (piece?.kind === "text" && piece.text === "NOT");
  }

  /** Units side by side, up to a closing bracket or the end. AND makes those on both sides of it indispensable. */
  private sequence(scope: Scope): QueryNode[] {
    const items: QueryNode[] = [];
    let isDemanded = false;
    for (let piece = this.pieces[this.at]; piece && piece.kind !== "close"; piece = this.pieces[this.at]) {
      if (this.isOneOf(piece, OR))
        throw new QueryError(
          `${piece.text} needs something on both sides`,
          this.query,
          piece.at,
          piece.text.length,
        );
      if (this.isOneOf(piece, AND) || this.isOneOf(piece, AND_NOT)) {
        if (items.length === 0 || !this.startsSomething(this.pieces[this.at + 1]))
          throw new QueryError(
            `${piece.text} needs something on both sides`,
            this.query,
            piece.at,
            piece.text.length,
          );
        this.at++;
        const last = items.pop();
        if (last) items.push(demanded(last));
        if (this.isOneOf(piece, AND_NOT)) {
          const item = this.unit(scope);
          if (item) items.push({ type: "not", item });
        } else isDemanded = true;
        continue;
      }
      const item = this.either(scope);
      if (item) items.push(isDemanded ? demanded(item) : item);
      isDemanded = false;
    }
    return items;
  }

  private startsSomething(piece: Piece | undefined): boolean {
    return (
      piece !== undefined && piece.kind !== "close" && !this.isOneOf(piece, OR) && !this.isOneOf(piece, AND)
    );
  }

  private either(scope: Scope): QueryNode | null {
    const items: QueryNode[] = [];
    for (;;) {
      const item = this.near(scope);
      if (item) items.push(item);
      const or = this.pieces[this.at];
      if (!or || !this.isOr(or)) break;
      this.at++;
      if (!this.startsSomething(this.pieces[this.at]))
        throw new QueryError("OR needs something on both sides", this.query, or.at, or.text.length);
    }
    const [first] = items;
    if (!first) return null;
    return items.length === 1 ? first : { type: "or", items };
  }

  /** A bar is punctuation unless something follows it. */
  private isOr(piece: Piece): boolean {
    if (this.isOneOf(piece, OR)) return piece.text === "OR" || this.startsSomething(this.pieces[this.at + 1]);
    return piece.kind === "text" && piece.text === "|" && this.startsSomething(this.pieces[this.at + 1]);
  }

  /** Parts with an operator of nearness between. */
  private near(scope: Scope): QueryNode | null {
    let left = this.unit(scope);
    for (;;) {
      const first = this.pieces[this.at];
      const isNot = first?.kind === "text" && first.text === "NOT";
      const operator = isNot ? this.pieces[this.at + 1] : first;
      const nearness = operator?.kind === "text" ? nearnessOf(operator.text) : undefined;
      if (!first || !operator || !nearness) return left;
      const after = this.pieces[this.at + (isNot ? 2 : 1)];
      const fail = (message: string): QueryError =>
        new QueryError(message, this.query, operator.at, operator.text.length);
      if (!left || !this.startsSomething(after)) throw fail(`${operator.text} needs something on both sides`);
      if (nearness.distance !== null && (nearness.distance < 1 || nearness.distance > FARTHEST))
        throw fail(`the number after / must be 1 to ${FARTHEST}`);
      this.at += isNot ? 2 : 1;
      const right = this.unit(scope);
      if (!right) return left;
      for (const part of [left, right])
        if (!canBeNear(part))
          throw fail(`${operator.text} stands between words, phrases or choices of these: (a OR b)`);
      left = { type: "near", left, right, nearness, isNot } satisfies NearNode;
    }
  }

  private unit(scope: Scope): QueryNode | null {
    const piece = this.pieces[this.at];
    if (!piece) return null;
    if (++this.depth > MAX_DEPTH)
      throw new QueryError("the query is nested too deeply", this.query, piece.at);
    const node = this.unitOf(piece, scope);
    this.depth--;
    return node;
  }

  private unitOf(piece: Piece, scope: Scope): QueryNode | null {
    this.at++;
    if (this.isNot(piece)) {
      if (!this.startsSomething(this.pieces[this.at]))
        throw new QueryError("NOT needs something after it", this.query, piece.at, piece.end - piece.at);
      const item = this.unit(scope);
      return item && { type: "not", item };
    }
    if (piece.kind === "plus") {
      const item = this.unit(scope);
      return item && demanded(item);
    }
    if (piece.kind === "open") return this.bracket(piece, scope);
    if (piece.kind === "function") return this.function(piece, scope);
    if (piece.kind === "field") return this.field(piece);
    if (piece.kind === "phrase") return this.phrase(piece, scope);
    return this.word(piece, scope);
  }

  private bracket(open: Piece, scope: Scope): QueryNode | null {
    const items = this.sequence(scope);
    if (!this.pieces[this.at]) throw new QueryError("this bracket is not closed", this.query, open.at);
    this.at++;
    return together(items);
  }

  /** `atleast5(oil)`, and fields as Lexis writes them: `HEADLINE(oil)`. */
  private function(piece: Piece, scope: Scope): QueryNode | null {
    const open = this.pieces[this.at];
    if (piece.field === undefined && /\d+$/.test(piece.text) && open) {
      this.at++;
      const item = this.bracket(open, scope);
      const count = Number(/\d+$/.exec(piece.text)?.[0]);
      if (item && !isTerm(item))
        throw new QueryError(
          `${piece.text} takes one word or phrase`,
          this.query,
          piece.at,
          piece.text.length,
        );
      return item && { type: "atleast", count: Math.max(1, count), item };
    }
    return this.field({ ...piece, kind: "field" });
  }

  private word(piece: Piece, scope: Scope): QueryNode | null {
    const { text, textAt } = piece;
    this.refuseRange(piece);
    if (text.includes("/") && nearnessOf(text))
      throw new QueryError(`${text} needs something on both sides`, this.query, textAt, text.length);
    const groups = /[~^]/.test(text.slice(1)) ? SUFFIX.exec(text)?.groups : undefined;
    const end = groups ? text.search(/(?<!^)[~^]/) : text.length;
    const edits = groups?.edits;
    const typed = text.slice(0, end);
    const parts = end < text.length ? null : sideBySide(typed);
    if (parts) return this.sideBySide(piece, parts, scope);
    const node = isWildcard(typed)
      ? this.wildcard(piece, typed, scope)
      : this.plainWord(piece, typed, edits, scope);
    if (!node) return null;
    return groups?.boost === undefined
      ? node
      : this.boosted(node, groups.boost, textAt + text.lastIndexOf("^"));
  }

  private plainWord(piece: Piece, typed: string, edits: string | undefined, scope: Scope): QueryNode | null {
    const prefix = edits === undefined && typed.endsWith("*");
    const word = prefix ? typed : typed.slice(0, lengthWithoutEnding(typed));
    const { words, spans } = this.wordsOf(piece, word);
    if (words.length === 0) return null;
    if (prefix) this.countWildcard(piece);
    if (edits !== undefined && edits !== "0" && edits !== "1" && edits !== "2")
      throw new QueryError(
        "~ must be followed by 0, 1 or 2",
        this.query,
        piece.textAt + piece.text.indexOf("~"),
        edits.length + 1,
      );
    const isAcronym =
      /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(typed) && /\p{Ll}/u.test(this.query);
    return {
      ...{ type: "word", words, spans, prefix, edits: edits === undefined ? null : Number(edits), scope },
      ...(isAcronym && { isAcronym }),
    };
  }

  /** A word with `*` or `?` inside or at its beginning. */
  private wildcard(piece: Piece, typed: string, scope: Scope): QueryNode | null {
    this.countWildcard(piece);
    this.count(1, piece);
    const pattern = surface(wordUnits(typed).replace(/\*{2,}/g, "*"));
    if (!/[\p{L}\p{N}]/u.test(pattern))
      throw new QueryError("a wildcard needs a letter or a digit", this.query, piece.textAt, typed.length);
    const span = { start: piece.textAt, end: piece.textAt + typed.length };
    return { type: "word", words: [pattern], spans: [span], prefix: false, edits: null, scope };
  }

  private countWildcard({ textAt, text }: Piece): void {
    if (++this.wildcards > MAX_WILDCARDS)
      throw new QueryError(
        `more than ${MAX_WILDCARDS} words with wildcards`,
        this.query,
        textAt,
        text.length,
      );
  }

  private boosted(item: QueryNode, typed: string, at: number): QueryNode {
    const factor = Number(typed);
    if (typed === "" || !(factor > 0 && factor <= MOST_BOOST))
      throw new QueryError(
        `^ must be followed by a number up to ${MOST_BOOST}`,
        this.query,
        at,
        typed.length + 1,
      );
    return { type: "boost", factor, item };
  }

  /** The parts of `oil/gas` or `oil,gas`: each a word. */
  private sideBySide(piece: Piece, parts: readonly Part[], scope: Scope): QueryNode | null {
    return together(
      parts.flatMap(({ text, at }) => this.word({ ...piece, text, textAt: piece.textAt + at }, scope) ?? []),
    );
  }

  private phrase(piece: Piece, scope: Scope): QueryNode | null {
    const { words, spans } = this.patternsOf(piece);
    const next = this.pieces[this.at];
    const suffix = next?.kind === "text" && next.at === piece.end ? /^[~^]/.exec(next.text) : null;
    let slop: number | null = null;
    let boost: string | undefined;
    if (next && suffix) {
      this.at++;
      const groups = SUFFIX.exec(next.text)?.groups;
      boost = groups?.boost;
      if (groups?.edits !== undefined) {
        slop = /^\d{1,4}$/.test(groups.edits) ? Number(groups.edits) : Number.NaN;
        if (!(slop <= FARTHEST))
          throw new QueryError(
            `~ after a phrase must be followed by a number up to ${FARTHEST}`,
            this.query,
            next.at,
            next.text.length,
          );
      }
    }
    if (words.length === 0) return null;
    const node: PhraseNode = { type: "phrase", words, spans, scope, slop: words.length > 1 ? slop : null };
    return boost === undefined || !next ? node : this.boosted(node, boost, next.at + next.text.indexOf("^"));
  }

  /** The words of a phrase, each of which may have wildcards. */
  private patternsOf(piece: Piece): { words: string[]; spans: Span[] } {
    if (!/[*?]/.test(piece.text)) return this.wordsOf(piece, piece.text);
    const all: { words: string[]; spans: Span[] } = { words: [], spans: [] };
    for (const { 0: text, index } of piece.text.matchAll(/\S+/g)) {
      const part = { ...piece, text, textAt: piece.textAt + index };
      const isPrefix = /[\p{L}\p{N}]\*$/u.test(text);
      if (isWildcard(text) || isPrefix) {
        this.countWildcard(part);
        this.count(1, part);
        all.words.push(surface(wordUnits(text)));
        all.spans.push({ start: part.textAt, end: part.textAt + text.length });
      } else {
        const { words, spans } = this.wordsOf(part, text);
        all.words.push(...words);
        all.spans.push(...spans);
      }
    }
    return all;
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

  private field(name: Piece): QueryNode | null {
    const { field, text: key, at } = name;
    const value = this.pieces[this.at];
    if (!value) throw new QueryError(`"${key}:" has no value`, this.query, at, key.length + 1);
    this.at++;
    if (value.kind === "open") return this.fieldGroup(name, value);
    this.refuseRegularExpression(value);
    return this.fieldValue(key, field, value, at);
  }

  private fieldValue(key: string, field: QueryField | undefined, value: Piece, at: number): QueryNode | null {
    const { query } = this;
    const isAny = value.kind === "text" && value.text === "*";
    const kind = field?.kind;
    if (isAny && kind?.type !== "text") return { type: "has", key: field?.name ?? key, query, at };
    if (kind?.type === "text")
      return value.kind === "phrase" ? this.phrase(value, kind.scope) : this.word(value, kind.scope);
    this.count(1, value);
    const { text, textAt } = value;
    if (kind?.type === "date") return dateValue(query, value, kind.bound, this.today);
    if (kind?.type === "length") return lengthValue(query, value);
    if (kind?.type === "has") return { type: "has", key: text, query, at: textAt };
    if (kind?.type === "value" || kind?.type === "id")
      return {
        type: "field",
        field: kind.type === "id" ? "id" : kind.column,
        value: wellFormed(text),
        spans: [{ start: textAt, end: textAt + text.length }],
      };
    return { type: "record", key: kind?.key ?? key, value: wellFormed(text), query, at };
  }

  /** `title:(oil OR gas)`: what the brackets hold, each word in that field. */
  private fieldGroup(name: Piece, open: Piece): QueryNode | null {
    const { field, text: key, at } = name;
    if (field?.kind.type === "text") return this.bracket(open, field.kind.scope);
    const items = this.fieldSequence(key, field, at, open);
    this.at++;
    return items;
  }

  /** Values of a field in brackets: `place:(Baku OR Ganja)`, `agency:(TASS, APA)`; side by side they are a choice. */
  private fieldSequence(
    key: string,
    field: QueryField | undefined,
    at: number,
    open: Piece,
  ): QueryNode | null {
    const items: QueryNode[] = [];
    for (let piece = this.pieces[this.at]; piece?.kind !== "close"; piece = this.pieces[this.at]) {
      if (!piece) throw new QueryError("this bracket is not closed", this.query, open.at);
      this.at++;
      if (this.isOneOf(piece, OR) || (piece.kind === "text" && piece.text === "|")) continue;
      if (piece.kind !== "text" && piece.kind !== "phrase" && piece.kind !== "range")
        throw new QueryError(`only values and OR can be in brackets after "${key}:"`, this.query, piece.at);
      const item = this.fieldValue(key, field, piece, at);
      if (item) items.push(item);
    }
    const [first] = items;
    return items.length > 1 ? { type: "or", items } : (first ?? null);
  }

  private refuseRegularExpression({ kind, text, textAt }: Piece): void {
    if (kind === "text" && /^\/.+\/[a-z]*$/.test(text))
      throw new QueryError(
        "regular expressions are not supported: use * and ? as wildcards",
        this.query,
        textAt,
        text.length,
      );
  }

  /** Ranges are for days; regular expressions for nobody. */
  private refuseRange(piece: Piece): void {
    const { text, at } = piece;
    if (
      /^[[{]/.test(text) &&
      /^[[{][^\]}]{0,100}\sTO\s[^\]}]{0,100}[\]}]/.test(this.query.slice(at, at + 250))
    )
      throw new QueryError("a range needs a field: date:2025-01..2025-06", this.query, at, text.length);
    if (/^\/.*[[\]\\^$+*?|{}].*\/[a-z]*$/.test(text)) this.refuseRegularExpression(piece);
  }
}

/** Whether `*` or `?` stand where they are wildcards: `?` only before a letter, or a question would have one. */
function isWildcard(text: string): boolean {
  return /[*?](?=[*?]*[\p{L}\p{N}])/u.test(text) && /[\p{L}\p{N}]/u.test(text);
}

function together(items: QueryNode[]): QueryNode | null {
  const [first] = items;
  if (!first) return null;
  return items.length === 1 ? first : { type: "and", items };
}

function demanded(item: QueryNode): QueryNode {
  return item.type === "must" || item.type === "not" ? item : { type: "must", item };
}

const isTerm = (node: QueryNode): boolean => node.type === "word" || node.type === "phrase";

/** Words, phrases, choices of them, and what is near each other already have places in a text. */
function canBeNear(node: QueryNode): boolean {
  if (node.type === "or") return node.items.every(canBeNear);
  if (node.type === "near") return !node.isNot;
  return node.type === "boost" ? canBeNear(node.item) : isTerm(node);
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
