/** One name in several alphabets and transliterations, measured on a list of names. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lowerCase } from "../../../src/text/fold.js";
import {
  isSameSpelling,
  spellingDistance,
  spellingKeys,
} from "../../../src/text/transliteration/transliteration.js";

/** As a search does it: by key, then by distance. */
function finds(query: string, word: string): boolean {
  const keys = spellingKeys(query);
  return spellingKeys(word).some((key) => keys.includes(key)) && isSameSpelling(query, word);
}

const names = readFileSync(new URL("../../fixtures/names.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => [...new Set(line.split("\t").map(lowerCase))]);

const pairs = names.flatMap((spellings) =>
  spellings.flatMap((a, i) => spellings.slice(i + 1).map((b): [string, string] => [a, b])),
);

describe("one name", () => {
  test.each([
    "əliyev aliyev алиев aliev",
    "heydər heydar гейдар",
    "bakı baku баку",
    "gəncə ganja гянджа",
    "şuşa shusha шуша",
    "xankəndi khankendi ханкенди khankandi",
    "naxçıvan nakhchivan нахчыван nakhichevan",
    "qarabağ karabakh карабах garabagh",
    "ceyhun jeyhun джейхун",
    "hacıyev hajiyev гаджиев hajiev",
    "kəlbəcər kalbajar кельбаджар kelbajar",
    "zelenski zelenskyy зеленский zelensky",
    "çavuşoğlu cavusoglu",
    "daşkənd tashkent ташкент",
    "qırğızıstan kyrgyzstan кыргызстан",
    "горбачёв горбачев gorbachev qorbaçov",
    "jinping цзиньпин cinpin",
    "kilicdaroglu кылычдароглу kılıçdaroğlu",
    "klitschko кличко kliçko",
    "mammadov mamedov мамедов məmmədov",
    "fuzuli физули füzuli",
    "huseynov guseinov гусейнов hüseynov",
  ])("%s", (line) => {
    const spellings = line.split(" ");
    for (const a of spellings) for (const b of spellings) expect([a, b, finds(a, b)]).toEqual([a, b, true]);
  });

  test("of all pairs of spellings of well-known names and towns at least 87% are found", () => {
    const found = pairs.filter(([a, b]) => finds(a, b));
    expect(pairs.length).toBeGreaterThan(900);
    expect(found.length / pairs.length).toBeGreaterThan(0.87);
  });

  test("in a case form", () => {
    for (const [name, form] of [
      ["aliyev", "алиева"],
      ["aliyev", "алиевым"],
      ["zelensky", "зеленского"],
      ["lachin", "лачином"],
      ["aliyev", "əliyevin"],
      ["nakhchivan", "naxçıvanda"],
      ["karabakh", "qarabağdan"],
    ] as const) {
      expect([form, finds(name, form)]).toEqual([form, true]);
    }
  });
});

describe("two words", () => {
  test.each([
    "price prize",
    "rise rice",
    "sell cell",
    "vice wise",
    "now nov",
    "job cob",
    "can jan",
    "cake jake",
    "back bag",
    "filed filled",
    "later latter",
    "planned planed",
    "market marked",
    "content contend",
    "recover recovery",
    "possible possibly",
    "minister ministry",
    "general generally",
    "dependent dependence",
    "council counsel",
    "early yearly",
    "year ear",
    "adapt adopt",
    "land lend",
    "than then",
    "night knight",
    "gold cold",
    "баку back",
    "баку bake",
    "bakı back",
    "год код",
    "гейдар header",
    "гора год",
    "груз грусть",
    "kar qar",
  ])("%s", (line) => {
    const [a = "", b = ""] = line.split(" ");
    expect(finds(a, b)).toBe(false);
  });

  test("names of different lines differ: no more than one pair in a thousand is taken for one name", () => {
    const firsts = names.map(([first = ""]) => first);
    let all = 0;
    let wrong = 0;
    for (const [i, a] of firsts.entries()) {
      for (const b of firsts.slice(i + 1)) {
        all++;
        if (finds(a, b)) wrong++;
      }
    }
    expect(all).toBeGreaterThan(20_000);
    expect(wrong / all).toBeLessThan(0.001);
  });
});

describe("keys", () => {
  test("none for what is no name", () => {
    for (const word of ["", "a", "ab", "1990", "g20", "北京市", "ไทย", "aeiou", "x".repeat(40)]) {
      expect(spellingKeys(word)).toEqual([]);
    }
  });

  test("few for any word, and each is short", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcdeghkqsxyzəığşçöüабгджхшщюя'") }), (word) => {
        const keys = spellingKeys(word);
        expect(keys.length).toBeLessThanOrEqual(4);
        for (const key of keys) expect(key.length).toBeLessThanOrEqual(2 * word.length);
      }),
    );
  });

  test("any string is taken", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(Array.isArray(spellingKeys(a))).toBe(true);
        expect(spellingDistance(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("distance", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."abcdeghkqsxyzəığşçöüабгджхшщюя"),
    minLength: 3,
    maxLength: 12,
  });

  test("is 0 to itself and the same both ways", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(spellingDistance(a, a)).toBe(0);
        expect(spellingDistance(a, b)).toBe(spellingDistance(b, a));
      }),
    );
  });

  test("is the less the nearer", () => {
    expect(spellingDistance("qarabağ", "карабах")).toBeGreaterThan(spellingDistance("qarabağ", "гарабаг"));
    expect(spellingDistance("əliyev", "aliyev")).toBe(0);
    expect(spellingDistance("əliyev", "quliyev")).toBe(Number.POSITIVE_INFINITY);
  });

  test("long words are no names", () => {
    const long = "q".repeat(1_000_000);
    expect(isSameSpelling(long, `${long}a`)).toBe(false);
  });
});
