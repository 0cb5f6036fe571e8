/** Loads the command's chunks together with what V8 compiled of them in an earlier call. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { constants, Script } from "node:vm";

/** What a chunk is: the build wraps each CommonJS module in a function and writes it in ASCII. */
type Chunk = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

export class Chunks {
  private readonly loaded = new Map<string, { exports: unknown }>();
  /** The scripts that were run, by the name of their chunk. */
  readonly scripts = new Map<string, Script>();
  /** Whether V8 accepted cached data for each chunk that was run. */
  areCached = true;
  /** One for all files: touching memory for the first time costs more than reading a file into it. */
  private buffer = Buffer.allocUnsafeSlow(1 << 19);

  /** Chunks of a folder. `outside` requires any other module; `data` are V8's code caches, by the names of chunks. */
  constructor(
    private readonly folder: string,
    private readonly outside: (id: string) => unknown,
    private readonly data: ReadonlyMap<string, Buffer> = new Map(),
  ) {}

  /** Runs a chunk unless it was run before, and returns its exports. */
  load(name: string): unknown {
    const known = this.loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.loaded.set(name, module);
    const path = join(this.folder, name);
    const source = this.read(path).toString("latin1");
    const cachedData = this.data.get(name);
    const script = new Script(source, {
      filename: path,
      ...(cachedData && { cachedData }),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    this.scripts.set(name, script);
    this.areCached &&= script.cachedDataRejected === false;
    const chunk = script.runInThisContext() as Chunk;
    const require = (id: string): unknown =>
      id.startsWith("./") ? this.load(id.slice(2)) : this.outside(id);
    chunk.call(module.exports, module.exports, require, module, path, this.folder);
    return module.exports;
  }

  /** The bytes of a file, until the next one is read. */
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
