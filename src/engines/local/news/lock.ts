/** Lets one process at a time say what is new in an archive, so that no article is reported twice. */
import { closeSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { ownName } from "../../../platform/cache-folder.js";
import { codeOf } from "../../../platform/system-error.js";

/** How long another process is waited for, in milliseconds, and how often it is looked at. */
const PATIENCE = 30_000;
const PAUSE = 50;

/** Another process holds the lock. */
export class LockedError extends Error {
  override name = "LockedError";
}

/** Holds the lock while work is done. Rejects with LockedError if it cannot be had. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    unlinkSync(path);
  }
}

async function take(path: string): Promise<void> {
  for (const until = performance.now() + PATIENCE; ; ) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    const holder = holderOf(path);
    if (holder !== null && !isAlive(holder)) discard(path, holder);
    else if (performance.now() > until)
      throw new LockedError(
        `process ${holder ?? "?"} is saying what is new in this archive; if it is not, remove ${path}`,
      );
    else await setTimeout(PAUSE);
  }
}

/** The process that holds the lock; null if that is not known (yet). */
function holderOf(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8")) || null;
  } catch {
    return null;
  }
}

/** Removes the lock of a process that is dead: by another name, so that no other process's lock is taken. */
function discard(path: string, holder: number): void {
  const own = `${path}.${ownName("tmp")}`;
  try {
    renameSync(path, own);
    if (holderOf(own) === holder) unlinkSync(own);
    else renameSync(own, path);
  } catch {
    // Another process was quicker.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
