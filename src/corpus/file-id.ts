/** How articles are named: the id of a file, and the number that a person may type instead. */
import { parse } from "node:path";

const numbered = /^(\d+)_([0-9a-f]{8,})$/i;

/** The hex part of `NNN_HHHHHHHH….txt`, else the name without its extension. */
export function idOfFile(fileName: string): string {
  const { name } = parse(fileName);
  return numbered.exec(name)?.[2] ?? name;
}

/** The number of `NNN_HHHHHHHH….txt` as it is written, else null. */
export function numberOfFile(fileName: string): string | null {
  return numbered.exec(parse(fileName).name)?.[1] ?? null;
}
