/** Country names across languages and in case forms. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countryNames, isCountryName } from "../../../src/text/countries/countries.js";
import { lowerCase } from "../../../src/text/fold.js";

const other = (text: string): string[] => countryNames(text.split(" ")).map((words) => words.join(" "));

describe("other names", () => {
  test.each([
    ["алжир", "algeria əlcəzair cezayir algerien algérie argelia الجزائر"],
    ["algeria", "алжир əlcəzair"],
    ["gürcüstan", "georgia грузия gürcistan"],
    ["usa", "сша abş"],
    ["сша", "usa abş"],
    ["uae", "оаэ bəə"],
    ["turkey", "türkiye türkiyə турция"],
    ["kyrgyzstan", "кыргызстан киргизия qırğızıstan"],
    ["burma", "myanmar мьянма"],
    ["cote d ivoire", "кот д ивуар"],
  ])("%s", (name, expected) => {
    expect(other(name)).toEqual(
      expect.arrayContaining(name.includes(" ") ? [expected] : expected.split(" ")),
    );
  });

  test("of several words", () => {
    expect(other("saudi arabia")).toContain("саудовская аравия");
    expect(other("саудовская аравия")).toContain("saudi arabia");
    expect(countryNames(["usa"])).toContainEqual(["united", "states"]);
    expect(other("bosnia and herzegovina")).toContain("босния и герцеговина");
  });

  test.each([
    ["beijing", "пекин pekin"],
    ["москве", "moscow moskva"],
    ["tehranda", "тегеран"],
    ["вашингтона", "washington vaşinqton"],
  ])("of cities: %s", (name, expected) => {
    expect(other(name)).toEqual(expect.arrayContaining(expected.split(" ")));
  });

  test("never the name itself", () => expect(other("algeria")).not.toContain("algeria"));
});

describe("case forms", () => {
  test.each([
    ["алжира", "algeria"],
    ["алжире", "algeria"],
    ["азербайджана", "azerbaijan"],
    ["грузии", "georgia"],
    ["грузией", "georgia"],
    ["украиной", "ukraine"],
    ["китаю", "china"],
    ["кубе", "cuba"],
    ["саудовской аравии", "saudi arabia"],
    ["соединенных штатов", "united states"],
    ["azərbaycanın", "azerbaijan"],
    ["gürcüstanda", "georgia"],
    ["türkiyəyə", "turkey"],
    ["çinin", "china"],
    ["والجزائر", "algeria"],
    ["للجزائر", "algeria"],
  ])("%s is %s", (form, name) => expect(other(form)).toContain(name));

  test("without diacritics", () => {
    expect(other("gurcustan")).toContain("georgia");
    expect(other("elcezair")).toContain("algeria");
  });
});

describe("words that are no country", () => {
  test.each([
    "груз",
    "island",
    "réunion",
    "مالي",
    "butane",
    "abs",
    "cad",
    "куб",
    "chinaware",
    "",
    "republic",
  ])("%s", (word) => expect(isCountryName([word])).toBe(false));

  test("none of Iceland's names is the word island", () => {
    expect(other("исландия")).toContain("iceland");
    expect(other("исландия")).not.toContain("island");
  });

  test("any words are taken", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (words) => {
        expect(Array.isArray(countryNames(words))).toBe(true);
      }),
    );
    expect(countryNames([])).toEqual([]);
  });
});

test("the list of beginnings lets the platform's names through, but for what CLDR renames", () => {
  const skipped: string[] = [];
  let all = 0;
  for (const language of ["en", "ru", "az", "tr", "de", "fr", "es"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of "AZ AM BR CN CZ DZ EG FI GE GR HU IN IR IT JP KE KG KZ LT MA MX NO PL QA RU SE TR UA UZ VN ZM".split(
      " ",
    )) {
      const name = lowerCase(names.of(code) ?? "");
      all++;
      if (/^\p{L}+$/u.test(name) && !isCountryName([name])) skipped.push(`${language}: ${name}`);
    }
  }
  expect(skipped.length / all, skipped.join(", ")).toBeLessThan(0.02);
});
