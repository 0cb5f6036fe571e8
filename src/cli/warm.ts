/** Run by the build: calls the command as people do, then keeps what V8 has compiled for it. See chunks.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chunks, codeFolder } from "./chunks.js";
import type * as Program from "./program.js";

const CALLS = [
  ["list"],
  ["show", "000"],
  ["summary", "000"],
  ["search", "Algeria"],
  ["search", "algera", "magraman"],
  ["search", '"political consultations"', "--json"],
  ["summary", "000", "--query", "oil"],
  ["summary", "--search", "Algeria"],
  ["related", "000"],
  ["timeline"],
  ["timeline", "Algeria", "--json"],
  ["stats"],
  // From here on with a stored index.
  ["index"],
  ["list", "-n", "1"],
  ["show", "latest"],
  ["search", "Algeria"],
  ["search", "foreign", "ministries"],
  ["related", "latest"],
  ["timeline", "Algeria"],
  ["__complete", "bash", "azertac show "],
  ["__complete", "fish", "azertac list --place "],
];

const SETTINGS = `theme = "dark"\n[search]\nlimit = 10 # as it is\n`;

async function warm(): Promise<void> {
  // Not the person's: the calls below are not their last search.
  const cache = mkdtempSync(join(tmpdir(), "azertac-warm-"));
  process.env.AZERTAC_CACHE = cache;
  process.env.AZERTAC_CONFIG = join(cache, "config.toml");
  writeFileSync(process.env.AZERTAC_CONFIG, SETTINGS);
  const chunks = new Chunks(__dirname, createRequire(__filename));
  const { run } = chunks.load("cli.js") as typeof Program;
  for (const call of CALLS) await run(call);
  rmSync(cache, { recursive: true });
  const folder = codeFolder(__dirname);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, script] of chunks.scripts) writeFileSync(join(folder, name), script.createCachedData());
}

void warm();
