/** Which articles of a segment answer a query's plan: sets of articles as ascending arrays. */
import type { Segment } from "../../index/read/segment.js";
import type { LiveSegment, Snapshot } from "../../index/read/snapshot.js";
import type { FieldNode } from "../query/query.js";
import { lonelySpans, nearSpans, type Spans, termSpans, unitedSpans, withSpans } from "./near.js";
import type { NearPlan, Plan } from "./planner.js";
import { byRecord } from "./record-fields.js";
import { NO_TEXTS, sentenceTest, type TextReader } from "./same-sentence.js";
import { type Articles, byDate, byValue, intersect, select } from "./sets.js";
import type { TermMatcher } from "./term-matcher.js";

/** The matchers that an answer may be ranked by: all that are not excluded. */
export function rankedLeaves(plan: Plan): TermMatcher[] {
  switch (plan.type) {
    case "matcher":
      return [plan.matcher];
    case "and":
    case "or":
      return plan.items.flatMap(rankedLeaves);
    case "near":
      return plan.isNot ? rankedLeaves(plan.left) : [plan.left, plan.right].flatMap(rankedLeaves);
    case "must":
    case "atleast":
      return rankedLeaves(plan.item);
    default:
      return [];
  }
}

/** The articles of the segment at `at` that answer. Articles that are gone may be among them. */
export function evaluate(
  plan: Plan,
  snapshot: Snapshot,
  at: number,
  reader: TextReader = NO_TEXTS,
): Articles {
  const live = snapshot.segments[at];
  if (!live) return new Uint32Array();
  switch (plan.type) {
    case "matcher":
      return plan.matcher.matches[at]?.documents ?? new Uint32Array();
    case "field":
      return byField(live.segment, plan);
    case "date":
      return byDate(live.segment, plan.from, plan.to);
    case "length":
      return select(live.segment.column("lengths"), (words) => words >= plan.least && words <= plan.most);
    case "record":
      return byRecord(live.segment, plan.field, plan.value);
    case "near":
      return byNearness(plan, snapshot, at, reader);
    case "atleast":
      return byCount(plan.item.matcher, snapshot, at, plan.count);
    case "must":
      return evaluate(plan.item, snapshot, at, reader);
    case "or":
      return union(
        plan.items.map((item) => evaluate(item, snapshot, at, reader)),
        live.segment.articleCount,
      );
    case "not":
      return except(everything(live), evaluate(plan.item, snapshot, at, reader));
    case "and": {
      // What only excludes comes last, so that it takes away from little.
      const positive = plan.items.filter((item) => item.type !== "not");
      // What reads records or texts comes behind what only reads postings, and looks at what these left.
      let found: Articles | undefined;
      for (const item of positive) {
        const next = evaluate(item, snapshot, at, reader);
        found = found ? intersect(found, next) : next;
      }
      found ??= everything(live);
      for (const item of plan.items) {
        if (item.type === "not") found = except(found, evaluate(item.item, snapshot, at, reader));
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

/** Articles in which one part stands near another, or where one does not. */
function byNearness(plan: NearPlan, snapshot: Snapshot, at: number, reader: TextReader): Articles {
  const left = evaluate(plan.left, snapshot, at, reader);
  const right = evaluate(plan.right, snapshot, at, reader);
  const documents = plan.isNot ? left : intersect(left, right);
  return withSpans(documents, spansOf(plan, snapshot, at, documents, reader));
}

/** Where a part of a query stands in articles that are given ascending. */
function spansOf(plan: Plan, snapshot: Snapshot, at: number, documents: Articles, reader: TextReader): Spans {
  if (plan.type === "matcher") return termSpans(snapshot, at, plan.matcher, documents);
  if (plan.type === "or")
    return unitedSpans(
      plan.items.map((item) => spansOf(item, snapshot, at, documents, reader)),
      documents.length,
    );
  if (plan.type !== "near") return unitedSpans([], documents.length);
  const pair = [plan.left, plan.right].map((part) => spansOf(part, snapshot, at, documents, reader));
  const [left, right] = pair;
  if (!left || !right) return unitedSpans([], documents.length);
  const { nearness } = plan;
  const test = nearness.within === "sentence" ? sentenceTest(snapshot, at, documents, reader) : undefined;
  const both = [left, right] as const;
  return plan.isNot
    ? lonelySpans(snapshot, at, documents, both, nearness, test)
    : nearSpans(snapshot, at, documents, both, nearness, test);
}

/** Articles in which a word or phrase stands so many times. */
function byCount(matcher: TermMatcher, snapshot: Snapshot, at: number, count: number): Articles {
  const documents = matcher.matches[at]?.documents ?? new Uint32Array();
  const { starts } = termSpans(snapshot, at, matcher, documents);
  return documents.filter((_, d) => (starts[d + 1] ?? 0) - (starts[d] ?? 0) >= count);
}
