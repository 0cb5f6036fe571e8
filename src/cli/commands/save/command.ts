/** The definition of `azertac save`: its options and its help. */
import { type Command, Option } from "commander";
import { showExclusions } from "../../config/exclusions.js";
import { addFilters, addMatchOptions } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { SaveCall } from "./action.js";

export function addSave(program: Command, done: (code: number) => void): void {
  const save = program
    .command("save [name] [words...]")
    .summary("save a search under a name")
    .description(
      "Save a query with its filters under a name, in the table [saved] of the config file. 'azertac search @name' runs it, saved:name is a part of any query, and 'azertac new' prints what arrived for it.",
    );
  addMatchOptions(addFilters(save))
    .addOption(new Option("--list", "list the saved searches").conflicts(["remove", "json"]))
    .addOption(new Option("--json", "print the saved searches as JSON").conflicts("remove"))
    .option("--remove", "remove the saved search of this name")
    .addHelpText(
      "after",
      examples([
        "azertac save algeria Algeria OR Algiers",
        "azertac save baku-oil oil -gas --place Baku",
        "azertac search @baku-oil --since 7d",
        "azertac search 'saved:algeria AND saved:baku-oil'",
        "azertac save --list",
        "azertac save --remove algeria",
      ]),
    )
    .action(async (name: string | undefined, words: string[], options: SaveCall) =>
      done(await (await import("./action.js")).save(name, showExclusions(words), options)),
    );
}
