/** Surface and folded forms of words. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, lowerCase } from "../../src/text/fold.js";

describe("lowerCase", () => {
  test.each([
    ["Baku", "baku"],
    ["İLHAM", "ilham"],
    ["IĞDIR", "iğdir"],
    ["ığdır", "ığdır"],
    ["i\u0307zmir", "izmir"],
    ["Ə", "ə"],
    ["ГЯНДЖА", "гянджа"],
    ["за\u0301мок", "замок"],
    ["Cafe\u0301", "café"],
    ["ﬁnance", "finance"],
    ["Ｂａｋｕ", "baku"],
    ["dis\u00adpatch", "dispatch"],
    ["zero\u200bwidth", "zerowidth"],
    ["Oʻzbek", "o'zbek"],
    ["O’Hara", "o'hara"],
    ["الـجـزائر", "الجزائر"],
    ["مُحَمَّد", "محمد"],
    ["თბილისი", "თბილისი"],
    ["北京", "北京"],
  ])("%s gives %s", (word, expected) => expect(lowerCase(word)).toBe(expected));

  test("a mark that is part of a letter stays", () => {
    expect(lowerCase("ЙОД")).toBe("йод");
    expect(lowerCase("Gəncə")).toBe("gəncə");
  });

  test("a letter that stands for words stays one word", () => expect(lowerCase("ﷺ")).not.toContain(" "));

  test("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        const once = lowerCase(word);
        expect(lowerCase(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("fold", () => {
  test.each([
    ["Bakı", "baki"],
    ["Gəncə", "gence"],
    ["Şuşa", "susa"],
    ["Xankəndi", "xankendi"],
    ["İĞDIR", "igdir"],
    ["Łódź", "lodz"],
    ["Straße", "strasse"],
    ["Ærø", "aero"],
    ["Đà", "da"],
    ["Королёв", "королев"],
    ["Йод", "йод"],
    ["Việt", "viet"],
  ])("%s gives %s", (word, expected) => expect(fold(word)).toBe(expected));

  test("leaves no mark on a Latin letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcəığşçöüéèñžàâßæøłđÅÉÎ") }), (word) => {
        expect(fold(word)).toMatch(/^[a-z]*$/);
      }),
    );
  });
});

describe("marks without end", () => {
  const marked = fc.array(
    fc.constantFrom("a", "क", "\u0301", "\u0323", "\u093c", "\u094d", "\u0640", "\u200d", "\uff9e"),
    {
      minLength: 60,
      maxLength: 200,
    },
  );

  test("the normal form of a normal form is itself", () => {
    fc.assert(
      fc.property(marked, (letters) => {
        const lower = lowerCase(letters.join(""));
        expect(lowerCase(lower)).toBe(lower);
      }),
    );
  });

  test("thirty marks on a letter are kept, as far as it has a letter with them", () => {
    expect(lowerCase(`e${"\u0301".repeat(100_000)}`)).toBe("é");
    expect(lowerCase(`क${"\u094d".repeat(29)}`)).toBe(`क${"\u094d".repeat(29)}`);
  });
});
