/** The one place where what went wrong becomes a message and an exit code. */
import { AmbiguousIdError, ArchiveError, DateError, QueryError } from "../index.js";
import { caretLines } from "./render/caret.js";
import { safe } from "./render/safe.js";

/** Something was printed. */
export const FOUND = 0;
/** Nothing was found. */
export const NOTHING = 1;
/** The call is wrong, or the archive can't be read at all. */
export const WRONG_CALL = 2;

/** Says something on standard error. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

export function complain(message: string): void {
  say(`azertac: ${safe(message)}`);
}

/** Says what went wrong and gives the exit code for it. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof QueryError) {
    complain(`the query can't be read: ${error.message}`);
    for (const line of caretLines(error)) say(line);
  } else if (error instanceof AmbiguousIdError) {
    complain(`${error.message}:`);
    for (const { id, date, title } of error.candidates) say(safe(`  ${id}  ${date ?? "-"}  ${title}`));
    if (error.total > error.candidates.length) say("  …");
  } else if (error instanceof DateError || error instanceof ArchiveError) {
    complain(error.message);
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return WRONG_CALL;
}
