/** Looks up the words of a query: from its tree to a plan that each segment can be asked with. */
import type { Snapshot } from "../../index/read/snapshot.js";
import { otherNames } from "../../text/equivalents/other-names.js";
import { functionWords } from "../../text/function-words.js";
import type { Nearness } from "../query/operators.js";
import type { DateNode, FieldNode, LengthNode, PhraseNode, QueryNode, WordNode } from "../query/query.js";
import { rankedLeaves } from "./evaluate.js";
import { joinedForm, otherForms } from "./joined.js";
import { type Field, fieldOf } from "./record-fields.js";
import { type LeafOptions, makeLeaf, type TermMatcher } from "./term-matcher.js";
import { isPattern } from "./wildcards.js";

interface MatcherPlan {
  type: "matcher";
  matcher: TermMatcher;
}

/** Two parts near each other, or one without the other near it. */
export type NearPlan = Extract<Plan, { type: "near" }>;

/** A query's tree with its words looked up. */
export type Plan =
  | MatcherPlan
  | FieldNode
  | DateNode
  | LengthNode
  /** Words side by side in a field of the record; null: the article has the field at all. */
  | { type: "record"; field: Field; value: string | null }
  | { type: "near"; left: Plan; right: Plan; nearness: Nearness; isNot: boolean }
  | { type: "atleast"; count: number; item: MatcherPlan }
  | { type: "must"; item: Plan }
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
const OTHER_NAME = { exact: true, prefix: false, edits: null, scope: "any", as: "spelling" } as const;

const LONGEST_NAME = 4;

/** What a function word counts beside other words. */
const LITTLE = 0.05;

class Planner {
  /** What is typed several times is looked up once. */
  private readonly matchers = new Map<string, TermMatcher>();
  /** What `^` sets around the words that are looked up. */
  private boost = 1;

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
        return node.slop === null
          ? this.phrase(node.words, leafOptions(node, exact))
          : this.loosePhrase(node, node.slop);
      case "and":
      case "or":
        return { type: node.type, items: node.items.map((item) => this.plan(item, exact)) };
      case "near": {
        const { left, right, nearness, isNot } = node;
        return {
          ...{ type: "near", nearness, isNot, left: this.plan(left, exact) },
          // What must not be near is meant as it is typed.
          right: this.plan(right, exact || isNot),
        };
      }
      case "atleast": {
        const { item } = node;
        const words = item.type === "word" || item.type === "phrase" ? item.words : [];
        const options = item.type === "word" || item.type === "phrase" ? leafOptions(item, exact) : null;
        if (!options) return this.plan(item, exact);
        return { type: "atleast", count: node.count, item: this.matcher(words, options) };
      }
      case "must":
        return { type: "must", item: this.plan(node.item, exact) };
      case "boost": {
        const before = this.boost;
        this.boost *= node.factor;
        const plan = this.plan(node.item, exact);
        this.boost = before;
        return plan;
      }
      case "record":
        return { type: "record", field: fieldOf(this.snapshot, node), value: node.value };
      case "has":
        return { type: "record", field: fieldOf(this.snapshot, node), value: null };
      case "not":
        // What is excluded is meant as it is typed: a near word must not take articles away.
        return { type: "not", item: this.plan(node.item, true) };
      default:
        return node;
    }
  }

  /** A word, or a country under its other names: those of one word answer like it, those of several are phrases. */
  private word(node: WordNode, exact: boolean): Plan {
    const { words } = node;
    const options = { ...leafOptions(node, exact), ...(this.isLittle(node) && { boost: LITTLE }) };
    if (words.length > 1) return this.severalWords(node, options);
    if (exact || node.prefix) return this.matcher(words, options);
    const names = node.scope !== "any" ? [] : this.otherNames(words);
    const forms = node.edits === null ? otherForms(this.snapshot, words) : [];
    const others = names.flatMap((name) => (name.length === 1 ? name : []));
    const own = this.matcher(words, { ...options, others });
    const { scope } = node;
    const phrases = [
      ...names.filter((name) => name.length > 1).map((name) => this.named(name)),
      ...forms.map((form) => this.matcher(form, { ...OTHER_NAME, scope })),
    ];
    return oneOf(own, phrases);
  }

  /** Whether a word says nothing by itself in a language of the archive: `who` and `is`, but not `WHO`. */
  private isLittle({ words: [word = "", ...more], isAcronym }: WordNode): boolean {
    if (more.length > 0 || isAcronym) return false;
    return [...this.snapshot.languages].some((language) => functionWords(language).has(word));
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
    const { words, spans, prefix, edits, scope } = node;
    const own = this.phrase(words, options);
    // In scripts without spaces a word is each character, and nothing stands between.
    const isApart = spans.every(({ start }, i) => i === 0 || start > (spans[i - 1]?.end ?? start));
    if (!isApart && !prefix && !options.exact && scope === "any")
      return oneOf(
        own,
        this.otherNames(words).map((name) => this.named(name)),
      );
    if (prefix || options.exact || !isApart || hasArticles(own)) return own;
    const items = words.map((word, i) =>
      this.word({ type: "word", words: [word], spans: spans.slice(i, i + 1), prefix, edits, scope }, false),
    );
    // What no article has stays a phrase: then it is said which of the words is missing.
    return items.every(hasArticles) ? { type: "and", items } : own;
  }

  /** Words side by side, or as others join and split them. */
  private phrase(words: readonly string[], options: LeafOptions): Plan {
    const own = this.matcher(words, options);
    if (options.prefix) return own;
    const { scope } = options;
    const forms = otherForms(this.snapshot, words);
    return oneOf(
      own,
      forms.map((form) => this.matcher(form, { ...OTHER_NAME, scope })),
    );
  }

  /** `"oil price"~5`: each word near the one before, with so many others between. */
  private loosePhrase(node: PhraseNode, slop: number): Plan {
    const [first, ...others] = node.words.map((word) => this.matcher([word], leafOptions(node, false)));
    const nearness = { distance: slop + 1, within: "text", ordered: false } as const;
    return others.reduce<Plan>(
      (left, right) => ({ type: "near", left, right, nearness, isNot: false }),
      first ?? { type: "and", items: [] },
    );
  }

  private matcher(words: readonly string[], asked: LeafOptions): MatcherPlan {
    const options = this.boost === 1 ? asked : { ...asked, boost: this.boost * (asked.boost ?? 1) };
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
    if (!isPlain(first) || !isPlain(second) || first.scope !== second.scope) return null;
    const joined = joinedForm(this.snapshot, first.words[0] ?? "", second.words[0] ?? "");
    return joined === null ? null : this.matcher([joined], { ...OTHER_NAME, scope: first.scope });
  }

  /** Several words from `at` on that name a country, and its other names as far as any article has them. */
  private countryAt(nodes: readonly QueryNode[], at: number): { length: number; others: Plan[] } | null {
    const words: string[] = [];
    for (const node of nodes.slice(at, at + LONGEST_NAME)) {
      const [word] = node.type === "word" && !node.prefix && node.scope === "any" ? node.words : [];
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
  return (
    node?.type === "word" &&
    node.words.length === 1 &&
    !node.prefix &&
    node.edits === null &&
    !isPattern(node.words[0] ?? "")
  );
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
  const { scope } = node;
  if (node.type === "phrase") return { exact: true, letters: true, prefix: false, edits: null, scope };
  return { exact, prefix: node.prefix, edits: node.edits, scope };
}
