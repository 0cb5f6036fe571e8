/** Runs the built tool as a user does, on archives made for a test. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

export const BIN = fileURLToPath(new URL("../../bin/azertac.js", import.meta.url));
export const SEED_ID = "6d47f89584a386a7";

/** What is said where a call names no archive. */
export const SAMPLE_NOTE = "azertac: no archive given, using the built-in sample; use -d <folder>\n";

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test file. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "azertac-test-"));
  made.push(path);
  return path;
}

/** An archive of these files. */
export function archiveOf(files: Record<string, string | Uint8Array>): string {
  const root = join(folder(), "wire");
  mkdirSync(root);
  for (const [name, contents] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return root;
}

/** The environment of a test: nothing of the user's, an empty cache. */
export function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "" } = process.env;
  const own = {
    AZERTAC_CONFIG: "",
    AZERTAC_CACHE: join(folder(), "cache"),
    AZERTAC_STATE: join(folder(), "state"),
  };
  return { PATH, HOME, LANG: "C.UTF-8", TZ: "UTC", ...own, ...more };
}

export function azertac(words: readonly string[], more: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    env: environment(more),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder for PATH in which `azertac` is the tool, for shells of every kind. */
export function binFolder(): string {
  const bin = folder();
  writeFileSync(join(bin, "azertac"), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, {
    mode: 0o755,
  });
  return bin;
}

/** The same through a shell, for pipes; `azertac` is the tool. */
export function shell(script: string, more: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-c", `azertac() { "${process.execPath}" "${BIN}" "$@"; }; ${script}`],
    { env: environment(more), encoding: "utf8" },
  );
  return { code: status, out: stdout, err: stderr };
}

/** A dispatch as the agency sends it. */
export function dispatch(date: string, place: string, dateline: string, ...paragraphs: string[]): string {
  return ` date ${date} ${place}, ${dateline}, AZERTAC\n\n${paragraphs.join("\n\n")}\n`;
}
