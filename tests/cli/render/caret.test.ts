import fc from "fast-check";
import { expect, test } from "vitest";
import { caretLines } from "../../../src/cli/render/caret.js";
import { measureFor } from "../../../src/cli/render/width.js";

test.each([
  ["oil OR", 4, 2, "  oil OR", "      ^^"],
  ["oil", 3, 1, "  oil", "     ^"],
  ["北京 OR", 3, 2, "  北京 OR", "       ^^"],
  ["cafe\u0301 (", 6, 1, "  cafe\u0301 (", "       ^"],
  ["a\u001b[2J (b", 6, 1, "  a\ufffd[2J (b", "        ^"],
])("%j at %i", (query, at, length, shown, carets) => {
  expect(caretLines({ query, at, length })).toEqual([shown, carets]);
});

test("a long query is shown around the place", () => {
  const query = `${"word ".repeat(100)}( ${"word ".repeat(100)}`;
  const [shown, carets] = caretLines({ query, at: 500, length: 1 });
  expect(shown[carets.indexOf("^")]).toBe("(");
  expect(shown.startsWith("  …")).toBe(true);
  expect(shown.endsWith("…")).toBe(true);
});

test("any place of any query: on a terminal of 40 columns the caret is under it", async () => {
  const measure = await measureFor(["中"]);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "中", "(", '"'), minLength: 1 }),
      fc.nat(),
      (query, n) => {
        const at = n % query.length;
        const [shown, carets] = caretLines({ query, at, length: 1 }, 40);
        const before = carets.indexOf("^");
        let text = "";
        for (const character of shown) {
          if (measure(text) >= before) {
            expect(character).toBe(query[at]);
            break;
          }
          text += character;
        }
        expect(measure(text)).toBe(before);
      },
    ),
  );
});
