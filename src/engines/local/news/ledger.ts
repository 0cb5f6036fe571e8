/**
 * The ledger of an archive: every article that ever arrived, in the order of arrival, with its edits and renames.
 *
 * An array of 32-bit words that only grows, so that a place in it is a place in time. An entry is
 *
 *   its length in words * 8 + kind, the place of the identity's first entry, key (2 words), content (2 words),
 *   bytes of the id, the id in UTF-8 padded to whole words
 *
 * A call reads all of it but makes objects only of the entries it needs: 100,000 entries take some milliseconds.
 */

/** What an entry says of its article. */
export const KINDS = ["new", "update", "moved", "reread", "version"] as const;
export type Kind = (typeof KINDS)[number];

export interface Entry {
  /** Where it is in the ledger, in words. */
  at: number;
  kind: Kind;
  /** Where the first entry of the same article is. */
  identity: number;
  key: number;
  content: number;
  id: string;
}

/** An article as the last of its entries has it. */
export interface Identity extends Pick<Entry, "identity" | "key" | "content" | "id"> {}

const HEAD = 7;
const KIND_BITS = 3;
const KIND_MASK = (1 << KIND_BITS) - 1;
const HIGH = 2 ** 32;
/** A power of two, so that the remainder of a number is that of its lower half. */
const SIEVE = 2 ** 16;

/** The ledger is damaged or was cut: it counts as lost. */
export class LedgerError extends Error {
  override name = "LedgerError";
}

export class Ledger {
  private words: Uint32Array;
  /** What was added to what was read. */
  private readonly added: number[] = [];
  /** The places of all entries but the first of each article: few. */
  private readonly later: number[] = [];

  /** Throws LedgerError if the entries do not fill the words. */
  constructor(words: Uint32Array = new Uint32Array()) {
    this.words = words;
    let at = 0;
    while (at < words.length) {
      if (words[at + 1] !== at) this.later.push(at);
      at += this.lengthAt(at);
    }
    if (at !== words.length) throw new LedgerError("the last entry is cut");
  }

  /** The place after the last entry. */
  get end(): number {
    return this.words.length + this.added.length;
  }

  /** The words of the entries that were added. */
  get addedWords(): Uint32Array {
    return Uint32Array.from(this.added);
  }

  private lengthAt(at: number): number {
    const length = (this.words[at] ?? 0) >>> KIND_BITS;
    if (length < HEAD) throw new LedgerError(`there is no entry at ${at}`);
    return length;
  }

  private number(at: number): number {
    return (this.words[at + 1] ?? 0) * HIGH + (this.words[at] ?? 0);
  }

  private entry(at: number): Entry {
    const { words } = this;
    const bytes = Buffer.from(words.buffer, words.byteOffset + 4 * (at + HEAD), words[at + HEAD - 1] ?? 0);
    const kind = KINDS[(words[at] ?? 0) & KIND_MASK];
    if (!kind) throw new LedgerError(`the entry at ${at} is of no kind`);
    const identity = words[at + 1] ?? 0;
    return {
      at,
      kind,
      identity,
      key: this.number(at + 2),
      content: this.number(at + 4),
      id: bytes.toString(),
    };
  }

  /** The entries from a place on. Throws LedgerError if none begins there. */
  from(place: number): Entry[] {
    this.settle();
    if (place > this.words.length) throw new LedgerError(`the ledger ends before ${place}`);
    const entries: Entry[] = [];
    for (let at = place; at < this.words.length; at += this.lengthAt(at)) entries.push(this.entry(at));
    return entries;
  }

  /** The entries at some places, as far as they are any. */
  at(places: readonly number[]): Entry[] {
    this.settle();
    return places.flatMap((place) => (place < this.words.length ? this.entry(place) : []));
  }

  /** The entries that ever had one of these keys or contents. */
  having(keys: ReadonlySet<number>, contents: ReadonlySet<number>): Entry[] {
    this.settle();
    const entries: Entry[] = [];
    const { words } = this;
    const sieve = new Uint8Array(SIEVE);
    for (const value of [...keys, ...contents]) sieve[value % SIEVE] = 1;
    for (let at = 0; at < words.length; at += (words[at] ?? 0) >>> KIND_BITS)
      // To look a number up in a set takes longer than the rest.
      if (!sieve[(words[at + 2] ?? 0) % SIEVE] && !sieve[(words[at + 4] ?? 0) % SIEVE]) continue;
      else if (keys.has(this.number(at + 2)) || contents.has(this.number(at + 4)))
        entries.push(this.entry(at));
    return entries;
  }

  /** The articles of entries, as the last entry of each has it. */
  identities(entries: readonly Entry[]): Identity[] {
    this.settle();
    const last = new Map<number, Entry>();
    for (const entry of entries) last.set(entry.identity, entry);
    for (const at of this.later) {
      const identity = this.words[at + 1] ?? 0;
      if ((last.get(identity)?.at ?? at) < at) last.set(identity, this.entry(at));
    }
    return [...last.values()];
  }

  /** Adds an entry: of a new article if `identity` is null. */
  add(
    kind: Kind,
    { key, content, id }: Pick<Entry, "key" | "content" | "id">,
    identity: number | null,
  ): void {
    const at = this.end;
    if (identity !== null) this.later.push(at);
    const bytes = Buffer.from(id);
    const text = new Uint32Array(Math.ceil(bytes.length / 4));
    new Uint8Array(text.buffer).set(bytes);
    const head = ((HEAD + text.length) << KIND_BITS) | KINDS.indexOf(kind);
    this.added.push(head >>> 0, identity ?? at, ...halves(key), ...halves(content), bytes.length, ...text);
  }

  /** Makes what was added part of what is read. */
  private settle(): void {
    if (this.added.length === 0) return;
    const words = new Uint32Array(this.end);
    words.set(this.words);
    words.set(this.added, this.words.length);
    this.words = words;
    this.added.length = 0;
  }
}

function halves(value: number): [number, number] {
  return [value % HIGH, Math.floor(value / HIGH)];
}
