/** How values of fields (places, agencies, languages) are compared, wherever somebody types one: in filters, queries, shells. */
import { fold } from "./fold.js";
import { tokenize } from "./tokenize.js";

/** The words of a value without case, accents and punctuation, a space between two: `Gəncə` gives `gence`. */
export function foldValue(value: string): string {
  return tokenize(value)
    .map(({ word }) => fold(word))
    .join(" ");
}

/** Whether what was typed is the beginning of a value, compared so. Marks alone begin nothing. */
export function beginsValue(typed: string, value: string): boolean {
  const wanted = foldValue(typed);
  return wanted !== "" && foldValue(value).startsWith(wanted);
}
