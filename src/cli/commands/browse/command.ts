/** The definition of `azertac browse`: its options and its help. */
import type { Command } from "commander";
import { showExclusions } from "../../config/exclusions.js";
import { addArchiveOptions, addFilters, addMatchOptions, sortOption } from "../../config/options.js";
import { examples, queryHelp } from "../../main/help.js";
import type { BrowseCall } from "./action.js";

export function addBrowse(program: Command, done: (code: number) => void): void {
  const browse = program
    .command("browse [query...]")
    .summary("search as you type, with a preview")
    .description(
      "Search as you type, with a preview beside the hits. Enter opens an article, Ctrl-X lists related ones, F1 shows all keys.",
    );
  addMatchOptions(addFilters(addArchiveOptions(browse)))
    .addOption(sortOption("relevance"))
    .option("--reverse", "in reverse order")
    .option("--ids", "Enter chooses: print the full id, or those marked with Tab")
    .addHelpText("after", queryHelp)
    .addHelpText(
      "after",
      examples([
        "azertac browse",
        "azertac browse -d ~/wire --place Baku --since 2024",
        "azertac show $(azertac browse --ids)",
      ]),
    )
    .action(async (words: string[], options: BrowseCall) =>
      done(await (await import("./action.js")).browse(showExclusions(words), options)),
    );
}
