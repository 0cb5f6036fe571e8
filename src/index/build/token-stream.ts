/**
 * Words as numbers in one long stream of tokens, which at the end is turned round into postings by counting: how often
 * each word stands, so where its run of places begins, is one pass in memory order, to write the places a scattered one.
 * The loops are those of token-loops.ts, and so is the memory in which all of it stands.
 */
import { Arena, PlainMemory } from "../../kernel/arena.js";
import { type Functions, type Loaded, load } from "../../kernel/compiled.js";
import * as plain from "../../kernel/token-loops.js";
import { Cutter, surface, wordUnits } from "../../text/tokenize.js";
import { PARAGRAPH } from "../format/postings.js";
import compiled from "../kernel/token-loops.compiled.js";
import { CompoundWords } from "./compound-words.js";
import { Numbers } from "./numbers.js";

/** Tokens that stand one behind the other in memory. */
const CHUNK = 1 << 14;
/** Tokens from one of which the article is noted down to the next. */
const BLOCK = 1 << plain.BLOCK_BITS;
/** Units from which on V8 makes slices of strings. */
const SLICE = 13;

const { ENTRY, GAP, SLOT } = plain;
/** The number of what stands between two paragraphs, which no text has as a word. */
const PARAGRAPH_NUMBER = 1;

type Loops = Functions<typeof plain>;

/** Postings and positions of all words, in the order of the vocabulary. */
export interface Inverted {
  /** All of them one behind the other, until the stream is used again. */
  postings: Uint8Array;
  /** For each word how many articles it has, and the bytes of its postings and of its positions. */
  sizes: Uint32Array;
  /** For each number of a word the languages of its articles, a bit each. */
  languageBits: Uint32Array;
}

/** WebAssembly, which takes 2 ms to load, or what does the same without. */
export function loopsFor(long: boolean): Loaded<Loops> {
  return (long ? load<Loops>(compiled) : null) ?? { loops: plain, memory: new PlainMemory() };
}

/** The tokens of articles, added one behind the other. */
export class TokenStream {
  /** The words by their numbers. */
  readonly words: string[] = ["", PARAGRAPH];
  readonly compounds = new CompoundWords();
  /** Whether any article has two paragraphs, or a title and one. */
  hasParagraphs = false;
  private readonly loops: Loops;
  private readonly arena: Arena;
  private readonly cutter: Cutter;
  private readonly chunks: number[] = [];
  private chunkEnd = 0;
  /** Where the address is at which the next token is written, and three sizes. */
  private readonly cursor: number;
  /** The hash table from every spelling met to the number of its word: at most half full. */
  private slots: number;
  private slotCount = 1 << 10;
  private entries = 0;
  /** Where each article's tokens begin, and the next one's will. */
  private readonly starts = new Numbers();
  private readonly titleEnds = new Numbers();
  private readonly leadEnds = new Numbers();
  private readonly languages = new Numbers();

  /** `long`: it pays to load WebAssembly. `arena` is for tests. */
  constructor(long: boolean, { loops, memory } = loopsFor(long), arena = new Arena(memory)) {
    this.loops = loops;
    this.arena = arena;
    this.cutter = new Cutter(loops, this.arena);
    this.cursor = this.arena.room(16);
    this.slots = this.zeroed(this.slotCount * SLOT);
    this.addChunk();
    this.starts.push(0);
  }

  get length(): number {
    const { chunks, arena, cursor } = this;
    const written = arena.address(cursor) - (chunks.at(-1) ?? 0);
    return (chunks.length - 1) * CHUNK + written / 4;
  }

  private zeroed(size: number): number {
    const at = this.arena.room(size);
    this.arena.bytes.fill(0, at, at + size);
    return at;
  }

  private addChunk(): void {
    const at = this.arena.room(CHUNK * 4);
    this.chunks.push(at);
    this.chunkEnd = at + CHUNK * 4;
    this.arena.ints[this.cursor >>> 2] = at;
  }

  /** Makes room for one more token at least; gives for how many there is. */
  private makeRoom(): number {
    const free = this.chunkEnd - this.arena.address(this.cursor);
    if (free > 0) return free / 4;
    this.addChunk();
    return CHUNK;
  }

