/** Joins the lines of the text to paragraphs: wrapped lines, with words that are divided at a line's end. */
import { clean, type Line } from "./lines.js";
import { WordSet } from "./word-set.js";

/** Lines of wrapped text are shorter; a longer one is a paragraph by itself. */
const LONGEST_WRAPPED = 110;
/** Columns more than the line before by which a line begins a paragraph. */
const INDENT = 2;

/** The paragraphs of the lines from that number on. */
export function paragraphsOf(lines: readonly Line[], from: number): string[] {
  const paragraphs: string[] = [];
  for (let start = from; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]?.opens === false) end++;
    addBlock(lines, start, end, paragraphs);
    start = end;
  }
  return paragraphs;
}

function addBlock(lines: readonly Line[], start: number, end: number, paragraphs: string[]): void {
  if (end - start === 1) {
    paragraphs.push(clean(lines[start]?.text ?? ""));
    return;
  }
  const separate = areSeparate(lines, start, end);
  const margin = separate ? 0 : marginOf(lines, start, end);
  // Parts, since a string that grows would be copied for each look at its end.
  let parts: string[] = [];
  let last = "";
  for (let i = start; i < end; i++) {
    const line = lines[i];
    if (!line) continue;
    const { text } = line;
    if (parts.length > 0 && (separate || line.indent >= margin + INDENT)) {
      paragraphs.push(clean(parts.join("")));
      parts = [];
    }
    if (parts.length > 0) {
      const between = joint(last, text);
      if (between === null) parts[parts.length - 1] = last.slice(0, -1);
      else if (between !== "") parts.push(between);
    }
    parts.push(text);
    last = text;
  }
  paragraphs.push(clean(parts.join("")));
}

/** Lines that are paragraphs by themselves: one is too long to be wrapped, or each ends a sentence. */
function areSeparate(lines: readonly Line[], start: number, end: number): boolean {
  let allEnd = true;
  for (let i = start; i < end; i++) {
    const text = lines[i]?.text ?? "";
    if (text.length > LONGEST_WRAPPED) return true;
    allEnd &&= endsSentence(text);
  }
  return allEnd;
}

/** The indent of lines that go on: the least one of those after the first. */
function marginOf(lines: readonly Line[], start: number, end: number): number {
  let margin = Number.POSITIVE_INFINITY;
  for (let i = start + 1; i < end; i++) margin = Math.min(margin, lines[i]?.indent ?? 0);
  return margin;
}

const SENTENCE_END = ".!?…。！？؟।։";
const CLOSING = "\"»”’')]」』）";

export function endsSentence(text: string): boolean {
  for (let i = text.length - 1, n = 0; i >= 0 && n < 4; i--, n++) {
    const sign = text.charAt(i);
    if (SENTENCE_END.includes(sign)) return true;
    if (!CLOSING.includes(sign) && sign !== " ") return false;
  }
  return false;
}

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;

/** What stands between two lines of a wrapped paragraph; null where the hyphen at the end of the first one goes. */
function joint(before: string, line: string): string | null {
  const last = before.charCodeAt(before.length - 1);
  if (last === SOFT_HYPHEN) return null;
  if (last === HYPHEN) {
    const kind = hyphenKind(before, line);
    if (kind !== null) return kind === "divided" ? null : "";
  }
  // Characters that have no spaces between words have none at a wrap either.
  return last > 0x2e80 && isSpaceless(last) && isSpaceless(line.charCodeAt(0)) ? "" : " ";
}

/** Han, kana, and the punctuation of both; Hangul has spaces. */
const isSpaceless = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff01 && code <= 0xff60);

/** First parts of compounds that keep their hyphen: a wrap is more likely to have fallen on it. */
const COMPOUND_FIRST = new WordSet(
  "anti non semi vice end mid ex self pre post co multi inter intra counter quasi pro neo short long medium near far high " +
    "low cold hot well ill so third second first last one two three four five six seven eight nine ten half " +
    "year day week month hour north south east west left right hard soft open free full part state market trade " +
    "oil gas land sea air member world life time work follow break shut start all cross wide large small big new old " +
    "fast slow wholly partly newly privately publicly centre center market investor debt tax cash price wage",
);
/** Second parts of compounds. */
const COMPOUND_SECOND =
  /^(?:based|owned|related|weighted|linked|ranging|led|backed|made|rolled|produced|producing|announced|oriented|controlled|sponsored|held|run|born|wide|free|term|day|year|old|month|week|leaning|elect|general|and|or|und|oder|et|y|e|to|of|in|per|than|the|by|for|up|out|off|down|share|priced|sized|scale|level|class|style|like|speaking|looking|minded|trading|exporting|importing|driven|funded|financed|speed|quality|profile|ranking|dollar|dlr|pct|billion|million|mln)(?![\p{L}])/u;

/** Whether a hyphen at a line's end divides a word, belongs to a compound, or stands alone. */
function hyphenKind(before: string, line: string): "divided" | "compound" | null {
  const word = /([\p{L}\p{N}]+)-$/u.exec(before.slice(-30))?.[1];
  if (word === undefined || !/^[\p{L}\p{N}]/u.test(line)) return null;
  if (/\p{N}/u.test(word) || !/^\p{Ll}/u.test(line)) return "compound";
  if (/-\p{L}+-$/u.test(before.slice(-30))) return "compound";
  if (COMPOUND_FIRST.has(word.toLowerCase()) || COMPOUND_SECOND.test(line)) return "compound";
  // A name keeps it: `Iraq-\nlinked`; a whole word in capitals is no first half of one in small letters.
  if (word.length > 1 && word === word.toUpperCase()) return "compound";
  return "divided";
}
