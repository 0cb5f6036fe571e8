/** The title of an article: its headline, else the beginning of its lead. */
import type { Dispatch } from "../api/types.js";

/** A title from the lead is at most this long, in characters, unless its first word is longer. */
const LONGEST = 90;
/** And at least this long, where the lead is: a clause that ends sooner says too little. */
const SHORTEST = 30;

const SENTENCE_END = /[.!?。！？؟][\s"»”’')\]]{0,3}(?:\s|$)/;
const CLAUSE_END = /[,;:،；，、]\s|\s[–—-]{1,2}\s|[，、；]/g;

/** Never cut in the middle of a word. An empty dispatch has the title "". */
export function titleOf({ headline, paragraphs }: Pick<Dispatch, "headline" | "paragraphs">): {
  title: string;
  titleFrom: "headline" | "lead";
} {
  if (headline !== null && headline !== "") return { title: headline, titleFrom: "headline" };
  return { title: shorten(paragraphs.find((paragraph) => paragraph !== "") ?? ""), titleFrom: "lead" };
}

/** The first sentence if it is short enough, else its clauses as far as they fit, else its words. */
function shorten(lead: string): string {
  const text = lead.slice(0, LONGEST * 4);
  const sentence = firstSentence(text);
  if (sentence.length <= LONGEST) return sentence;
  let cut = 0;
  for (const { index } of text.slice(0, LONGEST + 2).matchAll(CLAUSE_END)) {
    if (index >= SHORTEST && index <= LONGEST) cut = index;
  }
  if (cut > 0) return trimmed(text.slice(0, cut));
  const space = text.lastIndexOf(" ", LONGEST);
  if (space > 0) return `${trimmed(text.slice(0, space))}…`;
  const next = text.indexOf(" ");
  return next > 0 ? trimmed(text.slice(0, next)) : whole(lead);
}

/** A lead without any space: scripts that need none may be cut anywhere but inside a character. */
function whole(lead: string): string {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(lead.slice(0, LONGEST)))
    return lead;
  return `${[...lead.slice(0, LONGEST + 1)].slice(0, LONGEST / 2).join("")}…`;
}

/** A capital and at most two letters before the full stop: `U.S.`, `Mr.`, `No.`. */
function isAbbreviation(text: string): boolean {
  const last = /(?:^|[\s.])([^\s.]{1,3})\.$/.exec(text)?.[1] ?? "";
  return last.charAt(0) !== last.charAt(0).toLowerCase();
}

function firstSentence(text: string): string {
  for (let from = 0; ; ) {
    const match = SENTENCE_END.exec(text.slice(from));
    if (!match) return text;
    const end = from + match.index + match[0].trimEnd().length;
    // `U.S. officials`, `Mr. Smith`: a sentence has more than a few letters before its full stop.
    if (end >= SHORTEST && !isAbbreviation(text.slice(0, end))) return trimmed(text.slice(0, end));
    from = end;
  }
}

const trimmed = (text: string): string => text.replace(/[\s.,;:–—-]+$/, "");
