/** The title of an article: its headline, else the beginning of its lead. */
import type { Dispatch } from "../api/types.js";
import { sentencePieces } from "../text/sentences.js";
import { endsOnVerb, hasVerb, lastWord, leadsOn } from "./clauses.js";

/** A title from the lead is at most this long, in characters, unless its first word is longer. */
const LONGEST = 100;
/** And at least this long, where the lead is: what ends sooner says too little. */
const SHORTEST = 30;
/** What is cut between words has at least this length before a phrase that may go. */
const SHORTEST_CUT = 60;

const CLAUSE_END = /[,;:،；，、]\s|\s[–—-]{1,2}\s|[，、；]/g;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** These tie what is before them too closely to what follows for a phrase to end there. */
const TYING = new Set(["of", "de", "du", "des", "di", "del", "da", "van", "der"]);

/** Never cut in the middle of a word. An empty dispatch has the title "". `language`: ISO 639-1; null if unknown. */
export function titleOf(
  { headline, paragraphs }: Pick<Dispatch, "headline" | "paragraphs">,
  language: string | null = null,
): {
  title: string;
  titleFrom: "headline" | "lead";
} {
  if (headline !== null && headline !== "") return { title: headline, titleFrom: "headline" };
  const lead = paragraphs.find((paragraph) => paragraph !== "") ?? "";
  return { title: shorten(lead, language), titleFrom: "lead" };
}

/** The first sentence if it is short enough, else its clauses as far as they fit and have a verb, else its words. */
function shorten(lead: string, language: string | null): string {
  // So much tells whether the first sentence ends in time.
  const text = lead.slice(0, LONGEST + 60);
  const sentence = firstSentence(text, language);
  if (sentence.length <= LONGEST) return sentence;
  const isUnspaced = UNSPACED.test(text.slice(0, SHORTEST));
  const clauses = [...text.slice(0, LONGEST + 2).matchAll(CLAUSE_END)]
    .map(({ index }) => index)
    .filter((index) => index >= SHORTEST && index <= LONGEST)
    .map((index) => trimmed(text.slice(0, index)))
    .reverse();
  // Without spaces there are no words to look at.
  const clause = clauses.find((one) => isClosed(one) && (isUnspaced || isWhole(one, language)));
  return clause ?? cutBetweenWords(text, lead, language);
}

function isWhole(clause: string, language: string | null): boolean {
  return !leadsOn(lastWord(clause), language) && hasVerb(clause, language);
}

/** Whether no quotation or bracket stays open. */
function isClosed(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  return count(/["]/g) % 2 === 0 && count(/[“«([]/g) <= count(/[”»)\]]/g);
}

/** As many words as fit, without the last phrase if it is not whole, and never with a word at the end that leads on. */
function cutBetweenWords(text: string, lead: string, language: string | null): string {
  let end = text.lastIndexOf(" ", LONGEST);
  if (end <= 0) {
    const next = text.indexOf(" ");
    return next > 0 ? trimmed(text.slice(0, next)) : whole(lead);
  }
  for (let at = end; at >= SHORTEST_CUT; at = text.lastIndexOf(" ", at - 1)) {
    if (endsPhrase(text, at, language)) {
      end = at;
      break;
    }
  }
  for (let at = end; at >= SHORTEST; at = text.lastIndexOf(" ", at - 1)) {
    end = at;
    if (!leadsOn(lastWord(text.slice(0, at)), language)) break;
  }
  return `${trimmed(text.slice(0, end))}…`;
}

/** Whether the word behind a space opens another phrase, and the one before it needs none. */
function endsPhrase(text: string, space: number, language: string | null): boolean {
  const next = wordAt(text, space);
  if (TYING.has(next) || !leadsOn(next, language)) return false;
  const before = text.slice(0, space);
  return !leadsOn(lastWord(before), language) && !endsOnVerb(before, language);
}

/** The word behind the space at an offset. */
function wordAt(text: string, space: number): string {
  return /^[\p{L}\p{M}]+/u.exec(text.slice(space + 1, space + 30))?.[0].toLowerCase() ?? "";
}

/** A lead without any space: scripts that need none may be cut anywhere but inside a character. */
function whole(lead: string): string {
  if (!UNSPACED.test(lead.slice(0, LONGEST))) return lead;
  return `${[...lead.slice(0, LONGEST + 1)].slice(0, LONGEST / 2).join("")}…`;
}

/** The first sentences until they have a title's length; a text that never has it stays as it is written. */
function firstSentence(text: string, language: string | null): string {
  let end = 0;
  for (const piece of sentencePieces(text, language)) {
    end += piece.length;
    if (text.slice(0, end).trimEnd().length >= SHORTEST) return trimmed(text.slice(0, end));
  }
  return text;
}

const trimmed = (text: string): string => text.replace(/[\s.,;:–—-]+$/, "");
