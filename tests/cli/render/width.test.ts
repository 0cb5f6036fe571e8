import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { safe } from "../../../src/cli/render/safe.js";
import { characters, cut, measureFor, pad, wrap } from "../../../src/cli/render/width.js";

const SAMPLES = [
  "Plain text of an agency",
  "Bakı, 22 aprel – «Xəbər» …",
  "Баку, 22 апреля",
  "e\u0301te\u0301 cafe\u0301",
  "北京电，新华社记者",
  "東京で会議が開かれた。",
  "서울에서 회의가 열렸다",
  "ภาษาไทยนี้",
  "👩🏽 waves 🇦🇿 flag",
  "ｆｕｌｌ width",
];

/** Text as it is printed, of wide, narrow, combining and plain characters. */
const printable = fc
  .array(fc.oneof(fc.constantFrom(..."ab é中あ、。「한я😀\u0301🇦"), fc.string({ unit: "grapheme" })))
  .map((parts) => safe(parts.join("")));

async function wrapped(text: string, columns: number): Promise<string[]> {
  const measure = await measureFor([text]);
  return wrap(text, columns, measure).map(([start, end]) => text.slice(start, end));
}

describe("measureFor", () => {
  test.each(SAMPLES)("%s is as wide as string-width says", async (text) => {
    const measure = await measureFor([text]);
    expect(measure(text)).toBe(stringWidth(text));
  });

  test("wide characters take two columns, combining ones none", async () => {
    const measure = await measureFor(["中"]);
    expect([measure("中文"), measure("e\u0301"), measure("🇦🇿"), measure("abc")]).toEqual([4, 1, 2, 3]);
  });
});

test("characters put together are the text", () => {
  fc.assert(
    fc.property(printable, (text) => {
      expect([...characters(text)].join("")).toBe(text);
    }),
  );
});

describe("cut", () => {
  test.each([
    ["The keeper counted", 18, "The keeper counted"],
    ["The keeper counted", 17, "The keeper count…"],
    ["The keeper counted", 12, "The keeper…"],
    ["北京电新华社", 7, "北京电…"],
    ["北京电新华社", 8, "北京电…"],
    ["cafe\u0301s", 4, "caf…"],
    ["cafe\u0301s", 5, "cafe\u0301s"],
    ["anything", 1, "…"],
    ["anything", 0, ""],
  ])("%j in %i columns is %j", async (text, columns, shown) => {
    expect(cut(text, columns, await measureFor([text]))).toBe(shown);
  });

  test("never gets wider than asked, and leaves alone what fits", async () => {
    await fc.assert(
      fc.asyncProperty(printable, fc.integer({ min: 1, max: 40 }), async (text, columns) => {
        const measure = await measureFor([text]);
        const shown = cut(text, columns, measure);
        expect(measure(shown)).toBeLessThanOrEqual(columns);
        if (measure(text) <= columns) expect(shown).toBe(text);
        expect(measure(pad(shown, columns, measure))).toBe(columns);
      }),
    );
  });
});

describe("wrap", () => {
  test.each([
    ["one two three", 7, ["one two", "three"]],
    ["one  two", 3, ["one", "two"]],
    ["  indented", 20, ["indented"]],
    ["unbreakably long", 6, ["unbrea", "kably", "long"]],
    ["in 5\u00a0km now", 6, ["in", "5\u00a0km", "now"]],
    ["北京电新华社", 4, ["北京", "电新", "华社"]],
    ["会議が、開く。", 6, ["会議", "が、開", "く。"]],
    ["新「使用」了", 4, ["新", "「使", "用」", "了"]],
    ["使用TypeScript编写", 12, ["使用", "TypeScript编", "写"]],
    ["", 10, [""]],
  ])("%j in %i columns", async (text, columns, lines) => {
    expect(await wrapped(text, columns)).toEqual(lines);
  });

  test("no line is wider than asked, and nothing but spaces is left out", async () => {
    await fc.assert(
      fc.asyncProperty(printable, fc.integer({ min: 12, max: 30 }), async (text, columns) => {
        const measure = await measureFor([text]);
        const lines = await wrapped(text, columns);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(columns);
        const solid = (one: string): string => one.replace(/[^\S\u00a0\u202f]+/g, "");
        expect(solid(lines.join(""))).toBe(solid(text));
      }),
    );
  });

  test("takes time in proportion to a text without spaces", async () => {
    const seconds = async (count: number): Promise<number> => {
      const text = "電".repeat(count);
      const started = performance.now();
      await wrapped(text, 80);
      return (performance.now() - started) / 1000;
    };
    await seconds(1000);
    // Intl.Segmenter needed 16 s for 80,000.
    expect(await seconds(160_000)).toBeLessThan(5);
  });
});