  /** Adds the words of a text; gives how many there are. */
  add(text: string): number {
    const before = this.length;
    const lower = wordUnits(text);
    const { cutter } = this;
    cutter.open(lower);
    for (let count = cutter.cut(); count > 0; count = cutter.cut()) {
      this.addCompounds(lower, count);
      for (let done = 0; done < count; ) done = this.number(lower, done, count);
    }
    return this.length - before;
  }

  /** Notes down which of the words that have been cut are joined by a sign. */
  private addCompounds(lower: string, count: number): void {
    const { ints } = this.arena;
    const first = this.cutter.words >>> 2;
    const size = plain.WORD >>> 2;
    for (let at = first + size; at < first + count * size; at += size) {
      const sign = ints[at - size + 1] ?? 0;
      if (ints[at] !== sign + 1 || lower.charCodeAt(sign) === 0x20) continue;
      this.compounds.add(lower, ints[at - size] ?? 0, sign, ints[at + 1] ?? 0);
    }
  }

  /** Adds the numbers of words that have been cut, from one on and as far as it gets; gives how far that is. */
  private number(lower: string, from: number, count: number): number {
    const { loops, cutter } = this;
    const until = Math.min(count, from + this.makeRoom());
    const mask = this.slotCount - 1;
    const done = loops.number(cutter.text, cutter.words, from, until, this.slots, mask, this.cursor);
    if (done < until) {
      this.newWord(lower.slice(cutter.start(done), cutter.end(done)));
    }
    return done;
  }

  /** A paragraph ends here: no phrase runs from what was added to what is added next. */
  endParagraph(): void {
    this.hasParagraphs = true;
    this.makeRoom();
    const { ints } = this.arena;
    const at = this.arena.address(this.cursor);
    ints[at >>> 2] = PARAGRAPH_NUMBER;
    ints[this.cursor >>> 2] = at + 4;
  }

  /** How many tokens there are since the last article ended. */
  get articleLength(): number {
    return this.length - this.starts.get(this.starts.length - 1);
  }

  /**
   * What was added since the last article ended is one more: so many of its tokens are of the title, so many reach to the
   * end of the lead, and its language is this bit.
   */
  endArticle(titleEnd: number, leadEnd: number, language: number): void {
    this.starts.push(this.length);
    this.titleEnds.push(titleEnd);
    this.leadEnds.push(leadEnd);
    this.languages.push(language);
  }

  /** The numbers of an article's words, without gaps, from one of them on. */
  wordsOf(article: number, from: number): Uint32Array {
    const { arena, chunks, starts } = this;
    arena.use();
    const numbers = new Uint32Array(starts.get(article + 1) - starts.get(article));
    let count = 0;
    let skipped = 0;
    const end = starts.get(article + 1);
    for (let at = starts.get(article); at < end; ) {
      const chunk = Math.floor(at / CHUNK);
      const stop = Math.min(end, (chunk + 1) * CHUNK);
      let place = ((chunks[chunk] ?? 0) >>> 2) + at - chunk * CHUNK;
      for (; at < stop; at++) {
        const number = arena.ints[place++] ?? GAP;
        if (number === GAP) continue;
        if (skipped < from) skipped++;
        else numbers[count++] = number;
      }
    }
    return numbers.subarray(0, count);
  }

  /** Takes a spelling not met before into the hash table; its number is GAP if nothing of it is left in normal form. */
  private newWord(raw: string): void {
    const word = surface(raw);
    const next = this.words.length;
    const number = word === "" ? GAP : this.enter(word, next);
    // A slice keeps the whole article's text in memory; what is shorter V8 copies.
    if (number === next) this.words.push(word.length < SLICE ? word : Buffer.from(word).toString());
    if (raw !== word) this.enter(raw, number);
  }

  /** Puts a word with its number into the hash table if it is not there yet; gives the number that it has there. */
  private enter(word: string, number: number): number {
    if ((this.entries + 1) * 2 > this.slotCount) this.growTable();
    const { arena, loops, slots, slotCount } = this;
    const entry = arena.room(ENTRY + word.length * 2);
    arena.setText(word, entry + ENTRY);
    const found = loops.enter(entry, word.length, number, slots, slotCount - 1);
    if (found === number) this.entries++;
    else arena.clear(entry);
    return found;
  }

