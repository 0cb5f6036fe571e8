/** Which articles of a segment answer a query's tree: sets of articles as ascending arrays. */
import type { Segment } from "../../index/read/segment.js";
import type { LiveSegment, Snapshot } from "../../index/read/snapshot.js";
import { otherNames } from "../../text/equivalents/other-names.js";
import { functionWords } from "../../text/function-words.js";
import type { DateNode, FieldNode, PhraseNode, QueryNode, WordNode } from "../query/query.js";
import type { ExpandOptions } from "./expand.js";
import { joinedForm, otherForms } from "./joined.js";
import { type Articles, byDate, byValue, intersect } from "./sets.js";
import { makeLeaf, type TermMatcher } from "./term-matcher.js";

interface MatcherPlan {
  type: "matcher";
  matcher: TermMatcher;
}

type LeafOptions = ExpandOptions & { titleOnly: boolean };

/** A query's tree with its words looked up. */
export type Plan =
  | MatcherPlan
  | FieldNode
  | DateNode
  | { type: "and"; items: Plan[] }
  | { type: "or"; items: Plan[] }
  | { type: "not"; item: Plan };

/**
 * Looks up the words of a query. The longest country name wins among words side by side (`saudi arabia`): they become
 * one choice between them and its other names; words that are part of none stay as they are.
 */
export function planAll(snapshot: Snapshot, nodes: readonly QueryNode[], exact: boolean): Plan[] {
  return new Planner(snapshot).all(nodes, exact);
}

/** Another name of what was typed, to the letter. */
const OTHER_NAME = { exact: true, prefix: false, edits: null, titleOnly: false, as: "spelling" } as const;

const LONGEST_NAME = 4;

class Planner {
  /** What is typed several times is looked up once. */
  private readonly matchers = new Map<string, TermMatcher>();

  constructor(private readonly snapshot: Snapshot) {}

  all(nodes: readonly QueryNode[], exact: boolean): Plan[] {
    const plans: Plan[] = [];
    for (let i = 0; i < nodes.length; ) {
      const name = exact ? null : this.countryAt(nodes, i);
      if (name) {
        const own: Plan = {
          type: "and",
          items: nodes.slice(i, i + name.length).map((node) => this.plan(node, exact)),
        };
        plans.push({ type: "or", items: [own, ...name.others] });
        i += name.length;
      } else {
        const joined = exact ? null : this.joinedAt(nodes, i);
        const node = nodes[i++];
        if (node && joined) {
          const both = nodes.slice(i - 1, ++i);
          const own: Plan = { type: "and", items: both.map((one) => this.plan(one, exact)) };
          plans.push({ type: "or", items: [own, joined] });
        } else if (node) plans.push(this.plan(node, exact));
      }
    }
    return plans;
  }

  private plan(node: QueryNode, exact: boolean): Plan {
    switch (node.type) {
      case "word":
        return this.word(node, exact);
      case "phrase":
        return this.phrase(node.words, leafOptions(node, exact));
      case "and":
      case "or":
        return { type: node.type, items: node.items.map((item) => this.plan(item, exact)) };
      case "not":
        // What is excluded is meant as it is typed: a near word must not take articles away.
        return { type: "not", item: this.plan(node.item, true) };
      default:
        return node;
    }
  }

  /** A word, or a country under its other names: those of one word answer like it, those of several are phrases. */
  private word(node: WordNode, exact: boolean): Plan {
    const options = leafOptions(node, exact);
    const { words } = node;
    if (words.length > 1) return this.severalWords(node, options);
    if (exact || node.prefix) return this.matcher(words, options);
    const names = node.titleOnly ? [] : this.otherNames(words);
    const forms = node.edits === null ? otherForms(this.snapshot, words) : [];
    const others = names.flatMap((name) => (name.length === 1 ? name : []));
    const own = this.matcher(words, { ...options, others });
    const { titleOnly } = node;
    const phrases = [
      ...names.filter((name) => name.length > 1).map((name) => this.named(name)),
      ...forms.map((form) => this.matcher(form, { ...OTHER_NAME, titleOnly })),
    ];
    return oneOf(own, phrases);
  }

