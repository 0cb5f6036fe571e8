/** `azertac completion`: the script that makes a shell complete. */
import { readFileSync } from "node:fs";
import type { Shell } from "./complete/shells.js";
import { FOUND } from "./exit.js";
import { print } from "./output.js";

export function completion(shell: Shell): number {
  print([readFileSync(new URL(`./complete/azertac.${shell}`, import.meta.url), "utf8")]);
  return FOUND;
}
