/**
 * Runs the loops of search-loops.ts over arrays: what they read is copied into their memory, what they write is copied out,
 * so that nothing in it lives longer than a call.
 */
import { Arena, type Memory, PlainMemory } from "./arena.js";
import { type Functions, load } from "./compiled.js";
import base64 from "./search-loops.compiled.js";
import * as loops from "./search-loops.js";

/** Bytes that the loops go through before it pays to load WebAssembly. */
const WORTH_LOADING = 1 << 11;
/** Bytes that are put into the memory at a time where not all are needed at once: to touch fresh memory takes longest. */
const PIECE = 1 << 16;

/**
 * Articles that are brought together at a time, where many have the words and where few do: all of them are gone through,
 * and a rare word's stand far apart.
 */
const WINDOW = 1 << 13;
const SPARSE_WINDOW = 1 << 4;
const SPARSE = 64;

const { RUN, WORD } = loops;

type Loops = Functions<typeof loops>;

/** Articles that have a word, and its weight there: one element of each array an article, articles ascending. */
export interface Matches {
  documents: Uint32Array;
  /** What the occurrences weigh together. */
  frequencies: Float32Array;
  tiers: Uint8Array;
  /** How many articles have the word at all, and by more than near words: more than these if they must have others too. */
  all: number;
  own: number;
}

/** A word's postings, with what it counts for. */
export interface Run {
  /** Exactly the word's postings. */
  bytes: Uint8Array;
  /** How many there are. */
  count: number;
  tier: number;
  weight: number;
}

/** A word of a query: the words that answer it, near ones last. */
export interface Word {
  runs: readonly Run[];
  weight: FieldWeights;
}

/** What one occurrence weighs, by where it stands. */
export interface FieldWeights {
  body: number;
  title: number;
  lead: number;
}

/** What postings say of some articles; one element of each array an article that has the word. */
export interface Chosen {
  /** The article's place among those that were asked for. */
  owners: Uint32Array;
  frequencies: Uint32Array;
  inTitle: Uint32Array;
  /** How many positions of the word stand before its own. */
  before: Uint32Array;
}

/** Where a word stands in some articles. */
export interface Standing extends Pick<Chosen, "owners" | "frequencies"> {
  /** Those in its articles one behind the other. */
  positions: Uint32Array;
}

/** One word's part in scoring. */
export interface Scoring {
  matches: Matches;
  /** What the word itself weighs, and near words by their tiers. */
  weight: number;
  near: readonly number[];
}

/** A word whose neighbours are sought, as a prefilter has it, and how long they are. */
export interface Sought {
  letters: number;
  twice: number;
  shortest: number;
  longest: number;
  most: number;
}

/** What articles score: one element of each array an article. */
export interface Scores {
  scores: Float64Array;
  words: Uint16Array;
  tiers: Uint8Array;
}

/** One of the two ways to run the loops. */
export class Kernel {
  private readonly arena: Arena;

  constructor(
    private readonly loops: Loops,
    memory: Memory,
  ) {
    this.arena = new Arena(memory);
  }

  checksum(bytes: Uint8Array): number {
    this.arena.clear();
    return this.loops.checksum(this.arena.put(bytes), bytes.length) >>> 0;
  }

  /** Checksums of pages that stand one behind the other, the last may be shorter. */
  checksums(bytes: Uint8Array, page: number): Uint32Array {
    const sums = new Uint32Array(Math.ceil(bytes.length / page));
    const step = Math.ceil(PIECE / page);
    for (let first = 0; first < sums.length; first += step) {
      this.arena.clear();
      const piece = bytes.subarray(first * page, (first + step) * page);
      const count = Math.ceil(piece.length / page);
      const at = this.arena.put(piece);
      const out = this.arena.room(count * 4);
      this.loops.checksums(at, piece.length, page, out);
      sums.set(new Uint32Array(this.arena.bytes.buffer, out, count), first);
    }
    return sums;
  }

