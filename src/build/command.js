/** For the build: what makes the command's bundle start fast. Plugins for rolldown. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const noChildProcess = fileURLToPath(new URL("../cli/main/no-child-process.ts", import.meta.url));
const root = new URL("../../", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));

/** commander loads `node:child_process` for subcommands that are executables; azertac has none. */
export const withoutChildProcess = {
  name: "without-child-process",
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_id, importer) => (importer?.includes("commander") ? noChildProcess : null),
  },
};

/** The command is CommonJS: as ES modules its start takes 1.2 times as long on Node 20. */
export const asCommonJs = {
  name: "as-commonjs",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
  },
};

/** Set when the chunks are written, read when the script that starts them is built after them. */
let chunksHash = "";

/**
 * Makes each chunk what src/cli/main/chunks.ts loads: a function around a CommonJS module, in ASCII, which takes half the
 * memory of other text and which V8 compiles without decoding it.
 */
export const asChunks = {
  name: "as-chunks",
  generateBundle: {
    // After the minifier, which writes characters as they are.
    order: "post",
    handler(_options, bundle) {
      const hash = createHash("sha256");
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
        chunk.code = `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
        hash.update(`${chunk.fileName}\0${chunk.code}\0`);
      }
      chunksHash = hash.digest("hex").slice(0, 16);
    },
  },
};

/** Means the same in strings, templates and regular expressions; no other code has such characters. */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Puts the version and the hash of the chunks into src/cli/main/build-id.ts: the key of V8's code cache. */
export const withBuildId = {
  name: "with-build-id",
  load: {
    filter: { id: /[\\/]build-id\.ts$/ },
    handler() {
      if (chunksHash === "") throw new Error("the chunks must be built before the script that starts them");
      return { code: `export const BUILD_ID = "${version}-${chunksHash}";`, moduleType: "js" };
    },
  },
};

/** What `azertac completion` prints. */
export const completions = {
  name: "completions",
  generateBundle() {
    for (const shell of ["bash", "zsh", "fish"]) {
      const fileName = `complete/azertac.${shell}`;
      const source = readFileSync(new URL(`src/cli/${fileName}`, root));
      this.emitFile({ type: "asset", fileName, source });
    }
  },
};
