/** The definition of `azertac show`: its options and its help. */
import { type Command, Option } from "commander";
import {
  addArchiveOptions,
  addChoiceOptions,
  addLastOption,
  addOutputOptions,
  parseWidth,
} from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { ShowCall } from "./action.js";

export function addShow(program: Command, done: (code: number) => void): void {
  const show = program
    .command("show [id...]")
    .summary("read articles")
    .description(
      "Read articles. An id may be the full id, a unique prefix of it, the number before the _ of a file name, a file name, a path, latest, or - for ids on standard input.",
    );
  const forms = ["json", "jsonl", "csv", "ids", "ris", "bibtex"] as const;
  addLastOption(addChoiceOptions(addOutputOptions(addArchiveOptions(show), forms)), "show")
    .option("--width <columns>", "wrap the text at this many columns", parseWidth)
    .option(
      "--diff",
      "show what changed since the version before, or from the first of two articles to the second",
    )
    .option("--mark <query>", "mark the words of a query, in any form that a search finds")
    .addOption(
      new Option("-e, --editor", "open the articles in $VISUAL or $EDITOR").conflicts([
        "json",
        "jsonl",
        "csv",
        "ids",
        "columns",
        "format",
        "width",
      ]),
    )
    .addHelpText(
      "after",
      examples([
        "azertac show latest",
        "azertac show 0",
        "azertac show $(azertac search Algeria --ids)",
        "azertac show --last 2",
        "azertac show latest --editor",
      ]),
    )
    .action(async (ids: string[], options: ShowCall) =>
      done(await (await import("./action.js")).show(ids, options)),
    );
}
