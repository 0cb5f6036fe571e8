/**
 * Which encoding bytes are in that are not UTF-8: each candidate is tried, and the one under which the letters beyond
 * ASCII are as frequent as in a language of that encoding wins.
 */
import { TextDecoder } from "node:util";

/** `unsure`: another one fits nearly as well and reads differently. */
export interface Guess {
  encoding: string;
  unsure: boolean;
}

/** Letters beyond ASCII by language, the most frequent first, with their share of all of these in per mille. */
const LANGUAGES: Readonly<Record<string, string>> = {
  fr: "é620 è90 à110 ê45 ç30 ù10 û10 î12 ô15 â12 ë4 ï5 œ6 ’20 «5 »5",
  de: "ü350 ä310 ö170 ß150 é5 „5 “5 –5",
  es: "ó290 í220 á210 é170 ñ70 ú50 ü3 ¿5 ¡2",
  pt: "ã250 ç170 á130 é140 í70 ó90 ê60 õ40 ú30 â25 à20 ô10",
  it: "è370 à260 ù130 ò140 ì60 é50 ’20",
  nordic: "ä330 å190 ö150 ø120 æ90 é5",
  nl: "ë450 é350 ï100 è20 ö20 ü15 ’20",
  pl: "ł250 ó120 ą140 ę140 ż110 ś90 ć60 ń30 ź10 „5 ”5",
  cs: "í220 á170 é100 ě110 č70 ř80 š60 ž80 ý70 ů45 ú15 ď3 ť5 ň8 ó5 ľ10 ô5 ĺ1 ŕ1 ä3",
  hu: "á330 é300 ö110 ó100 ő80 ü55 í50 ú25 ű15",
  ro: "ă330 î120 â140 ş150 ţ180",
  hr: "š240 č270 ž170 ć160 đ60 –5",
  tr: "ı320 ş130 ü150 ğ85 ç90 ö70 İ50 â5 ’30",
  lt: "ė170 š130 ų130 ž90 ū80 į90 č50 ą70 ę40 „10 “10",
  lv: "ā360 ī160 ē130 š80 ū50 ņ45 ļ35 ķ20 ģ20 ž20 č10",
  et: "ä370 õ330 ü220 ö70 š5 ž3",
  el: "α115 ο98 ι70 ε80 τ80 σ50 ν60 η50 υ40 ρ45 π40 κ40 ς40 μ33 λ30 ί35 ό30 έ25 ά25 ή22 γ18 δ17 ω18 ύ12 χ12 θ12 φ9 β7 ώ9 ξ4 ζ4 ψ2 ϊ1",
  ru: "о109 е84 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё2 –3 «3 »3 №1",
  uk: "о94 а83 н68 и61 в54 і57 р47 е49 т52 с41 к36 л34 у33 д33 м29 п28 я22 з22 ь18 б17 г16 ч14 й13 х11 ц8 ї7 ж9 ю8 ш8 є6 щ5 ф3 ґ1 ’5 «3 »3 ё1 э1 ы1 ъ1 ў5",
  ar: "ا130 ل115 ي65 م60 و58 ن55 ر47 ت45 ة30 ب35 ع33 د30 س27 أ24 ه26 ف25 ق22 ك20 ح18 ج12 إ9 ى10 ص9 ش9 ط8 خ7 ذ5 ئ4 ض6 ز5 ث5 غ4 ء4 ظ2 آ2 ؤ2 ،8 ی3 ک3 گ3 پ3 چ3 ژ1",
  he: "י110 ה95 ו100 ל70 א60 ר60 ת55 ב50 ש50 מ55 נ35 ם30 ע30 ד27 ח25 ק22 פ20 כ20 ס15 ג14 ט12 ן15 צ9 ז9 ך6 ף3 ץ2",
};

const ONE_BYTE: Readonly<Record<string, readonly string[]>> = {
  "windows-1252": ["fr", "de", "es", "pt", "it", "nordic", "nl"],
  "windows-1250": ["pl", "cs", "hu", "ro", "hr"],
  "iso-8859-2": ["pl", "cs", "hu", "ro", "hr"],
  "windows-1254": ["tr"],
  "windows-1257": ["lt", "lv", "et"],
  "windows-1253": ["el"],
  "windows-1251": ["ru", "uk"],
  "koi8-r": ["ru"],
  "koi8-u": ["uk"],
  ibm866: ["ru", "uk"],
  "iso-8859-5": ["ru", "uk"],
  "windows-1256": ["ar"],
  "windows-1255": ["he"],
};

