/** The user's private cache folder: where it is, and whether it is safe to write to. */
import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { homeFolder } from "./system.js";
import { codeOf, explain } from "./system-error.js";

/** No index can be kept there; the message says why. */
export class CacheError extends Error {
  override name = "CacheError";
  /** `CACHE`: what programs test for. */
  readonly code = "CACHE";
}

/** `AZERTAC_CACHE`, else `azertac` in the user's cache folder (XDG). */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.AZERTAC_CACHE) return resolve(environment.AZERTAC_CACHE);
  const xdg = environment.XDG_CACHE_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(homeFolder(), ".cache"), "azertac");
}

/** Makes a folder and those above it. (Node's own `recursive` never returns where nothing can be made: in /proc.) */
function makeFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/**
 * Whoever can rename a folder on the way to the cache can put another in its place between two looks at it: each must
 * belong to the user or to root, and let nobody else change it unless only owners may remove names (the sticky bit).
 */
function checkParents(path: string): void {
  const user = process.geteuid?.();
  const parent = dirname(path);
  if (user === undefined || parent === path) return;
  const stat = lstatSync(parent, { throwIfNoEntry: false });
  if (stat && stat.uid !== user && stat.uid !== 0)
    throw new CacheError(`"${parent}" belongs to another user: no index is kept below it`);
  const canBeChanged = stat?.isDirectory() && (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0;
  if (canBeChanged)
    throw new CacheError(`"${parent}" can be changed by all users: no index is kept below it`);
  checkParents(parent);
  if (stat?.isSymbolicLink()) checkParents(join(realpathSync(parent), basename(path)));
}

/** Makes the folder, its user's alone, if it is not there. Throws CacheError if it can't be or is not safe. */
export function makePrivateFolder(cache: string, folder: string): void {
  try {
    checkParents(resolve(folder));
    makeFolder(cache);
    checkParents(resolve(folder));
    checkPrivate(cache, false);
    makeFolder(folder);
  } catch (error) {
    if (error instanceof CacheError) throw error;
    throw new CacheError(`cannot keep an index in "${cache}": ${explain(error)}`);
  }
  checkPrivate(folder, true);
}

/** True if there is such a folder and it is safe to trust. Throws CacheError if it is not. */
export function hasPrivateFolder(cache: string, folder: string): boolean {
  if (lstatSync(cache, { throwIfNoEntry: false })) checkParents(resolve(folder));
  for (const path of [cache, folder]) {
    if (!lstatSync(path, { throwIfNoEntry: false })) return false;
    checkPrivate(path, path === folder);
  }
  return true;
}

/**
 * A folder beside the indexes for something else that is its user's alone; with `make` it is made if it is not there.
 * Null if there is none. Throws CacheError if it can't be made or is not safe.
 */
export function privateFolder(name: string, make: boolean): string | null {
  const cache = cacheFolder();
  const folder = join(cache, name);
  if (make) makePrivateFolder(cache, folder);
  return make || hasPrivateFolder(cache, folder) ? folder : null;
}

/** Another user could read or plant an index through a link, a folder of theirs, or one that is open to them. */
function checkPrivate(path: string, closed: boolean): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) throw new CacheError(`"${path}" is gone`);
  if (stat.isSymbolicLink()) throw new CacheError(`"${path}" is a symbolic link: no index is kept there`);
  if (!stat.isDirectory()) throw new CacheError(`"${path}" is not a folder`);
  const user = process.geteuid?.();
  if (closed && user !== undefined && stat.uid !== user)
    throw new CacheError(`"${path}" belongs to another user: no index is kept there`);
  if (closed && user !== undefined && (stat.mode & 0o077) !== 0)
    throw new CacheError(`"${path}" is open to other users: no index is kept there`);
}

/** The process that a temporary or segment file's name says it is of. */
export function ownName(kind: string): string {
  return `${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}.${kind}`;
}
