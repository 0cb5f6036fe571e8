/** Stems by language. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stem, stemmedLanguages } from "../../src/text/stem.js";

describe("forms of one word have one stem", () => {
  test.each([
    ["en", "consultation consultations"],
    ["en", "negotiate negotiated negotiating"],
    ["ru", "президент президента президенту президентом"],
    ["tr", "kitap kitaplar kitaplarda"],
    ["de", "verhandlung verhandlungen"],
    ["fr", "négociation négociations"],
    ["es", "negociación negociaciones"],
    ["ar", "معلم معلمون معلمين المعلمون"],
  ])("%s: %s", (language, forms) => {
    const stems = new Set(forms.split(" ").map((form) => stem(form, language)));
    expect(stems.size).toBe(1);
  });
});

describe("Azerbaijani", () => {
  test.each([
    "kitab kitabı kitaba kitabın kitabda kitabdan kitablar kitabları kitablarında",
    "şəhər şəhəri şəhərə şəhərin şəhərdə şəhərlər şəhərlərdən",
    "ölkə ölkəsi ölkəyə ölkənin ölkəni ölkədə ölkələr ölkələrin ölkəsinin",
    "azərbaycan azərbaycanın azərbaycana azərbaycanda azərbaycanı azərbaycandan azərbaycanlı",
    "bakı bakının bakıya bakıda bakıdan",
    "gürcüstan gürcüstanın gürcüstana gürcüstanda",
    "insan insanın insanlar insanların",
    "uşaq uşağı uşağın uşaqlar",
    "nazir naziri nazirlik nazirliyi nazirliyin nazirliyinin nazirlər",
    "proses prosesi prosesin proseslər",
  ])("%s", (forms) => {
    const stems = new Set(forms.split(" ").map((form) => stem(form, "az")));
    expect(stems.size).toBe(1);
  });

  test("different words keep different stems", () => {
    const words =
      "kitab şəhər ölkə azərbaycan bakı gürcüstan insan uşaq nazir proses dövlət qanun müharibə neft qaz".split(
        " ",
      );
    expect(new Set(words.map((word) => stem(word, "az"))).size).toBe(words.length);
  });

  test("a suffix out of harmony is none", () => expect(stem("kitablər", "az")).toBe("kitablər"));

  test("short words stay", () => {
    for (const word of ["ana", "ata", "il", "su", "ə", ""]) expect(stem(word, "az")).toBe(word);
  });
});

test("a language without a stemmer leaves words as they are", () => {
  for (const language of ["ka", "zh", "", "toString", "__proto__"])
    expect(stem("words", language)).toBe("words");
});

test("takes any string in any language, the longest in no time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...stemmedLanguages), (word, language) => {
      expect(typeof stem(word, language)).toBe("string");
    }),
  );
  const long = "y".repeat(5_000_000);
  for (const language of stemmedLanguages) expect(stem(long, language)).toBe(long);
});
