/**
 * Names in running text: sequences of capitalised words, of people, organisations and places alike.
 *
 * Nothing is known of any name. What is told from a word that only begins a sentence, or from two names side by side,
 * is told by how often each stands elsewhere; so texts are taken in first, and names counted when all of them are.
 */

/** Capitalised words in a row, as they are written. */
export interface NameSequence {
  words: string[];
  /** The first word begins a sentence or a quotation: it may be capitalised only for that. */
  isStart: boolean;
}

/** A word, with what a hyphen or an apostrophe joins to it; or an abbreviation with full stops, `U.S.` */
const WORD = /(?:\p{Lu}\.){2,8}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’][\p{L}\p{N}\p{M}]+){0,4}/gu;
const POSSESSIVE = /['’]s$/i;
/** What may stand inside a name between two capitalised words. */
const JOINING = new Set("of and de da del di du la bin ibn al el van von der den".split(" "));
/** These end with a full stop that ends no sentence. */
const SHORTENED = new Set("mr mrs ms dr prof st gen col lt capt sen rep gov jr".split(" "));
const SPACE = /^[ \u00a0\u202f]$/;
const STOP_SPACE = /^\.[ \u00a0\u202f]$/;
const SENTENCE_END = /[.!?:;…\n"“”«»„‘]/;
/** Longer rows of capitals are headlines. */
const LONGEST = 8;
/** A text of more capital letters than this share is a headline in capitals. */
const MOST_CAPITALS = 0.5;

function isCapitalised(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** The sequences of a paragraph; `lower` is told of each word that is not capitalised. */
export function* nameSequences(paragraph: string, lower: (word: string) => void): Generator<NameSequence> {
  if (isShouted(paragraph)) return;
  let open: NameSequence | null = null;
  let joining: string[] = [];
  let last = "";
  let end = 0;
  for (const { 0: written, index } of paragraph.matchAll(WORD)) {
    const between = paragraph.slice(end, index);
    const isShort = SHORTENED.has(last.toLowerCase()) || (last.length === 1 && isCapitalised(last));
    const goesOn: boolean = SPACE.test(between) || (isShort && STOP_SPACE.test(between));
    const isStart = end === 0 || (!goesOn && SENTENCE_END.test(between));
    end = index + written.length;
    last = written;
    if (open && (!goesOn || open.words.length > LONGEST)) {
      yield open;
      open = null;
    }
    const word = written.replace(POSSESSIVE, "");
    if (isCapitalised(word)) {
      if (open) open.words.push(...joining, word);
      else open = { words: [word], isStart };
      joining = [];
      if (word === written) continue;
    } else {
      lower(word);
      if (open && JOINING.has(word) && joining.length === 0) {
        joining.push(word);
        continue;
      }
    }
    if (open) yield open;
    open = null;
    joining = [];
  }
  if (open) yield open;
}

function isShouted(paragraph: string): boolean {
  let capitals = 0;
  let letters = 0;
  for (const word of paragraph.slice(0, 200).split(" ")) {
    if (word === word.toLowerCase()) letters += word.length;
    else if (word === word.toUpperCase()) capitals += word.length;
    else letters += word.length;
  }
  return capitals > (capitals + letters) * MOST_CAPITALS;
}
