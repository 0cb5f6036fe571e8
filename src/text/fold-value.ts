/** How values of fields (places, agencies, languages) are compared, wherever somebody types one: in filters, queries, shells. */
import { fold } from "./fold.js";
import { lowerUnits, scanWords, surface } from "./tokenize.js";

/** The words of a value without case, accents and punctuation, a space between two: `Gəncə` gives `gence`. */
export function foldValue(value: string): string {
  const lower = lowerUnits(value);
  const words: string[] = [];
  scanWords(lower, (start, end) => {
    const word = surface(lower.slice(start, end));
    if (word !== "") words.push(fold(word));
  });
  return words.join(" ");
}

/** Whether what was typed is the beginning of a value, compared so. Marks alone begin nothing. */
export function beginsValue(typed: string, value: string): boolean {
  const wanted = foldValue(typed);
  return wanted !== "" && foldValue(value).startsWith(wanted);
}
