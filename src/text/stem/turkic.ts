/**
 * Stems of Azerbaijani and Turkish: suffixes of nouns and verbs are taken off from the right, as vowel harmony asks.
 *
 * The suffixes were written down from general knowledge and tried on the lists in tests/text/stem/forms/, not copied from a
 * grammar or checked against one. To check them: Širəliyev and Sevortyan, "Grammatika azerbajdžanskogo jazyka" (Baku 1971);
 * Göksel and Kerslake, "Turkish: A Comprehensive Grammar" (2005).
 */

/** For the last vowel of a stem: the vowels that A and I become after it, and the letter that Q becomes. */
interface Harmony {
  A: string;
  I: string;
  Q: string;
}

type Vowels = Readonly<Record<string, Harmony>>;

function vowelsOf(open: string, back: string): Vowels {
  const front = (I: string): Harmony => ({ A: open, I, Q: "k" });
  const dark = (I: string): Harmony => ({ A: "a", I, Q: back });
  return {
    a: dark("ı"),
    ı: dark("ı"),
    o: dark("u"),
    u: dark("u"),
    e: front("i"),
    ə: front("i"),
    i: front("i"),
    ö: front("ü"),
    ü: front("ü"),
  };
}

/**
 * A suffix: `A` stands for a/ə (Turkish a/e), `I` for ı/i/u/ü as vowel harmony asks, `Q` for q after a back vowel and k
 * after a front one (Turkish k); `D` for d or t; `W` and `Y` are A and I without harmony, for loans. The number is how
 * many letters must remain; `^` before it: a vowel must stand before; `+`: the vowel of a possessive; `=`: a consonant.
 */
interface Suffix {
  pattern: string;
  remain: number;
  behind: "" | "^" | "+" | "=";
}

function suffixesOf(spec: string): readonly Suffix[] {
  const suffixes = spec
    .trim()
    .split(/\s+/)
    .map((entry): Suffix => {
      const found = /^([A-Za-zçğışöüə]+)([\^+=]?)(\d)$/.exec(entry);
      const [, pattern = "", behind = "", remain = "3"] = found ?? [];
      return { pattern, remain: Number(remain), behind: behind as Suffix["behind"] };
    });
  // The longest that fits is taken off.
  return suffixes.sort((a, b) => b.pattern.length - a.pattern.length);
}

/**
 * A suffix that begins with n or s may be a stem's last letter and a shorter suffix (`Azərbaycan-ın`, `Bakı-nın`): both
 * readings end in the same stem because -Wn and a last vowel are taken off too. So is a last d, as in `kənd-i`, which looks
 * like the past of a verb.
 */
const AZERBAIJANI = `
  lAr2 lIQ3 ImIz3 mIz^4 dAn2 ndAn+4 dA2 ndA+4 nIn^4 sIz3 lI3 sI^3 yA^3 nA+4 nI^4 Yn2 Wn3 Y2 W3 Im3
  lA=3 ylA^3 dIr3 dIrlAr3
  mAQ2 dI2 dIm2 dIQ2 dInIz2 dIlAr2 Ib2 yIb^2 IbsAn2 IbsInIz2 IblAr2 mIş2 mIşAm2 mIşsAn2 mIşIQ2 mIşsInIz2
  Ir2 yIr^2 IrAm2 IrsAn2 IrIQ2 IrsInIz2 yIrAm^2 yIrsAn^2 yIrIQ^2 yIrsInIz^2
  AcAQ2 yAcAQ^2 AcAğAm2 AcAQsAn2 AcAğIQ2 AcAQsInIz2 ArAm2 ArsAn2 ArIQ2 ArsInIz2 yArAm^2 yArsAn^2 yArIQ^2 yArsInIz^2
  ArAQ2 yArAQ^2 mA3 mAz2 mAzlAr2 mArAm2 mAyAm2 mAzsAn2 mArIQ2 mAyIQ2 mAzsInIz2 mIr2 mIrAm2 mIrsAn2 mIrIQ2 mIrsInIz2
  mAlI2 mAlIyAm2 mAlIsAn2 mAlIyIQ2 mAlIsInIz2 sA2 sAm2 sAn3 sAQ2 sAnIz2 sIn=3 sInlAr2 AydI2 yAydI^2 AsI2 yAsI^2
  AsIyAm2 AsIsAn2 AsIyIQ2 AsIsInIz2 yAsIyAm^2 yAsIsAn^2 yAsIyIQ^2 yAsIsInIz^2
  yAn^2 IncA2 yIncA^2 ArkAn2 AlI2 yAlI^2 AQ3 yAQ^2 Am3 yAm^2 yAcAğIQ^2 yAcAğAm^2 d3
`;

