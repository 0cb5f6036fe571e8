/** Stems by language. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stem, stemmingLanguages } from "../../../src/text/stem/stem.js";
import { STEMMED_LANGUAGES } from "../../../src/text/stem/stemmed-languages.js";

/** All that have stems. */
const LANGUAGES = ["a", "я", "ا", "ა", "ա"].flatMap((letter) => [...stemmingLanguages(letter)]);

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
    ["ar", "وزير الوزير والوزير بالوزير للوزير"],
    ["ar", "مشاورة مشاورات المشاورات والمشاورات"],
    ["ar", "حكومة الحكومة حكومات بالحكومة"],
    ["fa", "همکاری همکاری‌های همکاریها همكاري".replaceAll("\u200c", "")],
    ["fa", "آذربایجان اذربايجان"],
    ["ka", "თბილისი თბილისში თბილისის თბილისს თბილისიდან"],
    ["ka", "ბაქო ბაქოში ბაქოს ბაქოდან"],
    ["ka", "პრეზიდენტი პრეზიდენტის პრეზიდენტს პრეზიდენტმა პრეზიდენტები"],
    ["ka", "კობახიძე კობახიძემ კობახიძეს"],
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

test.each([
  ["ar", "وزير وزارة رئيس حكومة عاصمة مشاورة غاز طاقة سياسة اقتصاد"],
  ["fa", "وزیر ایران همکاری دیدار اقتصاد دختر شهر"],
  ["ka", "თბილისი ბაქო საქართველო პრეზიდენტი მინისტრი კონფერენცია"],
])("%s: different words keep different stems: %s", (language, line) => {
  const words = line.split(" ");
  expect(new Set(words.map((word) => stem(word, language))).size).toBe(words.length);
});

test("a language without a stemmer leaves words as they are", () => {
  for (const language of ["he", "zh", "", "toString", "__proto__"])
    expect(stem("words", language)).toBe("words");
});

test("takes any string in any language, the longest in no time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...LANGUAGES), (word, language) => {
      expect(typeof stem(word, language)).toBe("string");
    }),
  );
  const long = "y".repeat(5_000_000);
  for (const language of LANGUAGES) expect(stem(long, language)).toBe(long);
});

test.each([
  ["algeria", "en", "ru"],
  ["əliyev", "az", "ar"],
  ["ẑuka", "en", "ka"],
  ["алжир", "ru", "en"],
  ["وزير", "ar", "tr"],
  ["თბილისი", "ka", "ru"],
])("%s may have a stem in %s and none in %s", (word, language, other) => {
  expect(stemmingLanguages(word)).toContain(language);
  expect(stemmingLanguages(word)).not.toContain(other);
});

test("no language of ours writes Greek, Hebrew or Chinese", () => {
  for (const word of ["αθηνα", "שלום", "北"]) expect(stemmingLanguages(word)).toEqual([]);
});

test("each language with stems has a bit of its own in an index, and a word's letters lead to it", () => {
  // `1 << 31` is the last: see LANGUAGE_BITS.
  expect(STEMMED_LANGUAGES.length).toBeLessThanOrEqual(32);
  expect(new Set(STEMMED_LANGUAGES).size).toBe(STEMMED_LANGUAGES.length);
  const led = ["a", "я", "ا", "ა", "ա"].flatMap(stemmingLanguages);
  expect(led.sort()).toEqual([...STEMMED_LANGUAGES].sort());
});
