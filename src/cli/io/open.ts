/** Opens the archive that a command is about, with progress and warnings on standard error. */
import { type Archive, type OpenOptions, openArchive, type Warning } from "../../index.js";
import {
  type ArchiveOptions,
  archiveFolders,
  type FilterOptions,
  type MatchOptions,
  readsStdin,
  synonymLists,
  usesSample,
} from "../config/options.js";
import { CallError } from "./call-error.js";
import { logError, logInfo } from "./errors.js";
import { readingFor } from "./reading.js";
import { progressBar } from "./terminal.js";

/** The path of an archive that comes from standard input. */
const STDIN_NAME = "-";

/** So many warnings are printed one by one. */
const MOST_WARNINGS = 10;

export interface Opened {
  archive: Archive;
  /** Says what could not be read. To be called when the answer is there: finding it may have read more. */
  warn(): void;
  /** From here on nothing is said of how far reading has come: the terminal is needed for something else. */
  silence(): void;
  close(): Promise<void>;
}

/** A newcomer who names no archive would otherwise take the sample for their own articles. */
export function sayIfSample(options: ArchiveOptions): void {
  if (usesSample(options)) logError("no archive given, using the built-in sample; use -d <folder>");
}

type NamedFilters = Pick<FilterOptions, "place" | "agency"> & Pick<MatchOptions, "synonyms">;

/** Gives the filters of a call the names as the archive spells them. What is not there stays as it was typed. */
async function respell(archive: Archive, options: NamedFilters): Promise<void> {
  if (!options.place && !options.agency) return;
  const { inAllSpellings } = await import("../config/spelled.js");
  for (const field of ["place", "agency"] as const) {
    const typed = options[field];
    if (typed) options[field] = await inAllSpellings(archive, field, typed);
  }
}

/** Throws ArchiveError if one of the folders can't be read at all. */
export async function open(options: ArchiveOptions & NamedFilters): Promise<Opened> {
  sayIfSample(options);
  const progress = progressBar();
  let isSilent = false;
  const onProgress = (done: number, total: number): void => {
    if (!isSilent) progress.update(done, total);
  };
  try {
    const folders = archiveFolders(options);
    const wanted = {
      ...{ dir: folders, onProgress, synonyms: synonymLists(options.synonyms) },
      ...readingFor(options),
    };
    const archive = await openArchive(
      readsStdin(options) ? { ...wanted, ...(await inputOf(wanted)) } : wanted,
    );
    await progress.finish();
    refuseUnreadable(archive, folders);
    await respell(archive, options);
    return {
      archive,
      warn() {
        progress.end();
        sayWarnings(archive);
      },
      silence() {
        progress.end();
        isSilent = true;
      },
      close() {
        progress.end();
        return archive.close();
      },
    };
  } finally {
    progress.end();
  }
}

/** The archive that comes from standard input. */
async function inputOf({ dir, onProgress }: OpenOptions): Promise<Pick<OpenOptions, "input">> {
  if (dir.length > 1) throw new CallError("-d - reads standard input and nothing else");
  const { readStdin } = await import("./stdin.js");
  return { input: readStdin((bytes) => onProgress?.(bytes, 0)) };
}

/** A file that is all there is of an archive and can't be read is an error, as a folder is. */
function refuseUnreadable({ size, warnings }: Archive, folders: readonly string[]): void {
  if (size > 0) return;
  const unread = folders.map((folder) => warnings.find(({ path }) => path === folder));
  const [first] = unread;
  if (first && unread.every((warning) => warning !== undefined))
    throw new CallError(`cannot read ${warningText(first)}`);
}

/** The path once, also where the message has it. */
export function warningText({ path: given, message }: Warning): string {
  const path = given === STDIN_NAME ? "standard input" : given;
  return message.includes(`"${path}"`) ? message : `${path}: ${message}`;
}

export function sayWarnings({ warnings }: Pick<Archive, "warnings">): void {
  for (const warning of warnings.slice(0, MOST_WARNINGS)) logError(`warning: ${warningText(warning)}`);
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0) logInfo(`… and ${more} more`);
}