const TURKISH = `
  lAr2 lIQ3 ImIz3 mIz^3 DAn2 ndAn+3 DA2 ndA+3 nIn^2 sIz3 lI4 sI^2 yA^2 nA+3 nI+3 yI^2 Yn2 Wn3 Y2 W3 Im3 yle^2 yla^2
  lA=3 DIr3 DIrlAr3 ki3 InIz3 nIz^3
  mAQ2 DI2 DIm2 DIQ2 DInIz2 DIlAr2 DIn3 mIş2 mIşIm2 mIşsIn2 mIşIz2 mIşsInIz2
  Iyor2 Iyorum2 Iyorsun2 Iyoruz2 Iyorsunuz2 Iyorlar2 uyor2 AcAQ2 yAcAQ^2 AcAğIm2 AcAQsIn2 AcAğIz2 AcAQsInIz2
  yAcAğIm^2 yAcAğIz^2
  IrIm2 IrsIn2 IrIz2 IrsInIz2 IrlAr3 ArIm2 ArsIn2 ArIz2 ArsInIz2 Ir3
  ArAQ2 yArAQ^2 Ip2 yIp^2 mA2 mAz2 mAzlAr2 mAzsIn2 mAzsInIz2 mAyIz2 mAm2 mIyor2 mIyorum2 mIyorsun2 mIyoruz2
  mAlI2 mAlIyIm2 mAlIsIn2 mAlIyIz2 mAlIsInIz2 mAktA2 mAktAdIr2 sA3 sAm2 sAn3 sAQ2 sAnIz2 sIn=3 sInlAr2 AlIm2 yAlIm^2 AyIm2
  yAyIm^2 yAn^2 IncA2 yIncA^2 ArkAn2 AlI2 yAlI^2 DIğI2 DIklArI2
`;

/** Words whose stem changes, and the stem. */
const AZERBAIJANI_WORDS: Readonly<Record<string, string>> = {
  suy: "su",
  ed: "et",
  ged: "get",
  gedə: "get",
  deyil: "deyil",
  nəy: "nə",
  di: "de",
  diy: "de",
  yey: "ye",
  dey: "de",
  yi: "ye",
};
const TURKISH_WORDS: Readonly<Record<string, string>> = {
  suy: "su",
  ed: "et",
  gid: "git",
  güd: "güt",
  tad: "tat",
  değil: "değil",
  diy: "de",
  yiy: "ye",
  ney: "ne",
  di: "de",
  yi: "ye",
};

interface Grammar {
  suffixes: readonly Suffix[];
  vowels: Vowels;
  words: Readonly<Record<string, string>>;
  /** A last consonant as it is before no vowel. */
  harden(stem: string): string;
}

const VOICELESS = "çfhkpsşt";

/** The most suffixes that a word carries. */
const MOST_SUFFIXES = 8;

/** A last q and k soften to ğ and y before a vowel: `uşaq`, `uşağı`; `çörək`, `çörəyi`. */
function hardenAzerbaijani(stem: string): string {
  const last = stem.at(-1);
  if (last === "ğ" && stem.length > 1) return `${stem.slice(0, -1)}q`;
  const before = stem.at(-2);
  return last === "y" && (before === "ə" || before === "i" || before === "ü") && stem.length > 3
    ? `${stem.slice(0, -1)}k`
    : stem;
}

