/** Files as a scan hands them to whoever reads them. */
import { join } from "node:path";
import type { InputFile } from "../../src/index/build/input-file.js";
import { lookAt } from "../../src/index/store/diff.js";

/** A file of a folder that is an archive's only root. */
export function inputFile(folder: string, relativePath: string): InputFile {
  const file = lookAt([folder], { root: 0, relativePath });
  if (!file) throw new Error(`there is no ${join(folder, relativePath)}`);
  return file;
}
