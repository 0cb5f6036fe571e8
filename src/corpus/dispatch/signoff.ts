/** Takes off what follows the text: end marks, agencies, initials, mail addresses, copyright lines. */
import { agencyOf } from "./agencies.js";
import type { Line } from "./lines.js";
import { endsSentence } from "./paragraphs.js";
import { isUpper } from "./tokens.js";

const LONGEST_MARK = 100;
/** What is left of a paragraph after a sign-off inside it is looked for in this many units. */
const REACH = 60;
const AROUND_NAME = " \t()[]/—–=-.";
const LONGEST_ALONE = 44;
const MOST_SIGN_OFFS = 12;

const END_MARK =
  /^(?:-\s?\d{1,2}\s?-|–\s?\d{1,2}\s?–|[*#=_~—–-]{2,20}|(?:\* ?){2,10}|[([/#-]{0,3}(?:the )?ends?[)\]/#-]{0,3}|reuters?|enditem|endit(?:em)?s?|конец|кінець|son|sonu?|koniec|fin|ende|fine|slut|einde|[([（]?(?:完|了|끝|끝남|终|終)[)\]）]?|انتهى|نهاية الخبر|[<>]{2,4}|n{4})\.?$/;
const MAIL = /^\S{1,64}@[^\s@]{1,100}\.[a-z]{2,12}$/i;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}\.?)?$/u;
const CODES = /^(?:[a-z]{2,4}\/\s?){1,4}[a-z]{0,4}$/;
const SOURCE = /^SOURCE:? \p{Lu}/u;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b|riproduzione riservata|all rights reserved|все права защищены)/i;

/** Moves lines at the end that are sign-offs to the footer, before lines are joined to paragraphs. */
export function takeSignOffLines(lines: Line[], footer: string[]): void {
  const taken: string[] = [];
  for (let n = 0; n < MOST_SIGN_OFFS && lines.length > 1; n++) {
    const last = lines[lines.length - 1];
    const before = lines[lines.length - 2];
    if (!last || !before || !isSignOff(last.text, n > 0)) break;
    // The last word of a wrapped sentence is none.
    if (!last.opens && !endsSentence(before.text) && !isSignOff(before.text, true)) break;
    taken.unshift(last.text);
    lines.pop();
  }
  footer.unshift(...taken);
}

/** Moves the sign-offs at the end to the footer, in the order in which they were written. */
export function takeSignOffs(paragraphs: string[], footer: string[]): void {
  const taken: string[] = [];
  let isTaken = false;
  for (let n = 0; n < MOST_SIGN_OFFS; n++) {
    const last = paragraphs.at(-1);
    if (last === undefined) break;
    if (paragraphs.length > 1 && isSignOff(last, isTaken)) {
      taken.unshift(last);
      paragraphs.pop();
      isTaken = true;
      continue;
    }
    const at = signOffInside(last, isTaken);
    if (at < 0) break;
    taken.unshift(last.slice(at).trim());
    paragraphs[paragraphs.length - 1] = last.slice(0, at).trimEnd();
    isTaken = true;
  }
  footer.unshift(...taken);
}

/** Whether a paragraph is a sign-off; `isTaken`: one was taken below it, so that initials are some too. */
function isSignOff(text: string, isTaken: boolean): boolean {
  if (text.length > LONGEST_MARK) return false;
  if (text.length > LONGEST_ALONE) {
    // Most lines end here, before any pattern that costs.
    const first = text.charAt(0);
    if (first === "S") return SOURCE.test(text);
    return "©(cCrRaAв".includes(first) ? COPYRIGHT.test(text) : text.includes("@") && MAIL.test(text);
  }
  const lower = text.toLowerCase();
  if (text.length <= 22 && END_MARK.test(lower)) return true;
  if (MAIL.test(text) || CODES.test(text) || COPYRIGHT.test(text) || SOURCE.test(text)) return true;
  if (isTaken && INITIALS.test(text)) return true;
  if (isAgencyAlone(text)) return true;
  // `dpa wsz jln npr`, `WAM/Hatem Nur`.
  const [, agency = "", , rest = ""] = /^([^\s/]{2,12})([\s/]{1,3})(\S.{0,60})$/.exec(text) ?? [];
  if (agency === "" || agencyOf(agency) === null) return false;
  return (
    /^[a-z]{1,4}(?: [a-z]{1,4}){0,7}$/.test(rest) || (text.includes("/") && /^\p{Lu}[^.!?]*$/u.test(rest))
  );
}

function isAgencyAlone(text: string): boolean {
  if (text.length > LONGEST_ALONE) return false;
  let from = 0;
  let to = text.length;
  while (from < to && AROUND_NAME.includes(text.charAt(from))) from++;
  while (to > from && AROUND_NAME.includes(text.charAt(to - 1))) to--;
  const bare = text.slice(from, to);
  return bare.length >= 2 && agencyOf(bare) !== null;
}

/** Where a sign-off begins at the end of a paragraph, after a whole sentence; -1 if there is none. */
function signOffInside(text: string, isTaken: boolean): number {
  // A sentence that ends the text is none: `(ANSA).` is one.
  if (!isTaken && text.endsWith(".") && text.charAt(text.length - 2) !== ")") return -1;
  const from = Math.max(1, text.length - REACH);
  // Sign-offs have one to three words: each space from the end is tried.
  for (let at = text.length - 1, words = 0; at >= from && words < 3; at--) {
    const isBorder =
      text.charAt(at - 1) === " " ||
      ("(（".includes(text.charAt(at)) && endsSentence(text.slice(Math.max(0, at - 4), at)));
    if (!isBorder) continue;
    words++;
    const tail = text.slice(at);
    if (!endsSentence(text.slice(Math.max(0, at - 6), at).trimEnd())) continue;
    const isEnd =
      END_MARK.test(tail.toLowerCase()) &&
      (/[^\p{L}]/u.test(tail) || isUpper(tail) || /^Reuters?$/.test(tail));
    if (isEnd || MAIL.test(tail) || (isTaken && INITIALS.test(tail)) || isMarkedAgency(tail)) return at;
  }
  return -1;
}

/** `(APS)`, `/ritzau/`, `—AFP`, `REUTER`: written otherwise than in a sentence. */
function isMarkedAgency(tail: string): boolean {
  if (!isAgencyAlone(tail)) return false;
  return /^[([/—–=-]/.test(tail) || isUpper(tail) || /^Reuters?$/.test(tail);
}
