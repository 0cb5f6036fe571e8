/** Run by `npm run check:package`: packs the package as for npm and checks the tarball with publint and attw. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const isWindows = process.platform === "win32";
const run = (command, ...words) =>
  execFileSync(isWindows ? `${command}.cmd` : command, words, {
    cwd: root,
    encoding: "utf8",
    shell: isWindows,
  });

const folder = mkdtempSync(join(tmpdir(), "azertac-pack-"));
try {
  const [{ filename }] = JSON.parse(
    run("npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
  );
  const tarball = join(folder, filename);
  run("npx", "--no-install", "publint", "run", tarball, "--strict");
  // An ES module alone: require() of it is for Node 20.19 and 22.12 on, which older resolutions of types don't know.
  run("npx", "--no-install", "attw", tarball, "--profile", "esm-only");
} catch (error) {
  console.error(error.stdout || error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
