import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { defineConfig } from "rolldown";
import { asChunks, asCommonJs, completions, withBuildId, withoutChildProcess } from "./src/build/command.js";
import { notices } from "./src/build/notices.js";
import { webAssembly } from "./src/kernel/webassembly.js";

/** Writes dist/man/azertac.1, see src/cli/manual/, and removes the script that did: it has no other use. */
const manual = {
  name: "manual",
  writeBundle() {
    execFileSync(process.execPath, ["dist/cli/write.js"], { stdio: ["ignore", "inherit", "inherit"] });
    rmSync("dist/cli/write.js");
  },
};

// A package in "dependencies" is loaded from node_modules at run time; any other is bundled.
const { dependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const isDependency = new Set(Object.keys(dependencies));
const external = (id) => isDependency.has(/^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]);

// AssemblyScript's runtime is part of the compiled loops, CLDR's names of src/text/countries/country-names.ts and
// franc's trigrams of src/text/trigrams.ts.
const licences = notices({
  more: ["assemblyscript"],
  texts: ["src/build/cldr-licence.txt", "src/build/franc-licence.txt"],
});

const common = {
  platform: "node",
  treeshake: true,
  external,
  // A module that one command imports on demand may be in a chunk that another has loaded: that is intended.
  checks: { ineffectiveDynamicImport: false, pluginTimings: false },
};
const output = { chunkFileNames: "[name]-[hash].js", cleanDir: true };
const command = { ...output, minify: true, dir: "dist/cli", format: "cjs" };

/**
 * Dynamic imports decide which chunks there are. Modules that this many entries share, commands and what they import
 * on demand, are joined to one chunk: each chunk costs a start 0.2 million instructions.
 */
const SHARED_BY = 8;
/** Not what the readers of formats share: it is loaded with the first of them. Detecting a format is part of no reader. */
const isReader = (id) => /src[\\/]formats[\\/](?!detect\.|records[\\/](?:raw-record|record-reader))/.test(id);
/** Nor what tells languages and words apart: the tables are large, and a listing needs none of them. */
const isOfWords = (id) =>
  /src[\\/]text[\\/](?:stem[\\/](?!turkic-endings|stemmed)|equivalents[\\/](?!synonyms)|countries[\\/]|language\.|language-trigrams|trigrams)|dispatch[\\/]agencies|@orama/.test(
    id,
  );
const shared = { name: "common", test: (id) => !isReader(id) && !isOfWords(id), minShareCount: SHARED_BY };

// The library, then the command, with what only one command needs in chunks of their own. Each has the threads that
// build an index in the same folder as all chunks, so that each chunk finds the file of the threads.
export default defineConfig([
  {
    ...common,
    input: { index: "src/index.ts", worker: "src/index/build/worker.ts" },
    plugins: [webAssembly, licences],
    // Readable, with the names of the source: users see it in stack traces and debuggers.
    output: { ...output, dir: "dist", format: "esm", minify: false, sourcemap: true },
  },
  {
    ...common,
    input: { cli: "src/cli/main/program.ts", build: "src/index/build/worker.ts" },
    plugins: [webAssembly, withoutChildProcess, asCommonJs, asChunks, completions, licences],
    output: { ...command, codeSplitting: { groups: [shared] } },
  },
  ...[
    { input: { start: "src/cli/main/start.ts" }, plugins: [withBuildId] },
    { input: { worker: "src/cli/main/start-worker.ts" } },
    { input: { write: "src/cli/manual/write.ts" }, plugins: [webAssembly, withoutChildProcess, manual] },
  ].map((entry) => ({ ...common, ...entry, output: { ...command, cleanDir: false } })),
]);
