/** The articles of a word's variants as one list: several ascending lists become one. */
import { firstNotBelow, isDense } from "./sets.js";

/** Articles of one word and what each is worth: ascending, one element of each array an article. */
export interface Run {
  documents: Uint32Array;
  values: Float32Array;
  tier: number;
  weight: number;
}

/** One element of each array an article. */
interface Columns {
  documents: Uint32Array;
  values: Float32Array;
  tiers: Uint8Array;
  weights: Float32Array;
}

/** More runs than this are tallied: each is then gone through once, and arrays as long as the archive pay. */
const MANY = 24;
/** In a tally, the tier of an article that has none of the words. */
const ABSENT = 255;

/**
 * Brings together the articles of several words of one kind. The longest run is taken as it is; each article of the
 * others is looked for in it from where the last was found, and those that it lacks are merged in at the end.
 */
export class Union implements Columns {
  documents: Uint32Array = new Uint32Array();
  values: Float32Array = new Float32Array();
  tiers: Uint8Array = new Uint8Array();
  weights: Float32Array = new Float32Array();

  constructor(runs: Run[]) {
    if (runs.length > MANY) {
      this.tally(runs);
      return;
    }
    runs.sort((a, b) => b.documents.length - a.documents.length);
    const [longest, ...others] = runs;
    if (!longest) return;
    const { length } = longest.documents;
    this.documents = longest.documents;
    this.values = longest.values;
    this.tiers = new Uint8Array(length).fill(longest.tier);
    this.weights = new Float32Array(length).fill(longest.weight);
    const lacking = others.map((run) => this.addFound(run)).filter(({ documents }) => documents.length > 0);
    if (lacking.length > 0) this.merge(new Union(lacking));
  }

  private tally(runs: readonly Run[]): void {
    const end = runs.reduce((most, { documents }) => Math.max(most, (documents.at(-1) ?? -1) + 1), 0);
    const values = new Float32Array(end);
    const tiers = new Uint8Array(end).fill(ABSENT);
    const weights = new Float32Array(end);
    for (const run of runs) {
      for (let i = 0; i < run.documents.length; i++) {
        const document = run.documents[i] ?? 0;
        values[document] = (values[document] ?? 0) + (run.values[i] ?? 0);
        if (run.tier < (tiers[document] ?? 0)) tiers[document] = run.tier;
        if (run.weight > (weights[document] ?? 0)) weights[document] = run.weight;
      }
    }
    const found = new Uint32Array(end);
    let count = 0;
    for (let document = 0; document < end; document++)
      if (tiers[document] !== ABSENT) found[count++] = document;
    this.documents = found.subarray(0, count);
    this.values = Float32Array.from(this.documents, (document) => values[document] ?? 0);
    this.tiers = Uint8Array.from(this.documents, (document) => tiers[document] ?? 0);
    this.weights = Float32Array.from(this.documents, (document) => weights[document] ?? 0);
  }

  /** Adds what a run says of articles that are here; gives the rest of it. */
  private addFound({ documents, values, tier, weight }: Run): Run {
    const lacking = {
      documents: new Uint32Array(documents.length),
      values: new Float32Array(documents.length),
    };
    const { documents: here, values: sums, tiers, weights } = this;
    const dense = isDense(documents.length, here.length);
    const end = here.length;
    let count = 0;
    let at = 0;
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0;
      const value = values[i] ?? 0;
      if (!dense) at = firstNotBelow(here, document, at);
      else while (at < end && (here[at] ?? 0) < document) at++;
      if (here[at] === document) {
        sums[at] = (sums[at] ?? 0) + value;
        if (tier < (tiers[at] ?? 0)) tiers[at] = tier;
        if (weight > (weights[at] ?? 0)) weights[at] = weight;
      } else {
        lacking.documents[count] = document;
        lacking.values[count++] = value;
      }
    }
    return {
      documents: lacking.documents.subarray(0, count),
      values: lacking.values.subarray(0, count),
      tier,
      weight,
    };
  }

  /** Takes in another union's articles where they are not here. */
  merge(other: Union): void {
    if (other.documents.length === 0) return;
    const most = this.documents.length + other.documents.length;
    const out: Columns = {
      documents: new Uint32Array(most),
      values: new Float32Array(most),
      tiers: new Uint8Array(most),
      weights: new Float32Array(most),
    };
    const merge = isDense(other.documents.length, this.documents.length) ? mergeByWalking : mergeByLeaps;
    const count = merge(this, other, out);
    this.documents = out.documents.subarray(0, count);
    this.values = out.values.subarray(0, count);
    this.tiers = out.tiers.subarray(0, count);
    this.weights = out.weights.subarray(0, count);
  }
}

/** Puts the articles of both into `out`, those that both have as the first has them; gives how many there are. */
function mergeByWalking(first: Columns, second: Columns, out: Columns): number {
  // In variables of their own, and none of them in a closure: fields would be looked up for each article.
  const { documents: a, values: aValues, tiers: aTiers, weights: aWeights } = first;
  const { documents: b, values: bValues, tiers: bTiers, weights: bWeights } = second;
  const { documents, values, tiers, weights } = out;
  const [aEnd, bEnd] = [a.length, b.length];
  let count = 0;
  for (let i = 0, j = 0; i < aEnd || j < bEnd; count++) {
    const inA = i < aEnd ? (a[i] ?? 0) : Infinity;
    const inB = j < bEnd ? (b[j] ?? 0) : Infinity;
    if (inA <= inB) {
      documents[count] = inA;
      values[count] = aValues[i] ?? 0;
      tiers[count] = aTiers[i] ?? 0;
      weights[count] = aWeights[i++] ?? 0;
      if (inA === inB) j++;
    } else {
      documents[count] = inB;
      values[count] = bValues[j] ?? 0;
      tiers[count] = bTiers[j] ?? 0;
      weights[count] = bWeights[j++] ?? 0;
    }
  }
  return count;
}

/** The same where the second has few: what lies between them is copied in one piece. */
function mergeByLeaps(first: Columns, second: Columns, out: Columns): number {
  let count = 0;
  let at = 0;
  const take = (from: Columns, start: number, end: number): void => {
    out.documents.set(from.documents.subarray(start, end), count);
    out.values.set(from.values.subarray(start, end), count);
    out.tiers.set(from.tiers.subarray(start, end), count);
    out.weights.set(from.weights.subarray(start, end), count);
    count += end - start;
  };
  for (let j = 0; j < second.documents.length; j++) {
    const document = second.documents[j] ?? 0;
    const next = firstNotBelow(first.documents, document, at);
    take(first, at, next);
    at = next;
    if (first.documents[at] !== document) take(second, j, j + 1);
  }
  take(first, at, first.documents.length);
  return count;
}
