import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";
import { webAssembly } from "./src/kernel/webassembly.js";

const noChildProcess = fileURLToPath(new URL("src/cli/no-child-process.ts", import.meta.url));

/** commander loads `node:child_process` for commands that are programs of their own; azertac has none. */
const withoutChildProcess = {
  name: "without-child-process",
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_id, importer) => (importer?.includes("commander") ? noChildProcess : null),
  },
};

/** The command is CommonJS: as ES modules its start takes 1.2 times as long on Node 20. */
const asCommonJs = {
  name: "as-commonjs",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * Makes each chunk what src/cli/chunks.ts loads: a function around a CommonJS module, in ASCII, which takes half the
 * memory of other text and is read by V8 as it is.
 */
const asChunks = {
  name: "as-chunks",
  generateBundle: {
    // Behind the minifier, which writes characters as they are.
    order: "post",
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
        chunk.code = `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
      }
    },
  },
};

/** Stands for the same in strings, templates and patterns, and nothing else has such characters. */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** What `azertac completion` prints. */
const completions = {
  name: "completions",
  generateBundle() {
    for (const shell of ["bash", "zsh", "fish"]) {
      const fileName = `complete/azertac.${shell}`;
      this.emitFile({ type: "asset", fileName, source: readFileSync(`src/cli/${fileName}`) });
    }
  },
};

/** Calls the command as people do and keeps what V8 compiled: see src/cli/chunks.ts. */
const warmed = {
  name: "warmed",
  writeBundle() {
    execFileSync(process.execPath, ["dist/cli/warm.js"], { stdio: ["ignore", "ignore", "pipe"] });
  },
};

/** Writes dist/man/azertac.1: see src/cli/manual/. */
const described = {
  name: "described",
  writeBundle() {
    execFileSync(process.execPath, ["dist/cli/write.js"], { stdio: ["ignore", "inherit", "inherit"] });
  },
};

/** What every command needs, and what a search needs besides: a file each, since each costs a millisecond to open. */
const CORE =
  /src\/(open|os|kernel|summaries|archive|article|corpus|summary|index\/(?!pool|lexicon|worker)|text\/(fold|function-words|tokenize|language|sentences)|search\/(filter|sets|query-error|values)|cli\/(config-file|complete\/shells|each|last|open|output|page\.|print|terminal|environment|commands\/(list|show)|render\/(article|facts|link|list|marked|safe|short-id|theme|width)))/;
const SEARCH =
  /orama|src\/(index\/lexicon|text\/(alignment|countries|country-names|sounds|spelling|stem)|search\/(evaluate|expand|leaf|lexer|near|nearness|places|positions|query|rank|search|snippet|weights)\.|cli\/(commands\/search|nothing|render\/hits))/;

// What a command imports when it is needed may be in a chunk that is loaded already: that is meant.
const common = { platform: "node", treeshake: true, checks: { ineffectiveDynamicImport: false } };
const output = { minify: true, chunkFileNames: "[name]-[hash].js", cleanDir: true };
const command = { ...output, dir: "dist/cli", format: "cjs" };

// The library, and the command with what only one command needs in chunks of their own. Each has the threads that
// build an index beside it, in the same folder as all chunks, so that their file is found from any of them.
export default defineConfig([
  {
    ...common,
    input: { index: "src/index.ts", worker: "src/index/worker.ts" },
    plugins: [webAssembly],
    output: { ...output, dir: "dist", format: "esm" },
  },
  {
    ...common,
    input: { cli: "src/cli/program.ts", build: "src/index/worker.ts" },
    plugins: [webAssembly, withoutChildProcess, asCommonJs, asChunks, completions],
    output: {
      ...command,
      codeSplitting: {
        groups: [
          { name: "core", test: CORE },
          { name: "search", test: SEARCH },
        ],
      },
    },
  },
  ...[
    { input: { start: "src/cli/start.ts" } },
    { input: { worker: "src/cli/start-worker.ts" } },
    { input: { write: "src/cli/manual/write.ts" }, plugins: [webAssembly, withoutChildProcess, described] },
    { input: { warm: "src/cli/warm.ts" }, plugins: [warmed] },
  ].map((entry) => ({ ...common, ...entry, output: { ...command, cleanDir: false } })),
]);
