/**
 * Picks what is worth most and repeats nothing, one by one: maximal marginal relevance (Carbonell and Goldstein, 1998),
 * where the worth of a sentence is lost the more of it has been said.
 */
import { norm, product, type Terms } from "./terms.js";

export interface Candidate {
  terms: Terms;
  words: number;
  /** Not negative. */
  worth: number;
}

export interface Budget {
  sentences: number;
  words: number;
}

/** The cosine from which on a sentence is one that has been said: it is not chosen, even if nothing else is left. */
const SAME = 0.99;

/**
 * The numbers of the chosen, ascending. `tolerance` is the power of the cosine by which a sentence loses: with 4 only
 * near copies lose much (cosine .9: two thirds, .5: a sixteenth). Where nothing fits the words, the shortest is chosen.
 */
export function select(candidates: readonly Candidate[], budget: Budget, tolerance: number): number[] {
  const norms = candidates.map(({ terms }) => norm(terms));
  const said = new Float64Array(candidates.length);
  /** With how many of the chosen a candidate has been compared. */
  const compared = new Uint32Array(candidates.length);
  const chosen: number[] = [];
  let words = budget.words;

  const cosine = (i: number, j: number): number => {
    const [a, b] = [candidates[i], candidates[j]];
    const both = (norms[i] ?? 0) * (norms[j] ?? 0);
    return a && b && both > 0 ? product(a.terms, b.terms) / both : 0;
  };
  const netWorth = (i: number): number => {
    for (let n = compared[i] ?? 0; n < chosen.length; n++)
      said[i] = Math.max(said[i] ?? 0, cosine(i, chosen[n] ?? 0));
    compared[i] = chosen.length;
    return (candidates[i]?.worth ?? 0) * (1 - (said[i] ?? 0) ** tolerance);
  };

  let best = -1;
  let left = inOrderOfWorth(candidates);
  while (chosen.length < budget.sentences) {
    left = left.filter((i) => i !== best && (candidates[i]?.words ?? 0) <= words);
    best = -1;
    let most = -1;
    for (const i of left) {
      // Nobody is worth more than before: what comes now cannot win.
      if ((candidates[i]?.worth ?? 0) <= most) break;
      const net = netWorth(i);
      if (net > most && (said[i] ?? 0) < SAME) [best, most] = [i, net];
    }
    if (best < 0) break;
    chosen.push(best);
    words -= candidates[best]?.words ?? 0;
  }
  if (chosen.length === 0 && budget.sentences > 0) chosen.push(...shortest(candidates));
  return chosen.sort((a, b) => a - b);
}

/** Of equals the earlier first. */
function inOrderOfWorth(candidates: readonly Candidate[]): number[] {
  const numbers = candidates.map((_, i) => i);
  return numbers.sort((a, b) => (candidates[b]?.worth ?? 0) - (candidates[a]?.worth ?? 0) || a - b);
}

function shortest(candidates: readonly Candidate[]): number[] {
  const numbers = candidates.map((_, i) => i);
  return numbers.sort((a, b) => (candidates[a]?.words ?? 0) - (candidates[b]?.words ?? 0)).slice(0, 1);
}
