/** Says what is wrong with a command line that commander refuses, and what to type instead. */
import { existsSync } from "node:fs";
import type { Command, CommanderError } from "commander";
import { logError, logInfo } from "../io/errors.js";
import { typedPath } from "./mistakes.js";

export async function sayWhatIsWrong(
  { code, message }: CommanderError,
  program: Command,
  words: readonly string[],
): Promise<void> {
  const [called = "", topic = ""] = words;
  const commands = program.commands.map((command) => command.name());
  const command = program.commands[commands.indexOf(called)];
  // commander prints the whole help for `help` with an unknown command, and leaves the error to us.
  const noTopic = code === "commander.help";
  const [first = "", ...more] = noTopic ? [`error: unknown command '${topic}'`] : message.split("\n");
  const unknown = code === "commander.unknownOption" ? (/'(-.*)'/s.exec(first)?.[1] ?? "") : "";
  if (!command && called.startsWith("-") && isOption(program, called)) logError("there is no command");
  else logError(first.replace(/^error: /, ""));
  const extra =
    code === "commander.excessArguments" && command
      ? words.slice(1).find((word) => existsSync(word))
      : undefined;
  if (extra !== undefined) logInfo(`To read ${extra}, type: azertac ${called} -d ${typedPath(extra)}`);
  else if (more.length > 0) more.forEach(logInfo);
  else if (noTopic) await propose(topic, commands);
  else if (code === "commander.unknownCommand")
    await propose(called === "version" ? "--version" : called, [...commands, "help", "--version"]);
  else if (unknown === "-v") logInfo("(Did you mean -V?)");
  else if (unknown.startsWith("--")) {
    const known = command ? command.options : program.commands.flatMap(({ options }) => options);
    await propose(unknown, [...new Set(known.flatMap(({ long }) => long ?? [])), "--help"]);
  }
  logInfo(`Try: azertac ${command ? `${called} ` : ""}--help`);
}

/** Whether a command has the option that a line begins with. */
function isOption(program: Command, word: string): boolean {
  const [name = ""] = word.startsWith("--") ? word.split("=") : [word.slice(0, 2)];
  return program.commands.some(({ options }) =>
    options.some(({ long, short }) => [long, short].includes(name)),
  );
}

/** commander proposes what is a letter or two away; Fuse.js knows beginnings and parts. */
async function propose(typed: string, known: readonly string[]): Promise<void> {
  const { mistypedName } = await import("../io/suggest.js");
  const nearest = mistypedName(known, typed);
  if (nearest !== undefined) logInfo(`(Did you mean ${nearest}?)`);
}
