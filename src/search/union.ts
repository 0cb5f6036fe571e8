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
    const here = this.documents;
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
        this.values[at] = (this.values[at] ?? 0) + value;
        if (tier < (this.tiers[at] ?? 0)) this.tiers[at] = tier;
        if (weight > (this.weights[at] ?? 0)) this.weights[at] = weight;
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
    const { documents, values, tiers, weights } = this;
    const before: Columns = { documents, values, tiers, weights };
    const most = documents.length + other.documents.length;
    this.documents = new Uint32Array(most);
    this.values = new Float32Array(most);
    this.tiers = new Uint8Array(most);
    this.weights = new Float32Array(most);
    let count = 0;
    const take = (from: Columns, start: number, end: number): void => {
      this.documents.set(from.documents.subarray(start, end), count);
      this.values.set(from.values.subarray(start, end), count);
      this.tiers.set(from.tiers.subarray(start, end), count);
      this.weights.set(from.weights.subarray(start, end), count);
      count += end - start;
    };
    const dense = isDense(other.documents.length, documents.length);
    const end = documents.length;
    let at = 0;
    for (let j = 0; j < other.documents.length; j++) {
      const document = other.documents[j] ?? 0;
      if (dense) {
        for (; at < end && (documents[at] ?? 0) < document; at++, count++) {
          this.documents[count] = documents[at] ?? 0;
          this.values[count] = values[at] ?? 0;
          this.tiers[count] = tiers[at] ?? 0;
          this.weights[count] = weights[at] ?? 0;
        }
      } else {
        const next = firstNotBelow(documents, document, at);
        take(before, at, next);
        at = next;
      }
      if (documents[at] === document) continue;
      this.documents[count] = document;
      this.values[count] = other.values[j] ?? 0;
      this.tiers[count] = other.tiers[j] ?? 0;
      this.weights[count] = other.weights[j] ?? 0;
      count++;
    }
    take(before, at, documents.length);
    this.documents = this.documents.subarray(0, count);
    this.values = this.values.subarray(0, count);
    this.tiers = this.tiers.subarray(0, count);
    this.weights = this.weights.subarray(0, count);
  }
}