  /** Another name, as it is written. */
  private named(words: readonly string[]): MatcherPlan {
    return this.matcher(words, { ...OTHER_NAME, as: "synonym" });
  }

  /** Other names, without those that are little words of a language of the archive: `un` in French. */
  private otherNames(words: readonly string[]): string[][] {
    return otherNames(words, this.snapshot.synonyms).filter(
      ([word = "", ...more]) =>
        more.length > 0 ||
        ![...this.snapshot.languages].some((one) => one !== "en" && functionWords(one).has(word)),
    );
  }

  /** What a hyphen or an apostrophe joins: side by side, or as one word; if nobody writes it so, all of its words. */
  private severalWords(node: WordNode, options: LeafOptions): Plan {
    const { words, spans, prefix, edits, titleOnly } = node;
    const own = this.phrase(words, options);
    // In scripts without spaces a word is each character, and nothing stands between.
    const isApart = spans.every(({ start }, i) => i === 0 || start > (spans[i - 1]?.end ?? start));
    if (!isApart && !prefix && !options.exact && !titleOnly)
      return oneOf(
        own,
        this.otherNames(words).map((name) => this.named(name)),
      );
    if (prefix || options.exact || !isApart || hasArticles(own)) return own;
    const items = words.map((word, i) =>
      this.word(
        { type: "word", words: [word], spans: spans.slice(i, i + 1), prefix, edits, titleOnly },
        false,
      ),
    );
    // What no article has stays a phrase: then it is said which of the words is missing.
    return items.every(hasArticles) ? { type: "and", items } : own;
  }

  /** Words side by side, or as others join and split them. */
  private phrase(words: readonly string[], options: LeafOptions): Plan {
    const own = this.matcher(words, options);
    if (options.prefix) return own;
    const { titleOnly } = options;
    const forms = otherForms(this.snapshot, words);
    return oneOf(
      own,
      forms.map((form) => this.matcher(form, { ...OTHER_NAME, titleOnly })),
    );
  }

  private matcher(words: readonly string[], options: LeafOptions): MatcherPlan {
    const key = JSON.stringify([words, options]);
    let matcher = this.matchers.get(key);
    if (!matcher) {
      matcher = makeLeaf(this.snapshot, words, options);
      this.matchers.set(key, matcher);
    }
    return { type: "matcher", matcher };
  }

  /** Two words from `at` on as the one that the archive has: `per cent` as `percent`. */
  private joinedAt(nodes: readonly QueryNode[], at: number): Plan | null {
    const [first, second] = [nodes[at], nodes[at + 1]];
    if (!isPlain(first) || !isPlain(second) || first.titleOnly !== second.titleOnly) return null;
    const joined = joinedForm(this.snapshot, first.words[0] ?? "", second.words[0] ?? "");
    return joined === null ? null : this.matcher([joined], { ...OTHER_NAME, titleOnly: first.titleOnly });
  }

  /** Several words from `at` on that name a country, and its other names as far as any article has them. */
  private countryAt(nodes: readonly QueryNode[], at: number): { length: number; others: Plan[] } | null {
    const words: string[] = [];
    for (const node of nodes.slice(at, at + LONGEST_NAME)) {
      const [word] = node.type === "word" && !node.prefix && !node.titleOnly ? node.words : [];
      if (node.type !== "word" || word === undefined || node.words.length > 1) break;
      words.push(word);
    }
    for (let length = words.length; length > 1; length--) {
      const names = this.otherNames(words.slice(0, length));
      const others = names.map((name) => this.named(name)).filter(({ matcher }) => matcher.documents > 0);
      if (others.length > 0) return { length, others };
    }
    return null;
  }
}

