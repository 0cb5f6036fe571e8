/** Normal forms of a word: the surface form that the vocabulary holds, and the folded one without diacritics. */

const ASCII_END = 0x80;

/** A letter, and the common ones that are it with a mark: the platform's decomposition takes 5 ms to get going. */
const MARKED =
  " aàáâãäåāăą cçćĉċč dď eèéêëēĕėęě gĝğġģ hĥ iìíîïĩīĭį jĵ kķ lĺļľ nñńņň oòóôõöōŏő rŕŗř sśŝşšș tţťț uùúûüũūŭůűų wŵ yýÿŷ zźżž";

/** Letters that no decomposition takes apart, and how they are written without their marks. */
const PLAIN: Readonly<Record<string, string>> = {
  ə: "e",
  ı: "i",
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ё: "е",
};

/** A letter that is not ASCII without its marks, as far as it is one of these. */
function plainOf(letter: string): string | undefined {
  if (Object.hasOwn(PLAIN, letter)) return PLAIN[letter];
  const at = MARKED.indexOf(letter);
  return at < 0 ? undefined : MARKED[MARKED.lastIndexOf(" ", at) + 1];
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= ASCII_END) return false;
  return true;
}

/** Marks and joiners that a reader does not see as part of the spelling. */
function isSilent(unit: number): boolean {
  if (unit < 0x300) return unit === 0xad;
  return (
    // What composition leaves over: stress marks in Cyrillic, the dot of a lowered dotted I.
    unit <= 0x36f ||
    // Hebrew points; Arabic vowel signs, tatweel, the small signs of the Koran.
    (unit >= 0x591 && unit <= 0x5bd) ||
    unit === 0x61c ||
    unit === 0x640 ||
    (unit >= 0x64b && unit <= 0x65f) ||
    unit === 0x670 ||
    (unit >= 0x6d6 && unit <= 0x6ed && unit !== 0x6dd && unit !== 0x6de && unit !== 0x6e9) ||
    // Joiners, directions, variation selectors, byte order mark.
    unit === 0x180e ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff
  );
}

/** The apostrophes of print and of transliteration, modifier letters among them. */
function isApostrophe(unit: number): boolean {
  return (
    (unit >= 0x2b9 && unit <= 0x2bc) ||
    unit === 0x2c8 ||
    (unit >= 0x2018 && unit <= 0x201b) ||
    unit === 0x2032
  );
}

/** Where the ten digits of a script begin, one behind the other. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

/** The value of a digit of another script than Latin, -1 for what is none. */
function digitOf(unit: number): number {
  if (unit > 0x1819) return -1;
  for (const zero of ZEROS) if (unit >= zero && unit < zero + 10) return unit - zero;
  return -1;
}

/** Marks in a row that a normal form may sort: no language has more (Stream-Safe Text Format, UAX #15). */
const MOST_MARKS = 30;

/**
 * The word without marks beyond the thirtieth in a row. To normalise it sorts the marks of each letter by insertion, so
 * that time grows with the square of their number: 100,000 on one letter took 20 seconds.
 */
function withFewMarks(word: string): string {
  if (word.length <= MOST_MARKS) return word;
  // The half-width marks of kana are letters, until a normal form makes marks of them.
  return word.replace(/([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu, "$1");
}

/**
 * The word as the vocabulary holds it: composed (NFKC unless that brings a space in), in lower case whatever the
 * language (`İ` and `I` give `i`, `ı` stays), with `'` for every apostrophe, 0 to 9 for the digits of all scripts, and without soft hyphens, joiners,
 * tatweel, Arabic vowel signs and marks that belong to no composed letter. Idempotent.
 */
export function lowerCase(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  const bounded = withFewMarks(word);
  const compatible = bounded.normalize("NFKC");
  // A ligature of whole words (U+FDFA) would turn one word into several.
  const composed = compatible.includes(" ") && !bounded.includes(" ") ? bounded.normalize("NFC") : compatible;
  const lower = withFewMarks(composed).toLowerCase();
  let result = "";
  let changed = false;
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    if (unit >= 0xad && isSilent(unit)) {
      changed = true;
    } else if (unit >= 0x660 && digitOf(unit) >= 0) {
      changed = true;
      result += String(digitOf(unit));
    } else if (unit >= 0x2b9 && isApostrophe(unit)) {
      changed = true;
      result += "'";
    } else {
      result += lower[i];
    }
  }
  if (!changed) return lower;
  // What stood apart can now compose.
  return withFewMarks(result).normalize("NFC");
}

/**
 * The word for comparing field values: lower case without diacritics, special Latin letters spelt plainly
 * (`Bakı` → `baki`, `Gəncə` → `gence`, `Łódź` → `lodz`). Cyrillic keeps `й`; `ё` becomes `е`.
 */
export function fold(word: string): string {
  return foldLower(lowerCase(word));
}

/** The same for a word as `lowerCase` gives it, which for others than ASCII takes 5 ms to get going. */
export function foldLower(lower: string): string {
  if (isAscii(lower)) return lower;
  let result = "";
  for (const char of lower) {
    const code = char.codePointAt(0) ?? 0;
    const mayDecompose = code < 0x400 || (code >= 0x1e00 && code < 0x2000);
    if (code < ASCII_END) result += char;
    else result += plainOf(char) ?? (mayDecompose ? bare(char) : char);
  }
  return result;
}

/** Variants of Arabic and Greek letters that writers and keyboards set for one another, and the one that stands for all. */
const VARIANTS: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ۀ: "ه",
  ى: "ی",
  ي: "ی",
  ئ: "ی",
  ك: "ک",
  ؤ: "و",
  ς: "σ",
  ґ: "г",
};

/** The word with plain letters: as `foldLower`, and one of each for the variants of Arabic and Greek letters. */
export function foldLetters(lower: string): string {
  const folded = foldLower(lower);
  return isAscii(folded)
    ? folded
    : folded.replace(/[أإآٱةۀىيئكؤςґ]/g, (letter) => VARIANTS[letter] ?? letter);
}

/** A Latin or Greek letter without its marks. */
function bare(char: string): string {
  let letters = "";
  for (const part of char.normalize("NFD")) {
    const code = part.charCodeAt(0);
    if (code < 0x300 || code > 0x36f) letters += code < ASCII_END ? part : (plainOf(part) ?? part);
  }
  return letters;
}
