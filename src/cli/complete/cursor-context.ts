/** Where in a command line the cursor stands: at a command, an option, the value of one, or an argument. */
import type { Command, Option } from "commander";
import { argumentAt, argumentValues, takesQuery, type Values, valuesOf } from "./kinds.js";

export type Place =
  | { at: "command" }
  | { at: "option"; command: Command }
  /** `prefix` is what of the word stands before the value: `--place=`. */
  | { at: "value"; command: Command; values: Values; prefix: string };

/** What has been read of a line. */
export interface Position {
  place: Place;
  /** Folders that were given with `-d`. */
  folders: string[];
  /** Arguments before the cursor. */
  given: string[];
}

/** Finds the place of a word that is being typed behind others. Null where nothing can stand. */
export function positionOf(program: Command, words: readonly string[], typed: string): Position | null {
  const [called, ...rest] = words;
  const options = (): Place =>
    typed.startsWith("-") ? { at: "option", command: program } : { at: "command" };
  if (called === undefined) return { place: options(), folders: [], given: [] };
  if (called.startsWith("-")) return beforeCommand(program, words, typed);
  const command = commandsOf(program).find((one) => [one.name(), ...one.aliases()].includes(called));
  if (!command) return null;
  const read = new Reader(command);
  for (const word of rest) read.take(word);
  return { place: read.place(typed), folders: read.folders, given: read.given };
}

/** Options come first: the cursor is at the value of one, at another, or at the command. */
function beforeCommand(program: Command, words: readonly string[], typed: string): Position {
  const any = program.createCommand();
  for (const option of program.commands.flatMap(({ options }) => options))
    if (!any.options.some(({ long }) => long === option.long)) any.addOption(option);
  const read = new Reader(any);
  for (const word of words) read.take(word);
  const place = read.place(typed);
  const isCommand = place.at === "value" && place.values === null && !read.isPending;
  return { place: isCommand ? { at: "command" } : place, folders: read.folders, given: [] };
}

/** All that can be called, `help` too. */
export function commandsOf(program: Command): Command[] {
  return program.createHelp().visibleCommands(program);
}

export function optionsOf(command: Command): Option[] {
  return command.createHelp().visibleOptions(command);
}

/** Reads the words behind a command. */
class Reader {
  readonly folders: string[] = [];
  readonly given: string[] = [];
  /** What takes the next word as its value; the first of the two may do without. */
  private pending: Option | null = null;
  private onlyArguments = false;

  constructor(private readonly command: Command) {}

  /** The next word is the value of an option. */
  get isPending(): boolean {
    return this.pending !== null;
  }

  take(word: string): void {
    const { pending } = this;
    this.pending = null;
    if (pending && (pending.required || !word.startsWith("-"))) this.keep(pending, word);
    else if (this.onlyArguments || !word.startsWith("-")) this.given.push(word);
    else if (word === "--") this.onlyArguments = true;
    else this.takeOption(word);
  }

  private takeOption(word: string): void {
    const { name, value } = splitOption(word);
    const option = this.option(name);
    if (!option) return;
    if (value !== undefined) this.keep(option, value);
    else if (option.required || option.optional) this.pending = option;
  }

  private keep(option: Option, value: string): void {
    if (option.attributeName() === "dir") this.folders.push(value);
  }

  private option(name: string): Option | undefined {
    return this.command.options.find(({ long, short }) => name === long || name === short);
  }

  place(typed: string): Place {
    const { command, pending } = this;
    if (pending && (pending.required || !typed.startsWith("-")))
      return { at: "value", command, values: valuesOf(pending), prefix: "" };
    if (!this.onlyArguments && typed.startsWith("-")) {
      const { name, value } = splitOption(typed);
      const option = value === undefined ? undefined : this.option(name);
      if (option)
        return {
          at: "value",
          command,
          values: valuesOf(option),
          prefix: typed.slice(0, -(value ?? "").length || undefined),
        };
      if (typed.startsWith("--") || typed.length < 2 || !takesQuery(command))
        return { at: "option", command };
      if (this.option(typed)) return { at: "option", command };
      return { at: "value", command, values: "query", prefix: "-" };
    }
    return {
      at: "value",
      command,
      values: argumentValues(argumentAt(command, this.given.length)),
      prefix: "",
    };
  }
}

/** `--name=value` and `-nvalue`. */
function splitOption(word: string): { name: string; value?: string } {
  const [, long, longValue] = /^(--[^=]*)=(.*)$/s.exec(word) ?? [];
  if (long !== undefined && longValue !== undefined) return { name: long, value: longValue };
  const [, short, shortValue] = /^(-[^-])(.+)$/s.exec(word) ?? [];
  return short !== undefined && shortValue !== undefined
    ? { name: short, value: shortValue }
    : { name: word };
}
