/**
 * The loops that go through all postings of a word. They are written in what TypeScript and AssemblyScript have in
 * common and compiled as both: a process that searches has ended before V8 has optimised its JavaScript, and WebAssembly
 * is compiled at once; but to load that takes 2 ms, longer than all that an archive in memory asks for. All data are in
 * one memory, at byte addresses; see kernel.ts.
 */
import {
  f32At,
  type f64,
  f64At,
  type i32,
  i32At,
  product,
  setF32,
  setF64,
  setI32,
  setU8,
  setU16,
  u8At,
  u16At,
} from "./memory.js";

/** In the place of a tier: the article has none of the words. */
const ABSENT: i32 = 255;
/** Four of these. */
const FOUR_ABSENT: i32 = -1;
/** What tiers begin with that stand for near words: see term-matcher.ts. */
const NEAR: i32 = 2;
/** Bytes of a run: 32 bits each for its next byte, end, postings left, next article, its posting's kind, tier; 64 for the weight. */
export const RUN: i32 = 32;

/**
 * Bytes of a word: 32 bits each for where its runs begin and end, room for a window's values and tiers and for those that
 * are given, how many articles have more than near words, and how many there are; 64 each for what an occurrence counts
 * in the body, the title and the lead.
 */
export const WORD: i32 = 56;

/** Bytes of a word in a prefilter: see index/format/fuzzy-prefilter.ts. */
export const PREFILTER_SIZE: i32 = 8;
/** The bits of letters there; above them stands the length. */
export const CLASSES: i32 = 27;
const LETTERS: i32 = (1 << CLASSES) - 1;

/** Where the next number is read. */
let next: i32 = 0;
/** What an occurrence is worth by where it stands. */
let bodyWorth: f64 = 1;
let titleWorth: f64 = 1;
let leadWorth: f64 = 1;

