/** Loads WebAssembly that the build put into the code as base 64. */
import type { Memory } from "./arena.js";

/** The functions of a module of loops: its constants are those of JavaScript, whatever runs. */
export type Functions<Module> = {
  [Name in keyof Module as Module[Name] extends (...values: never[]) => unknown ? Name : never]: Module[Name];
};

/** Loops and the memory that they run over. */
export interface Loaded<Loops> {
  loops: Loops;
  memory: Memory;
}

/** Null where there is no WebAssembly: V8 has none without its compiler (`--jitless`). */
export function load<Loops>(base64: string): Loaded<Loops> | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(base64, "base64"));
    const exports = new WebAssembly.Instance(module).exports as Loops & { memory: WebAssembly.Memory };
    return { loops: exports, memory: exports.memory };
  } catch {
    // JavaScript does the same, later.
    return null;
  }
}
