/** The definition of `azertac timeline`: its options and its help. */
import { type Command, Option } from "commander";
import { showExclusions } from "../../config/exclusions.js";
import {
  addArchiveOptions,
  addFilters,
  addMatchOptions,
  addOutputOptions,
  addUniqueOption,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { TimelineCall } from "./action.js";

export function addTimeline(program: Command, done: (code: number) => void): void {
  const timeline = program
    .command("timeline [query...]")
    .summary("the number of articles or hits over time")
    .description("Chart the number of articles over time, or of those that match a query.");
  addMatchOptions(addOutputOptions(addFilters(addArchiveOptions(timeline)), ["json", "jsonl", "csv"]));
  addUniqueOption(timeline)
    .addOption(
      new Option("--by <unit>", "time unit of each bar (default: chosen to fit)").choices([
        "day",
        "week",
        "month",
        "year",
      ]),
    )
    .addHelpText(
      "after",
      examples([
        "azertac timeline",
        "azertac timeline oil OR gas --by month --since 2024",
        "azertac timeline Algeria --csv > algeria.csv",
      ]),
    )
    .action(async (words: string[], options: TimelineCall) =>
      done(await (await import("./action.js")).timeline(showExclusions(words), options)),
    );
}
