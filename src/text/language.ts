/** Tells the language of a text by its script, by letters that few languages have, and by its commonest words. */
import { lowerUnits, scanWords } from "./tokenize.js";

/** Characters that are looked at. */
const SAMPLE = 2_000;
/** Letters of a script below which nothing is said. */
const FEWEST_LETTERS = 12;

const SCRIPTS: readonly (readonly [name: string, from: number, to: number])[] = [
  ["latin", 0x41, 0x24f],
  ["latin", 0x1e00, 0x1eff],
  ["greek", 0x370, 0x3ff],
  ["cyrillic", 0x400, 0x52f],
  ["armenian", 0x530, 0x58f],
  ["hebrew", 0x590, 0x5ff],
  ["arabic", 0x600, 0x77f],
  ["devanagari", 0x900, 0x97f],
  ["thai", 0xe00, 0xe7f],
  ["georgian", 0x10a0, 0x10ff],
  ["georgian", 0x1c90, 0x1cbf],
  ["kana", 0x3040, 0x30ff],
  ["han", 0x4e00, 0x9fff],
  ["hangul", 0xac00, 0xd7af],
];

/** Scripts that stand for one language in the news. */
const ONE_LANGUAGE: Record<string, string> = {
  greek: "el",
  armenian: "hy",
  hebrew: "he",
  devanagari: "hi",
  thai: "th",
  georgian: "ka",
  kana: "ja",
  hangul: "ko",
  han: "zh",
};

/** The commonest words of a language: little words that no text is without. */
const COMMON: Record<string, string> = {
  az: "və bu ilə üçün bir də da ki olan olub edib sonra isə daha onun qeyd görə ölkə deyib çox ən dair azərbaycan",
  en: "the of and to in a is that for on was with as by at from it be has have said are this an were which not its",
  tr: "ve bir bu için ile da de olarak olan çok daha en gibi ise sonra kadar olduğunu dedi türkiye ancak değil ilgili",
  de: "der die das und in den von zu mit ist im auf für des nicht ein eine sich dem als auch es an werden aus hat",
  fr: "le la les de des et en du un une à est que pour dans qui sur au par il pas plus avec ce ont été sont",
  es: "el la los las de y en que del un una se por con para su al es lo como más este ha fue son sus pero",
  it: "il la le di e che in un una per del della con non sono da si al alla i gli dei è ha come anche più nel",
  pt: "o a os as de e em que do da um uma para com não por no na se ao mais foi dos das é à são",
  ru: "и в на с что по не из для к о от это как за его был а также при года но он до все",
  uk: "і в на з що до не за для та про від як у це його був також при року але він та є із",
  kk: "және мен бен үшін бұл да де бір осы деп туралы болып жылы қазақстан менен туралы ол екі ең",
  uz: "va bu bilan uchun bir ham da boʻyicha deb hamda yil haqida oʻz edi esa bo'lgan uchun oʻzbekiston",
  bg: "и на в за от да се с не по че са към това като със за при до през който",
  ar: "في من على إلى أن عن مع هذا التي الذي كما بين قال هذه وقد ما بعد خلال لا و",
  fa: "در به از که این با را است برای آن یک خود تا کرد بر هم نیز شد های و می",
};

/** Letters that are worth a common word each time: no other language of their script in the news has them. */
const TELLING: Record<string, string> = {
  az: "ə",
  uk: "іїєґ",
  kk: "қңғұһәө",
  fa: "پچژگکی",
  de: "ßä",
  tr: "",
};

/** Which languages a script may be. */
const OF_SCRIPT: Record<string, readonly string[]> = {
  latin: ["en", "az", "tr", "de", "fr", "es", "it", "pt", "uz"],
  cyrillic: ["ru", "uk", "kk", "bg"],
  arabic: ["ar", "fa"],
};

let commonWords: Map<string, string[]> | undefined;

function languagesOfWord(word: string): readonly string[] {
  if (!commonWords) {
    commonWords = new Map();
    for (const [language, words] of Object.entries(COMMON)) {
      for (const common of new Set(words.split(" "))) {
        commonWords.set(common, [...(commonWords.get(common) ?? []), language]);
      }
    }
  }
  return commonWords.get(word) ?? [];
}

function scriptOf(unit: number): string | undefined {
  if (unit < 0x80)
    return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) ? "latin" : undefined;
  return SCRIPTS.find(([, from, to]) => unit >= from && unit <= to)?.[0];
}

/** The script that most letters have. A little kana makes Han Japanese. */
function mainScript(text: string): string | null {
  const counts = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const script = scriptOf(text.charCodeAt(i));
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const [kana = 0, han = 0] = [counts.get("kana"), counts.get("han")];
  // A character of these says as much as a few letters.
  if (kana + han >= FEWEST_LETTERS / 2 && kana + han > (counts.get("latin") ?? 0) / 3)
    return kana * 10 > han ? "kana" : "han";
  const [main] = [...counts].sort((a, b) => b[1] - a[1]);
  return main && main[1] >= FEWEST_LETTERS ? main[0] : null;
}

/** ISO 639-1; null where the text is too short or like nothing that is known. */
export function languageOf(text: string): string | null {
  const sample = lowerUnits(text.slice(0, SAMPLE));
  const script = mainScript(sample);
  if (script === null) return null;
  const candidates = OF_SCRIPT[script];
  if (!candidates) return ONE_LANGUAGE[script] ?? null;
  const points = new Map<string, number>();
  const give = (language: string, count: number): void => {
    if (candidates.includes(language)) points.set(language, (points.get(language) ?? 0) + count);
  };
  let words = 0;
  scanWords(sample, (start, end) => {
    words++;
    for (const language of languagesOfWord(sample.slice(start, end))) give(language, 1);
  });
  for (const language of candidates) {
    for (const letter of TELLING[language] ?? "")
      give(language, Math.min(sample.split(letter).length - 1, words / 4));
  }
  const [best, second] = [...points].sort((a, b) => b[1] - a[1]);
  // In running text at least one word in fifteen is among the commonest of its language.
  if (!best || best[1] < Math.max(1, words / 15) || best[1] === second?.[1]) return null;
  return best[0];
}
