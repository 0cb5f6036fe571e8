import fc from "fast-check";
import { expect, test } from "vitest";
import { deletedBits, deletedOf, goneOf } from "../../../src/index/format/tombstones.js";

test("property: what is gone is the same as bits, as bytes and as numbers", () => {
  const sizes = fc.integer({ min: 1, max: 70 });
  fc.assert(
    fc.property(sizes, fc.array(fc.nat(69)), (articles, list) => {
      const gone = [...new Set(list.filter((one) => one < articles))].sort((a, b) => a - b);
      const deleted = Uint8Array.from({ length: articles }, (_, i) => (gone.includes(i) ? 1 : 0));
      expect(goneOf(deleted)).toEqual(gone);
      const bits = deletedBits(deleted);
      const entry = { name: "", checksum: 0, bytes: 0, articles, deleted: bits, deadFiles: [] };
      expect(deletedOf(entry)).toEqual(gone.length > 0 ? deleted : null);
      expect(Buffer.from(bits, "base64").length).toBe(gone.length > 0 ? Math.ceil(articles / 8) : 0);
    }),
  );
});
