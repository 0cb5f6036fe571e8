/**
 * What may have been meant by a query that few articles answer.
 *
 * A noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy Channel Model", 1990)
 * over whole queries: of the spellings near to what was typed, that one is meant which most articles answer, each edit
 * counting against it. So what is suggested is sure to find something.
 */
import type { CountOptions, Suggestion } from "../api/types.js";
import type { Snapshot } from "../index/read/snapshot.js";
import { editDistance } from "../text/edit-distance.js";
import { foldValue } from "../text/fold-value.js";
import { countAllValues } from "./facets/values.js";
import { usualEdits, type Variant } from "./match/expand.js";
import { canBeMistyped, nearWords } from "./match/fuzzy.js";
import { type Plan, planAll } from "./match/planner.js";
import { byValue } from "./match/sets.js";
import type { TermMatcher } from "./match/term-matcher.js";
import { isPattern } from "./match/wildcards.js";
import {
  type FieldNode,
  type PhraseNode,
  parseQuery,
  QueryError,
  type QueryNode,
  type Span,
  type WordNode,
} from "./query/query.js";
import { matching } from "./search.js";

/** A slip is so many times rarer than what is meant: what an edit costs. */
const EDIT_COST = Math.log(20);
/** A space too many or too few is likelier than a letter. */
const SPACE_COST = EDIT_COST / 2;
/** Queries of more words are long enough to find what is meant as they are. */
const MOST_WORDS = 30;
/** Other spellings of a word that are tried, and of whole queries. */
const MOST_CHANGES = 3;
const MOST_TRIES = 8;
/** Words of so many letters may have two edits; of two in four letters too little would be left. */
const TWO_EDITS = 5;
/** Parts of a word that was written together have at least so many letters. */
const LEAST_PART = 3;

/** A part of the query that has words, and what it answers to. */
interface Part {
  node: WordNode | PhraseNode;
  matcher: TermMatcher;
}

/** Another text for a piece of the query. */
interface Change {
  span: Span;
  text: string;
  /** The same for counting what it finds: two words that were typed as one must stand side by side. */
  counted: string;
  cost: number;
  /** In how many articles it stands. */
  documents: number;
}

/** What may stand for one word or value, the likeliest first; `needed` if it finds nothing as it is. */
interface Doubt {
  needed: boolean;
  changes: Change[];
}

const likelihood = ({ documents, cost }: Change): number => Math.log(documents) - cost;

/** Throws QueryError and DateError. */
export function suggest(snapshot: Snapshot, query: string, options: CountOptions): Suggestion {
  const nodes = parseQuery(query);
  const wanted = nodes.flatMap(wantedNodes);
  const words = wanted.reduce((sum, node) => sum + node.spans.length, 0);
  if (words === 0 || words > MOST_WORDS) return { query: null, missing: [] };
  const weak = planAll(snapshot, nodes, options.exact ?? false).flatMap(weakLeaves);
  const matchers = new Map(weak.map((matcher) => [matcher.text, matcher]));
  const missing: string[] = [];
  const doubts: Doubt[] = [];
  for (const node of wanted) {
    if (node.type === "field") {
      if (hasValue(snapshot, node)) continue;
      missing.push(`${node.field === "language" ? "lang" : node.field}:${node.value}`);
      doubts.push({ needed: true, changes: valueChanges(snapshot, node, query) });
      continue;
    }
    for (const part of partsOf(node, matchers)) {
      missing.push(...missingOf(part, query));
      doubts.push(...doubtsOf(snapshot, part));
    }
  }
  doubts.push(...joinedDoubts(snapshot, wanted, query, matchers));
  return { query: likeliest(snapshot, query, doubts, options), missing: [...new Set(missing)] };
}

/** A part of the query with what was looked up for it; word by word, if nobody writes its words joined. */
function partsOf(node: WordNode | PhraseNode, matchers: ReadonlyMap<string, TermMatcher>): Part[] {
  const whole = matchers.get(node.words.join(" "));
  if (whole) return [{ node, matcher: whole }];
  return node.words.flatMap((word, i): Part[] => {
    const matcher = matchers.get(word);
    return matcher ? [{ node: { ...node, words: [word], spans: node.spans.slice(i, i + 1) }, matcher }] : [];
  });
}

/** The words, phrases and fields of a query that are not excluded. */
function wantedNodes(node: QueryNode): (WordNode | PhraseNode | FieldNode)[] {
  if (node.type === "and" || node.type === "or") return node.items.flatMap(wantedNodes);
  if (node.type === "must" || node.type === "boost") return wantedNodes(node.item);
  if (node.type === "near") return [node.left, ...(node.isNot ? [] : [node.right])].flatMap(wantedNodes);
  if (node.type === "word") return node.words.some(isPattern) ? [] : [node];
  if (node.type === "phrase") return node.words.some(isPattern) ? [] : [node];
  return node.type === "field" && node.field !== "id" ? [node] : [];
}

