/** The commands and what they are called with; each is loaded only when it is run. */
import { Command, CommanderError } from "commander";
import { FORMAT_VERSION } from "../../engines/local/local-archive.js";
import { addBrowse } from "../commands/browse/command.js";
import { addCompletion } from "../commands/completion/command.js";
import { addDiff } from "../commands/diff/command.js";
import { addExport } from "../commands/export/command.js";
import { addIndex } from "../commands/index/command.js";
import { addList } from "../commands/list/command.js";
import { addMcp } from "../commands/mcp/command.js";
import { addNew } from "../commands/new/command.js";
import { addRelated } from "../commands/related/command.js";
import { addSave } from "../commands/save/command.js";
import { addSearch } from "../commands/search/command.js";
import { addShow } from "../commands/show/command.js";
import { addStats } from "../commands/stats/command.js";
import { addSummary } from "../commands/summary/command.js";
import { addTimeline } from "../commands/timeline/command.js";
import { configFile } from "../config/config-file.js";
import { hideExclusions } from "../config/exclusions.js";
import { installedVersion } from "../installation.js";
import { exitCodeOf, FOUND, logInfo, WRONG_CALL } from "../io/errors.js";
import { print, printError } from "../io/output.js";
import { examples, HELP_LAYOUT, notes } from "./help.js";

/** All that a report of a fault should say of what it happened with. */
function versionLine(): string {
  const { version: node, platform, arch } = process;
  return `azertac ${installedVersion()} (index format ${FORMAT_VERSION}, Node ${node}, ${platform} ${arch})`;
}

const VERSION_FLAGS: readonly string[] = ["-V", "--version"];

const COMMANDS = new Map([
  ["list", addList],
  ["show", addShow],
  ["summary", addSummary],
  ["search", addSearch],
  ["index", addIndex],
  ["related", addRelated],
  ["diff", addDiff],
  ["timeline", addTimeline],
  ["stats", addStats],
  ["export", addExport],
  ["browse", addBrowse],
  ["save", addSave],
  ["new", addNew],
  ["mcp", addMcp],
  ["completion", addCompletion],
]);

/** What the scripts for the shells ask; see complete/complete.ts. Not for people, and in no list of commands. */
const COMPLETE = "__complete";

/** These take a query. */
const WITH_QUERY = new Set(["search", "timeline", "stats", "browse", "save", "export"]);
/** A query may name saved searches: `saved:NAME`, or `@NAME` as its first word. */
const NAMES_SAVED = /saved:|^@/i;

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
    .configureHelp(HELP_LAYOUT)
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
  return program
    .addHelpText("after", notes)
    .addHelpText("after", examples(calls.map((call) => `azertac ${call}`)));
}

/** All commands, to be described. */
export function wholeProgram(): Command {
  return makeProgram("", () => {});
}

/** Gives the command that is about to run what a person has set. Other than help and version: those always work. */
function useConfig(program: Command, path: string, taken: string[]): void {
  program.hook("preAction", async (_, command) => {
    // What is always set is not made part of a search that is saved.
    if (command.options.length === 0 || command.name() === "save") return;
    const { Config } = await import("../config/config.js");
    const all = { names: COMMANDS.keys(), make: wholeProgram };
    taken.push(...Config.read(path).apply(command, all));
  });
}

/** Puts saved searches in the place of their names, after the config: what is saved comes before what is always set. */
function useSaved(program: Command): void {
  program.hook("preAction", async (_, command) => {
    if (command.name() !== "save") (await import("../saved/expand.js")).expandCall(command);
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
  if (called !== "new" && words.some((word) => NAMES_SAVED.test(word))) useSaved(program);
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
