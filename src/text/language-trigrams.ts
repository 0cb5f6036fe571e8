/**
 * A second opinion on the language of a text that has too few common words: how usual its runs of three letters are in each
 * language of its script. The tables are taken apart when one is first asked for.
 */
import { TRIGRAMS } from "./trigrams.js";

/** How much is added to the rank of a trigram before it is taken for its rarity, as in Zipf's law. */
const FLAT = 12;
/** The rank at which a trigram counts that a table has not. */
const UNKNOWN = 900;
/** Of a text's trigrams so many must be in the table of a language: else it is none of these. */
const LEAST_KNOWN = 0.12;
/** Fewer trigrams tell nothing. */
const FEWEST = 12;
/** By so much for each trigram must the best be ahead of the next. */
const LEAST_LEAD = 0.002;

/** What each letter costs that a language does not write. */
const FOREIGN = 3;
/** The letters of each language beyond those that all of its script have. */
const ALPHABETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  latin: {
    en: "é",
    az: "çəğıöşü",
    tr: "çğıöşüâîû",
    de: "äöüß",
    fr: "àâæçèéêëîïôœùûü",
    es: "áéíñóúü",
    it: "àèéìòù",
    pt: "ãáâàçéêíóôõú",
    nl: "éëïóöü",
    pl: "ąćęłńóśźż",
    ro: "ăâîșşțţ",
    uz: "",
  },
  cyrillic: {
    ru: "ёъыэщ",
    uk: "ґєіїщ",
    be: "ёіўыэ",
    bg: "ъщ",
    sr: "ђјљњћџ",
    kk: "әғқңөұүһіёщъыэ",
    ky: "ңөүёщъыэ",
    tg: "ғӣқӯҳҷёъэ",
    az: "әҹғһјөүҝыҝ",
  },
  arabic: { ar: "ةىيكأإآؤئ", fa: "پچژگکیآئ", ur: "پچژگکیآئٹڈڑےںہھ" },
};
/** Letters that a language has in foreign names alone, and what each costs. */
const RARE: Readonly<Record<string, string>> = {
  az: "w",
  tr: "qwx",
  fr: "kw",
  es: "kw",
  it: "jkwxy",
  pt: "kwy",
  pl: "qvx",
  ro: "kqwy",
  uz: "w",
  nl: "qx",
};
const UNUSUAL = 1;
/** Letters of a script that all have. */
const COMMON: Readonly<Record<string, RegExp>> = {
  latin: /[a-z]/g,
  cyrillic: /[абвгдежзийклмнопрстуфхцчшьюя]/g,
  arabic: /[ابتثجحخدذرزسشصضطظعغفقلمنهو]/g,
};

/** How many letters of a text are none of a language's. */
function foreignLetters(special: string, alphabet: string): number {
  let count = 0;
  for (const letter of special) if (!alphabet.includes(letter)) count++;
  return count;
}

/** By script: for each language the ranks of its trigrams. */
const tables = new Map<string, { code: string; ranks: ReadonlyMap<string, number> }[]>();

function tablesOf(script: string): { code: string; ranks: ReadonlyMap<string, number> }[] {
  let known = tables.get(script);
  if (known) return known;
  known = TRIGRAMS.split("\n").flatMap((line) => {
    const [code = "", of = ""] = line.split(" ", 2);
    if (of !== script) return [];
    const text = line.slice(code.length + of.length + 2);
    const ranks = new Map<string, number>();
    for (let at = 0; at + 3 <= text.length; at += 3) ranks.set(text.slice(at, at + 3), at / 3);
    return [{ code, ranks }];
  });
  tables.set(script, known);
  return known;
}

/**
 * The likeliest language of a text in lower case; null if none is likely. `bonus` has what else speaks for a language or
 * against it, as the logarithm of how many times likelier that makes it.
 */
export function likeliestByTrigrams(
  lower: string,
  script: string,
  bonus: (code: string) => number,
): string | null {
  const text = ` ${lower.replace(/[^\p{L}\p{M}]+/gu, " ").trim()} `;
  const count = text.length - 2;
  if (count < FEWEST) return null;
  const special = text.replace(COMMON[script] ?? /$^/, "").replace(/[^\p{L}]/gu, "");
  const best = { code: "", score: Number.NEGATIVE_INFINITY, known: 0 };
  let next = Number.NEGATIVE_INFINITY;
  for (const { code, ranks } of tablesOf(script)) {
    let score = bonus(code) - FOREIGN * foreignLetters(special, ALPHABETS[script]?.[code] ?? "");
    for (const letter of RARE[code] ?? "") if (text.includes(letter)) score -= UNUSUAL;
    let known = 0;
    for (let at = 0; at < count; at++) {
      const rank = ranks.get(text.slice(at, at + 3));
      if (rank !== undefined) known++;
      score -= Math.log((rank ?? UNKNOWN) + FLAT);
    }
    if (score > best.score) {
      if (code !== best.code) next = best.score;
      Object.assign(best, { code, score, known });
    } else if (code !== best.code && score > next) next = score;
  }
  if (best.known < count * LEAST_KNOWN || best.score - next < count * LEAST_LEAD) return null;
  return best.code;
}
