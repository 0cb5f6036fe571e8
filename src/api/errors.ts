/** The errors that concern an archive as a whole, and the articles in it that cannot be identified or read. */
import type { Article } from "./types.js";

export { ArchiveError } from "../corpus/archive-error.js";

/** What was given as an id matches several articles. */
export class AmbiguousIdError extends Error {
  override name = "AmbiguousIdError";
  /** `AMBIGUOUS_ID`: what programs test for. */
  readonly code = "AMBIGUOUS_ID";
  constructor(
    /** The id as it was given. */
    readonly typed: string,
    /** The first matches, at most ten. */
    readonly candidates: readonly Article[],
    /** The number of matches. */
    readonly total: number,
  ) {
    super(`"${typed}" matches ${total} articles`);
  }
}

/** The archive was closed before the call. */
export class ClosedError extends Error {
  override name = "ClosedError";
  /** `CLOSED`: what programs test for. */
  readonly code = "CLOSED";
  constructor() {
    super("the archive is closed");
  }
}

/** A file has changed since the archive was read, so that its text no longer fits what was found in it. */
export class StaleError extends Error {
  override name = "StaleError";
  /** `STALE`: what programs test for. */
  readonly code = "STALE";
  constructor(
    /** The path of the file. */
    readonly path: string,
  ) {
    super(`${path} has changed since the archive was read; call refresh()`);
  }
}
