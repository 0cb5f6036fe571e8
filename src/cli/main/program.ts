/** The commands and what they are called with; each is loaded only when it is run. */
import { readFileSync } from "node:fs";
import { Argument, Command, CommanderError, Option } from "commander";
import { FORMAT_VERSION } from "../../engines/local/local-archive.js";
import { SHELLS, type Shell } from "../complete/shells.js";
import { configFile } from "../config/config-file.js";
import { hideExclusions, showExclusions } from "../config/exclusions.js";
import {
  addArchiveOptions,
  addChoiceOptions,
  addFilterOptions,
  addFilters,
  addLastOption,
  addMatchOptions,
  addOutputOptions,
  parseCount,
  parseWidth,
  sortOption,
} from "../config/options.js";
import { packagePath } from "../installation.js";
import { exitCodeOf, FOUND, logInfo, WRONG_CALL } from "../io/errors.js";
import { print, printError } from "../io/output.js";
import { examples, NOTES, QUERY_HELP } from "./help.js";

/** All that a report of a fault should say of what it happened with. */
function versionLine(): string {
  const { version } = JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { version: string };
  const { version: node, platform, arch } = process;
  return `azertac ${version} (index format ${FORMAT_VERSION}, Node ${node}, ${platform} ${arch})`;
}

const VERSION_FLAGS: readonly string[] = ["-V", "--version"];

/** A number of sentences. */
const COUNT = "<count>";

function addList(program: Command, done: (code: number) => void): void {
  const list = program
    .command("list")
    .summary("list the articles, newest first")
    .description("List the articles: short id, date, place and title, newest first.");
  addChoiceOptions(addOutputOptions(addFilterOptions(addArchiveOptions(list), "all")));
  list
    .addOption(sortOption("date"))
    .option("--last", "list the hits of the last search")
    .addHelpText(
      "after",
      examples([
        "azertac list -n 20",
        "azertac list --since 2025-04 --place Baku",
        "azertac list --format '{date} {title:60}'",
        "azertac list -d ~/wire --sort title --csv > wire.csv",
      ]),
    )
    .action(async (options) => done(await (await import("../commands/list/action.js")).list(options)));
}

function addShow(program: Command, done: (code: number) => void): void {
  const show = program
    .command("show [id...]")
    .summary("read articles")
    .description(
      "Read articles. An id may be the full id, a unique prefix of it, the number before the _ of a file name, a file name, a path, or latest.",
    );
  addLastOption(addChoiceOptions(addOutputOptions(addArchiveOptions(show))), "show")
    .option("--width <columns>", "wrap the text at this many columns", parseWidth)
    .option("--mark <query>", "mark the words of a query, in any form that a search finds")
    .addHelpText(
      "after",
      examples([
        "azertac show latest",
        "azertac show 0",
        "azertac show $(azertac search Algeria --ids)",
        "azertac show --last 2",
      ]),
    )
    .action(async (ids, options) =>
      done(await (await import("../commands/show/action.js")).show(ids, options)),
    );
}

function addSummary(program: Command, done: (code: number) => void): void {
  const summary = program
    .command("summary [id...]")
    .summary("the key sentences of an article")
    .description(
      "Print the key sentences of an article, in their order. With --search, print those of the best hits of a search, each with the id of its article.",
    );
  addLastOption(addChoiceOptions(addOutputOptions(addArchiveOptions(summary))), "summarise")
    .option(`--sentences ${COUNT}`, "how many sentences (default: 3)", parseCount("--sentences", 1))
    .option(`--words ${COUNT}`, "as many sentences as fit in this many words", parseCount("--words", 1))
    .option("--query <query>", "prefer sentences that answer a query")
    .option("--width <columns>", "wrap the text at this many columns", parseWidth)
    .option("--search <query>", "summarise the best hits of a search")
    .optionsGroup("With --search:");
  addMatchOptions(addFilters(summary))
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
    .action(async (ids, options) =>
      done(await (await import("../commands/summary/action.js")).summary(ids, options)),
    );
}

