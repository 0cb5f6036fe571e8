import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutFor } from "../../../src/cli/browse/layout.js";

test("the preview stands beside the list", () => {
  expect(layoutFor({ columns: 80, rows: 24 })).toEqual({
    list: { column: 0, row: 1, columns: 40, rows: 22 },
    rule: { column: 41, row: 1, columns: 1, rows: 22 },
    preview: { column: 43, row: 1, columns: 37, rows: 22 },
  });
});

test("below it on a narrow terminal", () => {
  expect(layoutFor({ columns: 40, rows: 10 })).toEqual({
    list: { column: 0, row: 1, columns: 40, rows: 4 },
    rule: { column: 0, row: 5, columns: 40, rows: 1 },
    preview: { column: 0, row: 6, columns: 40, rows: 3 },
  });
});

test("nowhere on a small one", () => {
  expect(layoutFor({ columns: 40, rows: 6 }).preview).toBeNull();
});

test("nothing stands outside the terminal or on the first or last row, however small it is", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(100), (columns, rows) => {
      const { list, preview, rule } = layoutFor({ columns, rows });
      for (const box of [list, preview, rule]) {
        if (!box || box.rows === 0) continue;
        expect(box.row).toBeGreaterThanOrEqual(1);
        expect(box.row + box.rows).toBeLessThanOrEqual(rows - 1);
        expect(box.column + box.columns).toBeLessThanOrEqual(columns);
        expect(box.rows).toBeGreaterThan(0);
      }
    }),
  );
});
