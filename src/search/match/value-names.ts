/** Which values of a field are one under several names: `Baku`, `Bakı` and `Баку`; `ITAR-TASS` and `TASS`. */
import type { FieldName } from "../../api/types.js";
import { agencyOf } from "../../corpus/dispatch/agencies.js";
import { otherNames } from "../../text/equivalents/other-names.js";
import { fold, lowerCase } from "../../text/fold.js";
import { foldValue } from "../../text/fold-value.js";
import { isSameSpelling, spellingKeys } from "../../text/transliteration/transliteration.js";

/** More words no name of a place has that is written in several alphabets. */
const MOST_WORDS = 4;

/** The words of a value in lower case; none if it is no name. */
function wordsOf(value: string): string[] {
  const words = lowerCase(value)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.length > MOST_WORDS ? [] : words;
}

/** A name without spaces and marks: `N'Djamena` and `Ndjamena`. */
const squeezed = (folded: string): string => folded.replaceAll(" ", "");

/** Whether two names are spelt as one name in two alphabets, word for word. */
function areSpelledAlike(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((word, i) => word === b[i] || isSameSpelling(word, b[i] ?? ""))
  );
}

/** Tells for the values of a field whether they are what was typed. */
export function valueTest(field: FieldName, typed: string): (value: string) => boolean {
  const folded = foldValue(typed);
  if (folded === "") return () => false;
  const wanted = ` ${folded} `;
  const isPart = (value: string): boolean => ` ${foldValue(value)} `.includes(wanted);
  if (field === "language" || field === "type") return isPart;
  if (field === "agency") {
    const agency = agencyOf(typed);
    return (value) => value === agency || isPart(value) || squeezed(foldValue(value)) === squeezed(folded);
  }
  const words = wordsOf(typed);
  const others = new Set(otherNames(words).map((name) => squeezed(fold(name.join(" ")))));
  others.add(squeezed(folded));
  return (value) =>
    isPart(value) || others.has(squeezed(foldValue(value))) || areSpelledAlike(words, wordsOf(value));
}

/** A value with how many articles have it. */
interface Counted {
  value: string;
  count: number;
}

/** Counts of places, the most frequent first, with those of one place added to its most frequent name. */
export function joinPlaces(values: readonly Counted[]): Counted[] {
  const joined: Counted[] = [];
  const byName = new Map<string, Counted>();
  const byKey = new Map<string, { words: readonly string[]; place: Counted }[]>();
  for (const { value, count } of values) {
    const words = wordsOf(value);
    const names = [
      squeezed(foldValue(value)),
      ...otherNames(words).map((name) => squeezed(fold(name.join(" ")))),
    ];
    const keys = keysOf(words);
    const spelt = keys
      .flatMap((key) => byKey.get(key) ?? [])
      .find((one) => areSpelledAlike(words, one.words));
    let place = names.map((name) => byName.get(name)).find((one) => one !== undefined) ?? spelt?.place;
    if (place) place.count += count;
    else {
      place = { value, count };
      joined.push(place);
    }
    for (const name of names) if (name !== "" && !byName.has(name)) byName.set(name, place);
    for (const key of keys) {
      const some = byKey.get(key);
      if (some) some.push({ words, place });
      else byKey.set(key, [{ words, place }]);
    }
  }
  return joined.sort((a, b) => b.count - a.count);
}

/** Keys that all spellings of a name share, by its first word. */
function keysOf(words: readonly string[]): string[] {
  return spellingKeys(words[0] ?? "").map((key) => `${words.length} ${key}`);
}
