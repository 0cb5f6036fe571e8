/** The definition of `azertac new`: its options and its help. */
import { type Command, Option } from "commander";
import { addArchiveOptions, addChoiceOptions, addOutputOptions, parseCount } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { NewCall } from "./action.js";

const COMMANDS = ["exec", "execBatch"];
const FORMS = ["json", "jsonl", "csv", "ids", "columns", "format"];

export function addNew(program: Command, done: (code: number) => void): void {
  const command = program
    .command("new [names...]")
    .summary("what arrived for each saved search")
    .description(
      "Print what arrived since the last call for each saved search, or for those that are named: oldest first, each article once, later versions as updates. The first call prints all that a search finds.",
    );
  addChoiceOptions(addOutputOptions(addArchiveOptions(command)))
    .option(
      "-n, --limit <number>",
      "at most this many of each search; the others come next",
      parseCount("--limit", 1),
    )
    .addOption(
      new Option("--follow", "stay, and print articles as they arrive").conflicts([
        "json",
        "sinceLast",
        "markRead",
      ]),
    )
    .addOption(
      new Option(
        "--exec <command>",
        "run a command for each article, e.g. 'notify-send {title}'; no shell",
      ).conflicts([...FORMS, "sinceLast", "execBatch"]),
    )
    .addOption(
      new Option(
        "--exec-batch <command>",
        "run a command once with all articles, e.g. 'open {path}'",
      ).conflicts([...FORMS, "sinceLast"]),
    )
    // Two values, so that the file may have any name; names of searches may follow.
    .option("--feed <format...>", "keep a feed of the newest: atom, rss or json, then the file to write")
    .addOption(new Option("--since-last", "print without marking anything as read").conflicts("markRead"))
    .addOption(
      new Option(
        "--mark-read",
        "print nothing; mark as read what --since-last printed, or else everything",
      ).conflicts([...FORMS, ...COMMANDS]),
    )
    .addHelpText(
      "after",
      examples([
        "azertac new",
        "azertac new algeria --follow",
        "azertac new --exec 'notify-send {search} {title}'",
        "azertac new --feed atom ~/public/news.xml",
        "azertac new --since-last --jsonl | ./import && azertac new --mark-read",
      ]),
    )
    .action(async (names: string[], options: NewCall) =>
      done(await (await import("./action.js")).showNew(names, options)),
    );
}
