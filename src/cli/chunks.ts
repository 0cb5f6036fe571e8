/**
 * Loads the command's chunks together with what V8 made of them when they were built.
 *
 * Compiling is most of what a short call does. V8 can keep the result (`vm.Script`, `cachedData`); it is written at
 * build time beside each chunk, into a folder named by the Node that made it. Another Node finds no such folder, and
 * V8 refuses data that are not its own: then a chunk is compiled as always.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, Script } from "node:vm";

/** What a CommonJS chunk is called with. */
type Wrapper = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

/** Where the code of the chunks in a folder is kept for this Node. */
export function codeFolder(folder: string): string {
  return join(folder, `code-${process.version}-${process.arch}`);
}

export class Chunks {
  private readonly loaded = new Map<string, { exports: unknown }>();
  /** The scripts that were run, by the name of their chunk. */
  readonly scripts = new Map<string, Script>();
  private readonly code: string;

  /** Chunks of a folder; `outside` requires what is none of them. */
  constructor(
    private readonly folder: string,
    private readonly outside: (id: string) => unknown,
  ) {
    this.code = codeFolder(folder);
  }

  /** Runs a chunk if it has not been run yet, and gives what it exports. */
  load(name: string): unknown {
    const known = this.loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.loaded.set(name, module);
    const path = join(this.folder, name);
    // The build writes them in ASCII.
    const source = readFileSync(path, "latin1");
    const cachedData = this.cachedData(name);
    const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
      filename: path,
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    this.scripts.set(name, script);
    const wrapper = script.runInThisContext() as Wrapper;
    const require = (id: string): unknown =>
      id.startsWith("./") ? this.load(id.slice(2)) : this.outside(id);
    wrapper.call(module.exports, module.exports, require, module, path, this.folder);
    return module.exports;
  }

  private cachedData(name: string): Buffer | undefined {
    try {
      return readFileSync(join(this.code, name));
    } catch {
      return undefined;
    }
  }
}
