/** How the memory of the loops grows, and what is said when it cannot. */
import { describe, expect, test } from "vitest";
import { Arena, type Memory, MemoryLimitError } from "../../src/kernel/arena.js";

const STEP = 1 << 16;
const GIB = 2 ** 30;

/** A memory that says how large it is asked to be. Node gives what is used of a buffer only. */
class Counted implements Memory {
  buffer = new ArrayBuffer(STEP);
  readonly sizes: number[] = [];

  constructor(private readonly most = Infinity) {}

  grow(pages: number): void {
    const size = this.buffer.byteLength + pages * STEP;
    this.sizes.push(size);
    if (size > this.most) throw new RangeError("Array buffer allocation failed");
    this.buffer = new ArrayBuffer(size);
  }
}

describe("room", () => {
  test("stands at multiples of eight, one piece after the other, beyond 2 GiB too", () => {
    const arena = new Arena(new Counted());
    const first = arena.room(2 * GIB - 5_001);
    const second = arena.room(1_003);
    const third = arena.room(GIB);
    expect(second).toBeGreaterThanOrEqual(first + 2 * GIB - 5_001);
    expect(third).toBeGreaterThanOrEqual(second + 1_003);
    expect([first % 8, second % 8, third % 8, arena.mark % 8]).toEqual([0, 0, 0, 0]);
    expect(arena.mark).toBeGreaterThan(3 * GIB);
    arena.ints[third >>> 2] = -2;
    expect(arena.address(third)).toBe(2 ** 32 - 2);
  });

  test("grows by half at least, and to no more than 4 GiB", () => {
    const memory = new Counted();
    const arena = new Arena(memory);
    arena.room(3 * GIB);
    arena.room(GIB / 2);
    expect(memory.sizes.at(-1)).toBe(4 * GIB - STEP);
  });

  test("of more than 4 GiB is refused, and what there is stays", () => {
    const arena = new Arena(new Counted());
    const { mark } = arena;
    expect(() => arena.room(4 * GIB)).toThrow(MemoryLimitError);
    expect(() => arena.room(4 * GIB)).toThrow("more than 4 GiB");
    expect(arena.mark).toBe(mark);
    expect(arena.room(8)).toBe(mark);
  });

  test("that the machine does not have is refused in words for a person", () => {
    const arena = new Arena(new Counted(GIB));
    expect(() => arena.room(2 * GIB)).toThrow(
      /^there is no memory left to index the archive: 20\d\d MB are needed$/,
    );
    expect(arena.room(8)).toBe(arena.mark - 8);
  });
});
