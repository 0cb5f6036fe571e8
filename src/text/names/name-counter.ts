/** Counts in how many texts each name stands, the spellings of one name together: Əliyev is Aliyev is Алиев. */
import { lowerCase } from "../fold.js";
import { commonWords } from "../language-profiles.js";
import { isSameSpelling, spellingKeys } from "../transliteration/transliteration.js";
import { type NameSequence, nameSequences } from "./names.js";

/** A name, in how many texts it stands, and the ways in which it is written, the most frequent first. */
export interface CountedName {
  texts: number;
  written: string[];
}

/** What stands before a name and is no part of it, alone or behind some of `BEFORE_TITLES`. */
const TITLES = new Set(
  (
    "mr mrs ms dr prof sir president minister secretary chairman chairwoman ambassador senator governor " +
    "prezident prezidenti prezidentinin prezidentinə prezidentini nazir naziri nazirinin nazirinə nazirini sədr sədri " +
    "президент президента президенту президентом министр министра министру министром премьер премьера глава главы " +
    "cumhurbaşkanı cumhurbaşkanının bakan bakanı başbakan başbakanı"
  ).split(" "),
);
const BEFORE_TITLES = new Set(
  "prime foreign deputy vice first defence defense finance interior former baş xarici daxili işlər müdafiə dışişleri".split(
    " ",
  ),
);
/** Written with a capital in English and no names. */
const CALENDAR = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
  ).split(" "),
);
/** So many of the most frequent names are looked at for other spellings of each other. */
const MOST_JOINED = 2_000;
/** A name is compared with this many that sound alike, the most frequent ones. */
const MOST_ALIKE = 100;

/** What stands in fewer texts may be there by chance: names with `and` in them, `Securities and Exchange Commission`. */
const FEWEST_TEXTS = 3;

/** A row of capitalised words as it was met. */
interface Met extends NameSequence {
  key: string;
  /** Texts that have it. */
  texts: number;
}

export class NameCounter {
  private readonly met: Met[] = [];
  private readonly numbers = new Map<string, number>();
  /** For each text the numbers of what was met in it. */
  private readonly perText: number[][] = [];
  /** How often a word stands in lower case, and capitalised where nothing but itself asks for it. */
  private readonly lower = new Map<string, number>();
  private readonly capital = new Map<string, number>();
  private readonly common = commonWords();

  /** Takes in a text, given by its paragraphs. */
  add(paragraphs: readonly string[]): void {
    const found = new Set<number>();
    const countLower = (word: string): void => increase(this.lower, word);
    for (const paragraph of paragraphs) {
      for (const sequence of nameSequences(paragraph, countLower)) found.add(this.numberOf(sequence));
    }
    for (const number of found) {
      const one = this.met[number];
      if (one) one.texts++;
    }
    this.perText.push([...found]);
  }