  /** Of each word what is known of the articles that have all; null if postings are damaged. */
  join(words: readonly Word[], articles: number, deleted: Uint8Array | null): Matches[] | null {
    this.arena.clear();
    const sums = words.map(({ runs }) => runs.reduce((sum, { count }) => sum + count, 0));
    const most = Math.min(articles, ...sums);
    const total = sums.reduce((sum, count) => sum + count, 0);
    const window = Math.min(articles, total < articles / SPARSE ? SPARSE_WINDOW : WINDOW);
    const table = this.arena.room(words.length * WORD);
    // With room for one more: it is written before it is known whether it stays.
    const outArticles = this.arena.room((most + 1) * 4);
    const places = words.map((word, i) => this.putWord(word, table + i * WORD, most, window));
    const gone = deleted ? this.arena.put(deleted) : 0;
    const found = this.loops.join(table, words.length, articles, gone, window, outArticles);
    if (found < 0) return null;
    const { buffer } = this.arena.bytes;
    const documents = this.arena.u32(outArticles, found);
    return places.map(({ values, tiers }, i) => {
      const [own = 0, all = 0] = new Int32Array(buffer, table + i * WORD + 24, 2);
      return {
        documents,
        frequencies: new Float32Array(buffer, values, found).slice(),
        tiers: new Uint8Array(buffer, tiers, found).slice(),
        own,
        all,
      };
    });
  }

  /** Puts a word's runs into the memory and tells of them at `at`; gives where what is found of it will stand. */
  private putWord(
    { runs, weight }: Word,
    at: number,
    most: number,
    window: number,
  ): { values: number; tiers: number } {
    const first = this.arena.room(runs.length * RUN);
    runs.forEach(({ bytes, count, tier, weight }, i) => {
      const start = this.arena.put(bytes);
      const { buffer } = this.arena.bytes;
      new Int32Array(buffer, first + i * RUN, 6).set([start, start + bytes.length, count, -1, 0, tier]);
      new Float64Array(buffer, first + i * RUN + 24, 1)[0] = weight;
    });
    const windowValues = this.arena.room(window * 4);
    const windowTiers = this.arena.room(window);
    const values = this.arena.room((most + 1) * 4);
    const tiers = this.arena.room(most + 1);
    const { buffer } = this.arena.bytes;
    const end = first + runs.length * RUN;
    new Int32Array(buffer, at, 8).set([first, end, windowValues, windowTiers, values, tiers, 0, 0]);
    new Float64Array(buffer, at + 32, 3).set([weight.body, weight.title, weight.lead]);
    return { values, tiers };
  }

  /** Scores articles (ascending numbers in their segment) by all words. `norms`: a byte each of the articles. */
  score(
    documents: Uint32Array,
    words: readonly Scoring[],
    norms: Uint8Array,
    lengthNorm: Float64Array,
  ): Scores {
    this.arena.clear();
    const { length } = documents;
    const articles = this.arena.put(documents);
    const scores = this.arena.room(length * 8);
    const counts = this.arena.room(length * 2);
    const tiers = this.arena.room(length);
    this.arena.bytes.fill(0, scores, this.arena.mark);
    const normsAt = this.arena.put(norms);
    const lengthNormAt = this.arena.put(lengthNorm);
    const start = this.arena.mark;
    for (const word of words) {
      this.arena.clear(start);
      const near = this.arena.put(Float64Array.from(word.near));
      const matched = this.arena.put(word.matches.documents);
      const frequencies = this.arena.put(word.matches.frequencies);
      const matchTiers = this.arena.put(word.matches.tiers);
      this.loops.score(
        articles,
        length,
        matched,
        word.matches.documents.length,
        frequencies,
        matchTiers,
        normsAt,
        lengthNormAt,
        word.weight,
        near,
        scores,
        counts,
        tiers,
      );
    }
    const { buffer } = this.arena.bytes;
    return {
      scores: new Float64Array(buffer, scores, length).slice(),
      words: new Uint16Array(buffer, counts, length).slice(),
      tiers: new Uint8Array(buffer, tiers, length).slice(),
    };
  }

  /** The bytes of articles (ascending) among those at hand, of which the first is that of article `first`. */
  pick(documents: Uint32Array, bytes: Uint8Array, first: number): Uint8Array {
    this.arena.clear();
    const articles = this.arena.put(documents);
    const from = this.arena.put(bytes);
    const out = this.arena.room(documents.length);
    this.loops.pick(articles, documents.length, from - first, out);
    return new Uint8Array(this.arena.bytes.buffer, out, documents.length).slice();
  }

