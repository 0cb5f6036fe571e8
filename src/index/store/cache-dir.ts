/** The private folder in which the stored index of one archive lies. */
import { readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { codeOf } from "../../platform/system-error.js";
import { FORMAT_VERSION } from "../format/sections.js";

/** Where the index of these roots, read in this way (`readingKey`), lies in a cache folder. */
export function indexFolder(cache: string, roots: readonly string[], reading = ""): string {
  // The manifest has the roots in full: two archives that meet here would take turns, no more.
  const text = JSON.stringify(reading === "" ? [FORMAT_VERSION, roots] : [FORMAT_VERSION, roots, reading]);
  const hash = hashOf(text).toString(16).padStart(8, "0");
  const name = basename(roots[0] ?? "").replace(/[^A-Za-z0-9]/g, "");
  return join(cache, `${name.slice(0, 20) || "archive"}-${hash}`);
}

/** FNV-1a over UTF-16 units, 32 bits, mixed once more at the end. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Removes what no manifest names and no living process is writing. */
export function sweep(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (keep.has(name)) continue;
    const pid = /^(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && isAlive(Number(pid))) continue;
    if (pid === undefined && name !== "manifest.tmp") continue;
    try {
      unlinkSync(join(folder, name));
    } catch {
      // Another process swept it first, or will.
    }
  }
}

/** Removes a folder of an index with what azertac wrote into it, and nothing else. */
export function removeIndexFolder(folder: string): void {
  // The manifest first: without it nothing else is looked at.
  for (const name of readdirSync(folder).sort((a, b) => (a < b ? 1 : -1))) {
    if (/^(?:manifest(?:\.tmp)?|\d+-[0-9a-z]+-[0-9a-z]+\.(?:segment|tmp))$/.test(name))
      unlinkSync(join(folder, name));
  }
  try {
    rmdirSync(folder);
  } catch {
    // Something of someone else is in it.
  }
}
