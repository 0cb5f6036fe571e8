/** The one place where what went wrong becomes a message and an exit code. */

import { safe } from "../render/safe.js";
import { CallError } from "./call-error.js";
import { EditorError } from "./editor-error.js";
import { HangupError } from "./hangup.js";
import { isTerminal, OutputError, printError, STDERR } from "./output.js";

/** Something was printed. */
export const FOUND = 0;
/** Nothing was found. */
export const NOTHING = 1;
/** The call is wrong, or the archive can't be read at all. */
export const WRONG_CALL = 2;

/** The terminal is gone: 128 and the number of SIGHUP, as shells say it. */
export const HANGUP = 129;

/** Prints one line on standard error, without what could speak to a terminal. */
export function logInfo(message: string): void {
  printError(`${safe(message)}\n`);
}

export function logError(message: string): void {
  logInfo(`azertac: ${message}`);
}

/** Says what went wrong and gives the exit code for it. */
export async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof HangupError) return HANGUP;
  if (error instanceof OutputError || error instanceof EditorError) {
    logError(error.message);
    return WRONG_CALL;
  }
  if (error instanceof CallError) {
    logError(error.message);
    if (error.meant) {
      const { mistypedName } = await import("./suggest.js");
      const nearest = mistypedName(error.meant.known, error.meant.typed);
      if (nearest !== undefined) logInfo(`(Did you mean ${nearest}?)`);
    }
    return WRONG_CALL;
  }
  // Loaded here, since a command line that is wrong from the start needs none of the library.
  const library = await import("../../index.js");
  const {
    AmbiguousIdError,
    ArchiveError,
    CacheError,
    CorruptIndexError,
    DateError,
    MemoryLimitError,
    QueryError,
    StaleError,
  } = library;
  if (error instanceof QueryError) {
    const { caretLines } = await import("../render/caret.js");
    logError(`the query can't be read: ${error.message}`);
    for (const line of caretLines(error, isTerminal(STDERR) ? process.stderr.columns : undefined))
      logInfo(line);
  } else if (error instanceof AmbiguousIdError) {
    logError(`${error.message}:`);
    const { candidates, total } = error;
    for (const { id, date, title } of candidates) logInfo(`  ${id}  ${date ?? "-"}  ${title}`);
    if (total > candidates.length) logInfo(`  … and ${total - candidates.length} more`);
  } else if (
    [ArchiveError, CacheError, DateError, MemoryLimitError].some((expected) => error instanceof expected)
  ) {
    logError((error as Error).message);
  } else if (error instanceof StaleError) {
    logError(`${error.path} has changed while it was read: run the command again`);
  } else if (error instanceof CorruptIndexError) {
    logError(`the stored index is damaged (${error.message}): azertac index --rebuild rebuilds it`);
  } else {
    logFault(error);
  }
  return WRONG_CALL;
}

/** What no command expects: the system's refusals in a sentence, anything else with the place where it happened. */
function logFault(error: unknown): void {
  if (!(error instanceof Error)) logError(String(error));
  else if ("syscall" in error) logError(error.message);
  else {
    logError(`this is a bug in azertac: ${error.message}`);
    for (const line of (error.stack ?? "").split("\n").slice(1)) logInfo(line);
  }
}
