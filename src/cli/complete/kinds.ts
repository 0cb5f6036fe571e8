/** What may stand where: told by the names that options and arguments have for their values in the definitions. */
import type { Argument, Command, Option } from "commander";

/** Something whose values are not in the definitions. */
export type Kind =
  | "article"
  | "place"
  | "agency"
  | "language"
  | "type"
  | "query"
  | "date"
  | "columns"
  | "command"
  | "saved"
  | "files";

/** A value that the definitions know, those of a kind, or nothing that could be told. */
export type Values = readonly string[] | Kind | null;

/** By the name of the value: `<path>`, `[id...]`. */
const BY_VALUE: ReadonlyMap<string, Kind> = new Map([
  ["path", "files"],
  ["folder", "files"],
  ["file", "files"],
  ["id", "article"],
  ["ids", "article"],
  ["code", "language"],
  ["date", "date"],
  ["query", "query"],
  ["words", "query"],
  ["command", "command"],
  ["name", "saved"],
  ["names", "saved"],
]);

/** By the name of the option, where the value has a name that says little. */
const BY_OPTION: ReadonlyMap<string, Kind> = new Map([
  ["place", "place"],
  ["agency", "agency"],
  ["type", "type"],
  ["columns", "columns"],
]);

export function valuesOf(option: Option): Values {
  if (option.argChoices) return option.argChoices;
  const [, value = ""] = /[<[]([^>\].]+)/.exec(option.flags) ?? [];
  return BY_OPTION.get(option.attributeName()) ?? BY_VALUE.get(value) ?? null;
}

export function argumentValues(argument: Argument | undefined): Values {
  return argument ? (argument.argChoices ?? BY_VALUE.get(argument.name()) ?? null) : null;
}

/** The argument at a place; one that may be repeated takes all that follow. */
export function argumentAt({ registeredArguments }: Command, at: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[at] ?? (last?.variadic ? last : undefined);
}

/** Whether a command takes a query, in which a word behind a minus is excluded. */
export function takesQuery(command: Command): boolean {
  return command.registeredArguments.some((argument) => argumentValues(argument) === "query");
}
