/** The definition of `azertac related`: its options and its help. */
import type { Command } from "commander";
import {
  addArchiveOptions,
  addChoiceOptions,
  addCopiesOption,
  addFilters,
  addLastOption,
  addOutputOptions,
  parseCount,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { RelatedCall } from "./action.js";

export function addRelated(program: Command, done: (code: number) => void): void {
  const related = program
    .command("related [id]")
    .summary("articles similar to one")
    .description(
      "List the articles most similar to one, with the words that they share. Ids are accepted as by show.",
    );
  addLastOption(
    addCopiesOption(addChoiceOptions(addOutputOptions(addFilters(addArchiveOptions(related))))),
    "start from",
  )
    .option("-n, --limit <number>", "maximum number of results (default: 10)", parseCount("--limit", 0))
    .option("--offset <number>", "skip this many first", parseCount("--offset", 0))
    .addHelpText(
      "after",
      examples([
        "azertac related latest",
        "azertac related 6d47f895 -n 5 --since 2025",
        "azertac show $(azertac related 0 -n 3 --ids)",
      ]),
    )
    .action(async (id: string | undefined, options: RelatedCall) =>
      done(await (await import("./action.js")).related(id, options)),
    );
}
