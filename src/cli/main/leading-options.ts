/** Options before the command: `azertac -d wire list` is read as `azertac list -d wire`. */
import type { Command, Option } from "commander";

/** What the program itself answers, without a command. */
const OF_PROGRAM: ReadonlySet<string> = new Set(["-h", "--help", "-V", "--version", "--"]);

/** How many words an option takes up, its value included. */
function lengthOf(word: string, next: string | undefined, options: readonly Option[]): number {
  // `--dir=x` and `-dx` hold their value.
  if (word.includes("=") || /^-[^-]./s.test(word)) return 1;
  const option = options.find(({ long, short }) => word === long || word === short);
  if (option?.required) return 2;
  return option?.optional && /^\d/.test(next ?? "") ? 2 : 1;
}

/**
 * Gives a command line with its command first. A line without a command, or with an option of the program itself
 * before it, is given as it is.
 */
export function commandFirst(words: readonly string[], program: Command): readonly string[] {
  const options = program.commands.flatMap((command) => command.options);
  let at = 0;
  while (words[at]?.startsWith("-")) {
    if (OF_PROGRAM.has(words[at] ?? "")) return words.slice(at);
    at += lengthOf(words[at] ?? "", words[at + 1], options);
  }
  const command = words[at];
  if (command === undefined) return words;
  // Help describes a command, whatever it would be called with.
  if (command === "help") return words.slice(at);
  return [command, ...words.slice(0, at), ...words.slice(at + 1)];
}
