/** Opens and reads regular files, and nothing else. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** Opens a regular file and nothing else: a pipe that took its place must not hang the run. */
export function openRegular(path: string): number {
  const descriptor = openSync(
    path,
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0),
  );
  try {
    if (fstatSync(descriptor).isFile()) return descriptor;
  } catch {
    // Treated like anything else that is not a file.
  }
  closeSync(descriptor);
  throw new Error("not a regular file");
}

/** True if a file can be opened for reading. */
export function canBeOpened(path: string): boolean {
  try {
    closeSync(openRegular(path));
    return true;
  } catch {
    return false;
  }
}

export function readFully(descriptor: number, into: Uint8Array, offset: number): number {
  let at = 0;
  while (at < into.length) {
    const got = readSync(descriptor, into, at, into.length - at, offset + at);
    if (got === 0) break;
    at += got;
  }
  return at;
}
