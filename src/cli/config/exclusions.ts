/**
 * Lets a query exclude words as people type it, `azertac search Algeria -Armenia`, beside options such as `-n 5`.
 *
 * After a command that takes a query, a word that begins with a single minus is part of the query unless it is one of
 * the command's own short options (`-n`, `-n5`, `-d`, `-d/path`) or stands where an option takes its value. Such words
 * are marked before the options are parsed and freed of the mark afterwards.
 */
import type { Command } from "commander";

/** No argument of a process can have this character, so nothing that is typed is mistaken for a mark. */
const MARK = "\u0000";

/** A number behind -n, and a path behind -d that is no word, may stand without a space. */
const OPTION = /^-(?:[a-zA-Z]|n\d+|d[./\\].*)$/s;

function isExclusion(word: string, shorts: ReadonlySet<string>): boolean {
  if (!/^-[^-\s]/s.test(word)) return false;
  return !(OPTION.test(word) && shorts.has(word.slice(0, 2)));
}

/** The words behind a command that takes a query, with their exclusions marked. */
export function hideExclusions(words: readonly string[], { options }: Pick<Command, "options">): string[] {
  const shorts = new Set(["-h", ...options.flatMap(({ short }) => short ?? [])]);
  const takesValue = new Set(
    options.filter(({ required }) => required).flatMap(({ short, long }) => [short ?? "", long ?? ""]),
  );
  const marked: string[] = [];
  let isValue = false;
  for (const [i, word] of words.entries()) {
    if (word === "--" && !isValue) return [...marked, ...words.slice(i)];
    marked.push(!isValue && isExclusion(word, shorts) ? MARK + word : word);
    isValue = !isValue && takesValue.has(word);
  }
  return marked;
}

export function showExclusions(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith(MARK) ? word.slice(MARK.length) : word));
}
