/** The definition of `azertac index`: its options and its help. */
import { type Command, Option } from "commander";
import { addArchiveOptions } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { IndexCall } from "./action.js";

export function addIndex(program: Command, done: (code: number) => void): void {
  const index = program
    .command("index")
    .summary("build or refresh the stored index")
    .description(
      "Check every file and update the stored index. Other commands update it automatically, as far as folder times show changes.",
    );
  addArchiveOptions(index)
    .addOption(
      new Option("--status", "describe the stored index, and change nothing").conflicts(["rebuild", "clear"]),
    )
    .addOption(new Option("--rebuild", "rebuild the index from scratch").conflicts("clear"))
    .option("--clear", "remove the index of this archive")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(["azertac index -d ~/wire", "azertac index --status", "azertac index --clear -d ~/wire"]),
    )
    .action(async (options: IndexCall) => done(await (await import("./action.js")).indexArchive(options)));
}
