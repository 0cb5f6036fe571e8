/** The definition of `azertac summary`: its options and its help. */
import type { Command } from "commander";
import {
  addArchiveOptions,
  addChoiceOptions,
  addFilters,
  addLastOption,
  addMatchOptions,
  addOutputOptions,
  addUniqueOption,
  parseCount,
  parseWidth,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { SummaryCall } from "./action.js";

/** A number of sentences. */
const COUNT = "<count>";

export function addSummary(program: Command, done: (code: number) => void): void {
  const summary = program
    .command("summary [id...]")
    .summary("the key sentences of an article")
    .description(
      "Print the key sentences of an article, in their order. Ids are accepted as by show. With --search, print those of the best hits of a search, each with the id of its article.",
    );
  addLastOption(addChoiceOptions(addOutputOptions(addArchiveOptions(summary))), "summarise")
    .option(`--sentences ${COUNT}`, "how many sentences (default: 3)", parseCount("--sentences", 1))
    .option(`--words ${COUNT}`, "as many sentences as fit in this many words", parseCount("--words", 1))
    .option("--query <query>", "prefer sentences that answer a query")
    .option("--width <columns>", "wrap the text at this many columns", parseWidth)
    .option("--search <query>", "summarise the best hits of a search")
    .optionsGroup("With --search:");
  addUniqueOption(addMatchOptions(addFilters(summary)))
    .option("-n, --limit <number>", "how many hits to summarise (default: 5)", parseCount("--limit", 1))
    .addHelpText(
      "after",
      examples([
        "azertac summary latest",
        "azertac summary 0 --sentences 1",
        'azertac summary 0 --query "oil gas"',
        'azertac summary --search "foreign minister" --since 2025 --words 100',
      ]),
    )
    .action(async (ids: string[], options: SummaryCall) =>
      done(await (await import("./action.js")).summary(ids, options)),
    );
}
