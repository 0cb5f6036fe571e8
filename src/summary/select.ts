/**
 * Picks what weighs most and repeats nothing, one by one: maximal marginal relevance (Carbonell and Goldstein, 1998),
 * where the weight of a sentence is lost the more of it has been said.
 */
import { norm, product, type Terms } from "./terms.js";

export interface Candidate {
  terms: Terms;
  words: number;
  /** Not negative. */
  weight: number;
}

export interface Budget {
  sentences: number;
  words: number;
}

/** The cosine from which on a sentence is one that has been said: it is not chosen, even if nothing else is left. */
const SAME = 0.99;
/**
 * A candidate is compared with this many of the chosen, the first, which weigh most. A summary for a person has
 * fewer; for one of a hundred thousand sentences, time would grow with the square of their number.
 */
const MOST_COMPARED = 200;

/**
 * The numbers of the chosen, ascending. `tolerance` is the power of the cosine by which a sentence loses: with 4 only
 * near copies lose much (cosine .9: two thirds, .5: a sixteenth). Where nothing fits the words, the shortest is chosen.
 *
 * Greedy, but lazy (Minoux, 1978): nobody weighs more than before, so a candidate that weighs most after it has been
 * compared with all of the chosen weighs most of all, and the others need no look.
 */
export function select(candidates: readonly Candidate[], budget: Budget, tolerance: number): number[] {
  const norms = candidates.map(({ terms }) => norm(terms));
  const said = new Float64Array(candidates.length);
  /** With how many of the chosen a candidate has been compared. */
  const compared = new Uint32Array(candidates.length);
  const chosen: number[] = [];
  const repeats = new Set<string>();
  let words = budget.words;

  const cosine = (i: number, j: number): number => {
    const [a, b] = [candidates[i], candidates[j]];
    const both = (norms[i] ?? 0) * (norms[j] ?? 0);
    return a && b && both > 0 ? product(a.terms, b.terms) / both : 0;
  };
  const inOrder = inOrderOfWorth(candidates);
  const left = new Heap(inOrder, (i) => candidates[i]?.weight ?? 0);
  for (let top = left.top; top !== undefined && chosen.length < budget.sentences; top = left.top) {
    const candidate = candidates[top];
    const last = Math.min(chosen.length, MOST_COMPARED);
    if (!candidate || candidate.words > words || (said[top] ?? 0) >= SAME) {
      left.drop();
    } else if ((compared[top] ?? 0) < last) {
      for (let n = compared[top] ?? 0; n < last; n++)
        said[top] = Math.max(said[top] ?? 0, cosine(top, chosen[n] ?? 0));
      compared[top] = last;
      left.lower(candidate.weight * (1 - (said[top] ?? 0) ** tolerance));
    } else {
      left.drop();
      // Past the last that it is compared with, a sentence may still be said word for word.
      const key = chosen.length < MOST_COMPARED ? null : keyOf(candidate);
      if (key !== null && repeats.has(key)) continue;
      if (key !== null) repeats.add(key);
      chosen.push(top);
      words -= candidate.words;
    }
  }
  if (chosen.length === 0 && budget.sentences > 0) chosen.push(...shortest(candidates));
  return chosen.sort((a, b) => a - b);
}

/** The same for two sentences of the same terms, each as often; null for one without terms, which is like no other. */
function keyOf({ terms }: Candidate): string | null {
  if (terms.size === 0) return null;
  const sorted = [...terms].map(([term, times]) => `${term} ${times}`).sort();
  return sorted.join("\n");
}

/** Numbers by what each weighs, the most first; of equals, the one that stood first. A binary heap. */
class Heap {
  /** Places in `order`, and what each number weighs now. */
  private readonly places: number[];
  private readonly values: number[];

  /** `order`: the numbers by what they weigh, the most first, which is a heap already. */
  constructor(
    private readonly order: readonly number[],
    weightOf: (number: number) => number,
  ) {
    this.places = order.map((_, place) => place);
    this.values = order.map(weightOf);
  }

  /** The number that weighs most. */
  get top(): number | undefined {
    const [place] = this.places;
    return place === undefined ? undefined : this.order[place];
  }

  /** Takes the top away. */
  drop(): void {
    const last = this.places.pop();
    if (last === undefined || this.places.length === 0) return;
    this.places[0] = last;
    this.sink();
  }

  /** The top weighs less from now on. */
  lower(value: number): void {
    this.values[this.places[0] ?? 0] = value;
    this.sink();
  }

  private sink(): void {
    const { places } = this;
    for (let i = 0; ; ) {
      let first = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < places.length && this.isBefore(child, first)) first = child;
      if (first === i) return;
      const [a = 0, b = 0] = [places[i], places[first]];
      places[i] = b;
      places[first] = a;
      i = first;
    }
  }

  private isBefore(i: number, j: number): boolean {
    const [a = 0, b = 0] = [this.places[i], this.places[j]];
    const [worthA = 0, worthB = 0] = [this.values[a], this.values[b]];
    return worthA > worthB || (worthA === worthB && a < b);
  }
}

/** Of equals the earlier first. */
function inOrderOfWorth(candidates: readonly Candidate[]): number[] {
  const numbers = candidates.map((_, i) => i);
  return numbers.sort((a, b) => (candidates[b]?.weight ?? 0) - (candidates[a]?.weight ?? 0) || a - b);
}

function shortest(candidates: readonly Candidate[]): number[] {
  const numbers = candidates.map((_, i) => i);
  return numbers.sort((a, b) => (candidates[a]?.words ?? 0) - (candidates[b]?.words ?? 0)).slice(0, 1);
}
