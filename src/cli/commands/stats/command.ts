/** The definition of `azertac stats`: its options and its help. */
import type { Command } from "commander";
import { showExclusions } from "../../config/exclusions.js";
import {
  addArchiveOptions,
  addFilters,
  addMatchOptions,
  addOutputOptions,
  addUniqueOption,
  parseCount,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { StatsCall } from "./action.js";

export function addStats(program: Command, done: (code: number) => void): void {
  const stats = program
    .command("stats [query...]")
    .summary("how many, from when, from where, and who is named")
    .description("Count the articles, or those that answer a query: places, agencies, languages, names.");
  addMatchOptions(addOutputOptions(addFilters(addArchiveOptions(stats)), ["json", "csv"]));
  addUniqueOption(stats)
    .option("-n, --limit <number>", "how many of each (default: 10)", parseCount("--limit", 1))
    .option("--all", "look for names in every article, not in a sample")
    .addHelpText(
      "after",
      examples(["azertac stats", "azertac stats Algeria --since 2025 -n 20", "azertac stats --all --json"]),
    )
    .action(async (words: string[], options: StatsCall) =>
      done(await (await import("./action.js")).stats(showExclusions(words), options)),
    );
}
