/** The words of a text that are written in two parts with a hyphen or an apostrophe between, which others write as one. */
import { COMPOUND } from "../../text/joined-units.js";
import { isTurkicEnding } from "../../text/stem/turkic-endings.js";
import { surface } from "../../text/tokenize.js";

/** Hyphens and apostrophes of Latin, Cyrillic and Hebrew. */
const JOINERS = ["-", "'", "’", "\u2010", "\u2011", "\u05be", "״", "׳", '"'];
const HYPHENS = "-\u2010\u2011\u05be";
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

/** Whether a unit may belong to a word of an alphabet. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return (
    unit === 0xad || (unit >= 0xc0 && unit < 0x2000 && unit !== 0x5be && unit !== 0x5f3 && unit !== 0x5f4)
  );
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The pairs of parts that a segment's texts have, each once. */
export class CompoundWords {
  /** The parts with a space between. */
  readonly pairs = new Set<string>();

  /** Adds those of a text, as `wordUnits` gives it. */
  add(lower: string): void {
    for (const joiner of JOINERS)
      for (let at = lower.indexOf(joiner, 1); at > 0; at = lower.indexOf(joiner, at + 1))
        this.addAt(lower, at);
  }

  private addAt(lower: string, at: number): void {
    if (!isWordUnit(lower.charCodeAt(at + 1)) || !isWordUnit(lower.charCodeAt(at - 1))) return;
    let start = at - 1;
    while (start > 0 && isWordUnit(lower.charCodeAt(start - 1))) start--;
    let end = at + 2;
    while (end < lower.length && isWordUnit(lower.charCodeAt(end))) end++;
    const length = end - start - 1;
    if (length > LONGEST || length < SHORTEST || isDigit(lower.charCodeAt(start))) return;
    const sign = lower.charAt(at);
    const first = lower.slice(start, at);
    const second = lower.slice(at + 1, end);
    if (sign === '"' && !isHebrew(first)) return;
    if (HYPHENS.includes(sign) ? isTurkicEnding(first, second, true) : isApart(first, second)) return;
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