  private growTable(): void {
    const { slots, slotCount } = this;
    this.slotCount *= 2;
    this.slots = this.zeroed(this.slotCount * SLOT);
    this.loops.rehash(slots, slotCount, this.slots, this.slotCount - 1);
  }

  /** Turns the stream round; `order` has the numbers of the words in the order of the vocabulary. */
  invert(order: readonly number[]): Inverted {
    const { arena, words } = this;
    const mark = arena.mark;
    const ends = this.zeroed(words.length * 4);
    const bits = this.zeroed(words.length * 4);
    this.count(ends, bits);
    const places = this.scatter(ends);
    const languageBits = arena.u32(bits, words.length);
    const inverted = { ...this.writeRuns(order, ends, places), languageBits };
    arena.clear(mark);
    return inverted;
  }

  /** Counts how often each word stands and in which languages. */
  private count(counts: number, bits: number): void {
    const { arena, starts, loops, chunks } = this;
    arena.use();
    for (let article = 0, at = 0; article < this.languages.length; article++) {
      const end = starts.get(article + 1);
      const language = this.languages.get(article);
      while (at < end) {
        const chunk = Math.floor(at / CHUNK);
        const stop = Math.min(end, (chunk + 1) * CHUNK);
        const address = (chunks[chunk] ?? 0) + (at - chunk * CHUNK) * 4;
        loops.count(address, address + (stop - at) * 4, counts, bits, language);
        at = stop;
      }
    }
  }

  /**
   * Writes the places of each word's tokens into a run, from how often it stands; gives where the first run begins. In
   * the place of the counts stands then where each run ends, and the next one begins.
   */
  private scatter(counts: number): number {
    const { arena, loops, chunks, length } = this;
    const first = counts >>> 2;
    arena.ints[first + GAP] = 0;
    let sum = 0;
    for (let word = 0; word < this.words.length; word++) {
      const count = arena.ints[first + word] ?? 0;
      arena.ints[first + word] = sum;
      sum += count;
    }
    const places = arena.room(sum * 4);
    arena.use();
    chunks.forEach((chunk, i) => {
      const size = Math.min(CHUNK, length - i * CHUNK);
      loops.scatter(chunk, chunk + size * 4, i * CHUNK, counts, places);
    });
    return places;
  }

  private writeRuns(order: readonly number[], ends: number, places: number): Omit<Inverted, "languageBits"> {
    const { arena, loops } = this;
    const blocks = arena.put(this.articlesOfBlocks());
    const starts = arena.put(this.starts.view());
    const titleEnds = arena.put(this.titleEnds.view());
    const leadEnds = arena.put(this.leadEnds.view());
    const sizes = new Uint32Array(order.length * 3);
    const sizesOfOne = (this.cursor >>> 2) + 1;
    const base = arena.mark;
    let written = 0;
    order.forEach((word, i) => {
      const begin = arena.ints[(ends >>> 2) + word - 1] ?? 0;
      const end = arena.ints[(ends >>> 2) + word] ?? 0;
      // A varint of v has at most 1 + v / 128 bytes, and what those of a run add up to has limits.
      const most = 5 * (end - begin) + (this.languages.length >> 5) + 8;
      const mostPositions = end - begin + (this.length >> 7) + 8;
      // What is written already stays taken: memory that grows keeps nothing else.
      arena.clear(base + written);
      const out = arena.room(most + mostPositions);
      loops.writeRun(
        places + begin * 4,
        places + end * 4,
        blocks,
        starts,
        titleEnds,
        leadEnds,
        out,
        out + most,
        sizesOfOne * 4,
      );
      sizes.set(arena.ints.subarray(sizesOfOne, sizesOfOne + 3), i * 3);
      written += (sizes[i * 3 + 1] ?? 0) + (sizes[i * 3 + 2] ?? 0);
    });
    return { postings: arena.bytes.subarray(base, base + written), sizes };
  }

  /** The article of each BLOCK-th token. */
  private articlesOfBlocks(): Uint32Array {
    const articles = new Uint32Array(Math.ceil(this.length / BLOCK));
    for (let article = 0, block = 0; article < this.languages.length; article++)
      for (const end = this.starts.get(article + 1); block * BLOCK < end; block++) articles[block] = article;
    return articles;
  }
}
