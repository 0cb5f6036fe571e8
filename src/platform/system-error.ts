/** Errors of the operating system: their names, and what they mean in words. */

/** The system's name for an error, `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Why a call of the system failed, in words. */
export function explain(error: unknown): string {
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOTDIR: "not a folder",
    EEXIST: "a file of that name exists",
    ELOOP: "too many links",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many open files",
    EIO: "the disk reports an error",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EFBIG: "the file would be too large",
  };
  return words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
