/** Reads what surrounds a dispatch on the wire: headers of IPTC 7901 and ANPA 1312, `ZCZC … NNNN`, field codes of AAP. */
import { agencyOf } from "./agencies.js";
import { bylineOf } from "./byline.js";
import { fullYear, readDate } from "./dates.js";
import type { Fields } from "./fields.js";
import type { Line } from "./lines.js";
import { monthOf } from "./months.js";
import { versionOf } from "./notices.js";
import { clockAt, stampOf } from "./stamps.js";
import { Tokens } from "./tokens.js";

/** Control characters of the wire: start and end of header and text, shifts, fills. */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]+/g;
const HAS_CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/;
/** Ends the text in both standards. */
const END_OF_TEXT = "\x03";

/** IPTC 7901: service and number, priority, category, words, and what the agency adds. */
const IPTC_HEADER = /^[a-z]{3}\d{3,5} \d [a-z]{1,3} \d{1,5}(?:\s|$)/;
/** ANPA 1312: level, category, format and the key word line. */
const ANPA_HEADER = /^[a-z] [a-z]\S{0,3} {0,3}(?:BC|AM|PM|AP|BN|HF|US)-/;
const HIGHEST_LINE = 40;
const LONGEST_HEADER = 120;

/**
 * Takes the lines of a transmission's header and trailer into the fields, and leaves those of the text. Lines of any
 * other dispatch stay as they are.
 *
 * Sources: IPTC 7901 (5th revision), ANPA 1312 (89-3).
 */
export function takeTransmission(lines: Line[], fields: Fields): void {
  const first = lines[0]?.text ?? "";
  const second = lines[1]?.text ?? "";
  const bare = first.replace(CONTROLS, "");
  if (IPTC_HEADER.test(bare)) takeIptc(lines, fields);
  else if (ANPA_HEADER.test(second.replace(CONTROLS, " ").trim()) || isAnpaStart(first, second))
    takeAnpa(lines, fields);
  else if (isZczc(bare)) takeZczc(lines, fields);
}

/** `ZCZC`, the start of a message. Most lines end the look at it before a pattern has to be compiled. */
const isZczc = (line: string): boolean =>
  line.slice(0, 4).toLowerCase() === "zczc" && !/^\p{L}/u.test(line.slice(4));

const isAnpaStart = (first: string, second: string): boolean =>
  first.length < 40 && second.startsWith("^") && /[<=]\s*$/.test(second);

/** The control characters are no text: none of them is kept, nor a line that has nothing else. */
function stripControls(lines: Line[]): void {
  let kept = 0;
  let opens = false;
  for (const line of lines) {
    if (HAS_CONTROLS.test(line.text)) line.text = line.text.replace(CONTROLS, "").trim();
    opens ||= line.opens;
    if (line.text === "") continue;
    line.opens = opens;
    opens = false;
    lines[kept++] = line;
  }
  lines.length = kept;
}

/** The lines from a number on, moved to the front of the footer. */
function takeFooter(lines: Line[], from: number, fields: Fields): void {
  const taken = lines.splice(from).map(({ text }) => text);
  fields.footer = [...taken, ...fields.footer];
}