  private numberOf({ words, isStart }: NameSequence): number {
    words.forEach((word, i) => {
      if (i > 0 || !isStart) increase(this.capital, lowerCase(word));
    });
    const key = `${isStart ? "^" : ""}${words.join(" ")}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.met.length;
      this.numbers.set(key, number);
      this.met.push({ words, isStart, key, texts: 0 });
    }
    return number;
  }

  /** The `most` names that stand in the most texts. */
  top(most: number): CountedName[] {
    const names = new Names();
    const whole = this.met.map((one) => ({ words: this.cleaned(one), texts: one.texts }));
    for (const { words, texts } of whole) names.add(words, texts);
    const parts = whole.map(({ words }) => names.split(words));
    const joined = joinSpellings(names.byFrequency(parts.flat()).slice(0, MOST_JOINED));
    return countTexts(this.perText, parts, joined).slice(0, most);
  }

  /** The words of a name without what only stands before it; none if nothing of a name is left. */
  private cleaned({ words, isStart }: NameSequence): string[] {
    let rest = words;
    const [first = ""] = words;
    if (isStart && this.isOrdinary(first, words.length === 1)) rest = words.slice(1);
    rest = withoutTitles(rest);
    while (rest[0] !== undefined && isLowerCase(rest[0])) rest = rest.slice(1);
    const [only = ""] = rest;
    if (rest.length === 1 && (only.length < 2 || this.isOrdinary(only, isStart))) return [];
    return rest.every((word) => CALENDAR.has(lowerCase(word))) ? [] : rest;
  }

  /**
   * Whether a word is no name by itself: it mostly stands in lower case, or is a little word that has a capital only
   * where a sentence begins. `strict`: so is any word that has a capital only there.
   */
  private isOrdinary(word: string, strict: boolean): boolean {
    const key = lowerCase(word);
    const capitals = this.capital.get(key) ?? 0;
    return (this.lower.get(key) ?? 0) > capitals || (capitals === 0 && (strict || this.common.has(key)));
  }
}

function increase(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

const isLowerCase = (word: string): boolean => word === lowerCase(word);

/** `Westland Foreign Minister Marta Quill` names Marta Quill; without her, Westland. `Minister of Trade` stays. */
function withoutTitles(words: string[]): string[] {
  const title = words.findLastIndex((word) => TITLES.has(lowerCase(word)));
  const next = words[title + 1];
  if (title < 0 || (next !== undefined && isLowerCase(next))) return words;
  if (next !== undefined) return words.slice(title + 1);
  let end = title;
  while (BEFORE_TITLES.has(lowerCase(words[end - 1] ?? ""))) end--;
  return words.slice(0, end);
}

/** The names that were met, in lower case, and in how many texts about. */
class Names {
  private readonly texts = new Map<string, number>();

  add(words: readonly string[], texts: number): void {
    const key = keyOf(words);
    this.texts.set(key, (this.texts.get(key) ?? 0) + texts);
  }

  /** A long row is two names if both of them stand alone more often than the row: `Republic of Italy|John Smith`. */
  split(words: string[]): string[][] {
    if (words.length === 0) return [];
    const own = this.texts.get(keyOf(words)) ?? 0;
    for (let at = words.length - 1; at >= 1; at--) {
      const [left, right] = [words.slice(0, at), words.slice(at)];
      const isPair = left.at(-1) === "and";
      if (isPair) left.pop();
      else if (right.length < 2 || isLowerCase(right[0] ?? "") || isLowerCase(left.at(-1) ?? "")) continue;
      const areNames = this.isMore(left, own) && this.isMore(right, own);
      // A pair that is met once or twice is no name.
      if (areNames || (isPair && own < FEWEST_TEXTS)) return [...this.split(left), ...this.split(right)];
    }
    return [words];
  }

  private isMore(words: readonly string[], than: number): boolean {
    const texts = this.texts.get(keyOf(words)) ?? 0;
    return texts > than || (texts === than && than < FEWEST_TEXTS);
  }

  byFrequency(names: readonly string[][]): string[][] {
    const distinct = new Map(names.map((words) => [keyOf(words), words]));
    const texts = (words: string[]): number => this.texts.get(keyOf(words)) ?? 0;
    return [...distinct.values()].sort((a, b) => texts(b) - texts(a));
  }
}

function keyOf(words: readonly string[]): string {
  return words.map(lowerCase).join(" ");
}

/**
 * For each name in another spelling of which a more frequent one is known, the key of that one. Last names are joined
 * too, so that those that stand alone are known again in full names.
 */
function joinSpellings(names: readonly string[][]): Map<string, string> {
  const joined = new Map<string, string>();
  const bySpelling = new Map<string, string[][]>();
  for (const key of new Set([...names, ...names.flatMap(endsOf)].map(keyOf))) {
    const words = key.split(" ");
    const keys = spellingKeys(words.at(-1) ?? "").map((sounds) => `${words.length} ${sounds}`);
    const same = keys
      .flatMap((sounds) => bySpelling.get(sounds) ?? [])
      .find((other) => other.every((word, i) => isSameSpelling(word, words[i] ?? "")));
    if (same) {
      joined.set(key, same.join(" "));
      continue;
    }
    for (const sounds of keys) {
      const others = bySpelling.get(sounds) ?? [];
      if (others.length < MOST_ALIKE) others.push(words);
      bySpelling.set(sounds, others);
    }
  }
  return joined;
}

/** Counts each name once a text; a last name stands for the full name if that stands in the same text. */
function countTexts(
  perText: readonly (readonly number[])[],
  parts: readonly string[][][],
  joined: ReadonlyMap<string, string>,
): CountedName[] {
  const canonical = (key: string): string => joined.get(key) ?? key;
  const counts = new Map<string, { texts: number; written: Map<string, number> }>();
  for (const numbers of perText) {
    const names = new Map<string, string[]>();
    for (const words of numbers.flatMap((number) => parts[number] ?? [])) {
      names.set(canonical(keyOf(words)), words);
    }
    const ends = new Set([...names.values()].flatMap(endsOf).map((end) => canonical(keyOf(end))));
    for (const [key, words] of names) {
      if (ends.has(key)) continue;
      const count = counts.get(key) ?? { texts: 0, written: new Map() };
      counts.set(key, count);
      count.texts++;
      increase(count.written, words.join(" "));
    }
  }
  return [...counts.values()]
    .map(({ texts, written }) => ({
      texts,
      written: spellings(written),
    }))
    .sort((a, b) => b.texts - a.texts || ((a.written[0] ?? "") < (b.written[0] ?? "") ? -1 : 1));
}

/** The most frequent first; what differs only in capitals is given once. */
function spellings(written: ReadonlyMap<string, number>): string[] {
  const known = new Map<string, string>();
  for (const [name] of [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const lower = lowerCase(name);
    if (!known.has(lower)) known.set(lower, name);
  }
  return [...known.values()];
}

/** What a name may be cut to where it stands again: its last words. */
function endsOf(words: string[]): string[][] {
  return words.slice(1).map((_, i) => words.slice(i + 1));
}