/** Whether a part of a query is one word without anything set to it. */
function isPlain(node: QueryNode | undefined): node is WordNode {
  return node?.type === "word" && node.words.length === 1 && !node.prefix && node.edits === null;
}

/** One of several, as far as any article has them. */
function oneOf(own: Plan, others: readonly MatcherPlan[]): Plan {
  const found = others.filter(({ matcher }) => matcher.documents > 0);
  return found.length > 0 ? { type: "or", items: [own, ...found] } : own;
}

/** Whether any article answers. */
function hasArticles(plan: Plan): boolean {
  return rankedLeaves(plan).some(({ documents, nearDocuments }) => documents + nearDocuments > 0);
}

function leafOptions(node: WordNode | PhraseNode, exact: boolean): LeafOptions {
  const { titleOnly } = node;
  if (node.type === "phrase") return { exact: true, letters: true, prefix: false, edits: null, titleOnly };
  return { exact, prefix: node.prefix, edits: node.edits, titleOnly };
}

/** The matchers that an answer may be ranked by: all that are not excluded. */
export function rankedLeaves(plan: Plan): TermMatcher[] {
  if (plan.type === "matcher") return [plan.matcher];
  return plan.type === "and" || plan.type === "or" ? plan.items.flatMap(rankedLeaves) : [];
}

/** The articles of the segment at `at` that answer. Articles that are gone may be among them. */
export function evaluate(plan: Plan, snapshot: Snapshot, at: number): Articles {
  const live = snapshot.segments[at];
  if (!live) return new Uint32Array();
  switch (plan.type) {
    case "matcher":
      return plan.matcher.matches[at]?.documents ?? new Uint32Array();
    case "field":
      return byField(live.segment, plan);
    case "date":
      return byDate(live.segment, plan.from, plan.to);
    case "or":
      return union(
        plan.items.map((item) => evaluate(item, snapshot, at)),
        live.segment.articleCount,
      );
    case "not":
      return except(everything(live), evaluate(plan.item, snapshot, at));
    case "and": {
      // What only excludes comes last, so that it takes away from little.
      const positive = plan.items.filter((item) => item.type !== "not");
      let found: Articles | undefined;
      for (const item of positive) {
        const next = evaluate(item, snapshot, at);
        found = found ? intersect(found, next) : next;
      }
      found ??= everything(live);
      for (const item of plan.items) {
        if (item.type === "not") found = except(found, evaluate(item.item, snapshot, at));
      }
      return found;
    }
  }
}

/** All articles of a segment that count. */
export function everything({ segment, deleted }: LiveSegment): Articles {
  const all = Uint32Array.from({ length: segment.articleCount }, (_, i) => i);
  return deleted ? all.filter((document) => !deleted[document]) : all;
}

function except(a: Articles, b: Articles): Articles {
  let j = 0;
  return a.filter((document) => {
    while (j < b.length && (b[j] ?? 0) < document) j++;
    return b[j] !== document;
  });
}

export function union(sets: readonly Articles[], articles: number): Articles {
  const [only] = sets;
  if (only && sets.length === 1) return only;
  const marks = new Uint8Array(articles);
  for (const set of sets) for (const document of set) marks[document] = 1;
  const out = new Uint32Array(articles);
  let count = 0;
  for (let document = 0; document < articles; document++) if (marks[document]) out[count++] = document;
  return out.subarray(0, count);
}

function byField(segment: Segment, node: FieldNode): Articles {
  if (node.field === "id") return byId(segment, node.value);
  return byValue(segment, node.field, node.value);
}

/** Articles whose id begins so. */
function byId(segment: Segment, value: string): Articles {
  const documents = new Set<number>();
  for (const entry of segment.namesPrefixed(`i${value}`))
    for (const document of entry.documents) documents.add(document);
  return Uint32Array.from(documents).sort();
}
