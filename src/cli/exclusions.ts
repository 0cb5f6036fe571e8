/**
 * Lets a query exclude words as people type it, `azertac search Algeria -Armenia`, beside options such as `-n 5`.
 *
 * After the word `search`, a single minus with several characters behind it is part of the query unless it is `-n`
 * with its number. Such words are marked before the options are parsed and freed of the mark afterwards.
 */

/** No argument of a process can have this character, so nothing that is typed is mistaken for a mark. */
const MARK = "\u0000";

function isExclusion(word: string): boolean {
  return /^-[^-\s]./su.test(word) && !/^-n\d+$/.test(word);
}

/** The command line with its exclusions marked. */
export function hideExclusions(words: readonly string[]): string[] {
  const command = words.indexOf("search");
  if (command < 0) return [...words];
  const end = words.indexOf("--", command);
  return words.map((word, i) =>
    i > command && (end < 0 || i < end) && isExclusion(word) ? MARK + word : word,
  );
}

export function showExclusions(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith(MARK) ? word.slice(MARK.length) : word));
}
