/** Options that several commands share, and what they mean. */
import { delimiter } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CountOptions, Filter, ListOptions, SortOrder } from "../../index.js";
import { packagePath } from "../installation.js";
import { THEMES } from "../io/environment.js";
import type { ViewOptions } from "../io/terminal.js";

export interface ArchiveOptions extends ViewOptions {
  dir?: string[];
  /** Those that the config file names. */
  folders?: string[];
  /** Names of fields in records, by what they mean. */
  map?: Record<string, string>;
  encoding?: string;
  year?: number;
  type?: string[];
}

export type OutputForm = "json" | "jsonl" | "csv" | "ids" | "text";

export interface OutputOptions {
  json?: true;
  jsonl?: true;
  csv?: true;
  ids?: true;
  ris?: true;
  bibtex?: true;
}

export interface FilterOptions {
  since?: string;
  until?: string;
  place?: string[];
  agency?: string[];
  lang?: string[];
  type?: string[];
  sort?: SortOrder;
  reverse?: true;
  limit?: number;
  offset?: number;
}

export interface ChoiceOptions {
  format?: string;
  columns?: string;
}

/** Reads a whole number of at least `least`. */
export function parseCount(name: string, least: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (count < least) throw new InvalidArgumentError(`${name} takes a whole number from ${least}.`);
    return count;
  };
}

export const parseWidth = (text: string): number => {
  const width = parseCount("--width", 20)(text);
  if (width > 1000) throw new InvalidArgumentError("--width takes a whole number from 20 to 1000.");
  return width;
};

const parseYear = (text: string): number => {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 1500 || year > 2999) throw new InvalidArgumentError("--year takes a year from 1500 to 2999.");
  return year;
};

/** `text=story,date=when`. Given several times, it has all fields. */
export function parseMap(text: string, before: Record<string, string> = {}): Record<string, string> {
  const fields: Record<string, string> = { ...before };
  for (const part of text.split(",")) {
    const [role = "", name = ""] = part.split(/=(.*)/s).map((side) => side.trim());
    if (role === "" || name === "")
      throw new InvalidArgumentError("--map takes pairs such as text=story,date=when.");
    fields[role] = name;
  }
  return fields;
}

/** An option that is given several times has all its values. */
export const repeated = (value: string, before: string[] = []): string[] => [...before, value];

export function addArchiveOptions(command: Command): Command {
  return command
    .option("-d, --dir <path>", "folder or file of articles, - for standard input; may be repeated", repeated)
    .option("--map <fields>", "names of fields in records, e.g. text=story,date=when", parseMap)
    .option("--encoding <name>", "encoding of all text files, e.g. koi8-r (default: detected)")
    .option("--year <year>", "year of datelines that have none", parseYear)
    .option("--type <format>", TYPE, repeated)
    .addOption(choiceOption("--color <when>", "colour the output", WHEN))
    .addOption(choiceOption("--theme <name>", "colours for a light or a dark background", THEMES))
    .addOption(choiceOption("--hyperlinks <when>", "make ids and titles links to the files", WHEN))
    .option("--no-pager", "print long output straight to the terminal");
}

const TYPE =
  "only articles of this file format: text, jsonl, html, ...; may be repeated; text also reads text files of unknown formats";

const WHEN = ["auto", "always", "never"];

function choiceOption(flags: string, text: string, choices: readonly string[]): Option {
  return new Option(flags, text).choices(choices).default("auto");
}

export function addFilters(command: Command): Command {
  return command
    .option(
      "--since <date>",
      "from this day: 2025-04-22, 22.04.2025, 2025-04, 2025-W17, 2025, today, yesterday, 7d, 2w, 3m, 1y",
    )
    .option("--until <date>", "up to this day, in the same forms")
    .option("--place <name>", "from this place; may be repeated", repeated)
    .option("--agency <name>", "of this agency; may be repeated", repeated)
    .option("--lang <code>", "in this language: en, az, ru, ...; may be repeated", repeated);
}

/** Filters and pages. */
export function addFilterOptions(command: Command, limit: string): Command {
  return addFilters(command)
    .option("--reverse", "in reverse order")
    .option("-n, --limit <number>", `maximum number of results (default: ${limit})`, parseCount("--limit", 0))
    .option("--offset <number>", "skip this many first", parseCount("--offset", 0));
}

export function sortOption(byDefault: string): Option {
  return new Option("--sort <order>", `order (default: ${byDefault})`).choices([
    "relevance",
    "date",
    "title",
    "words",
  ]);
}

export type CopiesMode = NonNullable<ListOptions["copies"]>;

/** What becomes of copies. */
export interface CopiesCall {
  copies?: CopiesMode;
}

export function addCopiesOption(command: Command): Command {
  return command.addOption(
    new Option(
      "--copies <what>",
      "copies and versions of an article: show each, group them in one line, or hide all but one (default: group in a listing to read, else show)",
    ).choices(["show", "group", "hide"]),
  );
}

