/**
 * The loops of building that go through all text and all tokens: text is cut into words, words are found in a hash
 * table, and the stream of their numbers is turned round into postings. Written as search-loops.ts is, for both JavaScript and
 * WebAssembly; all data are at byte addresses of one memory, laid out by the callers (tokenize.ts, token-stream.ts).
 * Addresses are unsigned: the memory may grow beyond 2 GiB.
 */
import {
  type i32,
  i32At,
  product,
  sameUnits,
  setI32,
  setU8,
  u8At,
  u16At,
  type u32,
  u32At,
} from "./memory.js";

/** Classes of UTF-16 units, a byte each in a table; 0 is for a unit whose class is not known yet. */
export const OTHER: i32 = 1;
export const LETTER: i32 = 2;
/** Belongs to the word before it, starts none: combining marks, soft hyphen, joiners. */
export const MARK: i32 = 3;

/** Apostrophes before which a word ends and after which a lone `s` is a possessive. */
const APOSTROPHE: i32 = 0x27;
const CURLY_APOSTROPHE: i32 = 0x2019;
const S: i32 = 0x73;

/** Bytes of a word that has been cut: 32 bits each for where it starts and ends in the text, and its hash. */
export const WORD: i32 = 12;
/** Bytes of what `cut` keeps between calls. */
export const STATE: i32 = 28;
/** Bytes of a slot of the hash table: 32 bits each for the hash and the address of the entry, 0 if it is free. */
export const SLOT: i32 = 8;
/** Bytes of an entry before its units: 32 bits each for its value and its count of units. */
export const ENTRY: i32 = 8;
/** FNV-1a's, 32 bits. */
const BASIS: i32 = -2128831035;
const PRIME: i32 = 16777619;
/** The number of what is no word: no phrase runs across it. */
export const GAP: i32 = 0;
/** Of each so many tokens, as a power of two, the article of the first is noted down. */
export const BLOCK_BITS: i32 = 6;

/** False for the `s` of a possessive. */
function isWord(text: u32, start: i32, end: i32, owner: i32): boolean {
  if (end - start !== 1 || owner !== LETTER || u16At(text + start * 2) !== S) return true;
  const before: i32 = u16At(text + start * 2 - 2);
  return before !== APOSTROPHE && before !== CURLY_APOSTROPHE;
}

/** Writes a word down if it is one; gives how many there are then. */
function emit(text: u32, start: i32, end: i32, owner: i32, hash: i32, out: u32, count: i32): i32 {
  if (!isWord(text, start, end, owner)) return count;
  const word: u32 = out + count * WORD;
  setI32(word, start);
  setI32(word + 4, end);
  setI32(word + 8, mixed(hash));
  return count + 1;
}

/** FNV-1a over UTF-16 units is mixed once more at the end, so that the low bits serve as a slot. */
function mixed(hash: i32): i32 {
  return hash ^ (hash >>> 15);
}

/**
 * Cuts units from `from` on into words and writes these one behind the other. `given`, if not 0, is the class of the first
 * unit. `state`, all 0 before a text begins, has 32 bits each for: how many words are written, where the word starts that
 * has not ended yet, its class or 0, its hash so far, the class of the unit before, of the one before that, and of the one
 * two units before the word. Gives the place of a unit whose class is not known or, once there are `most` words, of any;
 * `length` when all is cut. The last word may be one more than `most`.
 */
