/** For the build and the tests: compiles loops.ts to WebAssembly where `loops.compiled.js` is imported, as text in base 64. */
import { readFile } from "node:fs/promises";

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");
let compiled;

async function compile() {
  const [{ compileString }, memory, loops] = await Promise.all([
    import("assemblyscript/asc"),
    read("memory.as"),
    read("loops.ts"),
  ]);
  const source = memory + loops.replace(/^import [^;]*;$/m, "");
  const { error, stderr, binary } = await compileString(source, {
    optimizeLevel: 3,
    shrinkLevel: 1,
    runtime: "stub",
    noAssert: true,
  });
  if (error) throw new Error(`loops.ts: ${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

/** A plugin for rolldown and vite. */
export const webAssembly = {
  name: "webassembly",
  resolveId: {
    filter: { id: /loops\.compiled\.js$/ },
    handler: () => "\0loops.compiled.js",
  },
  load: {
    filter: { id: /^\0loops\.compiled\.js$/ },
    async handler() {
      compiled ??= compile();
      return { code: `export default ${JSON.stringify(await compiled)};`, moduleType: "js" };
    },
  },
};