/** Without the signs that end a line of a header, and the space around them. By hand: no pattern tries each space. */
function withoutEnd(text: string, signs: string): string {
  const trimmed = text.trimEnd();
  return signs.includes(trimmed.charAt(trimmed.length - 1)) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

/** Keeps a line as written and takes it off. */
function shift(lines: Line[], fields: Fields): string {
  const text = lines.shift()?.text ?? "";
  if (text !== "") fields.header.push(text);
  return text;
}

function setStamp(
  fields: Fields,
  year: number,
  month: number,
  day: number,
  clock: string,
  offset: string | null,
): void {
  fields.stamp = { year, month, day, clock: null, offset: null };
  fields.clock = { clock: `${clock.slice(0, 2)}:${clock.slice(2)}:00`, offset };
}

/** dpa and others: the header, key words ending in `/`, versions, the headline up to ` =`, a byline. */
function takeIptc(lines: Line[], fields: Fields): void {
  const hasEnd = lines.some(({ text }) => text.includes(END_OF_TEXT));
  stripControls(lines);
  takeIptcTrailer(lines, fields, hasEnd);
  const agency = /\s([a-z]{2,5})(?:-[a-z]{2,4})?\s+\d{2,5}$/.exec(
    shift(lines, fields).slice(0, LONGEST_HEADER),
  )?.[1];
  fields.agency = agency === undefined ? null : agencyOf(agency);
  if (lines[0]?.text.endsWith("/")) {
    const words = shift(lines, fields).split("/");
    for (const word of words) if (word.trim() !== "") fields.subjects.push(word.trim());
  }
  const headline: string[] = [];
  for (let n = 0; n < 8 && lines.length > 1; n++) {
    const line = lines[0];
    if (!line || (line.opens && n > 0)) break;
    const version = /^\d(?:ST|ND|RD|TH) NET$/.test(line.text) ? line.text : versionOf(line.text);
    const byline = bylineOf(line.text);
    const isLast = /=\s*$/.test(line.text);
    if (version !== null && line.text.length < 30) {
      fields.version = fields.version === null ? version : `${fields.version} ${version}`;
      fields.header.push(line.text);
    } else if (byline && headline.length > 0) {
      fields.byline = byline.byline;
      fields.header.push(line.text);
    } else headline.push(withoutEnd(line.text, "="));
    lines.shift();
    if (isLast) break;
  }
  if (headline.length > 0) fields.headline = headline.join(" ").trim();
  const next = lines[0];
  if (next) next.opens = true;
}

/** The day, the time and the month with two digits of the year, below notes that are not for publication. */
function takeIptcTrailer(lines: Line[], fields: Fields, hasEnd: boolean): void {
  const trailer = /^(\d{2})(\d{4})( GMT)? (\p{L}{3,4}) (\d{2})$/u.exec(lines.at(-1)?.text ?? "");
  if (trailer) {
    const [text, day = "", clock = "", gmt, name = "", year = ""] = trailer;
    lines.pop();
    fields.footer.unshift(text);
    const month = monthOf(name);
    // Without the sign that ends the text the last number may be the day once more.
    const isYear = hasEnd || year !== day;
    if (month > 0 && isYear)
      setStamp(
        fields,
        fullYear(Number(year)),
        month,
        Number(day),
        clock,
        gmt === undefined ? null : "+00:00",
      );
  }
  const notes = lines.findIndex(({ text }) => /^# ?(?:dpa[- ])?(?:notebook|notizblock)\b/i.test(text));
  if (notes > 0) takeFooter(lines, notes, fields);
}

/** AP, Kyodo: the header, lines that begin with `^`, and the time in a line below the text. */
function takeAnpa(lines: Line[], fields: Fields): void {
  stripControls(lines);
  takeAnpaTrailer(lines, fields);
  for (let n = 0; n < 3 && lines.length > 1; n++) {
    const text = lines[0]?.text ?? "";
    if (n > 0 && text.startsWith("^")) break;
    if (n > 0 && !/^[a-z] [a-z]|^\^?(?:BC|AM|PM)-/.test(text)) break;
    noteVersion(text, fields);
    shift(lines, fields);
  }
  takeCaretLines(lines, fields);
  const headline = lines[0];
  if (headline && /^[^^].{5,150}\+\s*$/.test(headline.text) && fields.headline === null) {
    fields.headline = withoutEnd(headline.text, "+");
    lines.shift();
  }
  const next = lines[0];
  if (next) next.opens = true;
  // Where every line is indented each is a paragraph.
  if (lines.every(({ indent }) => indent > 0)) for (const line of lines) line.opens = true;
}

function noteVersion(text: string, fields: Fields): void {
  const version = versionOf(text.replace(/(\d(?:st|nd|rd|th))Ld/, "$1 Ld"));
  if (version !== null) fields.version = version;
}

/** The slug, the headline, notes, a summary, the byline: all but the headline end in `<`, bylines in `=`. */
function takeCaretLines(lines: Line[], fields: Fields): void {
  const count = lines.findIndex(({ text }) => !text.startsWith("^"));
  const caret = count < 0 ? lines.length : count;
  const hasText = caret < lines.length;
  let taken = 0;
  for (; taken < caret && taken < HIGHEST_LINE; taken++) {
    const line = lines[taken];
    if (!line) break;
    const text = withoutEnd(line.text.slice(1), "<=").trim();
    const isByline = /=\s*$/.test(line.text);
    const byline = bylineOf(text);
    if (taken === 0 && /(?:^|[< ])(?:BC|AM|PM|AP)-|,\d{2,5}$/.test(text)) noteVersion(text, fields);
    else if (byline && fields.byline === null && (isByline || fields.headline !== null))
      fields.byline = byline.byline;
    else if (!isByline && !/^(?:AP (?:Photo|Video|Graphic)|\(?Eds|EDITOR)/i.test(text)) {
      if (fields.headline === null) {
        fields.headline = text;
        continue;
      }
      // A list of headlines has nothing but such lines: they are its text.
      if (!hasText) break;
      if (fields.abstract === null && text.length > 60) {
        fields.abstract = text;
        continue;
      }
    }
    fields.header.push(line.text);
  }
  lines.splice(0, taken);
  for (const line of lines) {
    if (!line.text.startsWith("^")) break;
    line.text = withoutEnd(line.text.slice(1), "<=").trim();
    line.opens = true;
  }
}

/** `^AP-WF-02-20-16 0459GMT<`; Kyodo: `KWS-21:37-09-12-18`, day before month. */
function takeAnpaTrailer(lines: Line[], fields: Fields): void {
  const text = lines.at(-1)?.text ?? "";
  const american = /^\^?[A-Z]{2,4}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) (\d{4})(GMT)?<?$/.exec(text);
  const kyodo = /^\^?[A-Z]{2,4}-(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)<?$/.exec(text);
  if (!american && !kyodo) return;
  lines.pop();
  fields.footer.unshift(text);
  if (american) {
    const [, month, day, year, clock = "", gmt] = american;
    fields.agency ??= agencyOf(/[A-Z]+/.exec(text)?.[0] ?? "");
    setStamp(
      fields,
      fullYear(Number(year)),
      Number(month),
      Number(day),
      clock,
      gmt === undefined ? null : "+00:00",
    );
  } else if (kyodo) {
    const [, hour = "", minute = "", day, month, year] = kyodo;
    setStamp(fields, fullYear(Number(year)), Number(month), Number(day), hour + minute, null);
  }
}

/** `ZCZC` and codes above the text, `NNNN` below it. */
function takeZczc(lines: Line[], fields: Fields): void {
  stripControls(lines);
  const end = lines.findIndex(({ text }) => /(?:^|\s)n{4}$/i.test(text));
  if (end > 0) {
    // Some give the time in the same line: `22-APR-25 10:30 NNNN`.
    const stamp = stampOf((lines[end]?.text ?? "").slice(0, -4).trimEnd());
    if (stamp && stamp.day !== null) {
      fields.stamp = stamp;
      if (stamp.clock !== null) fields.clock = { clock: stamp.clock, offset: stamp.offset };
    }
    takeFooter(lines, end, fields);
  }
  const first = shift(lines, fields);
  const agency = /^(?:zczc|ZCZC)\s+([A-Z]{2,6})$/.exec(first)?.[1];
  if (agency !== undefined) fields.agency = agencyOf(agency);
  if (lines.slice(0, 4).some(({ text }) => /^[A-Z]{2}#/.test(text))) takeKeyLines(lines, fields);
  else if (lines.slice(0, 4).some(({ text }) => /^[%#$&*@:]/.test(text))) takeCodeLines(lines, fields);
  else
    for (let n = 0; n < HIGHEST_LINE && lines.length > 1 && isCode(lines[0]?.text ?? ""); n++)
      shift(lines, fields);
  const next = lines[0];
  if (next) next.opens = true;
}

/** Capitals and digits that are no words: `R POL S0A QBXB`, `XCI20327026526_SXA_QBKN`, `BSS-12`. */
const isCode = (text: string): boolean =>
  text.length <= 60 &&
  /^[A-Z0-9 /_:.,()-]+$/.test(text) &&
  /\d/.test(text) &&
  !/[A-Z]{9}/.test(text) &&
  stampOf(text) === null;

/** AAP: `#slug`, `$headline`, `:(PLACE)`, `&author`, `*time`, `@state`. */
function takeCodeLines(lines: Line[], fields: Fields): void {
  for (let n = 0; n < HIGHEST_LINE && /^[%#$&*@:](?!\s)/.test(lines[0]?.text ?? ""); n++) {
    if (lines.length === 1) break;
    const text = lines[0]?.text ?? "";
    const value = text.slice(1).trim();
    const sign = text.charAt(0);
    if (sign === "$" && value.length > 3 && fields.headline === null) {
      fields.headline = value;
      lines.shift();
      continue;
    }
    shift(lines, fields);
    if (sign === ":") fields.place = /^\(([^()]{2,40})\)$/.exec(value)?.[1] ?? fields.place;
  }
  if ((lines[0]?.text ?? "") === ":" && lines.length > 1) shift(lines, fields);
}

/** `TI#headline`, `PD#day`, `AB#summary`, `TX#` before the text. */
function takeKeyLines(lines: Line[], fields: Fields): void {
  for (let n = 0; n < HIGHEST_LINE && lines.length > 1; n++) {
    const match = /^([A-Z]{2})#(.*)$/.exec(lines[0]?.text ?? "");
    if (!match) break;
    const [, key, value = ""] = match;
    const text = value.trim();
    if (key === "TI" && text !== "" && fields.headline === null) {
      fields.headline = text;
      lines.shift();
    } else if (key === "AB" && text !== "" && fields.abstract === null) {
      fields.abstract = text;
      lines.shift();
    } else if (key === "TX" && text !== "") {
      const line = lines[0];
      if (line) line.text = text;
      break;
    } else {
      shift(lines, fields);
      if (key === "PD") noteStamp(text, fields);
      if (key === "BY" && text !== "") fields.byline = text;
      if (key === "TX") break;
    }
  }
}

function noteStamp(text: string, fields: Fields): void {
  const t = new Tokens(text, 60);
  const date = readDate(t, 0);
  if (!date || date.year === null || date.month === null) return;
  fields.stamp = { year: date.year, month: date.month, day: date.day, clock: null, offset: null };
  const clock = clockAt(t, date.end);
  if (clock) fields.clock = { clock: clock.clock, offset: null };
}
