/**
 * Runs the loops of loops.ts over arrays: what they read is copied into their memory, what they write is copied out,
 * so that nothing in it lives longer than a call.
 */
import base64 from "./loops.compiled.js";
import * as loops from "./loops.js";
import { useMemory } from "./memory.js";

/** Bytes that the loops go through before it pays to load WebAssembly. */
const WORTH_LOADING = 1 << 11;
/** Where the room for data begins; below it AssemblyScript may keep its own. */
const START = 4096;
/** WebAssembly's memory grows by so many bytes. */
const STEP = 1 << 16;
/** Bytes that are put into the memory at a time where not all are needed at once: to touch fresh memory takes longest. */
const PIECE = 1 << 16;

/** Bytes of a run and of a word: see loops.ts. */
const RUN = 32;
const WORD = 56;
/**
 * Articles that are brought together at a time, where many have the words and where few do: all of them are gone through,
 * and a rare word's stand far apart.
 */
const WINDOW = 1 << 15;
const SPARSE_WINDOW = 1 << 4;
const SPARSE = 64;

type Loops = typeof loops;

/** Articles that have a word, and what it is worth there: one element of each array an article, articles ascending. */
export interface Matches {
  documents: Uint32Array;
  /** What the occurrences are worth together. */
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
  worth: FieldWeights;
}

/** What one occurrence is worth, by where it stands. */
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

/** One word's part in scoring. */
export interface Scoring {
  matches: Matches;
  /** What the word itself weighs, and near words by their tiers. */
  weight: number;
  near: readonly number[];
}

/** What articles score: one element of each array an article. */
export interface Scores {
  scores: Float64Array;
  words: Uint16Array;
  tiers: Uint8Array;
}

/** One of the two ways to run the loops. */
export class Kernel {
  private end = START;

