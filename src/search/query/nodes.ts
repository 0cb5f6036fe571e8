/** The tree of a query. */
import type { Scope } from "./fields.js";
import type { Nearness } from "./operators.js";

/** Where a word stands in the query: UTF-16 offsets, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** A word to be found. `words` has more than one where the typed word is several (`post-conflict`). */
export interface WordNode {
  type: "word";
  /** With `*` and `?` where they are wildcards, but for a `*` at the end: see `prefix`. */
  words: string[];
  /** Where each of the words stands. */
  spans: Span[];
  prefix: boolean;
  /** Edits allowed, null for the usual ones. */
  edits: number | null;
  scope: Scope;
  /** Typed in capitals in a query that is not: `WHO`. */
  isAcronym?: boolean;
}

/** Words that must stand side by side, exactly so; with `slop`, that many others may stand between them, in any order. */
export interface PhraseNode {
  type: "phrase";
  words: string[];
  spans: Span[];
  scope: Scope;
  slop: number | null;
}

export interface FieldNode {
  type: "field";
  field: "place" | "agency" | "language" | "type" | "id";
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

/** How many words an article has, both bounds included. */
export interface LengthNode {
  type: "length";
  least: number;
  most: number;
}

/** Words side by side in a field of the article's record. */
export interface RecordNode {
  type: "record";
  /** As it was typed, for a key that no field has; the query and where the key stands there, for an error. */
  key: string;
  value: string;
  query: string;
  at: number;
}

/** Articles that have a field at all. */
export interface PresenceNode {
  type: "has";
  key: string;
  query: string;
  at: number;
}

/** Two parts near each other; `isNot`: the left one where the right one is not near it. */
export interface NearNode {
  type: "near";
  left: QueryNode;
  right: QueryNode;
  nearness: Nearness;
  isNot: boolean;
}

/** A word or phrase that stands in an article several times. */
export interface AtLeastNode {
  type: "atleast";
  count: number;
  item: QueryNode;
}

export type QueryNode =
  | WordNode
  | PhraseNode
  | FieldNode
  | DateNode
  | LengthNode
  | RecordNode
  | PresenceNode
  | NearNode
  | AtLeastNode
  | { type: "and"; items: QueryNode[] }
  | { type: "or"; items: QueryNode[] }
  | { type: "not"; item: QueryNode }
  /** May not be missing, even where not all words must match. */
  | { type: "must"; item: QueryNode }
  /** Counts this many times as much in ranking. */
  | { type: "boost"; factor: number; item: QueryNode };