/** The matchers that may be mistyped: none of a choice of which another is answered. */
function weakLeaves(plan: Plan): TermMatcher[] {
  if (plan.type === "matcher") return [plan.matcher];
  if (plan.type === "and") return plan.items.flatMap(weakLeaves);
  if (plan.type === "must") return weakLeaves(plan.item);
  if (plan.type === "near") return [plan.left, ...(plan.isNot ? [] : [plan.right])].flatMap(weakLeaves);
  if (plan.type !== "or") return [];
  const choices = plan.items.map(weakLeaves);
  return choices.some((matchers) => matchers.every(({ documents }) => documents > 0)) ? [] : choices.flat();
}

/** What of a part no article has: some of its words, or the words together. */
function missingOf({ node, matcher }: Part, query: string): string[] {
  if (matcher.documents + matcher.nearDocuments > 0) return [];
  const typed = ({ start, end }: Span): string =>
    query.slice(start, end) + (node.type === "word" && node.prefix ? "*" : "");
  const words = node.spans.filter((_, i) => matcher.slots[i]?.length === 0).map(typed);
  const [first, last] = [node.spans[0], node.spans.at(-1)];
  return words.length > 0 || !first || !last ? words : [typed({ start: first.start, end: last.end })];
}

function doubtsOf(snapshot: Snapshot, { node, matcher }: Part): Doubt[] {
  if (node.type === "word" && (node.prefix || node.edits === 0)) return [];
  return node.spans.map((span, i): Doubt => {
    const word = node.words[i] ?? "";
    const known = (matcher.slots[i] ?? []).filter(({ kind }) => kind !== "fuzzy");
    const own = known.reduce((sum, { documents }) => sum + documents, 0);
    const near = nearChanges(snapshot, word, span, known);
    const changes = own > 0 ? near : [...near, ...splitChanges(snapshot, word, span)];
    const likely = changes.filter((change) => own === 0 || likelihood(change) > Math.log(own));
    return { needed: own === 0, changes: likeliestOf(likely) };
  });
}

function likeliestOf(changes: Change[]): Change[] {
  const byLikelihood = (a: Change, b: Change): number =>
    likelihood(b) - likelihood(a) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  return changes.sort(byLikelihood).slice(0, MOST_CHANGES);
}

