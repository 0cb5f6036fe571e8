/**
 * The section `fingerprints`: keys of articles, sorted, so that the articles of a key are found in two reads. It is read
 * only when articles arrive later and are compared with those that are there.
 */

/** Keys have this many bits. */
export const KEY_BITS = 29;
/** A bucket has the keys that begin with the same bits: as many bits as an article's number has, less these. */
const LARGER_BUCKETS = 3;
/** Buckets that are read at once. */
const STEP = 1 << 12;

/** A part of a file that is read piece by piece. */
export interface SectionReader {
  readonly length: number;
  read(offset: number, length: number): Uint8Array;
}

/** Keys and articles by turns. */
export type KeyPairs = Uint32Array;

/** How the 32 bits of an entry are divided: the rest of a key above an article's number. */
interface Layout {
  articleBits: number;
  /** Bits of a key that are not in its entry, since they are the number of the bucket. */
  bucketBits: number;
}

function layoutFor(articles: number): Layout {
  const articleBits = articles <= 1 ? 0 : 32 - Math.clz32(articles - 1);
  return { articleBits, bucketBits: Math.max(0, articleBits - LARGER_BUCKETS) };
}

/** The section's bytes: where each bucket ends, then the entries. `pairs` gives the same pairs each time it is called. */
export function writeFingerprints(articles: number, pairs: () => Iterable<KeyPairs>): Uint8Array[] {
  const { articleBits, bucketBits } = layoutFor(articles);
  const shift = KEY_BITS - bucketBits;
  const factor = 2 ** articleBits;
  const starts = new Uint32Array((1 << bucketBits) + 1);
  for (const some of pairs())
    for (let i = 0; i < some.length; i += 2) {
      const next = ((some[i] ?? 0) >>> shift) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const entries = new Uint32Array(starts.at(-1) ?? 0);
  const ends = starts.slice();
  const mask = 2 ** shift - 1;
  for (const some of pairs())
    for (let i = 0; i < some.length; i += 2) {
      const key = some[i] ?? 0;
      const at = ends[key >>> shift] ?? 0;
      ends[key >>> shift] = at + 1;
      entries[at] = (key & mask) * factor + (some[i + 1] ?? 0);
    }
  for (let bucket = 0; bucket + 1 < starts.length; bucket++)
    entries.subarray(starts[bucket], starts[bucket + 1]).sort();
  return [new Uint8Array(starts.buffer), new Uint8Array(entries.buffer)];
}

/** The keys of a segment's articles. */
export class Fingerprints {
  private readonly layout: Layout;
  private readonly buckets: number;

  /** Those of a section in memory. */
  static over(bytes: Uint8Array, articles: number): Fingerprints {
    const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
    return new Fingerprints({ length: bytes.length, read }, articles);
  }

  constructor(
    private readonly section: SectionReader,
    articles: number,
  ) {
    this.layout = layoutFor(articles);
    this.buckets = section.length === 0 ? 0 : 1 << this.layout.bucketBits;
  }

  /** The articles of a key, ascending. */
  articlesOf(key: number): number[] {
    if (this.buckets === 0) return [];
    const { articleBits, bucketBits } = this.layout;
    const shift = KEY_BITS - bucketBits;
    const mask = 2 ** articleBits - 1;
    const wanted = key & (2 ** shift - 1);
    const [start = 0, end = 0] = this.numbers((key >>> shift) * 4, 2);
    const found: number[] = [];
    for (const entry of this.entries(start, end))
      if (entry >>> articleBits === wanted) found.push(entry & mask);
    return found;
  }

  /** All keys with their articles, in order, some at a time. */
  *pairs(): Generator<KeyPairs> {
    const { articleBits, bucketBits } = this.layout;
    const mask = 2 ** articleBits - 1;
    const factor = 2 ** (KEY_BITS - bucketBits);
    for (let first = 0; first < this.buckets; first += STEP) {
      const count = Math.min(STEP, this.buckets - first);
      const starts = this.numbers(first * 4, count + 1);
      const from = starts[0] ?? 0;
      const entries = this.entries(from, starts[count] ?? 0);
      const pairs = new Uint32Array(entries.length * 2);
      for (let i = 0, bucket = 0; i < entries.length; i++) {
        while (from + i >= (starts[bucket + 1] ?? 0)) bucket++;
        const entry = entries[i] ?? 0;
        pairs[2 * i] = (first + bucket) * factor + (entry >>> articleBits);
        pairs[2 * i + 1] = entry & mask;
      }
      yield pairs;
    }
  }

  private entries(start: number, end: number): Uint32Array {
    return this.numbers(4 * (this.buckets + 1 + start), end - start);
  }

  private numbers(offset: number, count: number): Uint32Array {
    // A copy lies so in memory that numbers can be read from it.
    return new Uint32Array(Uint8Array.from(this.section.read(offset, count * 4)).buffer);
  }
}
