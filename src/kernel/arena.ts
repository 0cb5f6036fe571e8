/** The memory that loops run over, that of WebAssembly or one for JavaScript, and how far it is taken. */
import { memoryU8, useMemory } from "./memory.js";

/** Where the room for data begins; below it AssemblyScript may keep its own. */
const START = 4096;
/** WebAssembly's memory grows by steps of this many bytes. */
const STEP = 1 << 16;
/** All that 32 bits can address, but for the last step: an end must have an address too. */
const MOST = 2 ** 32 - STEP;

/** The memory of the loops cannot grow as much as is asked for. */
export class MemoryLimitError extends Error {
  override name = "MemoryLimitError";
  readonly code = "MEMORY_LIMIT";
}

/** Shorter texts are written unit by unit: Buffer.write makes some garbage each time. */
const SHORT = 32;

export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Of JavaScript's memory no more is kept than what is taken. */
  grow(pages: number, taken: number): unknown;
  /** To be called before loops run, where several memories share the loops. */
  use?(): void;
}

/** A memory for JavaScript that grows as that of WebAssembly does. */
export class PlainMemory implements Memory {
  // So much that small archives never grow it; the system gives what is used of it only.
  buffer = new ArrayBuffer(8 * STEP);

  grow(pages: number, taken: number): void {
    const grown = new ArrayBuffer(this.buffer.byteLength + pages * STEP);
    new Uint8Array(grown).set(new Uint8Array(this.buffer, 0, taken));
    this.buffer = grown;
    this.use();
  }

  use(): void {
    if (memoryU8.buffer !== this.buffer) useMemory(this.buffer);
  }
}

/** Takes room in a memory, one piece behind the other. */
export class Arena {
  /** What is in the memory, until more room is taken. */
  bytes: Buffer<ArrayBuffer>;
  ints: Int32Array;
  private end = START;

  constructor(private readonly memory: Memory) {
    this.bytes = Buffer.from(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
  }

  /** Makes this the memory that loops run over. */
  use(): void {
    this.memory.use?.();
  }

  /** Gives all room back, or what was taken since `mark` was read, and makes this the memory that loops run over. */
  clear(mark = START): void {
    this.end = mark;
    this.use();
  }

  get mark(): number {
    return this.end;
  }

  /** Room for `size` bytes, at a multiple of eight, with whatever was there before. Throws MemoryLimitError. */
  room(size: number): number {
    const at = this.end;
    // Not by `& ~7`, which is negative beyond 2 GiB.
    const end = Math.ceil((at + size) / 8) * 8;
    if (end > this.bytes.length) this.grow(end, at);
    this.end = end;
    return at;
  }

  /** Grows the memory to `end` at least. What stands from `taken` on may be lost. */
  private grow(end: number, taken: number): void {
    if (end > MOST)
      throw new MemoryLimitError(
        "one part of the archive needs more than 4 GiB of memory to be indexed: split its largest file",
      );
    const { length } = this.bytes;
    // By halves at least: each growth may copy all.
    const wanted = Math.min(MOST, Math.max(end, length * 1.5));
    try {
      this.memory.grow(Math.ceil((wanted - length) / STEP), taken);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const megabytes = Math.ceil(wanted / 2 ** 20);
      throw new MemoryLimitError(`there is no memory left to index the archive: ${megabytes} MB are needed`, {
        cause: error,
      });
    }
    this.bytes = Buffer.from(this.memory.buffer);
    this.ints = new Int32Array(this.memory.buffer);
  }

  put(data: Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array): number {
    const at = this.room(data.byteLength);
    const bytes =
      data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.bytes.set(bytes, at);
    return at;
  }

  /** Writes the UTF-16 units of a text where there is room for them. */
  setText(text: string, at: number): void {
    if (text.length > SHORT) {
      this.bytes.write(text, at, text.length * 2, "utf16le");
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.bytes[at + i * 2] = unit;
      this.bytes[at + i * 2 + 1] = unit >> 8;
    }
  }

  /** An address that stands in the memory. */
  address(at: number): number {
    return (this.ints[at >>> 2] ?? 0) >>> 0;
  }

  /** A copy of numbers that stand in the memory. */
  u32(at: number, count: number): Uint32Array {
    return new Uint32Array(this.bytes.buffer, at, count).slice();
  }
}
