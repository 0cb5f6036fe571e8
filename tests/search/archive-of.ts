/** Archives in memory for the tests of what is found and counted in them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Archive, openArchive } from "../../src/index.js";

const root = mkdtempSync(join(tmpdir(), "azertac-search-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** A record of a JSONL file. */
export interface Line {
  id: string;
  text: string;
  date?: string;
  place?: string;
  agency?: string;
  title?: string;
}

/** An archive of one JSONL file. */
export function archiveOfLines(lines: readonly Line[]): Promise<Archive> {
  const dir = join(root, String(made++));
  mkdirSync(dir);
  writeFileSync(join(dir, "wire.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return openArchive({ dir, cache: false });
}
