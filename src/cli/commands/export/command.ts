/** The definition of `azertac export`: its options and its help. */
import { type Command, Option } from "commander";
import { EXPORT_FORMATS } from "../../../export/names.js";
import { showExclusions } from "../../config/exclusions.js";
import { addArchiveOptions, addFilterOptions, addMatchOptions, sortOption } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { ExportCall } from "./action.js";

export function addExport(program: Command, done: (code: number) => void): void {
  const command = program
    .command("export [query...]")
    .summary("write articles in another format")
    .description(
      "Write articles, or those that match a query, in another format: to standard output, a file, or a folder with a file for each. No file is replaced without --force.",
    )
    .addOption(new Option("--to <format>", "format to write").choices(EXPORT_FORMATS).default("jsonl"))
    .option(
      "-o, --output <path>",
      "file to write; a folder, or a path that ends in /, gets a file per article",
    )
    .option("--force", "replace files that exist");
  addMatchOptions(addFilterOptions(addArchiveOptions(command), "all"))
    .addOption(sortOption("relevance with a query, else date"))
    .addHelpText(
      "after",
      examples([
        "azertac export --since 2025 > 2025.jsonl",
        "azertac export oil OR gas --to ris -o oil.ris",
        "azertac export --place Baku --to markdown -o notes/",
        "azertac export Algeria --to csv | xsv table",
      ]),
    )
    .action(async (words: string[], options: ExportCall) =>
      done(await (await import("./action.js")).exportArticles(showExclusions(words), options)),
    );
}