function addSearch(program: Command, done: (code: number) => void): void {
  const search = program
    .command("search [words...]")
    .summary("find articles, the most relevant first")
    .description("Find articles by words, phrases and fields, the most relevant first.");
  addChoiceOptions(addOutputOptions(addFilterOptions(addArchiveOptions(search), "10"))).addOption(
    sortOption("relevance"),
  );
  addMatchOptions(search)
    .option("--last", "repeat the last search, e.g. with other options")
    .addOption(
      new Option("--explain", "explain each hit's score").conflicts(["csv", "ids", "columns", "format"]),
    )
    .addHelpText("after", QUERY_HELP)
    .addHelpText(
      "after",
      examples([
        "azertac search Algeria",
        "azertac search '\"political consultations\"' --since 2025",
        "azertac search oil -Armenia place:Baku",
        "azertac search 'oil OR gas' --json | jq '.hits[].title'",
        "azertac search oil price --explain -n 3",
      ]),
    )
    .action(async (words: string[], options) =>
      done(await (await import("../commands/search/action.js")).search(showExclusions(words), options)),
    );
}

function addIndex(program: Command, done: (code: number) => void): void {
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
    .action(async (options) =>
      done(await (await import("../commands/index/action.js")).indexArchive(options)),
    );
}

function addRelated(program: Command, done: (code: number) => void): void {
  const related = program
    .command("related [id]")
    .summary("articles similar to one")
    .description(
      "List the articles most similar to one, with the words that they share. Ids are accepted as by show.",
    );
  addLastOption(addChoiceOptions(addOutputOptions(addFilters(addArchiveOptions(related)))), "start from")
    .option("-n, --limit <number>", "maximum number of results (default: 10)", parseCount("--limit", 0))
    .option("--offset <number>", "skip this many first", parseCount("--offset", 0))
    .addHelpText(
      "after",
      examples([
        "azertac related latest",
        "azertac related 6d47f895 -n 5 --since 2025",
        "azertac show $(azertac related 0 -n 3 --ids)",
      ]),
    )
    .action(async (id, options) =>
      done(await (await import("../commands/related/action.js")).related(id, options)),
    );
}

function addTimeline(program: Command, done: (code: number) => void): void {
  const timeline = program
    .command("timeline [query...]")
    .summary("the number of articles or hits over time")
    .description("Chart the number of articles over time, or of those that match a query.");
  addMatchOptions(addOutputOptions(addFilters(addArchiveOptions(timeline)), ["json", "jsonl", "csv"]))
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
    .action(async (words: string[], options) =>
      done(await (await import("../commands/timeline/action.js")).timeline(showExclusions(words), options)),
    );
}

function addStats(program: Command, done: (code: number) => void): void {
  const stats = program
    .command("stats [query...]")
    .summary("how many, from when, from where, and who is named")
    .description("Count the articles, or those that answer a query: places, agencies, languages, names.");
  addMatchOptions(addOutputOptions(addFilters(addArchiveOptions(stats)), ["json", "csv"]))
    .option("-n, --limit <number>", "how many of each (default: 10)", parseCount("--limit", 1))
    .option("--all", "look for names in every article, not in a sample")
    .addHelpText(
      "after",
      examples(["azertac stats", "azertac stats Algeria --since 2025 -n 20", "azertac stats --all --json"]),
    )
    .action(async (words: string[], options) =>
      done(await (await import("../commands/stats/action.js")).stats(showExclusions(words), options)),
    );
}

function addBrowse(program: Command, done: (code: number) => void): void {
  const browse = program
    .command("browse [query...]")
    .summary("search as you type, with a preview")
    .description(
      "Search as you type, with a preview beside the hits. Enter opens an article, Ctrl-Y copies its id, F1 shows all keys.",
    );
  addMatchOptions(addFilters(addArchiveOptions(browse)))
    .addOption(sortOption("relevance"))
    .option("--reverse", "in reverse order")
    .option("--ids", "Enter chooses: print the full id, or those marked with Tab")
    .addHelpText("after", QUERY_HELP)
    .addHelpText(
      "after",
      examples([
        "azertac browse",
        "azertac browse -d ~/wire --place Baku --since 2024",
        "azertac show $(azertac browse --ids)",
      ]),
    )
    .action(async (words: string[], options) =>
      done(await (await import("../commands/browse/action.js")).browse(showExclusions(words), options)),
    );
}

