/** Copies of articles for an editor to read, in a folder of the cache that is the user's alone. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CacheError, privateFolder } from "../../platform/cache-folder.js";
import { explain } from "../../platform/system-error.js";
import { EditorError } from "./editor-error.js";

export interface Copies {
  /** Writes a text that nobody is to change, and gives its path. Throws EditorError. */
  add(id: string, text: string): string;
  /** The editor has ended. */
  release(): void;
}

const FOLDER = "editor";
/**
 * An editor that ends sooner may have handed the file to a window that is still to read it, in milliseconds: its copy
 * stays for some hours.
 */
const HANDED_OVER = 5_000;
const HOURS = 12 * 60 * 60 * 1000;
/** Longer names are cut. */
const LONGEST_NAME = 60;

export function copies(): Copies {
  const started = Date.now();
  const made: string[] = [];
  return {
    add(id, text) {
      try {
        const folder = privateFolder(FOLDER, true) ?? "";
        if (made.length === 0) sweep(folder);
        const own = mkdtempSync(join(folder, "copy-"));
        made.push(own);
        const path = join(own, `${nameOf(id)}.txt`);
        writeFileSync(path, text, { mode: 0o400, flag: "wx" });
        return path;
      } catch (error) {
        const reason = error instanceof CacheError ? error.message : explain(error);
        throw new EditorError(`cannot make a copy of ${id} for the editor: ${reason}`);
      }
    },
    release() {
      if (Date.now() - started < HANDED_OVER) return;
      for (const folder of made) remove(folder);
    },
  };
}

/** What an editor's title bar shows. */
function nameOf(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^[.-]+/, "");
  return name.slice(0, LONGEST_NAME) || "article";
}

/** Removes the copies that were left behind. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > HOURS) remove(path);
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next copy tries again.
  }
}
