/** The error that ends a walk: the archive cannot be read at all. */

/** Nothing of the archive can be read: a path does not exist, or is neither a folder nor a file. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
  /** `ARCHIVE`: what programs test for. */
  readonly code = "ARCHIVE";
}
