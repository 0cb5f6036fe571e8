/** The definition of `azertac search`: its options and its help. */
import { type Command, Option } from "commander";
import { showExclusions } from "../../config/exclusions.js";
import {
  addArchiveOptions,
  addChoiceOptions,
  addCopiesOption,
  addFilterOptions,
  addMatchOptions,
  addOutputOptions,
  sortOption,
} from "../../config/options.js";
import { examples, queryHelp } from "../../main/help.js";
import type { SearchCall } from "./action.js";

export function addSearch(program: Command, done: (code: number) => void): void {
  const search = program
    .command("search [words...]")
    .summary("find articles, the most relevant first")
    .description("Find articles by words, phrases and fields, the most relevant first.");
  addChoiceOptions(addOutputOptions(addFilterOptions(addArchiveOptions(search), "10"))).addOption(
    sortOption("relevance"),
  );
  addMatchOptions(addCopiesOption(search))
    .option("--last", "repeat the last search, e.g. with other options")
    .addOption(
      new Option(
        "--batch <file>",
        "run each query of a file: one a line, or a CSV column 'query' with filters in others",
      ).conflicts("last"),
    )
    .addOption(
      new Option("--explain", "explain each hit's score").conflicts(["csv", "ids", "columns", "format"]),
    )
    .addHelpText("after", queryHelp)
    .addHelpText(
      "after",
      examples([
        "azertac search Algeria",
        "azertac search '\"political consultations\"' --since 2025",
        "azertac search oil -Armenia place:Baku",
        "azertac search 'oil OR gas' --json | jq '.hits[].title'",
        "azertac search oil price --explain -n 3",
        "azertac search --batch queries.csv --csv > hits.csv",
      ]),
    )
    .action(async (words: string[], options: SearchCall) =>
      done(await (await import("./action.js")).search(showExclusions(words), options)),
    );
}
