/** Run before all tests: they call the built tool, so what is built must not be older than its source. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Files that the build reads besides all of src. */
const CONFIGURATION = ["package.json", "rolldown.config.js", "tsconfig.json", "tsconfig.build.json"];
/** The last file that the build writes. */
const BUILT = "dist/index.d.ts";

/** What is wrong with a build in a folder, or null. */
export function staleness(root: string): string | null {
  const built = join(root, BUILT);
  if (!existsSync(built)) return "dist/ is not built. Run: npm run build";
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const files = [...CONFIGURATION, ...sources.map((name) => join("src", name))];
  const { mtimeMs } = statSync(built);
  const newer = files.filter((name) => {
    const stat = statSync(join(root, name), { throwIfNoEntry: false });
    return stat?.isFile() && stat.mtimeMs > mtimeMs;
  });
  if (newer.length === 0) return null;
  const more = newer.length > 1 ? ` and ${newer.length - 1} more` : "";
  return `dist/ is older than ${newer[0]}${more}: the tests would test an old build. Run: npm run build`;
}

export default function setup(): void {
  const wrong = staleness(ROOT);
  if (wrong !== null) throw new Error(wrong);
}
