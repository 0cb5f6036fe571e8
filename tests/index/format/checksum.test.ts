import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf } from "../../../src/index/format/checksum.js";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

test("property: a changed byte, wherever it stands, changes the checksum", () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (data, at, flip) => {
      const changed = Uint8Array.from(data);
      const place = at % data.length;
      changed[place] = (changed[place] ?? 0) ^ flip;
      expect(checksumOf(changed)).not.toBe(checksumOf(data));
    }),
  );
});

test("property: it depends on the bytes, not on where they lie in memory; and on their number", () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 7 }), (data, offset) => {
      const moved = new Uint8Array(data.length + offset);
      moved.set(data, offset);
      expect(checksumOf(moved.subarray(offset))).toBe(checksumOf(data));
      expect(checksumOf(Uint8Array.of(...data, 0))).not.toBe(checksumOf(data));
    }),
  );
});

test("stored indexes were written with these", () => {
  expect(checksumOf(new Uint8Array())).toBe(2166202364);
  expect(checksumOf(Buffer.from("azertac"))).toBe(2362233385);
  expect(checksumOf(Uint8Array.from({ length: 4096 }, (_, i) => i & 255))).toBe(821624129);
});