function addCompletion(program: Command, done: (code: number) => void): void {
  program
    .command("completion")
    .summary("print a shell completion script")
    .description("Print a script that lets a shell complete commands, options, ids, places and more.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText(
      "after",
      examples([
        "azertac completion fish > ~/.config/fish/completions/azertac.fish",
        "source <(azertac completion bash)   # in ~/.bashrc",
        "source <(azertac completion zsh)    # in ~/.zshrc, after compinit",
      ]),
    )
    .action(async (shell: Shell) =>
      done((await import("../commands/completion/action.js")).completion(shell)),
    );
}

const COMMANDS = new Map([
  ["list", addList],
  ["show", addShow],
  ["summary", addSummary],
  ["search", addSearch],
  ["index", addIndex],
  ["related", addRelated],
  ["timeline", addTimeline],
  ["stats", addStats],
  ["browse", addBrowse],
  ["completion", addCompletion],
]);

/** What the scripts for the shells ask; see complete/complete.ts. Not for people, and in no list of commands. */
const COMPLETE = "__complete";

/** These take a query. */
const WITH_QUERY = new Set(["search", "timeline", "stats", "browse"]);

/** Only the command that is called is made, since each costs half a millisecond; all of them for help. */
function makeProgram(called: string, done: (code: number) => void): Command {
  const program = new Command("azertac")
    .description("Read and search an archive of newswire dispatches in the terminal.")
    // Read from a file: only where it is asked for.
    .version(
      VERSION_FLAGS.includes(called) ? versionLine() : "",
      VERSION_FLAGS.join(", "),
      "print the version",
    )
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .exitOverride()
    // What is wrong is said when all is known of it.
    .configureOutput({
      writeOut: (text) => print([text]),
      writeErr: printError,
      outputError: () => {},
    });
  const add = COMMANDS.get(called);
  for (const one of add ? [add] : COMMANDS.values()) one(program, done);
  const calls = ["list", 'search "Algeria"', "show latest", "search -d ~/wire algera --since 2025"];
  return program.addHelpText("after", NOTES + examples(calls.map((call) => `azertac ${call}`)));
}

/** All commands, to be described. */
export function wholeProgram(): Command {
  return makeProgram("", () => {});
}

/** Gives the command that is about to run what a person has set. Other than help and version: those always work. */
function useConfig(program: Command, path: string, taken: string[]): void {
  program.hook("preAction", async (_, command) => {
    if (command.options.length === 0) return;
    const { Config } = await import("../config/config.js");
    const all = { names: COMMANDS.keys(), make: wholeProgram };
    taken.push(...Config.read(path).apply(command, all));
  });
}

/** Runs a command line and gives its exit code, whatever goes wrong. */
export async function run(typed: readonly string[]): Promise<number> {
  let code = FOUND;
  const taken: string[] = [];
  if (typed[0] === COMPLETE) {
    const { complete } = await import("../complete/complete.js");
    return complete(typed.slice(1), (command) => makeProgram(command, () => {}));
  }
  const words = typed[0]?.startsWith("-")
    ? (await import("./leading-options.js")).commandFirst(typed, wholeProgram())
    : typed;
  const [called = ""] = words;
  const program = makeProgram(called, (given) => {
    code = given;
  });
  const config = configFile(process.env);
  if (config !== null) useConfig(program, config, taken);
  try {
    const [command] = program.commands;
    const topic = words[1] ?? "help";
    if (called === "help" && topic !== "help" && !topic.startsWith("-") && !COMMANDS.has(topic))
      throw new CommanderError(WRONG_CALL, "commander.help", topic);
    if (words.length === 0) program.outputHelp();
    else if (command && WITH_QUERY.has(called))
      await program.parseAsync([called, ...hideExclusions(words.slice(1), command)], { from: "user" });
    else await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const wrong = await exitCodeOf(error);
      if (taken.length > 0 && wrong === WRONG_CALL) logInfo(`(${config} sets ${taken.join(", ")})`);
      return wrong;
    }
    if (error.exitCode === 0) return FOUND;
    await (await import("./wrong-line.js")).sayWhatIsWrong(error, program, words);
    return WRONG_CALL;
  }
}
