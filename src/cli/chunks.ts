/**
 * Loads the command's chunks together with what V8 made of them when they were built.
 *
 * Compiling is most of what a short call does. V8 can keep the result (`vm.Script`, `cachedData`); it is written at
 * build time beside each chunk, into a folder named by the Node that made it. Another Node finds no such folder, and
 * V8 refuses data that are not its own: then a chunk is compiled as always.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { constants, Script } from "node:vm";

/** What a chunk is: the build has put a CommonJS module into a function, and written it in ASCII. */
type Chunk = (
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
  /** One for all files: memory that is touched for the first time costs more than what is read into it. */
  private buffer = Buffer.allocUnsafeSlow(1 << 19);

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
    const source = this.read(path).toString("latin1");
    const cachedData = this.cachedData(name);
    const script = new Script(source, {
      filename: path,
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    this.scripts.set(name, script);
    const chunk = script.runInThisContext() as Chunk;
    const require = (id: string): unknown =>
      id.startsWith("./") ? this.load(id.slice(2)) : this.outside(id);
    chunk.call(module.exports, module.exports, require, module, path, this.folder);
    return module.exports;
  }

  private cachedData(name: string): Buffer | undefined {
    try {
      return this.read(join(this.code, name));
    } catch {
      return undefined;
    }
  }

  /** The bytes of a file, until the next is read. */
  private read(path: string): Buffer {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (size > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(size);
      let length = 0;
      while (length < size) {
        const got = readSync(file, this.buffer, length, size - length, null);
        if (got === 0) break;
        length += got;
      }
      return this.buffer.subarray(0, length);
    } finally {
      closeSync(file);
    }
  }
}
