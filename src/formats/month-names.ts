/** Months by name as records write them: whole, inflected, or cut short anywhere. */
import { MONTHS, monthOf } from "../corpus/dispatch/months.js";

const SHORTEST = 3;
/** Case endings are taken off down to this length: Azerbaijani `aprelin`, Turkish `nisanda`. */
const SHORTEST_STEM = 5;

/** Persian for May, which is a part of verbs, too: a month in a field for dates, but not in a text. */
const PERSIAN_MAY = "می";

let beginnings: Map<string, number> | undefined;

/** `сентя` is September; 0 for a beginning that two months share. */
function monthsByBeginning(): Map<string, number> {
  const made = new Map<string, number>();
  for (const line of MONTHS)
    for (const [i, name] of line.split(" ").entries())
      for (let length = SHORTEST; length < name.length; length++) {
        const beginning = name.slice(0, length);
        const before = made.get(beginning);
        made.set(beginning, before === undefined || before === i + 1 ? i + 1 : 0);
      }
  return made;
}

/** 1 to 12, or 0 for a word that is no month's name. */
export function monthNumber(word: string): number {
  const whole = word === PERSIAN_MAY ? 5 : monthOf(word);
  if (whole > 0) return whole;
  const name = word.replaceAll("İ", "i").toLowerCase();
  beginnings ??= monthsByBeginning();
  const begun = beginnings.get(name);
  if (begun !== undefined) return begun;
  for (let length = name.length - 1; length >= SHORTEST_STEM; length--) {
    const stem = name.slice(0, length);
    const month = monthOf(stem) || beginnings.get(stem);
    if (month) return month;
  }
  return 0;
}