  /** The places of the words of a prefilter that may be near to one: see index/format/fuzzy-prefilter.ts. */
  prefilter(prefilter: Uint8Array, { letters, twice, shortest, longest, most }: Sought): number[] {
    const places: number[] = [];
    for (let from = 0; from < prefilter.length; from += PIECE) {
      this.arena.clear();
      const piece = prefilter.subarray(from, from + PIECE);
      const count = piece.length / loops.PREFILTER_SIZE;
      const at = this.arena.put(piece);
      const out = this.arena.room(count * 4);
      const near = this.loops.prefilter(at, count, letters, twice, shortest, longest, most, out);
      for (const place of this.arena.u32(out, near)) places.push(from / loops.PREFILTER_SIZE + place);
    }
    return places;
  }

  /** The places of the `count` highest scores and of all that are as high as the last of them, ascending. */
  best(scores: Float64Array, count: number): Uint32Array {
    this.arena.clear();
    const at = this.arena.put(scores);
    const limit = this.loops.highest(at, scores.length, count, this.arena.room(count * 8));
    const out = this.arena.room(scores.length * 4);
    return this.arena.u32(out, this.loops.atLeast(at, scores.length, limit, out));
  }

  /** Scores with what each tier (0, 1 or 2) weighs added to them. */
  raised(scores: Float64Array, tiers: Uint8Array, weight: readonly [number, number, number]): Float64Array {
    this.arena.clear();
    const at = this.arena.put(scores);
    this.loops.raise(at, this.arena.put(tiers), scores.length, ...weight);
    return new Float64Array(this.arena.bytes.buffer, at, scores.length).slice();
  }

  intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
    this.arena.clear();
    const aAt = this.arena.put(a);
    const bAt = this.arena.put(b);
    const out = this.arena.room(Math.min(a.length, b.length) * 4);
    return this.arena.u32(out, this.loops.intersect(aAt, a.length, bAt, b.length, out));
  }

  /** Lowers the gaps of articles to how near two words come to each other, in words. */
  nearest(a: Standing, b: Standing, gaps: Uint32Array): void {
    this.arena.clear();
    const put = ({ owners, frequencies, positions }: Standing): [number, number, number, number] => [
      this.arena.put(owners),
      owners.length,
      this.arena.put(frequencies),
      this.arena.put(positions),
    ];
    const at = this.arena.put(gaps);
    this.loops.nearest(...put(a), ...put(b), at);
    gaps.set(this.arena.u32(at, gaps.length));
  }

  /** Null if the postings are cut off. */
  choose(bytes: Uint8Array, count: number, wanted: Uint32Array): Chosen | null {
    this.arena.clear();
    const at = this.arena.put(bytes);
    const articles = this.arena.put(wanted);
    const most = Math.min(count, wanted.length) * 4;
    const owners = this.arena.room(most);
    const frequencies = this.arena.room(most);
    const titles = this.arena.room(most);
    const before = this.arena.room(most);
    const found = this.loops.choose(
      at,
      at + bytes.length,
      count,
      articles,
      wanted.length,
      owners,
      frequencies,
      titles,
      before,
    );
    if (found < 0) return null;
    return {
      owners: this.arena.u32(owners, found),
      frequencies: this.arena.u32(frequencies, found),
      inTitle: this.arena.u32(titles, found),
      before: this.arena.u32(before, found),
    };
  }

  /** The positions of chosen articles one behind the other, `total` in all; null if they are cut off. */
  positions(
    bytes: Uint8Array,
    { frequencies, before }: Pick<Chosen, "frequencies" | "before">,
    total: number,
  ): Uint32Array | null {
    this.arena.clear();
    const at = this.arena.put(bytes);
    const times = this.arena.put(frequencies);
    const passed = this.arena.put(before);
    const out = this.arena.room(total * 4);
    const written = this.loops.positions(at, at + bytes.length, frequencies.length, times, passed, out);
    return written === total ? this.arena.u32(out, total) : null;
  }
}

let plain: Kernel | undefined;
/** Null where there is no WebAssembly: V8 has none without its compiler (`--jitless`). */
let compiled: Kernel | null | undefined;

/** WebAssembly's kernel, loaded if that has not been done; null if it can't be. */
export function compiledKernel(): Kernel | null {
  if (compiled !== undefined) return compiled;
  const loaded = load<Loops>(base64);
  compiled = loaded && new Kernel(loaded.loops, loaded.memory);
  return compiled;
}

/** The kernel for going through so many bytes. */
export function kernelFor(bytes: number): Kernel {
  return (bytes < WORTH_LOADING ? compiled : compiledKernel()) ?? plainKernel();
}

/** The kernel that runs as JavaScript. */
export function plainKernel(): Kernel {
  plain ??= new Kernel(loops, new PlainMemory());
  return plain;
}