  constructor(
    private readonly loops: Loops,
    private readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): unknown },
  ) {}

  /** Room for `size` bytes, at a multiple of eight. What was there before stands in it. */
  private room(size: number): number {
    const at = this.end;
    this.end = (at + size + 7) & ~7;
    const lacking = this.end - this.memory.buffer.byteLength;
    // By halves at least: each growth may copy all.
    if (lacking > 0) this.memory.grow(Math.ceil(Math.max(lacking, this.memory.buffer.byteLength / 2) / STEP));
    return at;
  }

  private put(data: Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array): number {
    const at = this.room(data.byteLength);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    new Uint8Array(this.memory.buffer).set(bytes, at);
    return at;
  }

  private u32(at: number, count: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, count).slice();
  }

  checksum(bytes: Uint8Array): number {
    this.end = START;
    return this.loops.checksum(this.put(bytes), bytes.length) >>> 0;
  }

  /** Checksums of pages that stand one behind the other, the last may be shorter. */
  checksums(bytes: Uint8Array, page: number): Uint32Array {
    const sums = new Uint32Array(Math.ceil(bytes.length / page));
    const step = Math.ceil(PIECE / page);
    for (let first = 0; first < sums.length; first += step) {
      this.end = START;
      const piece = bytes.subarray(first * page, (first + step) * page);
      const count = Math.ceil(piece.length / page);
      const at = this.put(piece);
      const out = this.room(count * 4);
      this.loops.checksums(at, piece.length, page, out);
      sums.set(new Uint32Array(this.memory.buffer, out, count), first);
    }
    return sums;
  }

  /** Of each word what is known of the articles that have all; null if postings are damaged. */
  join(words: readonly Word[], articles: number, deleted: Uint8Array | null): Matches[] | null {
    this.end = START;
    const sums = words.map(({ runs }) => runs.reduce((sum, { count }) => sum + count, 0));
    const most = Math.min(articles, ...sums);
    const total = sums.reduce((sum, count) => sum + count, 0);
    const window = Math.min(articles, total < articles / SPARSE ? SPARSE_WINDOW : WINDOW);
    const table = this.room(words.length * WORD);
    const outArticles = this.room(most * 4);
    const places = words.map((word, i) => this.putWord(word, table + i * WORD, most, window));
    const gone = deleted ? this.put(deleted) : 0;
    const found = this.loops.join(table, words.length, articles, gone, window, outArticles);
    if (found < 0) return null;
    const { buffer } = this.memory;
    const documents = this.u32(outArticles, found);
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
    { runs, worth }: Word,
    at: number,
    most: number,
    window: number,
  ): { values: number; tiers: number } {
    const first = this.room(runs.length * RUN);
    runs.forEach(({ bytes, count, tier, weight }, i) => {
      const start = this.put(bytes);
      const { buffer } = this.memory;
      new Int32Array(buffer, first + i * RUN, 6).set([start, start + bytes.length, count, -1, 0, tier]);
      new Float64Array(buffer, first + i * RUN + 24, 1)[0] = weight;
    });
    const windowValues = this.room(window * 4);
    const windowTiers = this.room(window);
    const values = this.room(most * 4);
    const tiers = this.room(most);
    const { buffer } = this.memory;
    const end = first + runs.length * RUN;
    new Int32Array(buffer, at, 8).set([first, end, windowValues, windowTiers, values, tiers, 0, 0]);
    new Float64Array(buffer, at + 32, 3).set([worth.body, worth.title, worth.lead]);
    return { values, tiers };
  }

  /** Scores articles (ascending numbers in their segment) by all words. `norms`: a byte each article of the segment. */
  score(
    documents: Uint32Array,
    words: readonly Scoring[],
    norms: Uint8Array,
    slowness: Float64Array,
  ): Scores {
    this.end = START;
    const { length } = documents;
    const articles = this.put(documents);
    const scores = this.room(length * 8);
    const counts = this.room(length * 2);
    const tiers = this.room(length);
    new Uint8Array(this.memory.buffer, scores, this.end - scores).fill(0);
    const normsAt = this.normsOf(documents, articles, norms);
    const slownessAt = this.put(slowness);
    const start = this.end;
    for (const word of words) {
      this.end = start;
      const near = this.put(Float64Array.from(word.near));
      const matched = this.put(word.matches.documents);
      const frequencies = this.put(word.matches.frequencies);
      const matchTiers = this.put(word.matches.tiers);
      this.loops.score(
        articles,
        length,
        matched,
        word.matches.documents.length,
        frequencies,
        matchTiers,
        normsAt,
        slownessAt,
        word.weight,
        near,
        scores,
        counts,
        tiers,
      );
    }
    const { buffer } = this.memory;
    return {
      scores: new Float64Array(buffer, scores, length).slice(),
      words: new Uint16Array(buffer, counts, length).slice(),
      tiers: new Uint8Array(buffer, tiers, length).slice(),
    };
  }

  /** Puts the norms of some articles, which are at an address too. */
  private normsOf(documents: Uint32Array, articles: number, norms: Uint8Array): number {
    // Of few not by way of all.
    if (documents.length < norms.length / 64)
      return this.put(Uint8Array.from(documents, (one) => norms[one] ?? 0));
    const out = this.room(documents.length);
    const start = this.end;
    let found = 0;
    for (let first = 0; first < norms.length; first += PIECE) {
      this.end = start;
      const piece = norms.subarray(first, first + PIECE);
      found = this.loops.pick(
        articles,
        found,
        documents.length,
        this.put(piece),
        first,
        first + piece.length,
        out,
      );
    }
    return out;
  }

  /** The places of the `count` highest scores and of all that are as high as the last of them, ascending. */
  best(scores: Float64Array, count: number): Uint32Array {
    this.end = START;
    const at = this.put(scores);
    const limit = this.loops.highest(at, scores.length, count, this.room(count * 8));
    const out = this.room(scores.length * 4);
    return this.u32(out, this.loops.atLeast(at, scores.length, limit, out));
  }

  /** Scores with what each tier (0, 1 or 2) is worth added to them. */
  raised(scores: Float64Array, tiers: Uint8Array, worth: readonly [number, number, number]): Float64Array {
    this.end = START;
    const at = this.put(scores);
    this.loops.raise(at, this.put(tiers), scores.length, ...worth);
    return new Float64Array(this.memory.buffer, at, scores.length).slice();
  }

  intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
    this.end = START;
    const aAt = this.put(a);
    const bAt = this.put(b);
    const out = this.room(Math.min(a.length, b.length) * 4);
    return this.u32(out, this.loops.intersect(aAt, a.length, bAt, b.length, out));
  }

  /** Null if the postings are cut off. */
  choose(bytes: Uint8Array, count: number, wanted: Uint32Array): Chosen | null {
    this.end = START;
    const at = this.put(bytes);
    const articles = this.put(wanted);
    const most = Math.min(count, wanted.length) * 4;
    const owners = this.room(most);
    const frequencies = this.room(most);
    const titles = this.room(most);
    const before = this.room(most);
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
      owners: this.u32(owners, found),
      frequencies: this.u32(frequencies, found),
      inTitle: this.u32(titles, found),
      before: this.u32(before, found),
    };
  }

  /** The positions of chosen articles one behind the other, `total` in all; null if they are cut off. */
  positions(
    bytes: Uint8Array,
    { frequencies, before }: Pick<Chosen, "frequencies" | "before">,
    total: number,
  ): Uint32Array | null {
    this.end = START;
    const at = this.put(bytes);
    const times = this.put(frequencies);
    const passed = this.put(before);
    const out = this.room(total * 4);
    const written = this.loops.positions(at, at + bytes.length, frequencies.length, times, passed, out);
    return written === total ? this.u32(out, total) : null;
  }
}

/** A memory for JavaScript that grows as that of WebAssembly does. */
class PlainMemory {
  buffer = new ArrayBuffer(0);

  constructor() {
    this.grow(1);
  }

  grow(pages: number): void {
    const grown = new ArrayBuffer(this.buffer.byteLength + pages * STEP);
    new Uint8Array(grown).set(new Uint8Array(this.buffer));
    this.buffer = grown;
    useMemory(grown);
  }
}

let plain: Kernel | undefined;
/** Null where there is no WebAssembly: V8 has none without its compiler (`--jitless`). */
let compiled: Kernel | null | undefined;

/** WebAssembly's kernel, loaded if that has not been done; null if it can't be. */
export function compiledKernel(): Kernel | null {
  if (compiled !== undefined) return compiled;
  compiled = null;
  try {
    const module = new WebAssembly.Module(Buffer.from(base64, "base64"));
    const exports = new WebAssembly.Instance(module).exports as Loops & { memory: WebAssembly.Memory };
    compiled = new Kernel(exports, exports.memory);
  } catch {
    // JavaScript does the same, later.
  }
  return compiled;
}

/** The kernel for going through so many bytes of postings; 0 for one that need not be loaded. */
export function kernelFor(bytes: number): Kernel {
  return (bytes < WORTH_LOADING ? compiled : compiledKernel()) ?? plainKernel();
}

/** The kernel that runs as JavaScript. */
export function plainKernel(): Kernel {
  plain ??= new Kernel(loops, new PlainMemory());
  return plain;
}
