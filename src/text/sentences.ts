/**
 * Cuts paragraphs into sentences.
 *
 * By rules of its own: the platform's segmenter costs a process 24 ms before its first sentence, and knows none of the
 * abbreviations. A mark of the end is looked at from both sides: what stands before it (an abbreviation, an initial, a
 * number) and what comes next (a small letter, a number, a word that opens sentences).
 */

import {
  AFTER_CLOCK,
  abbreviationsOf,
  BEFORE_NAME,
  BEFORE_NUMBER,
  IN_NAME,
  ORDINAL_DOT,
  STARTERS,
  WITHIN,
} from "./abbreviations.js";

/** Marks behind which white space must come for a sentence to end. */
const SOFT = ".!?…؟۔‼⁇⁈⁉‽．";
/** Marks that end a sentence whatever comes. */
const HARD = "。！？｡։।॥።។။";
const CLOSERS = "\"'”’»›)]}」』）】》〉｣";
/** German closes with what English opens with. */
const GERMAN_CLOSERS = "“‘";
/** Closing marks that cannot open anything, so that a space may stand before them, as French has it. */
const SURE_CLOSERS = "”»)]」』）】》";
const OPENERS = "\"'“”‘’„‚«»‹›([{「『（【《〈｢¿¡-–—―*•";

/** The Greek question mark and the Armenian full stop as they are mostly typed, behind letters of their own. */
const TYPED = ":;\u037e";
/** No sentence begins with these. */
const GOES_ON = "&,;:)/+=%";
/** A quotation in Japanese goes on with one of these. */
const PARTICLES = "とっなのがはもをにでやへか";
/** Words before it in the sentence for `г.` behind a year to be able to end it: `В 2025 г. Азербайджан …` goes on. */
const FEWEST_BEFORE_YEAR = 5;
/** UTF-16 units in which these words are looked for. */
const FARTHEST_BEFORE_YEAR = 400;
/** Abbreviations are not longer. */
const LONGEST = 24;

/** Trimmed sentences in their order; joined they are the paragraph again, but for white space between them. */
export function splitSentences(paragraph: string, language: string | null = null): string[] {
  return sentencePieces(paragraph, language)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** Sentences with the white space behind them: joined they are the paragraph, unit for unit. */
export function sentencePieces(paragraph: string, language: string | null = null): string[] {
  const pieces: string[] = [];
  const cased = paragraph !== paragraph.toLowerCase();
  let start = 0;
  let first = behindOpeners(paragraph, start);
  let at = 0;
  let hasWord = false;
  while (at < paragraph.length) {
    const char = paragraph.charAt(at);
    if (isLatinLetter(char) || !isStop(paragraph, at)) {
      hasWord ||= isWordy(char);
      at++;
      continue;
    }
    const mark = readMark(paragraph, start, at);
    if (hasWord && endsAt({ text: paragraph, start, first, cased, language }, mark)) {
      pieces.push(paragraph.slice(start, mark.next));
      start = mark.next;
      first = behindOpeners(paragraph, start);
      hasWord = false;
    }
    at = mark.next;
  }
  const rest = paragraph.slice(start);
  // Marks alone, such as a quotation's last one, belong to what is before them.
  if (rest !== "" && !hasWord && pieces.length > 0) pieces.push((pieces.pop() ?? "") + rest);
  else if (rest !== "") pieces.push(rest);
  return pieces;
}

/** Whether a mark of the end stands at an offset. */
function isStop(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (SOFT.includes(char) || HARD.includes(char)) return true;
  if (!TYPED.includes(char)) return false;
  const before = text.charAt(at - 1);
  return char === ":" ? before >= "\u0531" && before <= "\u0588" : before >= "\u0370" && before <= "\u03ff";
}

/** Where one or more marks of the end stand, with what closes behind them. */
interface Mark {
  /** The first of them. */
  at: number;
  /** Behind the last of them. */
  stop: number;
  /** Behind the closing quotes and brackets. */
  end: number;
  /** Behind the white space. */
  next: number;
  isHard: boolean;
}

function readMark(text: string, start: number, at: number): Mark {
  let stop = at + 1;
  let isHard = HARD.includes(text.charAt(at));
  for (; stop < text.length; stop++) {
    const char = text.charAt(stop);
    if (HARD.includes(char)) isHard = true;
    else if (!SOFT.includes(char)) break;
  }
  const end = behindClosers(text, start, stop, isHard);
  return { at, stop, end, next: behindSpace(text, end), isHard };
}

function behindClosers(text: string, start: number, stop: number, isHard: boolean): number {
  let end = stop;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (isHard && char === '"' && !isOpen(text, start, end)) break;
    if (!CLOSERS.includes(char) && (isHard || !GERMAN_CLOSERS.includes(char))) break;
  }
  const spaced = behindSpace(text, end);
  const after = spaced + 1;
  const closes = spaced < text.length && SURE_CLOSERS.includes(text.charAt(spaced));
  return closes && spaced > end && (after >= text.length || isSpace(text, after)) ? after : end;
}

