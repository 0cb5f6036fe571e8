/** Opens the archive that a command is about, with progress and warnings on standard error. */
import { type Archive, openArchive } from "../index.js";
import { complain } from "./exit.js";
import { type ArchiveOptions, archiveFolders } from "./options.js";
import { progressBar } from "./terminal.js";

/** So many warnings are printed one by one. */
const MOST_WARNINGS = 10;

export async function open(options: ArchiveOptions): Promise<Archive> {
  const progress = progressBar();
  try {
    return await openArchive({ dir: archiveFolders(options), onProgress: progress.update });
  } finally {
    progress.end();
  }
}

/** Says what could not be read. Called when the command has its answer, which may have read more. */
export function warn(archive: Archive): void {
  const { warnings } = archive;
  for (const { path, message } of warnings.slice(0, MOST_WARNINGS)) complain(`warning: ${path}: ${message}`);
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0)
    complain(`warning: and ${more} more ${more === 1 ? "file" : "files"} or lines; azertac index names all`);
}
