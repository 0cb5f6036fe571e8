/** Takes off what follows the text: end marks, agencies, initials, mail addresses, copyright lines. */
import { agencyOf } from "./agencies.js";
import { fullYear } from "./dates.js";
import type { Fields, Stamp } from "./fields.js";
import type { Line } from "./lines.js";
import { monthOf } from "./months.js";
import { endsSentence } from "./paragraphs.js";
import { stampOf } from "./stamps.js";
import { hasDigits, isUpper } from "./tokens.js";

const LONGEST_MARK = 100;
/** What is left of a paragraph after a sign-off inside it is looked for in this many units. */
const REACH = 60;
const AROUND_NAME = " \t()[]/—–=-.©";
const LONGEST_ALONE = 44;
const MOST_SIGN_OFFS = 12;

const END_MARK =
  /^(?:-\s?\d{1,2}\s?-|–\s?\d{1,2}\s?–|[*#=_~—–-]{2,20}|(?:[*#=] ?){2,10}|[([/#-]{0,3}(?:the )?ends?[)\]/#-]{0,3}|reuters?|endit(?:em)?s?(?:\/[a-z]{2,4}){0,2}|[([]?(?:bitti|bitdi|kraj|konec|vége|slut|fim|son)[)\]]?|конец|кінець|son|sonu?|koniec|fin|ende|fine|slut|einde|[([（]?(?:完|了|끝|끝남|终|終)[)\]）]?|انتهى|نهاية الخبر|[<>]{2,4}|n{4})\.?$/;
const MAIL = /^\S{1,64}@[^\s@]{1,100}\.[a-z]{2,12}$/i;
const INITIALS = /^(?:(?:\p{Lu}\.\s?){1,3}(?:\p{Lu}\.?)?|\p{Lu}{2,3})$/u;
/** `abc/def/gh`, `AB/CD/EF`, `ABC // DEF`. */
const CODES = /^(?:\p{L}{2,4}\s?\/{1,2}\s?){1,4}\p{L}{0,4}$/u;
/** `abc def`, `abc ke`: two or three sets of initials. */
const LOWER_CODES = /^[a-z]{2,3}(?: [a-z]{2,3}){1,2}$/;
/** `9376**1416`. */
const NUMBERS = /^(?:\d{3,5}(?:\*{1,2}\d{2,5}){1,3}|\p{Lu}{2,4}\/\d{2,6})$/u;
/** What a page says below its text. */
const PAGE_NOTE = /ctrl\s?\+\s?enter|^follow us (?:on|at)\b/i;
/** `AZƏRTAC-ın xüsusi müxbiri`, `Special correspondent of AZERTAC`. */
const CORRESPONDENT =
  /(?:xüsusi müxbiri?|bölgə müxbiri?|special correspondent|собственный корреспондент|спецкорреспондент|özel muhabiri?|sonderkorrespondent|correspondant spécial|corresponsal especial)/i;
/** `(Reporting by Ann Lee; Editing by Bob Ray)`. */
const BRACKETED_CREDIT =
  /^\((?:additional )?(?:by|report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|translated) [^()]{2,200}\)$/i;
/** `Edited by Ann Lee`, `Edição: Ana Souza`, `Pewarta: Budi Santoso`. */
const LABELLED_CREDIT =
  /^(?:edited by |(?:reporting|editing|writing|edição|edición|redacción|pewarta|penulis|penerjemah|editor|redaktor|redaktör|muhabir|editör)\s?[:：]\s?)\p{Lu}[^.!?]{1,60}$/iu;
/** `This report by The Canadian Press was first published June 5, 2024.` */
const FIRST_PUBLISHED =
  /^this (?:report|story|article|content)\b.{0,60}\bfirst published (?:on )?(.{6,30}?)\.?$/i;
const SOURCE = /^SOURCE:? \p{Lu}/u;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b|riproduzione riservata|all rights reserved|все права защищены)/i;

/** Moves lines at the end that are sign-offs to the footer, before lines are joined to paragraphs. */
export function takeSignOffLines(lines: Line[], fields: Fields): void {
  const taken: string[] = [];
  for (let n = 0; n < MOST_SIGN_OFFS && lines.length > 1; n++) {
    const last = lines[lines.length - 1];
    const before = lines[lines.length - 2];
    if (!last || !before) break;
    // The last word of a wrapped sentence is none.
    if (!last.opens && !endsSentence(before.text) && !isSignOff(before.text, true)) break;
    if (!isSignOff(last.text, n > 0) && !takeEndStamp(last.text, fields)) break;
    taken.unshift(last.text);
    lines.pop();
    if (last.text.length > LONGEST_ALONE) takePublished(last.text, fields);
  }
  fields.footer.unshift(...taken);
  takeCorrespondent(lines, fields);
}

/** A name, what it is of an agency, and perhaps the place, each in a line at the end. */
function takeCorrespondent(lines: Line[], fields: Fields): void {
  const last = lines.length - 1;
  // Most texts end in a sentence.
  const isShort = (lines[last]?.text.length ?? 0) <= LONGEST_ALONE;
  const at = isShort
    ? ([last, last - 1].find((i) => i > 1 && CORRESPONDENT.test(lines[i]?.text ?? "")) ?? 0)
    : 0;
  const block = lines.slice(at - 1);
  if (at === 0 || !block.every(({ text }) => text.length <= LONGEST_ALONE && !/[.!?:]$/.test(text))) return;
  const [name] = block;
  // The name must be in a block of its own, after the last sentence.
  if (!name || !endsSentence(lines[at - 2]?.text ?? "")) return;
  fields.byline ??= name.text;
  fields.footer.unshift(...block.map(({ text }) => text));
  lines.splice(at - 1);
}

/** `05/06/2024 12:30:15`, `07-GEN-25 09:05 NNN`: the day and the time at the end of a transmission. */
function takeEndStamp(text: string, fields: Fields): boolean {
  if (text.length > LONGEST_ALONE || text.endsWith(".") || !hasDigits(text)) return false;
  const stamp = stampOf(text.replace(/\s+N{3,4}$/, "")) ?? stampBeside(text, fields);
  if (!stamp || stamp.day === null || stamp.month === null || stamp.year === null) return false;
  setStamp(fields, stamp);
  return true;
}

/** `05/06/2024 12:30:15`, `07-GEN-25 09:05 NNN`: the dateline tells which number is the month, or that it is a day at all. */
function stampBeside(text: string, { dateline }: Fields): Stamp | null {
  const [, first, second = "", last = "", clock] =
    /^(\d{1,2})([/-](?:\d{1,2}|\p{L}{3})[/-])(\d{4}|\d{2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s+N{3,4})?$/u.exec(
      text,
    ) ?? [];
  if (first === undefined || clock === undefined || dateline?.day == null) return null;
  const middle = second.slice(1, -1);
  const day = Number(first);
  const month = /\d/.test(middle) ? Number(middle) : monthOf(middle);
  const year = last.length === 2 ? fullYear(Number(last)) : Number(last);
  const isMonthFirst = month === dateline.day && day === dateline.month;
  const found = isMonthFirst ? { month: day, day: month } : { month, day };
  if (found.month !== dateline.month || Math.abs(found.day - dateline.day) > 1) return null;
  return { year, ...found, clock: clock.length > 5 ? clock : `${clock}:00`, offset: null };
}

function takePublished(text: string, fields: Fields): void {
  const published = FIRST_PUBLISHED.exec(text)?.[1];
  const stamp = published === undefined ? null : stampOf(published);
  if (stamp && stamp.day !== null) setStamp(fields, stamp);
}

/** A day below the text is the dispatch's own unless a line above it has one, or the dateline is of another day. */
function setStamp(fields: Fields, { year, month, day, clock, offset }: Stamp): void {
  const { dateline } = fields;
  const isOther =
    dateline?.day != null && (dateline.month !== month || Math.abs(dateline.day - (day ?? 0)) > 1);
  if (fields.stamp !== null || isOther) return;
  fields.stamp = { year, month, day, clock: null, offset: null };
  if (clock !== null) fields.clock ??= { clock, offset };
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
  if (PAGE_NOTE.test(text)) return true;
  if (text.length > LONGEST_ALONE) {
    // Most lines end here, before any pattern that costs.
    const first = text.charAt(0);
    if (first === "S") return SOURCE.test(text);
    if (first === "(" && BRACKETED_CREDIT.test(text)) return true;
    if ("Tt".includes(first) && FIRST_PUBLISHED.test(text)) return true;
    return "©(cCrRaAв".includes(first) ? COPYRIGHT.test(text) : text.includes("@") && MAIL.test(text);
  }
  const lower = text.toLowerCase();
  if (text.length <= 22 && END_MARK.test(lower)) return true;
  if (MAIL.test(text) || CODES.test(text) || COPYRIGHT.test(text) || SOURCE.test(text)) return true;
  if (isTaken && INITIALS.test(text)) return true;
  if (LOWER_CODES.test(text) || NUMBERS.test(text)) return true;
  if (BRACKETED_CREDIT.test(text) || LABELLED_CREDIT.test(text)) return true;
  if (isAgencyAlone(text)) return true;
  // `dpa wsz jln npr`, `(Hina) xabc ydef`, `//Petra// AB`, `WAM/Hatem Nur`.
  const [, agency = "", , rest = ""] =
    /^[([/]{0,2}([^\s/()[\]]{2,12})([)\]]?\s|[)\]]?[\s/]{1,3})(\S.{0,60})$/.exec(text) ?? [];
  if (agency === "" || agencyOf(agency) === null) return false;
  return (
    /^[a-z]{1,4}(?: [a-z]{1,4}){0,7}$/.test(rest) ||
    (/^[([/]/.test(text) && /^\p{Lu}{2,3}$/u.test(rest)) ||
    (text.includes("/") && /^\p{Lu}[^.!?]*$/u.test(rest))
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
      (/[^\p{L}]/u.test(tail) || isUpper(tail) || /^(?:Reuters?|Enditem)$/.test(tail));
    if (isEnd || MAIL.test(tail) || (isTaken && INITIALS.test(tail)) || isMarkedAgency(tail)) return at;
  }
  return -1;
}

/** `(APS)`, `/ritzau/`, `—AFP`, `REUTER`: written otherwise than in a sentence. */
function isMarkedAgency(tail: string): boolean {
  if (!isAgencyAlone(tail)) return false;
  return /^[([/—–=-]/.test(tail) || isUpper(tail) || /^Reuters?$/.test(tail);
}