/** Whether a straight quotation mark has been opened since; looked for in what stands just before. */
function isOpen(text: string, start: number, end: number): boolean {
  let open = false;
  for (let at = Math.max(start, end - 1_000); at < end; at++) if (text[at] === '"') open = !open;
  return open;
}

interface Sentence {
  text: string;
  /** Where the sentence begins, and where its first word does, after what opens it. */
  start: number;
  first: number;
  /** False if the text has no capitals. */
  cased: boolean;
  language: string | null;
}

function endsAt(sentence: Sentence, mark: Mark): boolean {
  const { text, cased } = sentence;
  if (mark.next >= text.length) return true;
  // 「はい。」と述べた
  if (mark.isHard) return mark.end === mark.stop || !PARTICLES.includes(text.charAt(mark.end));
  if (GOES_ON.includes(text.charAt(mark.next))) return false;
  const next = behindOpeners(text, mark.next);
  if (mark.next === mark.end) return mark.end === mark.stop && endsUnspaced(text, mark);
  if (cased && isLower(text, next) && !isCapital(text.charAt(next + 1))) return false;
  const single = mark.stop === mark.at + 1 && mark.end === mark.stop;
  if (!single) return true;
  const word = wordAt(text, next);
  if (text[mark.at] === "!") return !IN_NAME.has(word);
  return text[mark.at] !== "." || endsWithFullStop(sentence, mark, next, word);
}

/** A full stop with neither space nor quote behind it: `… he said.President Aliyev …`, but not `Oxu.Az`. */
function endsUnspaced(text: string, { at, stop }: Mark): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(stop)];
  if (stop !== at + 1) return isCapital(after);
  if (isHan(before) && isHan(after)) return true;
  const lower = isLower(text, at - 1) && isLower(text, at - 2) && isLower(text, at - 3);
  if (!lower || !isCapital(after) || isKnown(tokenBefore(text, 0, at))) return false;
  return [1, 2, 3].every((i) => isLower(text, stop + i));
}

function isKnown(token: string): boolean {
  return BEFORE_NAME.has(token) || BEFORE_NUMBER.has(token) || WITHIN.has(token) || IN_NAME.has(token);
}

/** Whether a sentence ends at a full stop with a word behind it that does not begin small. */
function endsWithFullStop(sentence: Sentence, mark: Mark, next: number, word: string): boolean {
  const { at } = mark;
  const { text, start, first, language } = sentence;
  const token = tokenBefore(text, start, at);
  const written = text.slice(at - token.length, at);
  const nextIsDigit = isDigit(text, next);
  const own = abbreviationsOf(language);
  // `Smith v. Jones`, but not `George V.`
  if (written === "v") return false;
  if (token === "" || WITHIN.has(token) || own.within?.has(token)) return token === "";
  if (BEFORE_NAME.has(token) || own.beforeName?.has(token)) return false;
  if (BEFORE_NUMBER.has(token) || own.beforeNumber?.has(token)) return !nextIsDigit && !isRomanAt(text, next);
  const begins = first >= at - token.length;
  if (isNumber(token)) return !begins && !isOrdinal(token, word, language);
  // A word that is an initial itself opens nothing.
  const opens = STARTERS.has(word) && text[next + word.length] !== ".";
  // `z. B.`, `i. A.`
  if (token.length === 1 && isLower(written, 0) && isInitialAt(text, next)) return false;
  if (token.length === 1 && isLower(written, 0)) return endsWithLetter(sentence, at, nextIsDigit);
  const isInitial =
    token.length === 1 || isRoman(written) || hasInitial(written) || isDoubled(written, language);
  if (isInitial) return !begins && opens;
  if (isDotted(token) && isLower(written, 0)) return !AFTER_CLOCK.has(word) && !nextIsDigit;
  if (isDotted(token) || IN_NAME.has(token)) return opens || '"“«'.includes(text.charAt(mark.next));
  return true;
}

