/** Run by the build: calls the command as people do, then keeps what V8 has compiled for it. See chunks.ts. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chunks, codeFolder } from "./chunks.js";
import type * as Program from "./program.js";

/** What is called most, in memory and then with a stored index. Whatever else were kept would be read at every start. */
const IN_MEMORY = [["list"], ["show", "000"], ["search", "Algeria"]];
const STORED = [
  ["list", "-n", "1"],
  ["show", "latest"],
  ["search", "Algeria"],
  ["search", "foreign", "ministries"],
];
const OTHERS = [
  ["summary", "000", "--query", "oil"],
  ["summary", "--search", "Algeria"],
  ["related", "000"],
  ["timeline"],
  ["timeline", "Algeria", "--json"],
  ["stats"],
  ["__complete", "bash", "azertac show "],
  ["__complete", "fish", "azertac list --place "],
];

const SETTINGS = `theme = "dark"\n[search]\nlimit = 10 # as it is\n`;

/** Calls the command in an environment of its own; `done` is told when all calls of a group have been made. */
async function warm(chunks: Chunks, done: () => void): Promise<void> {
  // Not the person's: the calls below are not their last search.
  const cache = mkdtempSync(join(tmpdir(), "azertac-warm-"));
  process.env.AZERTAC_CACHE = cache;
  process.env.AZERTAC_CONFIG = "";
  const { run } = chunks.load("cli.js") as typeof Program;
  const runAll = async (calls: readonly string[][]): Promise<void> => {
    for (const call of calls) await run(call);
  };
  await runAll(IN_MEMORY);
  // By another process: what builds an index is not to be kept.
  execFileSync(process.execPath, [join(__dirname, "start.js"), "index"], { stdio: "ignore" });
  await runAll(STORED);
  done();
  process.env.AZERTAC_CONFIG = join(cache, "config.toml");
  writeFileSync(process.env.AZERTAC_CONFIG, SETTINGS);
  await runAll(OTHERS);
  done();
  rmSync(cache, { recursive: true });
}

const chunks = new Chunks(__dirname, createRequire(__filename));
const folder = codeFolder(__dirname);
const kept = new Map<string, Buffer>();
void warm(chunks, () => {
  // What is read in at every start is what the most frequent calls have used of a chunk, and no more.
  for (const [name, script] of chunks.scripts) if (!kept.has(name)) kept.set(name, script.createCachedData());
}).then(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, code] of kept) writeFileSync(join(folder, name), code);
});
