/** The definition of `azertac diff`: its options and its help. */
import type { Command } from "commander";
import { addArchiveOptions, addOutputOptions, parseWidth } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { DiffCall } from "./action.js";

export function addDiff(program: Command, done: (code: number) => void): void {
  const diff = program
    .command("diff <id> [other]")
    .summary("what changed between two versions of an article")
    .description(
      "Show what changed from one article to another, word by word. With one id, from the version before it. Ids are accepted as by show.",
    );
  addOutputOptions(addArchiveOptions(diff), ["json"])
    .option("--width <columns>", "wrap the text at this many columns", parseWidth)
    .addHelpText("after", examples(["azertac diff latest", "azertac diff 6d47f895 0c1b2a3d"]))
    .action(async (id: string, other: string | undefined, options: DiffCall) =>
      done(await (await import("./action.js")).diff(id, other, options)),
    );
}