/** And p, ç, t, k to b, c, d, ğ: `kitap`, `kitabı`. Short words keep their d: `ad` is not `at`. */
function hardenTurkish(stem: string): string {
  const bare = stem.slice(0, -1);
  switch (stem.at(-1)) {
    case "ğ":
      return stem.length > 2 ? `${bare}k` : stem;
    case "b":
      return stem.length > 2 ? `${bare}p` : stem;
    case "c":
      return stem.length > 2 ? `${bare}ç` : stem;
    case "d":
      return stem.length > 3 ? `${bare}t` : stem;
    default:
      return stem;
  }
}

let azerbaijaniGrammar: Grammar | undefined;
let turkishGrammar: Grammar | undefined;

export function azerbaijani(word: string): string {
  azerbaijaniGrammar ??= {
    suffixes: suffixesOf(AZERBAIJANI),
    vowels: vowelsOf("ə", "q"),
    words: AZERBAIJANI_WORDS,
    harden: hardenAzerbaijani,
  };
  return stemBy(azerbaijaniGrammar, word);
}

export function turkish(word: string): string {
  turkishGrammar ??= {
    suffixes: suffixesOf(TURKISH),
    vowels: vowelsOf("e", "k"),
    words: TURKISH_WORDS,
    harden: hardenTurkish,
  };
  return stemBy(turkishGrammar, word);
}

function stemBy(grammar: Grammar, word: string): string {
  let rest = grammar.harden(word);
  for (let i = 0; i < MOST_SUFFIXES; i++) {
    const known = Object.hasOwn(grammar.words, rest) ? grammar.words[rest] : undefined;
    if (known !== undefined) return known;
    const shorter = withoutSuffix(grammar, rest);
    if (shorter === rest) break;
    rest = grammar.harden(shorter);
  }
  // What the present of a verb in -la leaves: `başl-ıyor`.
  if (rest.length > 3 && rest.endsWith("l") && !Object.hasOwn(grammar.vowels, rest.at(-2) ?? ""))
    rest = rest.slice(0, -1);
  return Object.hasOwn(grammar.words, rest) ? (grammar.words[rest] ?? rest) : rest;
}

function withoutSuffix({ suffixes, vowels }: Grammar, word: string): string {
  for (const { pattern, remain, behind } of suffixes) {
    const end = word.length - pattern.length;
    if (end < remain) continue;
    const last = word[end - 1] ?? "";
    const isBehindVowel = Object.hasOwn(vowels, last);
    // Native words end neither in e nor in o: the s of `proses-i` belongs to the stem.
    if (behind === "^" && (!isBehindVowel || last === "o" || (last === "e" && vowels.ə?.A === "ə"))) continue;
    if (behind === "+" && !"ıiuü".includes(last)) continue;
    if (behind === "=" && isBehindVowel) continue;
    if (matchesEnd(vowels, word, end, pattern)) return word.slice(0, end);
  }
  return word;
}

/** Whether the word from `end` on is the suffix in harmony with the vowels before it. */
function matchesEnd(vowels: Vowels, word: string, end: number, pattern: string): boolean {
  let harmony: Harmony | undefined;
  for (let i = end - 1; i >= 0 && !harmony; i--) harmony = vowels[word.charAt(i)];
  if (!harmony) return false;
  for (let i = 0; i < pattern.length; i++) {
    const wanted = pattern[i];
    const letter = word[end + i] ?? "";
    switch (wanted) {
      case "W":
        if (letter !== "a" && letter !== "ə" && letter !== "e") return false;
        if (letter === "e" && vowels.a && harmony.A === "ə") return false;
        break;
      case "Y":
        if (!"ıiuü".includes(letter)) return false;
        break;
      case "D":
        // Voiceless behind a voiceless consonant.
        if (letter !== (VOICELESS.includes(word[end + i - 1] ?? "") ? "t" : "d")) return false;
        break;
      case "C":
        if (letter !== "c" && letter !== "ç") return false;
        break;
      case "A":
      case "I":
      case "Q":
        if (letter !== harmony[wanted]) return false;
        break;
      default:
        if (letter !== wanted) return false;
    }
    harmony = vowels[letter] ?? harmony;
  }
  return true;
}
