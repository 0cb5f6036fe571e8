/**
 * For the build and the tests: compiles loops of this folder to WebAssembly where `…loops.compiled.js` is imported, as text
 * in base 64, and inlines in them as JavaScript what memory.ts does.
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");
const compiled = new Map();
const IMPORT = /^import [^;]*;$/m;

async function compile(name) {
  const [{ compileString }, memory, loops] = await Promise.all([
    import("assemblyscript/asc"),
    read("memory.as"),
    read(`${name}.ts`),
  ]);
  const source = memory + loops.replace(IMPORT, "");
  const { error, stderr, binary } = await compileString(source, {
    optimizeLevel: 3,
    shrinkLevel: 1,
    runtime: "stub",
    // 2 MiB: most calls grow no memory, and the system gives what is used of it only.
    initialMemory: 32,
    noAssert: true,
  });
  if (error) throw new Error(`${name}.ts: ${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

/** By how much an address is shifted for the arrays of memory.ts. */
const SHIFTS = { U8: 0, U16: 1, I32: 2, U32: 2, F32: 2, F64: 3 };

/** Code with calls such as `i32At(at + 4)` written out: `memoryI32[(at + 4) >>> 2]`. */
function inlined(code) {
  const call = /\b(?:(u8|u16|i32|u32|f32|f64)At|set(U8|U16|I32|F32|F64)|product)\(/.exec(code);
  if (!call) return code;
  const start = call.index + call[0].length;
  const [end, ...args] = argumentsFrom(code, start);
  const [first = "", second = ""] = args.map(inlined);
  const type = (call[1] ?? call[2])?.toUpperCase();
  // An address beyond 2 GiB would be negative for `>>`.
  // Two kinds of numbers in one array: what is unsigned is read as it is, and made so.
  const array = type === "U32" ? "I32" : type;
  const place = `memory${array}[(${first}) >>> ${SHIFTS[type]}]`;
  const isRead = call[1] !== undefined;
  const read = call[1] === "u32" ? `(${place} >>> 0)` : place;
  const written = !type ? `Math.imul(${first}, ${second})` : isRead ? read : `${place} = ${second}`;
  return code.slice(0, call.index) + written + inlined(code.slice(end + 1));
}

/** Where the arguments that begin at `start` end, and they themselves. */
function argumentsFrom(code, start) {
  const args = [];
  let depth = 0;
  let from = start;
  for (let at = start; ; at++) {
    const char = code[at];
    if (depth === 0 && (char === "," || char === ")")) {
      args.push(code.slice(from, at));
      from = at + 1;
      if (char === ")") return [at, ...args];
    }
    if (char === "(") depth++;
    if (char === ")") depth--;
  }
}

/** A plugin for rolldown and vite. */
export const webAssembly = {
  name: "webassembly",
  enforce: "pre",
  resolveId: {
    filter: { id: /loops\.compiled\.js$/ },
    handler: (id) => `\0${basename(id)}`,
  },
  load: {
    filter: { id: /^\0.*loops\.compiled\.js$/ },
    async handler(id) {
      const name = id.slice(1).replace(".compiled.js", "");
      if (!compiled.has(name)) compiled.set(name, compile(name));
      return { code: `export default ${JSON.stringify(await compiled.get(name))};`, moduleType: "js" };
    },
  },
  transform: {
    filter: { id: /kernel\/.*loops\.ts$/ },
    handler(code) {
      const arrays = Object.keys(SHIFTS).flatMap((type) => (type === "U32" ? [] : `memory${type}`));
      const imports = `import { ${arrays.join(", ")}, sameUnits, type i32, type u32, type f64 } from "./memory.js";`;
      const rest = code.replace(IMPORT, "");
      return { code: imports + inlined(rest), map: null };
    },
  },
};
