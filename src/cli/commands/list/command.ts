/** The definition of `azertac list`: its options and its help. */
import type { Command } from "commander";
import {
  addArchiveOptions,
  addChoiceOptions,
  addCopiesOption,
  addFilterOptions,
  addOutputOptions,
  sortOption,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { ListCall } from "./action.js";

export function addList(program: Command, done: (code: number) => void): void {
  const list = program
    .command("list [path...]")
    .summary("list the articles, newest first")
    .description(
      "List the articles: short id, date, place and title, newest first. A path is the same as -d and the path.",
    );
  addChoiceOptions(addOutputOptions(addFilterOptions(addArchiveOptions(list), "all")));
  addCopiesOption(list)
    .addOption(sortOption("date"))
    .option("--last", "list the hits of the last search")
    .addHelpText(
      "after",
      examples([
        "azertac list -n 20",
        "azertac list --since 2025-04 --place Baku",
        "azertac list --format '{date} {title:60}'",
        "azertac list ~/wire --sort title --csv > wire.csv",
        "zcat wire.jsonl.gz | azertac list -d -",
      ]),
    )
    .action(async (paths: string[], options: ListCall) =>
      done(await (await import("./action.js")).list(paths, options)),
    );
}
