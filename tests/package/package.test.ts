/** The package as npm packs it, installed into an empty folder. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild-wasm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { environment } from "../cli/tool.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHELL = { shell: process.platform === "win32" };

const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
);
/** The folder in `node_modules` that a package is in. */
const topFolder = (name: string): string => name.split("/")[0] ?? name;

let work = "";
let installed = "";
let printed = "";

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "azertac-test-"));
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", work];
  const [{ filename }] = JSON.parse(execFileSync("npm", words, { cwd: ROOT, encoding: "utf8", ...SHELL }));
  writeFileSync(join(work, "package.json"), '{ "name": "user", "version": "1.0.0" }');
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", join(work, filename)];
  const { stdout, stderr, status } = spawnSync("npm", install, { cwd: work, encoding: "utf8", ...SHELL });
  printed = stdout + stderr;
  expect(status, printed).toBe(0);
  installed = join(work, "node_modules", "azertac");
  mkdirSync(join(work, "wire"));
  writeFileSync(
    join(work, "wire", "a.txt"),
    "BAKU, March 3 (AZERTAC)\n\nThe ferry to Turkmenistan left the port.\n",
  );
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function node(name: string, code: string): { status: number | null; stdout: string; stderr: string } {
  writeFileSync(join(work, name), code);
  return spawnSync(process.execPath, [name], { cwd: work, env: environment(), encoding: "utf8" });
}

test("npm installs it without a warning, and nothing besides", () => {
  expect(printed).not.toMatch(/warn|script/i);
  // What only one format needs is installed beside it; what every command needs is bundled.
  const names = readdirSync(join(work, "node_modules"));
  expect(names).toEqual(expect.arrayContaining(["azertac", ...Object.keys(dependencies).map(topFolder)]));
  for (const bundled of ["commander", "chalk", "fuse.js"]) expect(names).not.toContain(bundled);
});

test("it has what runs and its papers, and no sources, tests or tools", () => {
  expect(readdirSync(installed).sort()).toEqual(
    ["CHANGELOG.md", "LICENSE", "README.md", "bin", "dist", "package.json", "seeds"].sort(),
  );
  const files = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" });
  expect(
    files.filter((name) => /write|warm|\.tsbuildinfo|code-v/.test(name.replace("code-cache-writer", ""))),
  ).toEqual([]);
  expect(files.filter((name) => name.endsWith(".d.ts"))).toEqual(["index.d.ts"]);
});

test("it names the licence of every package that is bundled", () => {
  const notices = readFileSync(join(installed, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
  for (const name of [
    "commander",
    "chalk",
    "fuse.js",
    "smol-toml",
    "@orama/stemmers",
    "string-width",
    "assemblyscript",
  ])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+.* \\(`, "m"));
  expect(notices).toContain("Unicode-3.0");
});

test("the command runs", () => {
  const words = [join(installed, "bin", "azertac.js"), "list", "-d", "wire"];
  const { status, stdout } = spawnSync(process.execPath, words, {
    cwd: work,
    env: environment(),
    encoding: "utf8",
  });
  expect(status).toBe(0);
  expect(stdout).toContain("ferry");
});

const ASK = `
  openArchive({ dir: "wire" }).then(async (archive) => {
    const { total } = await archive.search("ferry");
    console.log("found", total);
    await archive.close();
  });
`;

test("import and require() give the library", () => {
  expect(node("ask.mjs", `import { openArchive } from "azertac";${ASK}`)).toMatchObject({
    status: 0,
    stdout: "found 1\n",
  });
  const required = node("ask.cjs", `const { openArchive } = require("azertac");${ASK}`);
  expect(required).toMatchObject({ status: 0, stdout: "found 1\n" });
});

test("errors have their names, and a trace of readable lines", () => {
  const { status, stderr } = node(
    "fail.mjs",
    `import { openArchive } from "azertac"; const archive = await openArchive({ dir: "wire" }); await archive.search('"x');`,
  );
  expect(status).toBe(1);
  expect(stderr).toContain("QueryError");
  expect(stderr.length).toBeLessThan(4_000);
  expect(stderr).not.toMatch(/^.{300}/m);
});

test("every script of the library has its map, with the source in it", () => {
  const dist = join(installed, "dist");
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  expect(scripts).toContain("index.js");
  for (const name of scripts) {
    const code = readFileSync(join(dist, name), "utf8");
    expect(code).toContain(`//# sourceMappingURL=${name}.map`);
    const { sources, sourcesContent } = JSON.parse(readFileSync(join(dist, `${name}.map`), "utf8"));
    expect(sourcesContent).toHaveLength(sources.length);
  }
});

test("esbuild bundles it for a small archive", async () => {
  writeFileSync(join(work, "bundled.mjs"), `import { openArchive } from "azertac";${ASK}`);
  const outfile = join(work, "out", "bundled.mjs");
  await build({
    entryPoints: [join(work, "bundled.mjs")],
    ...{ bundle: true, platform: "node", format: "esm", outfile, logLevel: "silent" },
  });
  expect(existsSync(outfile)).toBe(true);
  const { status, stdout } = spawnSync(process.execPath, [outfile], {
    cwd: work,
    env: environment(),
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "found 1\n" });
});
