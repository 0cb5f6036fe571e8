/** The folder that azertac is installed in, for the files that it ships beside its code. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file or folder of the package, by its path from the package's folder. The bundle lies as deep as this file: in dist/cli/. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The version of azertac. */
export function installedVersion(): string {
  return (JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { version: string }).version;
}
