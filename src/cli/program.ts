/** The commands and what they are called with; each is loaded only when it is run. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { hideExclusions, showExclusions } from "./exclusions.js";
import { exitCodeOf, FOUND, WRONG_CALL } from "./exit.js";
import {
  addArchiveOptions,
  addFilterOptions,
  addOutputOptions,
  parseCount,
  parseWidth,
  sortOption,
} from "./options.js";
import { safe } from "./render/safe.js";

function version(): string {
  const file = new URL("../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return version;
}

const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;

/** A number of sentences. */
const COUNT = "<count>";

function addList(program: Command, done: (code: number) => void): void {
  const list = program
    .command("list")
    .summary("list the articles, newest first")
    .description("List the articles: short id, date, place and title, newest first.");
  addOutputOptions(addFilterOptions(addArchiveOptions(list), "all"));
  list
    .addOption(sortOption("date"))
    .addHelpText(
      "after",
      examples([
        "azertac list -n 20",
        "azertac list --since 2025-04 --place Baku",
        "azertac list -d ~/wire --sort title --csv > wire.csv",
      ]),
    )
    .action(async (options) => done(await (await import("./commands/list.js")).list(options)));
}

function addShow(program: Command, done: (code: number) => void): void {
  const show = program
    .command("show <id...>")
    .summary("read articles")
    .description(
      "Read articles. An id may be given in full, by its beginning, by the number before the _ of its file's name, by the file's name, or as latest.",
    );
  addOutputOptions(addArchiveOptions(show))
    .option("--width <columns>", "wrap the text at this width", parseWidth)
    .addHelpText(
      "after",
      examples(["azertac show latest", "azertac show 0", "azertac show $(azertac search Algeria --ids)"]),
    )
    .action(async (ids, options) => done(await (await import("./commands/show.js")).show(ids, options)));
}

function addSummary(program: Command, done: (code: number) => void): void {
  const summary = program
    .command("summary <id...>")
    .summary("the sentences that carry an article")
    .description("Print the sentences that carry an article, in their order.");
  addOutputOptions(addArchiveOptions(summary))
    .option(`--sentences ${COUNT}`, "how many sentences", parseCount("--sentences", 1), 3)
    .option("--width <columns>", "wrap the text at this width", parseWidth)
    .addHelpText("after", examples(["azertac summary latest", "azertac summary 0 --sentences 1"]))
    .action(async (ids, options) =>
      done(await (await import("./commands/summary.js")).summary(ids, options)),
    );
}

const QUERY_HELP = `
The query:
  oil gas            both words, in any form or spelling, mistyped or not
  "oil and gas"      the words side by side, exactly so
  -gas, NOT gas      without it          oil OR gas       either
  petrol*            words that begin so  oil~1            at most 0, 1 or 2 edits
  title:oil  place:Baku  agency:TASS  lang:en  id:6d47  date:2025-04..2025-05
  ( )                brackets group
A word that begins with a minus is an exclusion, not an option; after -- everything is the query.
`;

function addSearch(program: Command, done: (code: number) => void): void {
  const search = program
    .command("search <words...>")
    .summary("find articles, the most relevant first")
    .description("Find articles by words, phrases and fields, the most relevant first.");
  addOutputOptions(addFilterOptions(addArchiveOptions(search), "10"))
    .addOption(sortOption("relevance"))
    .option("--any", "one of the words is enough")
    .option("--exact", "no other forms, spellings or near words")
    .addHelpText("after", QUERY_HELP)
    .addHelpText(
      "after",
      examples([
        "azertac search Algeria",
        "azertac search '\"political consultations\"' --since 2025",
        "azertac search oil -Armenia place:Baku",
        "azertac search 'oil OR gas' --json | jq '.hits[].title'",
      ]),
    )
    .action(async (words: string[], options) =>
      done(await (await import("./commands/search.js")).search(showExclusions(words), options)),
    );
}

/** What commander says of a wrong call, which repeats what was typed. */
function errorText(text: string): string {
  const lines = text
    .trimEnd()
    .replace(/^error: /, "azertac: ")
    .split("\n");
  return `${lines.map(safe).join("\n")}\n`;
}

function makeProgram(done: (code: number) => void): Command {
  const program = new Command("azertac")
    .description("Read and search an archive of newswire dispatches in the terminal.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(errorText(text)) });
  for (const add of [addList, addShow, addSummary, addSearch]) add(program, done);
  for (const command of program.commands) command.copyInheritedSettings(program);
  program.addHelpText(
    "after",
    `
The archive is the folder (or file) given with -d, else that of AZERTAC_DIR, else the sample that ships with azertac.
${examples(["azertac list", 'azertac search "Algeria"', "azertac show latest", "azertac search -d ~/wire algera --since 2025"])}`,
  );
  return program;
}

/** Runs a command line and gives its exit code. Never throws. */
export async function run(words: readonly string[]): Promise<number> {
  let code = FOUND;
  const program = makeProgram((given) => {
    code = given;
  });
  try {
    if (words.length === 0) {
      process.stdout.write(program.helpInformation() + "");
      return FOUND;
    }
    await program.parseAsync(hideExclusions(words), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FOUND : WRONG_CALL;
    return exitCodeOf(error);
  }
}