/** Where two encodings read a text alike, the one that most files are in is named. */
const MANY_BYTES = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"] as const;

/** Frequent characters of Chinese, in both of its scripts. */
const HAN = new Set(
  "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運",
);

/** Bytes beyond ASCII that are looked at. */
const MOST_BYTES = 400;
/** Fewer of them do not decide between East Asian encodings. */
const FEWEST = 8;
/** Bytes that East Asian decoders are tried on. */
const SAMPLE = 2048;
/** Log odds by which the best guess must lead. */
const MARGIN = 4;
/** Log odds of Windows-1252 before any byte is seen: where a few letters leave it open, a file is Western. */
const WESTERN_PRIOR = 5;

const RARE = Math.log(2e-4);
const IMPOSSIBLE = Math.log(1e-6);
const TYPOGRAPHY = Math.log(0.01);
/** A capital is a tenth as likely as its small letter; inside of a word after a small one it hardly ever occurs. */
const CAPITAL = Math.log(0.1);
const MISPLACED = Math.log(0.002);

/** A one-byte encoding as tables by byte. */
interface Page {
  encoding: string;
  characters: string;
  isCapital: Uint8Array;
  isSmall: Uint8Array;
  /** For each of its languages: the log likelihood of a byte, if it is beyond ASCII. */
  languages: Float64Array[];
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(encoding: string): TextDecoder {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder;
}

/** Windows-1252 from 80 to 9F; its other characters are those of Latin-1. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder takes Windows-1252 for Latin-1, and curly quotes for control characters. */
export function decodeBytes(encoding: string, bytes: Uint8Array): string {
  if (encoding !== "windows-1252") return decoderOf(encoding).decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80));
}

/** The standard's name for what a file or a person calls an encoding, null for one that is not known. */
export function encodingNamed(label: string): string | null {
  // Each line of a file asks, and each answer makes a decoder.
  let encoding = named.get(label);
  if (encoding === undefined) {
    encoding = findEncoding(label);
    if (named.size < MOST_NAMES) named.set(label, encoding);
  }
  return encoding;
}

const named = new Map<string, string | null>();
const MOST_NAMES = 100;

function findEncoding(label: string): string | null {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^cp-?(125\d)$/, "windows-$1")
    .replace(/^(?:utf8|utf_8)$/, "utf-8");
  try {
    const encoding = new TextDecoder(name).encoding;
    // These names stand for Windows-1252 in what is written today, and TextDecoder knows it.
    return /^(?:iso-8859-1|latin1|us-ascii|ascii)$/.test(encoding) ? "windows-1252" : encoding;
  } catch {
    return /^(?:cp866|866)$/.test(name) ? "ibm866" : null;
  }
}

/** Typography, which tells nothing about a language. */
const NEUTRAL = new Set(" «»„“”‘’‚–—…•©®§°€·№\u00a0");

const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase();

function sharesOf(language: string): ReadonlyMap<string, number> {
  return new Map(
    (LANGUAGES[language] ?? "").split(" ").map((entry) => {
      const [letter = "", ...digits] = [...entry];
      return [letter, Math.log(Number(digits.join("")) / 1000)];
    }),
  );
}

function likelihood(char: string, shares: ReadonlyMap<string, number>): number {
  const small = char.toLowerCase();
  const share = shares.get(char) ?? shares.get(small);
  if (share !== undefined) return char === small || shares.has(char) ? share : share + CAPITAL;
  if (NEUTRAL.has(char)) return TYPOGRAPHY;
  return isLetter(char) || /\p{L}/u.test(char) ? RARE : IMPOSSIBLE;
}

