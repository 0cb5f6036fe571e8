/** Calls that are likely mistakes: an empty query, a folder or file given without -d. */
import { existsSync } from "node:fs";
import { CallError } from "../io/call-error.js";
import { logError } from "../io/errors.js";

/** Throws CallError for a query without a letter or digit, which could find nothing. */
export function refuseEmpty(query: string): void {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new CallError(
      query.trim() === "" ? "the query is empty" : `the query has no words: ${query.slice(0, 200)}`,
    );
}

/** A path as it is typed in a shell. */
export function typedPath(path: string): string {
  return /^[\w@%+=:,./\u00a0-\u{10ffff}-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Says how to name an archive if the last word of a query that finds nothing is one. */
export function hintAtFolder(words: readonly string[]): void {
  const path = words.at(-1) ?? "";
  if (path === "" || !existsSync(path)) return;
  const query = words.slice(0, -1).map(typedPath).join(" ");
  logError(`to search ${path} itself, type: azertac search ${query || "<words>"} -d ${typedPath(path)}`);
}