export function cut(
  text: u32,
  from: i32,
  length: i32,
  given: i32,
  classes: u32,
  state: u32,
  out: u32,
  most: i32,
): i32 {
  let count: i32 = i32At(state);
  let start: i32 = i32At(state + 4);
  let kind: i32 = i32At(state + 8);
  let hash: i32 = i32At(state + 12);
  let before: i32 = i32At(state + 16);
  let second: i32 = i32At(state + 20);
  let owner: i32 = i32At(state + 24);
  let at: i32 = from;
  let known: i32 = given;
  while (at < length && count < most) {
    let unit: i32 = u16At(text + at * 2);
    const found: i32 = known !== 0 ? known : u8At(classes + unit);
    if (found === 0) break;
    known = 0;
    if (found !== MARK && (found !== LETTER || kind !== LETTER)) {
      if (kind !== 0) count = emit(text, start, at, owner, hash, out, count);
      start = at;
      kind = found === OTHER ? 0 : found;
      hash = BASIS;
      owner = second;
    }
    second = before;
    before = found;
    hash = product(hash ^ unit, PRIME);
    at++;
    if (found !== LETTER) continue;
    // Most units are letters behind letters.
    for (; at < length; at++) {
      unit = u16At(text + at * 2);
      if (u8At(classes + unit) !== LETTER) break;
      second = LETTER;
      hash = product(hash ^ unit, PRIME);
    }
  }
  if (at === length && kind !== 0) {
    count = emit(text, start, at, owner, hash, out, count);
    kind = 0;
  }
  setI32(state, count);
  setI32(state + 4, start);
  setI32(state + 8, kind);
  setI32(state + 12, hash);
  setI32(state + 16, before);
  setI32(state + 20, second);
  setI32(state + 24, owner);
  return at;
}

/** True if a slot is that of a word. */
function isOf(slot: u32, units: u32, length: i32, hash: i32): boolean {
  const entry: u32 = u32At(slot + 4);
  return i32At(slot) === hash && i32At(entry + 4) === length && sameUnits(units, entry + ENTRY, length);
}

/** The slot in which a word stands, or would. Open addressing, linear probing. */
function slotOf(units: u32, length: i32, hash: i32, slots: u32, mask: i32): u32 {
  let slot: u32 = slots + (hash & mask) * SLOT;
  while (i32At(slot + 4) !== 0 && !isOf(slot, units, length, hash))
    slot = slot === slots + mask * SLOT ? slots : slot + SLOT;
  return slot;
}

/**
 * Puts the entry of a word, of which the units stand there already, into the hash table if the word is not in it yet; gives
 * its value there.
 */
export function enter(entry: u32, length: i32, value: i32, slots: u32, mask: i32): i32 {
  const units: u32 = entry + ENTRY;
  let hash: i32 = BASIS;
  for (let at: u32 = units; at < units + length * 2; at += 2) hash = product(hash ^ u16At(at), PRIME);
  hash = mixed(hash);
  const slot: u32 = slotOf(units, length, hash, slots, mask);
  if (u32At(slot + 4) !== 0) return i32At(u32At(slot + 4));
  setI32(slot, hash);
  setI32(slot + 4, entry);
  setI32(entry, value);
  setI32(entry + 4, length);
  return value;
}

/** Puts what is in one table of slots into a larger one, which is empty. */
export function rehash(from: u32, count: i32, slots: u32, mask: i32): void {
  for (let old: u32 = from; old < from + count * SLOT; old += SLOT) {
    if (i32At(old + 4) === 0) continue;
    let i: i32 = i32At(old) & mask;
    while (i32At(slots + i * SLOT + 4) !== 0) i = (i + 1) & mask;
    setI32(slots + i * SLOT, i32At(old));
    setI32(slots + i * SLOT + 4, i32At(old + 4));
  }
}

/**
 * Writes the numbers of words that have been cut, 32 bits each, to where the number at `cursor` says, and moves that behind
 * them; nothing for those that are GAP. Gives the place among the words of the first that is not in the table, or `until`.
 */
export function number(
  text: u32,
  words: u32,
  from: i32,
  until: i32,
  slots: u32,
  mask: i32,
  cursor: u32,
): i32 {
  let out: u32 = u32At(cursor);
  let i: i32 = from;
  for (; i < until; i++) {
    const word: u32 = words + i * WORD;
    const start: i32 = i32At(word);
    const slot: u32 = slotOf(text + start * 2, i32At(word + 4) - start, i32At(word + 8), slots, mask);
    const entry: u32 = u32At(slot + 4);
    if (entry === 0) break;
    const value: i32 = i32At(entry);
    if (value === GAP) continue;
    setI32(out, value);
    out += 4;
  }
  setI32(cursor, out);
  return i;
}

