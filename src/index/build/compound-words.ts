/** The words of a text that are written in two parts with a hyphen or an apostrophe between, which others write as one. */
import { COMPOUND } from "../../text/joined-units.js";
import { isTurkicEnding } from "../../text/stem/turkic-endings.js";
import { surface } from "../../text/tokenize.js";

const HYPHENS = "-\u2010\u2011\u05be";
/** Apostrophes, and the marks of Hebrew acronyms. */
const APOSTROPHES = "'’\"״׳";
/** What is short for a word of its own behind an apostrophe, and before one. */
const CONTRACTED = new Set(["s", "t", "d", "m", "re", "ve", "ll", "n"]);
const ELIDED = new Set([
  "l",
  "c",
  "j",
  "m",
  "s",
  "t",
  "qu",
  "jusqu",
  "lorsqu",
  "puisqu",
  "dell",
  "all",
  "nell",
  "sull",
]);
const LONGEST = 24;
/** A joined word of fewer letters is more likely another word. */
const SHORTEST = 3;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The pairs of parts that a segment's texts have, each once. */
export class CompoundWords {
  /** The parts with a space between. */
  readonly pairs = new Set<string>();

  /** Adds two words of a text, as `wordUnits` gives it, that one sign stands between, if it joins them. */
  add(lower: string, start: number, sign: number, end: number): void {
    const length = end - start - 1;
    if (length > LONGEST || length < SHORTEST || isDigit(lower.charCodeAt(start))) return;
    const isHyphen = HYPHENS.includes(lower.charAt(sign));
    if (!isHyphen && !APOSTROPHES.includes(lower.charAt(sign))) return;
    const first = lower.slice(start, sign);
    const second = lower.slice(sign + 1, end);
    if (lower.charAt(sign) === '"' && !isHebrew(first)) return;
    if (isHyphen ? isTurkicEnding(first, second, true) : isApart(first, second)) return;
    this.pairs.add(`${surface(first)} ${surface(second)}`);
  }
}

const isHebrew = (word: string): boolean => word.charCodeAt(0) >= 0x5d0 && word.charCodeAt(0) <= 0x5ea;

/** Whether what an apostrophe stands between are two words, or a name and its ending. */
function isApart(first: string, second: string): boolean {
  return CONTRACTED.has(second) || ELIDED.has(first) || isTurkicEnding(first, second, false);
}

/** The keys of the pairs with the places of both parts in the vocabulary. */
export function compoundKeys(
  pairs: ReadonlySet<string>,
  words: readonly string[],
): [key: string, ordinal: number][] {
  if (pairs.size === 0) return [];
  const ordinals = new Map<string, number>();
  for (const pair of pairs) for (const part of pair.split(" ")) ordinals.set(part, -1);
  words.forEach((word, ordinal) => {
    if (ordinals.has(word)) ordinals.set(word, ordinal);
  });
  const keys: [string, number][] = [];
  for (const pair of pairs) {
    const [first = "", second = ""] = pair.split(" ");
    const [a = -1, b = -1] = [ordinals.get(first), ordinals.get(second)];
    if (a < 0 || b < 0) continue;
    const key = COMPOUND + first + second;
    keys.push([key, a], [key, b]);
  }
  return keys;
}