function varint(): i32 {
  let value: i32 = 0;
  for (let shift: i32 = 0; shift < 35; shift += 7) {
    const byte: i32 = u8At(next++);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  return value;
}

/** The same, quicker for most: they are one byte. */
function number(): i32 {
  const byte: i32 = u8At(next);
  if (byte >= 0x80) return varint();
  next++;
  return byte;
}

/** See checksum.ts. */
export function checksum(at: i32, length: i32): i32 {
  let hash: i32 = -2128831035 ^ length;
  const whole: i32 = at + (length & ~3);
  for (let i: i32 = at; i < whole; i += 4) {
    hash = product(hash ^ i32At(i), 16777619);
    hash ^= hash >>> 15;
  }
  for (let i: i32 = whole; i < at + length; i++) hash = product(hash ^ u8At(i), 16777619);
  return hash ^ (hash >>> 15);
}

/** Checksums of pages that stand one behind the other, into `out`. */
export function checksums(at: i32, length: i32, page: i32, out: i32): void {
  for (let from: i32 = 0; from < length; from += page) {
    setI32(out, checksum(at + from, length - from < page ? length - from : page));
    out += 4;
  }
}

/** What the posting is worth of which the kind has been read, where the word stands several times. */
function worthOf(kind: i32): f64 {
  const times: i32 = number();
  if (kind === 1) return bodyWorth * (times as f64);
  const inTitle: i32 = number();
  const inLead: i32 = number();
  const inBody: i32 = times - inTitle - inLead;
  return bodyWorth * (inBody as f64) + titleWorth * (inTitle as f64) + leadWorth * (inLead as f64);
}

/** Adds what a run has of the articles from `first` to before `until`. `deleted`: a byte an article, 0 if none is gone. */
function gather(run: i32, first: i32, until: i32, values: i32, tiers: i32, deleted: i32): void {
  // In variables of their own: what is read from memory is read again for each posting.
  const end: i32 = i32At(run + 4);
  const tier: i32 = i32At(run + 20);
  const weight: f64 = f64At(run + 24);
  let left: i32 = i32At(run + 8);
  let article: i32 = i32At(run + 12);
  let kind: i32 = i32At(run + 16);
  next = i32At(run);
  // Below the first is what damaged bytes add up to.
  while (left > 0 && article < until && article >= first && next <= end) {
    const worth: f64 = (kind === 0 ? bodyWorth : kind === 2 ? leadWorth : worthOf(kind)) * weight;
    const here: i32 = article;
    if (--left > 0) {
      const code: i32 = number();
      article += (code >>> 2) + 1;
      kind = code & 3;
    }
    if (worth <= 0 || (deleted !== 0 && u8At(deleted + here) !== 0)) continue;
    const place: i32 = tiers + here - first;
    const before: i32 = u8At(place);
    // Near words count only where the word itself does not stand.
    if (tier >= NEAR && before < NEAR) continue;
    const value: i32 = values + (here - first) * 4;
    setF32(value, before === ABSENT ? worth : f32At(value) + worth);
    setU8(place, tier < before ? tier : before);
  }
  setI32(run, next);
  setI32(run + 8, left);
  setI32(run + 12, article);
  setI32(run + 16, kind);
}

/** The lowest article that one of the runs comes to next; `none` if all have ended. */
function lowest(runs: i32, end: i32, none: i32): i32 {
  let least: i32 = none;
  for (let run: i32 = runs; run < end; run += RUN)
    if (i32At(run + 8) > 0 && i32At(run + 12) < least) least = i32At(run + 12);
  return least;
}

/** Makes a word's runs stand on their first postings, and its window empty. */
function open(word: i32, window: i32): void {
  for (let run: i32 = i32At(word); run < i32At(word + 4); run += RUN) {
    next = i32At(run);
    const code: i32 = i32At(run + 8) > 0 ? number() : 0;
    setI32(run, next);
    setI32(run + 12, code >>> 2);
    setI32(run + 16, code & 3);
  }
  const tiers: i32 = i32At(word + 12);
  // Four at a time as far as the last four, which may reach behind the window.
  for (let i: i32 = 0; i < window; i += 4) setI32(tiers + i, FOUR_ABSENT);
}

/** Fills a word's window; false if postings are cut off. */
function fill(word: i32, first: i32, until: i32, deleted: i32): boolean {
  bodyWorth = f64At(word + 32);
  titleWorth = f64At(word + 40);
  leadWorth = f64At(word + 48);
  for (let run: i32 = i32At(word); run < i32At(word + 4); run += RUN) {
    gather(run, first, until, i32At(word + 8), i32At(word + 12), deleted);
    if (i32At(run) > i32At(run + 4)) return false;
  }
  return true;
}

/** 1 if a number from 0 on is below a limit, else 0: without a branch. */
function isBelow(value: i32, limit: i32): i32 {
  return (value - limit) >>> 31;
}

/** True if one of the words is in none of the four articles from a place of its window on. */
function isFourAbsent(words: i32, end: i32, place: i32): boolean {
  for (let word: i32 = words; word < end; word += WORD)
    if (i32At(i32At(word + 12) + place) === FOUR_ABSENT) return true;
  return false;
}

/**
 * Writes down the articles of a window that have all words, behind those that were `found` before; gives how many there are
 * then. Exported, as `empty` is, so that it stays a function of its own: V8 optimises from one call to the next.
 */
export function keep(words: i32, end: i32, first: i32, size: i32, found: i32, outArticles: i32): i32 {
  let count: i32 = found;
  for (let place: i32 = 0; place < size; place++) {
    if ((place & 3) === 0 && isFourAbsent(words, end, place)) {
      place += 3;
      continue;
    }
    // Written whether it stays or not: which of four has the words can't be foretold, and to be wrong costs more.
    setI32(outArticles + count * 4, first + place);
    let has: i32 = 1;
    for (let word: i32 = words; word < end; word += WORD) {
      const tier: i32 = u8At(i32At(word + 12) + place);
      has &= isBelow(tier, ABSENT);
      setF32(i32At(word + 16) + count * 4, f32At(i32At(word + 8) + place * 4));
      setU8(i32At(word + 20) + count, tier);
    }
    count += has;
  }
  return count;
}

/** Counts the articles of a word's window and empties it. */
export function empty(word: i32, size: i32): void {
  const tiers: i32 = i32At(word + 12);
  let own: i32 = i32At(word + 24);
  let all: i32 = i32At(word + 28);
  for (let place: i32 = tiers; place < tiers + size; place += 4) {
    if (i32At(place) === FOUR_ABSENT) continue;
    for (let i: i32 = 0; i < 4; i++) {
      const tier: i32 = u8At(place + i);
      own += isBelow(tier, NEAR);
      all += isBelow(tier, ABSENT);
    }
    setI32(place, FOUR_ABSENT);
  }
  setI32(word + 24, own);
  setI32(word + 28, all);
}

/**
 * The articles that have all of several words, each by one or more of its runs (those of near words last): their numbers
 * and for each word what it is worth there and the lowest tier. So many articles as `window` says at a time: what is
 * written to again and again stays small. Gives how many there are, -1 if postings are damaged.
 */
export function join(
  words: i32,
  count: i32,
  articles: i32,
  deleted: i32,
  window: i32,
  outArticles: i32,
): i32 {
  const end: i32 = words + count * WORD;
  let found: i32 = 0;
  for (let word: i32 = words; word < end; word += WORD) open(word, window);
  for (;;) {
    let first: i32 = articles;
    for (let word: i32 = words; word < end; word += WORD) first = lowest(i32At(word), i32At(word + 4), first);
    if (first < 0) return -1;
    if (first >= articles) break;
    const until: i32 = first + window < articles ? first + window : articles;
    for (let word: i32 = words; word < end; word += WORD) if (!fill(word, first, until, deleted)) return -1;
    found = keep(words, end, first, until - first, found, outArticles);
    for (let word: i32 = words; word < end; word += WORD) empty(word, until - first);
  }
  for (let word: i32 = words; word < end; word += WORD)
    for (let run: i32 = i32At(word); run < i32At(word + 4); run += RUN)
      if (i32At(run + 8) > 0 || i32At(run) !== i32At(run + 4)) return -1;
  return found;
}

/**
 * Adds to the scores of articles (ascending) what one word of the query gives, by BM25. `matched`, `frequencies` and
 * `matchTiers` are as `join` gives them; `norms`: a byte each of the articles; `lengthNorm`: 64 bits for each norm; `near`:
 * 64 bits for each tier of near words.
 */
export function score(
  articles: i32,
  count: i32,
  matched: i32,
  matches: i32,
  frequencies: i32,
  matchTiers: i32,
  norms: i32,
  lengthNorm: i32,
  ownWeight: f64,
  near: i32,
  scores: i32,
  words: i32,
  tiers: i32,
): void {
  let m: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const article: i32 = i32At(articles + i * 4);
    while (m < matches && i32At(matched + m * 4) < article) m++;
    if (m === matches) return;
    if (i32At(matched + m * 4) !== article) continue;
    const tier: i32 = u8At(matchTiers + m);
    const weight: f64 = tier < NEAR ? ownWeight : f64At(near + (tier - NEAR) * 8);
    const frequency: f64 = f32At(frequencies + m * 4);
    const gain: f64 = (weight * frequency) / (frequency + f64At(lengthNorm + u8At(norms + i) * 8));
    setF64(scores + i * 8, f64At(scores + i * 8) + gain);
    setU16(words + i * 2, u16At(words + i * 2) + 1);
    if ((tier < NEAR ? tier : NEAR) > u8At(tiers + i)) setU8(tiers + i, tier < NEAR ? tier : NEAR);
  }
}

