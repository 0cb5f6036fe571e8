/** Reads agencies among the tokens of a line: alone, and in brackets or slashes with a day or a correspondent. */
import { agencyOf, beginsAgency, LONGEST_AGENCY } from "./agencies.js";
import { type FoundDate, readDate } from "./dates.js";
import { isKnownCity } from "./places.js";
import { isCapitalised, isCaseless, Kind, lowered, type Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

/** An agency as it stands in a line. */
export interface Agency {
  name: string;
  written: string;
  /** It is in the table of agencies. */
  known: boolean;
  /** Brackets or slashes are around it, which only an agency has there. */
  marked: boolean;
  /** The number of the token after it. */
  end: number;
}

/** What brackets or slashes hold. */
export interface Marked {
  agency: Agency | null;
  date: FoundDate | null;
  byline: string | null;
  place: string | null;
  /** Words that name no known agency, if they could be one. */
  text: string | null;
  /** The number of the token after the closing sign. */
  end: number;
}

/** Letters up to which a name must be written as its agency writes it. */
const LONGEST_SHORT = 4;
/** Tokens of the longest spelling. */
const MOST_TOKENS = 6;
const MOST_MARKED = 24;
const LONGEST_MARKED = 90;
const LONGEST_UNKNOWN = 31;
/** Words that say what an agency or a person is. */
const AGENCY_LABELS = new WordSet("иа ан ниат нииа агентство ia i̇a");
const QUALIFIERS = new WordSet(
  "иа ан аи ниат нииа корр корреспондент спецкорр собкорр агентство ia i̇a correspondent news agency " +
    "via with by reporter corr müxbir muhabir 记者 記者 기자 ir ua",
);

/** Words for a correspondent or an agency, which begin no name. */
const NO_NAME =
  /^(?:корр|кар|кор|спецкорр|собкорр|корреспондент|corr|correspondent|reporter|müxbir|müxbiri|muhabiri?|news|agency)$/i;

/**
 * The agency that begins at a token, if it is written as a name. Short names are words as well (`Pa`, `dire`, `ana`): they
 * must be in capitals or as their agency writes them.
 */
export function agencyAt(t: Tokens, from: number): Agency | null {
  const agency = anyAgencyAt(t, from);
  if (!agency) return null;
  const { written, name } = agency;
  if (written === name || written === written.toUpperCase() || isCaseless(written.charCodeAt(0)))
    return agency;
  if (written.length > LONGEST_SHORT) return written === written.toLowerCase() ? null : agency;
  // `УзА`, `AzərTAc`.
  return /\p{Lu}.*\p{Lu}/u.test(written) ? agency : null;
}

/** The agency that begins at a token, in whatever letter case; the longest spelling counts. */
function anyAgencyAt(t: Tokens, from: number): Agency | null {
  let start = from;
  const opening = t.get(start).kind;
  if (opening !== Kind.Word && opening !== Kind.Number && opening !== Kind.Quote) return null;
  if (opening === Kind.Word) {
    const word = lowered(t.word(start));
    if (QUALIFIERS.has(word)) {
      start++;
      if (t.get(start).kind === Kind.Dot) start++;
      const quoted = AGENCY_LABELS.has(word) ? quotedAt(t, start) : null;
      if (quoted) return quoted;
    } else if (!beginsAgency(word)) return null;
  }
  const isQuoted = t.get(start).kind === Kind.Quote;
  if (isQuoted) start++;
  const first = t.get(start);
  if (first.kind !== Kind.Word && first.kind !== Kind.Number) return null;
  if (start > from && !beginsAgency(lowered(t.word(start)))) return null;
  let last = start;
  while (
    last < start + MOST_TOKENS - 1 &&
    canBeInside(t.get(last + 1).kind) &&
    t.get(last + 1).end - first.start <= LONGEST_AGENCY
  )
    last++;
  for (; last >= start; last--) {
    const { kind } = t.get(last);
    if (kind !== Kind.Word && kind !== Kind.Dot) continue;
    const written = t.slice(start, last);
    const name = agencyOf(written);
    if (name === null || isGlued(t, last + 1)) continue;
    return { name, written, known: true, marked: false, end: afterAgency(t, last + 1, isQuoted) };
  }
  return null;
}

/** `ИА «Рес»`: what is called an agency is one, known or not. */
function quotedAt(t: Tokens, from: number): Agency | null {
  if (t.get(from).kind !== Kind.Quote || t.get(from + 1).kind !== Kind.Word) return null;
  let last = from + 1;
  while (last < from + MOST_TOKENS && canBeInside(t.get(last + 1).kind)) last++;
  if (t.get(last + 1).kind !== Kind.Quote) return null;
  const written = t.slice(from + 1, last);
  return { name: agencyOf(written) ?? written, written, known: true, marked: false, end: last + 2 };
}

const canBeInside = (kind: Kind): boolean =>
  kind === Kind.Word ||
  kind === Kind.Number ||
  kind === Kind.Dot ||
  kind === Kind.Dash ||
  kind === Kind.Slash;

/** A letter or digit right after it: it is the beginning of another word. */
function isGlued(t: Tokens, i: number): boolean {
  const next = t.get(i);
  if (next.spaced) return false;
  if (next.kind === Kind.Word || next.kind === Kind.Number) return true;
  // `TASS.com` is no TASS; `AZERTAC.` is one.
  return (
    next.kind === Kind.Dot &&
    t.get(i + 1).kind === Kind.Word &&
    !t.get(i + 1).spaced &&
    !isCapitalised(t.word(i + 1))
  );
}

/** Past a quotation mark, `IA`, and a service's name glued on: `Interfax-Sport`. */
function afterAgency(t: Tokens, from: number, isQuoted: boolean): number {
  let i = from;
  if (isQuoted && t.get(i).kind === Kind.Quote) i++;
  const sign = t.get(i);
  const next = t.get(i + 1);
  if (
    sign.kind === Kind.Dash &&
    !sign.spaced &&
    next.kind === Kind.Word &&
    !next.spaced &&
    sign.end - sign.start === 1
  ) {
    if (isCapitalised(t.word(i + 1)) && agencyOf(t.word(i + 1)) === null) i += 2;
  }
  if (t.get(i).kind === Kind.Word && /^(?:IA|ИА|İA)$/.test(t.word(i))) i++;
  return i;
}

/** What the brackets or slashes at a token hold; null where there are none, or they hold prose. */
export function markedAt(t: Tokens, from: number, isInside: boolean): Marked | null {
  const open = t.get(from);
  const isSlash = open.kind === Kind.Slash;
  if (!isSlash && open.kind !== Kind.Open) return null;
  const close = closingOf(t, from, isSlash ? Kind.Slash : Kind.Close);
  if (close < 0) return null;
  const found: Marked = { agency: null, date: null, byline: null, place: null, text: null, end: close + 1 };
  const names: string[] = [];
  let unknown = 0;
  for (let i = from + 1; i < close; ) {
    const { kind } = t.get(i);
    const date = found.date === null ? readDate(t, i) : null;
    if (date && date.end <= close) {
      found.date = date;
      i = date.end;
      continue;
    }
    const agency = anyAgencyAt(t, i);
    if (agency && agency.end <= close) {
      found.agency = { ...agency, marked: true, end: close + 1 };
      i = agency.end;
      continue;
    }
    if (kind !== Kind.Word) {
      if (kind === Kind.Number || kind === Kind.Other) unknown++;
      i++;
      continue;
    }
    let end = i;
    while (end < close && isNamePart(t, end)) end++;
    if (end === i) {
      unknown++;
      i++;
      continue;
    }
    const name = t.slice(i, end - 1);
    if (!QUALIFIERS.has(name.toLowerCase().replace(".", ""))) names.push(name);
    i = end;
  }
  return judge(t, found, names, unknown, from, close, isSlash, isInside);
}

/** Words, the full stops of initials, and the hyphens of double names. */
function isNamePart(t: Tokens, i: number): boolean {
  const { kind, spaced } = t.get(i);
  if (kind === Kind.Word) return !NO_NAME.test(t.word(i));
  if (kind === Kind.Dot) return !spaced && t.word(i - 1).length === 1;
  // `Bakı-APA` is a place and an agency.
  return kind === Kind.Dash && !spaced && !t.get(i + 1).spaced && anyAgencyAt(t, i + 1) === null;
}

function closingOf(t: Tokens, from: number, closing: Kind): number {
  const { start } = t.get(from);
  for (let i = from + 1; i < from + MOST_MARKED; i++) {
    const token = t.get(i);
    if (token.kind === Kind.End || token.end - start > LONGEST_MARKED) return -1;
    if (token.kind === closing) return i > from + 1 ? i : -1;
    if (token.kind === Kind.Open) return -1;
  }
  return -1;
}

/** Names beside a known agency are a place or a correspondent; without one they may be an agency. */
function judge(
  t: Tokens,
  found: Marked,
  names: string[],
  unknown: number,
  from: number,
  close: number,
  isSlash: boolean,
  isInside: boolean,
): Marked | null {
  if (found.agency) {
    if (unknown > 2) return null;
    for (const name of names) {
      if (!isInside && found.place === null && isKnownCity(name)) found.place = name;
      else if (name.includes(" ") || name.includes(".")) found.byline ??= name;
    }
    return found;
  }
  if (found.date) return names.length === 0 && unknown === 0 ? found : null;
  if (isSlash && t.get(from).spaced !== true && t.get(from + 1).spaced) return null;
  // `(Новый Регион, Олег Кравцев)`: the agency stands before its correspondent.
  const [first = "", second] = names;
  const isPair = names.length === 2 && second !== undefined && second.includes(" ");
  const text = isPair ? first : t.slice(from + 1, close - 1).trim();
  if (isPair) found.byline = second;
  const isOne = names.length >= 1 && names.length <= 2 && unknown === 0;
  if (isOne && text.length >= 2 && text.length <= LONGEST_UNKNOWN && isCapitalised(text)) found.text = text;
  return found.text === null ? null : found;
}
