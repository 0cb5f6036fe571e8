/** Splits the head of a line into words, numbers and separators, as far as the reader of a dateline looks. */

/** What a token is. `Dash` is also `_`, `=` and runs such as `--`; commas, full stops and brackets are of any script. */
export const Kind = {
  Word: 0,
  Number: 1,
  Comma: 2,
  Dot: 3,
  Slash: 4,
  Dash: 5,
  Colon: 6,
  Open: 7,
  Close: 8,
  Quote: 9,
  Pipe: 10,
  Other: 11,
  End: 12,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export interface Token {
  kind: Kind;
  /** UTF-16 offsets in the line, end excluded. */
  start: number;
  end: number;
  /** White space stands before it. */
  spaced: boolean;
}

const KINDS = new Map<string, Kind>();
for (const [kind, signs] of [
  [Kind.Comma, ",،，、"],
  [Kind.Dot, ".。։．｡"],
  [Kind.Slash, "/／"],
  [Kind.Dash, "-–—―−_=‐‑‒＝－"],
  [Kind.Colon, ":：;；"],
  [Kind.Open, "([（［【〔「"],
  [Kind.Close, ")]）］】〕」"],
  [Kind.Quote, "\"“”„«»'‘’"],
  [Kind.Pipe, "|│•·"],
] as const) {
  for (const sign of signs) KINDS.set(sign, kind);
}

/** The year, month and day signs of Chinese and Japanese are words by themselves, since no space parts them. */
const DATE_SIGNS = "年月日년월일";

const ZERO = 0x30;
const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;
const WIDE_ZERO = 0xff10;

/** The value of a digit of any script that datelines have, -1 for what is none. */
function digitOf(code: number): number {
  if (code < ZERO) return -1;
  if (code < ZERO + 10) return code - ZERO;
  if (code < ARABIC_ZERO) return -1;
  for (const zero of [ARABIC_ZERO, PERSIAN_ZERO, WIDE_ZERO]) {
    if (code >= zero && code < zero + 10) return code - zero;
  }
  return -1;
}

/** No-break spaces among them, and the marks of direction that Arabic texts carry. */
const isSpace = (code: number): boolean =>
  code <= 0x20 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x200e ||
  code === 0x200f ||
  (code >= 0x202a && code <= 0x202f) ||
  (code >= 0x2060 && code <= 0x206f);

/** Apostrophes belong to a word where letters stand on both sides: `N'Djamena`. */
const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0x60;

const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Above ASCII nearly everything that is neither space, digit nor a separator is a letter or a mark of one. */
function isLetter(code: number, sign: string): boolean {
  if (code < 0x80) return isAsciiLetter(code);
  if (isSpace(code) || digitOf(code) >= 0 || KINDS.has(sign)) return false;
  if (code === 0x200c || code === 0x200d) return true;
  return code >= 0xaa && code !== 0xab && code !== 0xbb && !(code >= 0x2010 && code <= 0x2bff);
}

/** Units in which four tokens after a word end, names of months among them. */
const NEAR = 48;

/** The tokens of a line's head, made as they are asked for: most lines show after two or three that they are prose. */
export class Tokens {
  private readonly made: Token[] = [];
  private at = 0;
  /** Offset of the first digit, -1 for none; looked for when it is asked for. */
  private digitAt: number | undefined;

  /** `reach` bounds the work: no token begins at or after it. */
  constructor(
    readonly text: string,
    private readonly reach: number,
  ) {}

  /** The token of that number; beyond the last one an `End`. */
  get(index: number): Token {
    const { made } = this;
    while (made.length <= index) {
      const last = made.length === 0 ? undefined : made[made.length - 1];
      if (last !== undefined && last.kind === Kind.End) return last;
      made.push(this.next());
    }
    return made[index] ?? { kind: Kind.End, start: this.at, end: this.at, spaced: false };
  }

  /** Whether a digit stands at or after that offset, or right before it; most lines have none. */
  hasDigitNear(offset: number): boolean {
    if (this.digitAt === undefined) {
      this.digitAt = -1;
      const end = Math.min(this.text.length, this.reach);
      for (let at = 0; at < end && this.digitAt < 0; at++)
        if (digitOf(this.text.charCodeAt(at)) >= 0) this.digitAt = at;
    }
    return this.digitAt >= 0 && this.digitAt < offset + NEAR;
  }

  /** As written, from one token to the end of another. */
  slice(from: number, to: number): string {
    return this.text.slice(this.get(from).start, this.get(to).end);
  }

  word(index: number): string {
    const { start, end } = this.get(index);
    return this.text.slice(start, end);
  }

  /** The value of a number, in whatever digits. */
  value(index: number): number {
    const { start, end } = this.get(index);
    let value = 0;
    for (let at = start; at < end; at++) value = value * 10 + digitOf(this.text.charCodeAt(at));
    return value;
  }

  /** How many digits a number has. */
  width(index: number): number {
    const { start, end } = this.get(index);
    return end - start;
  }

  private next(): Token {
    const { text } = this;
    const before = this.at;
    while (this.at < text.length && isSpace(text.charCodeAt(this.at))) this.at++;
    const start = this.at;
    const spaced = start > before || start === 0;
    if (start >= text.length || start >= this.reach)
      return {
        kind: Kind.End,
        start: Math.min(start, text.length),
        end: Math.min(start, text.length),
        spaced,
      };
    const kind = this.kindAt(start);
    this.at = start + 1;
    if (kind === Kind.Word) this.endWord(start);
    else if (kind === Kind.Number) while (digitOf(text.charCodeAt(this.at)) >= 0) this.at++;
    else if (kind === Kind.Dash) while (KINDS.get(text.charAt(this.at)) === Kind.Dash) this.at++;
    return { kind, start, end: this.at, spaced };
  }

  private kindAt(at: number): Kind {
    const code = this.text.charCodeAt(at);
    const sign = this.text.charAt(at);
    if (isLetter(code, sign)) return Kind.Word;
    if (digitOf(code) >= 0) return Kind.Number;
    return KINDS.get(sign) ?? Kind.Other;
  }

  private endWord(start: number): void {
    const { text } = this;
    if (DATE_SIGNS.includes(text.charAt(start))) return;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      const sign = text.charAt(this.at);
      if (isLetter(code, sign)) {
        if (code > 0x3000 && DATE_SIGNS.includes(sign) && digitOf(text.charCodeAt(this.at - 1)) >= 0) return;
        continue;
      }
      if (!isApostrophe(code)) return;
      const next = this.at + 1;
      if (!isLetter(text.charCodeAt(next), text.charAt(next))) return;
    }
  }
}