/** One small letter: `г. Баку` and `p. 5` go on, `2025 г.` and `və s.` may end. */
function endsWithLetter({ text, start }: Sentence, at: number, nextIsDigit: boolean): boolean {
  if (nextIsDigit) return false;
  const unit = text.charCodeAt(at - 1);
  if (unit < 0x400 || unit > 0x52f) return true;
  let before = at - 2;
  while (before > start && isSpace(text, before)) before--;
  return isDigit(text, before) && hasWordsBefore(text, start, at);
}

/** Whether enough words stand before a year. A few hundred units tell: the whole sentence may be the whole text. */
function hasWordsBefore(text: string, start: number, end: number): boolean {
  const stretch = text.slice(Math.max(start, end - FARTHEST_BEFORE_YEAR), end);
  return stretch.split(" ").length > FEWEST_BEFORE_YEAR;
}

/** `22. April`; in languages that write ordinals so, any number that is not a year. */
function isOrdinal(token: string, word: string, language: string | null): boolean {
  if (token.length > 2) return false;
  if (language !== null && ORDINAL_DOT.has(language)) return true;
  return /^(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/.test(word);
}

/** Two small parts or more between full stops: `u.s`, `ph.d`, `т.д`. */
function isDotted(token: string): boolean {
  return token.includes(".") && token.split(".").every((part) => part.length > 0 && part.length <= 2);
}

/** `IV`, which a king or a chapter has. */
function isRoman(written: string): boolean {
  return /^[IVX]{1,5}$/.test(written);
}

/** A Roman number at an offset; `I` alone may be a person. */
function isRomanAt(text: string, at: number): boolean {
  return /^(?:[IVXLC]{2,7}|[VX])(?![\p{L}\p{N}])/u.test(text.slice(at, at + 8));
}

/** A capital with a full stop at an offset. */
function isInitialAt(text: string, at: number): boolean {
  return isCapital(text.charAt(at)) && text[at + 1] === ".";
}

/** `EE. UU.`: Spanish doubles the letters of what has several. */
function isDoubled(written: string, language: string | null): boolean {
  return (language === "es" || language === null) && /^([A-Z])\1$/.test(written);
}

/** Initials written together, or the two letters of one: `J.R`, `Дж`, `Yu`, but not `OK`. */
function hasInitial(written: string): boolean {
  return /^(?:Дж|Ю|Я|Yu|Ya|Sh|Ch|Th|Ph)$/.test(written);
}

function isNumber(token: string): boolean {
  return /^\d{1,9}$/.test(token);
}

/** The word before a mark, in lower case: back to white space or what opens, and of `ex-Gen` the second part. */
function tokenBefore(text: string, start: number, at: number): string {
  let from = at;
  const least = Math.max(start, at - LONGEST);
  while (from > least && !isSpace(text, from - 1) && !isBound(text.charAt(from - 1))) from--;
  const token = text.slice(from, at);
  const lower = token.toLowerCase();
  const word = lower.length === token.length ? lower : token;
  return isKnown(word) ? word : word.slice(word.lastIndexOf("-") + 1);
}

const isBound = (char: string): boolean => char !== "-" && OPENERS.includes(char);

/** The word that begins at an offset, in lower case. */
function wordAt(text: string, at: number): string {
  let to = at;
  while (to < text.length && to < at + LONGEST && isWordy(text.charAt(to))) to++;
  return text.slice(at, to).toLowerCase();
}

function behindSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && isSpace(text, to)) to++;
  return to;
}

function behindOpeners(text: string, at: number): number {
  let to = at;
  while (to < text.length && (isSpace(text, to) || OPENERS.includes(text.charAt(to)))) to++;
  return to;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit <= 0x20 || unit === 0xa0) return true;
  return (
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x3000 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669);
}

/** Georgian has letters that look small to JavaScript and are not. */
function isLower(text: string, at: number): boolean {
  const char = text.charAt(at);
  const isGeorgian = char >= "\u10d0" && char <= "\u10ff";
  return char !== char.toUpperCase() && char === char.toLowerCase() && !isGeorgian;
}

function isCapital(char: string): boolean {
  return char !== char.toLowerCase();
}

/** Most of a text: told without looking into the lists of marks. */
function isLatinLetter(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}

function isHan(char: string): boolean {
  return char >= "\u3040" && char <= "\u9fff";
}

/** A letter or a digit, near enough: none of the marks that stand in running text. */
function isWordy(char: string): boolean {
  if (char < "\u0080") return isLatinLetter(char) || isDigit(char, 0);
  const isMark = (char >= "\u2000" && char <= "\u206f") || (char >= "\u3000" && char <= "\u3003");
  return (
    !isMark && !isSpace(char, 0) && !CLOSERS.includes(char) && !OPENERS.includes(char) && !"،؛".includes(char)
  );
}
