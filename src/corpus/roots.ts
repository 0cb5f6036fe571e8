/** The folders and files that an archive is made of. */
import { realpathSync } from "node:fs";
import { explain } from "../platform/system-error.js";
import { ArchiveError } from "./archive-error.js";
import { joinPath } from "./walk.js";

/**
 * Roots as they were given and where they really are; one that is, or is inside, another is left out. Throws
 * ArchiveError if one can't be read.
 */
export function distinctRoots(given: readonly string[]): { roots: string[]; real: string[] } {
  const all = given.map((root) => {
    try {
      return { root, real: realpathSync(root) };
    } catch (error) {
      throw new ArchiveError(`cannot read "${root}": ${explain(error)}`);
    }
  });
  const inside = (a: string, b: string): boolean => a !== b && a.startsWith(joinPath(b, "x").slice(0, -1));
  const kept = all.filter(
    ({ real }, i) =>
      all.findIndex((other) => other.real === real) === i && !all.some((other) => inside(real, other.real)),
  );
  return { roots: kept.map(({ root }) => root), real: kept.map(({ real }) => real) };
}