/** How many bits are set (Warren, Hacker's Delight, 2nd edition, 5-1). */
function countBits(bits: i32): i32 {
  const pairs: i32 = bits - ((bits >>> 1) & 0x55555555);
  const fours: i32 = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return product((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The places of the words of a prefilter that may be within `most` edits of a word of `letters` and `twice`, into `out`; gives
 * how many.
 */
export function prefilter(
  prefilter: i32,
  count: i32,
  letters: i32,
  twice: i32,
  shortest: i32,
  longest: i32,
  most: i32,
  out: i32,
): i32 {
  let found: i32 = 0;
  for (let place: i32 = 0; place < count; place++) {
    const at: i32 = prefilter + place * PREFILTER_SIZE;
    const own: i32 = i32At(at);
    const length: i32 = own >>> CLASSES;
    const different: i32 = countBits((letters ^ own) & LETTERS);
    // One branch for all three, nearly always taken: one that is taken every other time costs more than all else.
    if (((length - shortest) | (longest - length) | (2 * most - different)) < 0) continue;
    const lacking: i32 = countBits(letters & ~own & LETTERS);
    const added: i32 = countBits(own & ~letters & LETTERS);
    if (lacking > most || added > most) continue;
    const ownTwice: i32 = i32At(at + 4);
    if (lacking + countBits(twice & ~ownTwice) > most) continue;
    if (added + countBits(ownTwice & ~twice) > most) continue;
    setI32(out + found++ * 4, place);
  }
  return found;
}

/** Fills in the bytes of articles: that of article 0 is, or would be, at `bytes`. */
export function pick(articles: i32, count: i32, bytes: i32, out: i32): void {
  for (let i: i32 = 0; i < count; i++) setU8(out + i, u8At(bytes + i32At(articles + i * 4)));
}

/** The articles that two ascending lists share, into `out`; gives how many. */
export function intersect(a: i32, aCount: i32, b: i32, bCount: i32, out: i32): i32 {
  let found: i32 = 0;
  let j: i32 = 0;
  for (let i: i32 = 0; i < aCount; i++) {
    const article: i32 = i32At(a + i * 4);
    while (j < bCount && i32At(b + j * 4) < article) j++;
    if (j === bCount) break;
    if (i32At(b + j * 4) === article) setI32(out + found++ * 4, article);
  }
  return found;
}

/**
 * Reads postings as far as the last of some articles (ascending) and keeps what they say of these, 32 bits each: the
 * article's place among those, times, times in the title, positions that stand before its own. Gives how many of the
 * articles have the word, -1 if the postings are cut off.
 */
export function choose(
  at: i32,
  end: i32,
  count: i32,
  articles: i32,
  wanted: i32,
  owners: i32,
  frequencies: i32,
  titles: i32,
  before: i32,
): i32 {
  let article: i32 = -1;
  let passed: i32 = 0;
  let found: i32 = 0;
  let place: i32 = 0;
  next = at;
  for (let i: i32 = 0; i < count && place < wanted; i++) {
    const code: i32 = number();
    article += (code >>> 2) + 1;
    let times: i32 = 1;
    let inTitle: i32 = 0;
    if ((code & 1) !== 0) {
      times = number();
      if ((code & 3) === 3) {
        inTitle = number();
        number();
      }
    }
    if (next > end) return -1;
    while (place < wanted && i32At(articles + place * 4) < article) place++;
    if (place < wanted && i32At(articles + place * 4) === article) {
      const offset: i32 = found++ * 4;
      setI32(owners + offset, place);
      setI32(frequencies + offset, times);
      setI32(titles + offset, inTitle);
      setI32(before + offset, passed);
    }
    passed += times;
  }
  return found;
}

/** The positions of a word in articles that `choose` gave, one behind the other, 32 bits each; -1 if they are cut off. */
export function positions(at: i32, end: i32, count: i32, frequencies: i32, before: i32, out: i32): i32 {
  let passed: i32 = 0;
  let written: i32 = 0;
  next = at;
  for (let i: i32 = 0; i < count; i++) {
    let skip: i32 = i32At(before + i * 4) - passed;
    for (; skip > 0 && next < end; next++) if (u8At(next) < 0x80) skip--;
    const times: i32 = i32At(frequencies + i * 4);
    let position: i32 = 0;
    for (let k: i32 = 0; k < times; k++) {
      position += number();
      if (next > end) return -1;
      setI32(out + written++ * 4, position);
    }
    passed = i32At(before + i * 4) + times;
  }
  return written;
}

/** The smallest distance between two ascending lists, in words; `most` if it is not smaller. */
function smallestGap(a: i32, aEnd: i32, b: i32, bEnd: i32, most: i32): i32 {
  let least: i32 = most;
  let at: i32 = b;
  for (let from: i32 = a; from < aEnd; from += 4) {
    const position: i32 = i32At(from);
    while (at < bEnd && i32At(at) < position) at += 4;
    if (at < bEnd) {
      const gap: i32 = i32At(at) === position ? 1 : i32At(at) - position;
      if (gap < least) least = gap;
    }
    if (at > b && position - i32At(at - 4) < least) least = position - i32At(at - 4);
  }
  return least;
}

/**
 * Lowers the gaps of articles, 32 bits each, to how near two words come to each other. Of each word are given the places
 * of its articles among these, ascending, how often it stands in them, and its positions there one behind the other.
 */
export function nearest(
  aOwners: i32,
  aCount: i32,
  aTimes: i32,
  aPositions: i32,
  bOwners: i32,
  bCount: i32,
  bTimes: i32,
  bPositions: i32,
  gaps: i32,
): void {
  let a: i32 = aPositions;
  let b: i32 = bPositions;
  let j: i32 = 0;
  for (let i: i32 = 0; i < aCount; i++) {
    const owner: i32 = i32At(aOwners + i * 4);
    const aEnd: i32 = a + i32At(aTimes + i * 4) * 4;
    for (; j < bCount && i32At(bOwners + j * 4) < owner; j++) b += i32At(bTimes + j * 4) * 4;
    if (j < bCount && i32At(bOwners + j * 4) === owner) {
      const gap: i32 = gaps + owner * 4;
      setI32(gap, smallestGap(a, aEnd, b, b + i32At(bTimes + j * 4) * 4, i32At(gap)));
    }
    a = aEnd;
  }
}

/**
 * The score that stands at place `count` (1 or more, not more than there are) when scores fall from the highest. `heap`:
 * room for so many.
 */
export function highest(scores: i32, all: i32, count: i32, heap: i32): f64 {
  // A heap of the highest so far, the least of them at its root.
  for (let i: i32 = 0; i < count; i++) {
    const score: f64 = f64At(scores + i * 8);
    let at: i32 = i;
    while (at > 0 && f64At(heap + ((at - 1) >> 1) * 8) > score) {
      setF64(heap + at * 8, f64At(heap + ((at - 1) >> 1) * 8));
      at = (at - 1) >> 1;
    }
    setF64(heap + at * 8, score);
  }
  for (let i: i32 = count; i < all; i++) {
    const score: f64 = f64At(scores + i * 8);
    if (score <= f64At(heap)) continue;
    let at: i32 = 0;
    for (let child: i32 = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && f64At(heap + child * 8 + 8) < f64At(heap + child * 8)) child++;
      if (f64At(heap + child * 8) >= score) break;
      setF64(heap + at * 8, f64At(heap + child * 8));
      at = child;
    }
    setF64(heap + at * 8, score);
  }
  return f64At(heap);
}

/** The places of scores that are not below a limit, into `out`; gives how many. */
export function atLeast(scores: i32, all: i32, limit: f64, out: i32): i32 {
  let found: i32 = 0;
  for (let i: i32 = 0; i < all; i++) if (f64At(scores + i * 8) >= limit) setI32(out + found++ * 4, i);
  return found;
}

/** Adds to each score what its tier (0, 1 or 2) is worth. */
export function raise(scores: i32, tiers: i32, all: i32, first: f64, second: f64, third: f64): void {
  for (let i: i32 = 0; i < all; i++) {
    const tier: i32 = u8At(tiers + i);
    setF64(scores + i * 8, f64At(scores + i * 8) + (tier === 0 ? first : tier === 1 ? second : third));
  }
}
