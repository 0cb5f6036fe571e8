/** What the browser's status line says of an error. */
import { ArchiveError, CacheError, DateError, QueryError, StaleError } from "../../index.js";
import { EditorError } from "../io/editor-error.js";

/** What a person can do something about; anything else is a fault, and ends the session. */
export function messageOf(error: unknown): string {
  if (error instanceof StaleError) return "the file of this article has changed: Ctrl-R reads it again";
  const expected = [QueryError, DateError, ArchiveError, CacheError, EditorError].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error && (expected || "syscall" in error)) return error.message;
  throw error;
}