function pageOf(encoding: string, names: readonly string[]): Page {
  const characters = decodeBytes(
    encoding,
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  const flags = (test: (char: string) => boolean): Uint8Array =>
    Uint8Array.from({ length: 256 }, (_, byte) => (test(characters.charAt(byte)) ? 1 : 0));
  return {
    encoding,
    characters,
    isCapital: flags((char) => isLetter(char) && char !== char.toLowerCase()),
    isSmall: flags((char) => isLetter(char) && char === char.toLowerCase()),
    languages: names.map((name) => {
      const shares = sharesOf(name);
      return Float64Array.from({ length: 256 }, (_, byte) => likelihood(characters.charAt(byte), shares));
    }),
  };
}

let pages: Page[] | undefined;

/** Bytes beyond ASCII, each after the byte before it. */
function pairsOf(bytes: Uint8Array): Uint8Array {
  const pairs = new Uint8Array(MOST_BYTES * 2);
  let used = 0;
  for (let i = 0; i < bytes.length && used < pairs.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    pairs[used++] = i > 0 ? (bytes[i - 1] ?? 0) : 0;
    pairs[used++] = byte;
  }
  return pairs.subarray(0, used);
}

/** Log likelihood of the bytes in the language that fits best. */
function scoreOf(page: Page, pairs: Uint8Array): number {
  let misplaced = 0;
  for (let i = 0; i < pairs.length; i += 2)
    if (page.isCapital[pairs[i + 1] ?? 0] && page.isSmall[pairs[i] ?? 0]) misplaced += MISPLACED - CAPITAL;
  let best = Number.NEGATIVE_INFINITY;
  for (const table of page.languages) {
    let sum = 0;
    for (let i = 1; i < pairs.length; i += 2) sum += table[pairs[i] ?? 0] ?? 0;
    best = Math.max(best, sum);
  }
  return best + misplaced;
}

/** True if two encodings read all of these bytes alike. */
function readAlike(a: Page, b: Page, pairs: Uint8Array): boolean {
  for (let i = 1; i < pairs.length; i += 2) {
    const byte = pairs[i] ?? 0;
    if (a.characters.charAt(byte) !== b.characters.charAt(byte)) return false;
  }
  return true;
}

/** The share of characters beyond ASCII that East Asian text is made of; 0 if bytes break the encoding's rules. */
function eastAsian(text: string): number {
  let all = 0;
  let frequent = 0;
  let kana = 0;
  let hangul = 0;
  let broken = 0;
  for (const char of text) {
    if (char < "\u0080") continue;
    all++;
    const code = char.codePointAt(0) ?? 0;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xff61 && code <= 0xff9f)) broken++;
    else if (code >= 0x3040 && code <= 0x30ff) kana++;
    else if (code >= 0xac00 && code <= 0xd7a3) hangul++;
    else if (HAN.has(char)) frequent++;
  }
  if (all === 0 || broken * 50 > all) return 0;
  // Japanese has a third of kana, Korean hardly anything but Hangul, Chinese a third of these characters.
  return Math.max(
    hangul > all * 0.5 ? hangul / all : 0,
    kana > all * 0.2 ? (kana + frequent) / all : 0,
    frequent / all,
  );
}

/** What East Asian text in the right encoding has at least; in a wrong one next to nothing. */
const EAST_ASIAN = 0.15;

function guessManyBytes(sample: Uint8Array): string | null {
  let best: string | null = null;
  let most = EAST_ASIAN;
  for (const encoding of MANY_BYTES) {
    const share = eastAsian(decodeBytes(encoding, sample));
    if (share > most) {
      most = share;
      best = encoding;
    }
  }
  return best;
}

/** Bytes from the first one beyond ASCII on, without a character cut in two at their end. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  let end = Math.min(bytes.length, start + SAMPLE);
  if (end < bytes.length) while (end > start + SAMPLE / 2 && (bytes[end - 1] ?? 0) >= 0x80) end--;
  return bytes.subarray(start, end);
}

/** In East Asian text most of these bytes are neighbours; in Western text an accented letter is alone. */
function areNeighbours(pairs: Uint8Array): boolean {
  let neighbours = 0;
  for (let i = 0; i < pairs.length; i += 2) if ((pairs[i] ?? 0) >= 0x80) neighbours++;
  return neighbours * 6 > pairs.length;
}

/** For bytes that are neither UTF-8 nor UTF-16. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const pairs = pairsOf(bytes);
  const count = pairs.length / 2;
  if (count >= FEWEST && areNeighbours(pairs)) {
    const east = guessManyBytes(sampleOf(bytes));
    if (east !== null) return { encoding: east, unsure: false };
  }
  pages ??= Object.entries(ONE_BYTE).map(([encoding, languages]) => pageOf(encoding, languages));
  const guesses = pages.map((page) => ({
    page,
    score: scoreOf(page, pairs) + (page.encoding === "windows-1252" ? WESTERN_PRIOR : 0),
  }));
  // The sort is stable: of two that score alike the one that is listed first, which more files are in.
  guesses.sort((a, b) => b.score - a.score);
  const [best] = guesses;
  if (!best) return { encoding: "windows-1252", unsure: true };
  const other = guesses.find(({ page }) => !readAlike(page, best.page, pairs));
  const lead = best.score - (other?.score ?? Number.NEGATIVE_INFINITY);
  return { encoding: best.page.encoding, unsure: lead < MARGIN || best.score < RARE * count };
}