/** Words within so many edits, those with the same first letter before all others. */
function nearChanges(
  snapshot: Snapshot,
  word: string,
  span: Span,
  known: readonly Pick<Variant, "word">[],
): Change[] {
  const letters = [...word].length;
  if (letters < 2 || word.length > 64 || !canBeMistyped(word)) return [];
  const most = letters < TWO_EDITS ? 1 : 2;
  const own = new Set(known.map((variant) => variant.word));
  for (const sameFirst of [true, false]) {
    const found = new Map<string, Change>();
    snapshot.segments.forEach(({ segment }, at) => {
      nearWords(segment, word, most, sameFirst, (term, distance) => {
        const documents = snapshot.documentCount(at, term);
        if (documents === 0 || own.has(term.word) || term.word.length < 2) return;
        const change = found.get(term.word) ?? changeTo(term.word, span, distance * EDIT_COST);
        change.documents += documents;
        found.set(term.word, change);
      });
    });
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

const changeTo = (text: string, span: Span, cost: number, documents = 0): Change => ({
  span,
  text,
  counted: text,
  cost,
  documents,
});

/** In how many articles exactly this word stands. */
function documentsWith(snapshot: Snapshot, word: string): number {
  return snapshot.segments.reduce((sum, { segment }, at) => {
    const term = segment.term(word);
    return term ? sum + snapshot.documentCount(at, term) : sum;
  }, 0);
}

/** Two words that were written as one. */
function splitChanges(snapshot: Snapshot, word: string, span: Span): Change[] {
  const changes: Change[] = [];
  if (word.length > 64) return [];
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const documents = Math.min(...parts.map((part) => documentsWith(snapshot, part)));
    if (documents === 0) continue;
    const text = parts.join(" ");
    changes.push({ ...changeTo(text, span, SPACE_COST, documents), counted: `"${text}"` });
  }
  return changes;
}

/** One word that was written as two, one of which stands in no article. */
function joinedDoubts(
  snapshot: Snapshot,
  wanted: readonly (WordNode | PhraseNode | FieldNode)[],
  query: string,
  weak: ReadonlyMap<string, TermMatcher>,
): Doubt[] {
  return wanted.flatMap((node, i): Doubt[] => {
    const next = wanted[i + 1];
    const [a, b] = [node.spans[0], next?.spans[0]];
    if (node.type !== "word" || next?.type !== "word" || !a || !b) return [];
    if (node.spans.length + next.spans.length > 2 || query.slice(a.end, b.start).trim() !== "") return [];
    if (![node, next].some(({ words }) => weak.get(words.join(" "))?.documents === 0)) return [];
    const text = node.words.join("") + next.words.join("");
    const documents = documentsWith(snapshot, text);
    const span = { start: a.start, end: b.end };
    return documents > 0 ? [{ needed: false, changes: [changeTo(text, span, SPACE_COST, documents)] }] : [];
  });
}

function hasValue(snapshot: Snapshot, { field, value }: FieldNode): boolean {
  return (
    field === "id" ||
    field === "type" ||
    snapshot.segments.some(({ segment }) => byValue(segment, field, value).length > 0)
  );
}

/** Values of the field that are near to what was typed. */
function valueChanges(snapshot: Snapshot, { field, value, spans }: FieldNode, query: string): Change[] {
  const [span] = spans;
  if (field === "id" || !span) return [];
  const typed = foldValue(value);
  const isQuoted = query.charAt(span.start - 1) !== ":";
  const changes = countAllValues(snapshot, field).flatMap((known): Change[] => {
    const distance = editDistance(typed, foldValue(known.value), Math.max(1, usualEdits(typed)));
    if (distance === undefined) return [];
    const text = isQuoted || !/\s/.test(known.value) ? known.value : `"${known.value}"`;
    return [changeTo(text, span, distance * EDIT_COST, known.count)];
  });
  return likeliestOf(changes);
}

/** Of the ways to change the query the likeliest that finds something, if it is likelier than the query itself. */
function likeliest(
  snapshot: Snapshot,
  query: string,
  doubts: readonly Doubt[],
  options: CountOptions,
): string | null {
  const found = (changes: readonly Change[]): number => {
    const counted = changed(query, changes, ({ counted }) => counted);
    const { articles, relaxed } = matching(snapshot, counted, { ...options, exact: true, match: "all" });
    return relaxed ? 0 : articles.length;
  };
  let best = { changes: [] as Change[], value: Math.log(found([])) };
  for (const changes of ways(doubts)) {
    if (!isReadable(changed(query, changes, ({ counted }) => counted))) continue;
    if (!isReadable(changed(query, changes, ({ text }) => text))) continue;
    const value = changes.reduce((sum, { cost }) => sum - cost, Math.log(found(changes)));
    if (value > best.value) best = { changes, value };
  }
  return best.changes.length > 0 ? changed(query, best.changes, ({ text }) => text) : null;
}

/** A change in the middle of other signs may make a query that means something else, or nothing: `~a/b~9`. */
function isReadable(query: string): boolean {
  try {
    parseQuery(query);
    return true;
  } catch (error) {
    if (error instanceof QueryError) return false;
    throw error;
  }
}

/**
 * All words that find nothing in their likeliest change; the same with one of them in another, with one word more
 * changed, with all changed that may be.
 */
function ways(doubts: readonly Doubt[]): Change[][] {
  const first = (from: readonly Doubt[]): Change[] => from.flatMap(({ changes }) => changes.slice(0, 1));
  const needed = doubts.filter(({ needed }) => needed);
  const optional = first(doubts.filter((doubt) => !doubt.needed)).sort(
    (a, b) => likelihood(b) - likelihood(a),
  );
  const base = first(needed);
  const others = needed.flatMap(({ changes }, i) =>
    changes.slice(1).map((change) => [...first(needed.filter((_, n) => n !== i)), change]),
  );
  const more = optional.map((change) => [...withoutOverlap(base, change), change]);
  const all = optional.reduce((changes, change) => [...withoutOverlap(changes, change), change], base);
  return [base, ...more.slice(0, MOST_CHANGES), all, ...others]
    .filter((changes) => changes.length > 0)
    .slice(0, MOST_TRIES);
}

function withoutOverlap(changes: readonly Change[], { span }: Change): Change[] {
  return changes.filter((other) => other.span.end <= span.start || other.span.start >= span.end);
}

/** The query with its changes; each word with a capital where one was typed. */
function changed(query: string, changes: readonly Change[], textOf: (change: Change) => string): string {
  let text = "";
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    const { start, end } = change.span;
    text += query.slice(at, start) + inCaseOf(query.slice(start, end), textOf(change));
    at = end;
  }
  return text + query.slice(at);
}

function inCaseOf(typed: string, text: string): string {
  const [first = ""] = typed;
  if (typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase())
    return text.toUpperCase();
  return first !== first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
