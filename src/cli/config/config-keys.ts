/** What may be set in a config file: the options of the commands, but for those that only make sense for one call. */
import type { Command, Option } from "commander";

/** What one call asks for, not what somebody always wants: forms for programs, places in a list, actions. */
export const ONLY_TYPED: ReadonlySet<string> = new Set(
  "help json jsonl csv ids ris bibtex output force since until offset mark last batch status rebuild clear editor search list remove follow exec exec-batch feed since-last mark-read".split(
    " ",
  ),
);

/** What may be set for a command, by its key: the long name of the option, without dashes and `no-`. */
export function keysOf(command: Command): Map<string, Option> {
  const keys = command.options.map((option) => [option.name().replace(/^no-/, ""), option] as const);
  return new Map(keys.filter(([key]) => !ONLY_TYPED.has(key)));
}
