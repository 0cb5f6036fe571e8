/** The manual, azertac(1), made of what the commands say of themselves. */
import type { Command, Option } from "commander";
import { KEYS } from "../browse/help-page.js";
import { optionsOf } from "../complete/cursor-context.js";
import { keysOf } from "../config/config-keys.js";
import { bold, entry, page, paragraph, roff, section, subsection, text, usage, verbatim } from "./roff.js";
import { ARCHIVE, CONFIG_EXAMPLE, CONFIGURATION, ENVIRONMENT, EXIT, FILES, IDS } from "./text.js";

/** The page as roff. `date` is YYYY-MM-DD. */
export function manual(program: Command, version: string, date: string): string {
  const commands = program.createHelp().visibleCommands(program);
  const options = optionsByUse(commands);
  const name = program.name();
  return page([
    `.TH ${name.toUpperCase()} 1 ${date} "${name} ${version}" "User Commands"`,
    section("Name"),
    `${name} \\- ${roff(lowerFirst(program.description()).replace(/\.$/, ""))}`,
    section("Synopsis"),
    usage(`${name} <command> [options] [arguments]`),
    section("Description"),
    ...[program.description(), ...notesOf(program), ARCHIVE, IDS].map(paragraph),
    section("Commands"),
    ...commands.flatMap((command) => describe(program, command, options)),
    section("Options without a command"),
    ...optionsOf(program).map((option) => entry(usage(option.flags), text(option.description))),
    section("Options of all commands that read an archive"),
    ...options.filter(({ use }) => use === "all").map(({ entry }) => entry),
    section("Options of several commands"),
    ...options.filter(({ use }) => use === "several").map(({ entry }) => entry),
    ...sectionsOf(commands.flatMap((command) => blocksOf(command))),
    ...terms("Keys in browse", KEYS),
    section("Configuration"),
    ...CONFIGURATION.map(paragraph),
    verbatim(CONFIG_EXAMPLE),
    paragraph("These keys are known:"),
    ...settings(commands),
    ...terms("Environment", ENVIRONMENT),
    ...terms("Files", FILES),
    ...terms("Exit status", EXIT),
    section("Examples"),
    verbatim([...new Set([program, ...commands].flatMap(callsOf))]),
  ]);
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function terms(title: string, list: readonly (readonly [string, string])[]): string[] {
  return [section(title), ...list.map(([term, meaning]) => entry(bold(term), text(meaning)))];
}

/** An option as it is described, and how many commands have it so. */
interface Described {
  option: Option;
  entry: string;
  commands: Command[];
  use: "all" | "several" | "one";
}

/** Options that several commands have, in the same words, are described once. */
function optionsByUse(commands: readonly Command[]): Described[] {
  const byEntry = new Map<string, Described>();
  for (const command of commands) {
    for (const option of optionsOf(command)) {
      if (option.long === "--help") continue;
      const made = entry(usage(option.flags), text(command.createHelp().optionDescription(option)));
      const known = byEntry.get(made);
      if (known) known.commands.push(command);
      else byEntry.set(made, { option, entry: made, commands: [command], use: "one" });
    }
  }
  const reading = commands.filter(({ options }) => options.some(({ long }) => long === "--dir"));
  return [...byEntry.values()].map((one): Described => {
    const { length } = one.commands;
    return { ...one, use: length === reading.length ? "all" : length > 1 ? "several" : "one" };
  });
}

/** A command, its own options, and the names of those that it has in common with some others. */
function describe(program: Command, command: Command, options: readonly Described[]): string[] {
  const of = (use: Described["use"]): Described[] =>
    options.filter((one) => one.use === use && one.commands.includes(command));
  const call = program.createHelp().commandUsage(command);
  const named = of("several").map(({ option }) => bold(option.long ?? option.flags));
  return [
    subsection(usage(call.startsWith(program.name()) ? call : `${program.name()} ${call}`)),
    text(command.description()),
    ...of("one").map(({ entry }) => entry),
    ...(named.length > 0 ? [entry("and", named.join(",\n"))] : []),
  ];
}

/** Which keys each command takes from the config file. */
function settings(commands: readonly Command[]): string[] {
  const keys = commands.map((command) => ({ name: command.name(), keys: [...keysOf(command).keys()] }));
  const taking = keys.filter((one) => one.keys.length > 0);
  const all = (taking[0]?.keys ?? []).filter((key) => taking.every((one) => one.keys.includes(key)));
  return [
    entry("all", text(all.join(", "))),
    ...taking.flatMap((one) => {
      const own = one.keys.filter((key) => !all.includes(key));
      return own.length > 0 ? entry(bold(one.name), text(own.join(", "))) : [];
    }),
  ];
}

const PAGE_WIDTH = 80;

/** What stands behind a command's options in its help: a title, if there is one, and the lines below it. */
interface Block {
  title: string | null;
  lines: string[];
}

const EXAMPLES = "Examples";

function blocksOf(command: Command): Block[] {
  let help = "";
  command.configureOutput({
    writeOut: (more) => {
      help += more;
    },
    // Whatever the terminal of the build.
    getOutHelpWidth: () => PAGE_WIDTH,
  });
  command.outputHelp();
  const after = help.slice(command.helpInformation().length).trim();
  return after.split(/\n{2,}/).map((block) => {
    const [first = "", ...lines] = block.split("\n");
    return first.endsWith(":")
      ? { title: first.slice(0, -1), lines }
      : { title: null, lines: [first, ...lines] };
  });
}

function notesOf(program: Command): string[] {
  return blocksOf(program).flatMap(({ title, lines }) => (title === null ? lines.join(" ") : []));
}

/** The calls of a command's examples, without the prompt. */
function callsOf(command: Command): string[] {
  const examples = blocksOf(command).find(({ title }) => title === EXAMPLES);
  return examples?.lines.map((line) => line.replace(/^\s*\$ /, "")) ?? [];
}

/** A section for each thing that the help of a command explains; once, if several do. */
function sectionsOf(blocks: readonly Block[]): string[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ title, lines }) => {
    if (title === null || title === EXAMPLES || seen.has(title)) return [];
    seen.add(title);
    const table = lines.filter((line) => line.startsWith(" ")).map((line) => line.slice(2));
    const rest = lines.filter((line) => line !== "" && !line.startsWith(" "));
    return [section(title), verbatim(table), ...(rest.length > 0 ? [paragraph(rest.join(" "))] : [])];
  });
}