/** Counts an article's tokens by their words, and adds its language to the bits of each. */
export function count(tokens: u32, until: u32, counts: u32, bits: u32, language: i32): void {
  for (let at: u32 = tokens; at < until; at += 4) {
    const word: i32 = i32At(at) * 4;
    setI32(counts + word, i32At(counts + word) + 1);
    setI32(bits + word, i32At(bits + word) | language);
  }
}

/** Writes each token's place, of which the first is `place`, where its word's run has room next. */
export function scatter(tokens: u32, until: u32, place: i32, ends: u32, places: u32): void {
  for (let at: u32 = tokens; at < until; at += 4, place++) {
    const word: i32 = i32At(at);
    if (word === GAP) continue;
    const slot: i32 = i32At(ends + word * 4);
    setI32(ends + word * 4, slot + 1);
    setI32(places + slot * 4, place);
  }
}

/** Where the next byte is written. */
let next: u32 = 0;

function writeVarint(value: i32): void {
  let rest: i32 = value;
  for (; rest >>> 7 !== 0; rest = rest >>> 7) setU8(next++, (rest & 0x7f) | 0x80);
  setU8(next++, rest);
}

/** See postings.ts for what is written. */
function writePosting(gap: i32, times: i32, inTitle: i32, inLead: i32): void {
  const base: i32 = (gap - 1) * 4;
  if (inTitle > 0 || (inLead > 0 && times > 1)) {
    writeVarint(base + 3);
    writeVarint(times);
    writeVarint(inTitle);
    writeVarint(inLead);
  } else if (inLead > 0) {
    writeVarint(base + 2);
  } else if (times > 1) {
    writeVarint(base + 1);
    writeVarint(times);
  } else {
    writeVarint(base);
  }
}

/**
 * Writes the postings of a word, whose places in the stream are given, to `out` and its positions behind them. Of each
 * article `starts` has where its tokens begin (and behind the last where they end), `titleEnds` and `leadEnds` how many are
 * of the title and how many from the beginning to the end of the lead. `blocks` has the article of each BLOCK-th place.
 * `sizes` gets 32 bits each for how many postings there are, their bytes, and the bytes of the positions.
 */
export function writeRun(
  places: u32,
  until: u32,
  blocks: u32,
  starts: u32,
  titleEnds: u32,
  leadEnds: u32,
  out: u32,
  scratch: u32,
  sizes: u32,
): void {
  let postings: i32 = 0;
  let last: i32 = -1;
  let written: u32 = out;
  let positions: u32 = scratch;
  let at: u32 = places;
  while (at < until) {
    let place: i32 = i32At(at);
    let article: i32 = i32At(blocks + (place >> BLOCK_BITS) * 4);
    while (i32At(starts + article * 4 + 4) <= place) article++;
    const start: i32 = i32At(starts + article * 4);
    const end: i32 = i32At(starts + article * 4 + 4);
    const titleEnd: i32 = start + i32At(titleEnds + article * 4);
    const leadEnd: i32 = start + i32At(leadEnds + article * 4);
    let times: i32 = 0;
    let inTitle: i32 = 0;
    let inLead: i32 = 0;
    let before: i32 = start;
    next = positions;
    while (place < end) {
      writeVarint(place - before);
      before = place;
      times++;
      if (place < titleEnd) inTitle++;
      else if (place < leadEnd) inLead++;
      at += 4;
      place = at < until ? i32At(at) : end;
    }
    positions = next;
    next = written;
    writePosting(article - last, times, inTitle, inLead);
    written = next;
    last = article;
    postings++;
  }
  for (let from: u32 = scratch; from < positions; from++) setU8(written + from - scratch, u8At(from));
  setI32(sizes, postings);
  setI32(sizes + 4, written - out);
  setI32(sizes + 8, positions - scratch);
}
