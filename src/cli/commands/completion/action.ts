/** `azertac completion`: the script that makes a shell complete. */
import { readFileSync } from "node:fs";
import type { Shell } from "../../complete/shells.js";
import { packagePath } from "../../installation.js";
import { FOUND } from "../../io/errors.js";
import { print } from "../../io/output.js";

export function completion(shell: Shell): number {
  print([readFileSync(packagePath(`dist/cli/complete/azertac.${shell}`), "utf8")]);
  return FOUND;
}