/** Whether a line has a number of four digits, or two numbers with one sign between them: `2025`, `10:30`, `22.04`. */
export function hasDigits(line: string): boolean {
  for (let at = 0, run = 0; at < line.length; at++) {
    if (digitOf(line.charCodeAt(at)) < 0) {
      const isBetween = run > 0 && digitOf(line.charCodeAt(at + 1)) >= 0 && line.charCodeAt(at) !== 0x20;
      if (isBetween) return true;
      run = 0;
    } else if (++run === 4) return true;
  }
  return false;
}

/** True for a script with capitals whose word begins with one, or a script that has none. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (isCaseless(code)) return true;
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** Hebrew, Arabic, the scripts of India, Georgian, and everything of East Asia. */
export function isCaseless(code: number): boolean {
  return (
    (code >= 0x590 && code < 0x10a0) ||
    (code >= 0x10d0 && code < 0x1c80) ||
    (code >= 0x3040 && code < 0xa640) ||
    (code >= 0xac00 && code < 0xfb00) ||
    (code >= 0xfb50 && code < 0xff00)
  );
}

/** All its letters are capitals and it has at least one: `BAKU`, `D.C.`, `BANjA` is not. */
export function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase() && !isCaseless(text.charCodeAt(0));
}

/** In small letters, `İ` as `i`: lowering gives it a dot of its own. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes("\u0307") ? lower.replaceAll("i\u0307", "i") : lower;
}