/** People see one line for each group of copies, programs every article, unless they say what they want. */
export function copiesOf(options: CopiesCall & OutputOptions & ChoiceOptions): CopiesMode {
  return options.copies ?? (outputForm(options) === "text" && !hasChoice(options) ? "group" : "show");
}

/** Whether copies count once. */
export interface UniqueCall {
  unique?: true;
}

export function addUniqueOption(command: Command): Command {
  return command.option("--unique", "count copies and versions of an article once");
}

/** What a query of words may ask for. */
export interface MatchOptions {
  any?: true;
  strict?: true;
  exact?: true;
  synonyms?: string[];
}

export function addMatchOptions(command: Command): Command {
  return command
    .addOption(new Option("--strict", "only articles that have all the words").conflicts("any"))
    .option("--any", "match articles that have one of the words")
    .option("--exact", "match no other forms, spellings or typos")
    .option("--synonyms <names>", "names of one thing, with = between; may be repeated", repeated);
}

/** Each list of names that was given, taken apart. */
export const synonymLists = (given: readonly string[] = []): string[][] =>
  given.map((names) => names.split("=").flatMap((name) => name.trim() || []));

const FORMS = {
  json: "print JSON",
  jsonl: "print one JSON object per line",
  csv: "print CSV with a header",
  ids: "print full ids, one per line",
  ris: "print RIS, for Zotero, EndNote and the like",
  bibtex: "print BibTeX",
};

/** All forms, unless only some are named. */
export function addOutputOptions(
  command: Command,
  forms: readonly (keyof typeof FORMS)[] = ["json", "jsonl", "csv", "ids"],
): Command {
  for (const form of forms) {
    const others = forms.filter((name) => name !== form);
    command.addOption(new Option(`--${form}`, FORMS[form]).conflicts(others));
  }
  return command;
}

/** What is printed of each article, in which order. */
export function addChoiceOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--columns <names>", "columns of the table or CSV, e.g. id,date,title").conflicts([
        "json",
        "jsonl",
        "ids",
        "ris",
        "bibtex",
      ]),
    )
    .addOption(
      new Option("--format <template>", "print with a template, e.g. '{date} {id} {title:40}\\n'").conflicts([
        "json",
        "jsonl",
        "csv",
        "ids",
        "ris",
        "bibtex",
        "columns",
      ]),
    );
}

export function addLastOption(command: Command, does: string): Command {
  return command.option(
    "--last [number]",
    `${does} this hit of the last search (default: 1)`,
    parseCount("--last", 1),
  );
}

export const hasChoice = ({ format, columns }: ChoiceOptions): boolean =>
  format !== undefined || columns !== undefined;

/** The format for references that is asked for, null if none is. */
export const referenceForm = ({ ris, bibtex }: OutputOptions): "ris" | "bibtex" | null =>
  ris ? "ris" : bibtex ? "bibtex" : null;

export function outputForm(options: OutputOptions): OutputForm {
  if (options.json) return "json";
  if (options.jsonl) return "jsonl";
  if (options.csv) return "csv";
  return options.ids ? "ids" : "text";
}

/** The folders that a call names; null if it names none, so that the sample is read. */
function namedFolders({ dir, folders }: Pick<ArchiveOptions, "dir" | "folders">): string[] | null {
  if (dir?.length) return dir;
  const fromEnvironment = (process.env.AZERTAC_DIR ?? "").split(delimiter).filter((path) => path !== "");
  if (fromEnvironment.length > 0) return fromEnvironment;
  return folders?.length ? folders : null;
}

/** Whether the archive is what comes from standard input. */
export const readsStdin = ({ dir }: Pick<ArchiveOptions, "dir">): boolean => dir?.includes("-") === true;

/** The folders to read: `--dir`, else AZERTAC_DIR, else the config file, else the sample that ships with the tool. */
export function archiveFolders(options: Pick<ArchiveOptions, "dir" | "folders">): string[] {
  return namedFolders(options) ?? [packagePath("seeds")];
}

export const usesSample = (options: ArchiveOptions): boolean => namedFolders(options) === null;

/** Whether a call filters by date, which articles without one never pass. */
export const hasDates = ({ since, until }: FilterOptions): boolean =>
  since !== undefined || until !== undefined;

export function filterOf(options: FilterOptions): Filter {
  const { since, until, place, agency, lang, type } = options;
  return { since, until, place, agency, language: lang, type };
}

export const matchOf = ({ any, strict }: MatchOptions): "all" | "strict" | "any" =>
  any ? "any" : strict ? "strict" : "all";

export function countOptionsOf(options: FilterOptions & MatchOptions): CountOptions {
  return { ...filterOf(options), match: matchOf(options), exact: options.exact };
}

export function listOptionsOf(options: FilterOptions): ListOptions {
  const { sort, reverse, limit, offset } = options;
  return { ...filterOf(options), sort, reverse, limit, offset };
}
