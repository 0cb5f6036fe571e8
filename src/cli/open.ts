/** Opens the archive that a command is about, with progress and warnings on standard error. */
import { type Archive, openArchive } from "../index.js";
import { complain, say } from "./exit.js";
import { type ArchiveOptions, archiveFolders, usesSample } from "./options.js";
import { progressBar } from "./terminal.js";

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
  if (usesSample(options))
    complain("no archive given, using the sample that ships with azertac; use -d <folder>");
}

/** Throws ArchiveError if one of the folders can't be read at all. */
export async function open(options: ArchiveOptions): Promise<Opened> {
  sayIfSample(options);
  const progress = progressBar();
  let isSilent = false;
  const onProgress = (done: number, total: number): void => {
    if (!isSilent) progress.update(done, total);
  };
  try {
    const archive = await openArchive({ dir: archiveFolders(options), onProgress });
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

function sayWarnings({ warnings }: Archive): void {
  for (const { path, message } of warnings.slice(0, MOST_WARNINGS)) complain(`warning: ${path}: ${message}`);
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0) say(`… and ${more} more`);
}
