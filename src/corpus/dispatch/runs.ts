/** Reads runs of capitalised words: places with their region, and names of correspondents. */
import { agencyAt } from "./credit.js";
import { isNumberNear, readDate } from "./dates.js";
import { clean } from "./lines.js";
import { isWeekday, monthOf } from "./months.js";
import {
  canBePlace,
  isConnector,
  isKnownCity,
  isOrganisation,
  isShortened,
  isShortRegion,
} from "./places.js";
import { isCapitalised, isCaseless, isUpper, Kind, type Tokens } from "./tokens.js";

/** A place as written, with the region beside it. */
export interface PlaceRun {
  city: string;
  region: string | null;
  /** How many words the city has. */
  words: number;
  /** The number of the token after it. */
  end: number;
}

/** Words that belong together. */
interface Run {
  text: string;
  words: number;
  end: number;
}

const MOST_WORDS = 6;
/** Scripts without capitals show no name by themselves. */
const MOST_CASELESS = 3;
const LONGEST = 60;

/** Signs that may follow a place. */
function canFollow(t: Tokens, i: number): boolean {
  const { kind } = t.get(i);
  // A place alone in its line is none.
  if (kind === Kind.End) return false;
  return kind !== Kind.Word && kind !== Kind.Other && kind !== Kind.Quote && kind !== Kind.Close
    ? true
    : kind === Kind.Word && (readDate(t, i) !== null || agencyAt(t, i) !== null);
}

/** The place that begins at a token, or null: `NAIROBI, Kenya`, `SEOUL/WASHINGTON`, `St. Louis`, `Nur-Sultan`. */
export function placeAt(t: Tokens, from: number): PlaceRun | null {
  if (t.get(from).kind !== Kind.Word) return null;
  const first = t.word(from);
  if (!isCapitalised(first)) return null;
  const city = cityAt(t, from);
  if (!city) return null;
  if (!canBePlace(first) && !isKnownCity(city.text) && !isUpper(city.text)) return null;
  const place: PlaceRun = { city: city.text, region: null, words: city.words, end: city.end };
  // Up to two of them: `LOUISVILLE, Ky., USA`.
  for (let n = 0; n < 2; n++) {
    const region = regionAt(t, place.end);
    if (!region) break;
    place.region = place.region === null ? region.text : `${place.region}, ${region.text}`;
    place.end = region.end;
  }
  return isNameOfOther(place) ? null : place;
}

function cityAt(t: Tokens, from: number): Run | null {
  const most = isCaseless(t.word(from).charCodeAt(0)) ? MOST_CASELESS : MOST_WORDS;
  let end = from;
  let words = 0;
  let last = "";
  for (let i = from; t.get(i).kind === Kind.Word; ) {
    const word = t.word(i);
    if (words > 0 && isDateWord(t, i)) break;
    const isPart =
      words > 0 &&
      !isCapitalised(word) &&
      (isConnector(word) || (words === 1 && isKnownCity(t.slice(from, i))));
    if (!isPart && !isCapitalised(word)) break;
    if (++words > most) return null;
    i = afterWord(t, i, word);
    end = i;
    const { kind } = t.get(i - 1);
    last = kind === Kind.Dash || kind === Kind.Slash ? "" : word;
  }
  if (words === 0 || last === "" || !canFollow(t, end)) return null;
  if (words > 1 && isConnector(last.toLowerCase())) return null;
  const text = clean(t.slice(from, end - 1));
  return text.length < 2 || text.length > LONGEST ? null : { text, words, end };
}

/** Weekdays are no places, and banks are none unless a state stands beside them: Red Bank, N.J. */
function isNameOfOther({ city, region }: PlaceRun): boolean {
  const words = city.split(/[\s-]/);
  if (words.some((word) => isWeekday(word))) return !isKnownCity(city);
  return region === null && words.some((word) => isOrganisation(word));
}

/** A month beside a number begins a day. */
function isDateWord(t: Tokens, i: number): boolean {
  if (!isNumberNear(t, i)) return false;
  const word = t.word(i);
  if (monthOf(word) === 0 && word !== "في" && word !== "le" && word !== "el") return false;
  return readDate(t, i) !== null;
}

/** Past a word, with the full stop of `St.`, the hyphen of `Nur-Sultan` or the slash between two places. */
function afterWord(t: Tokens, i: number, word: string): number {
  const sign = t.get(i + 1);
  const next = t.get(i + 2);
  if (sign.kind === Kind.Dot && !sign.spaced && isShortened(word)) return i + 2;
  if (next.kind !== Kind.Word) return i + 1;
  const joins =
    (sign.kind === Kind.Dash && !sign.spaced && !next.spaced && sign.end - sign.start === 1) ||
    (sign.kind === Kind.Slash && sign.spaced === next.spaced);
  if (!joins || !isCapitalised(t.word(i + 2)) || agencyAt(t, i + 2) !== null || isDateWord(t, i + 2)) {
    const lower = sign.kind === Kind.Dash && joins && isConnector(t.word(i + 2));
    return lower ? i + 2 : i + 1;
  }
  return i + 2;
}

/** `, Kenya`, `, Pa.`, `, D.C.`, `, British Columbia`: what follows the comma after a place. */
function regionAt(t: Tokens, from: number): Run | null {
  if (t.get(from).kind !== Kind.Comma) return null;
  let end = from + 1;
  let words = 0;
  for (let i = from + 1; t.get(i).kind === Kind.Word; ) {
    const word = t.word(i);
    const after = t.get(i + 1).kind;
    const isState = isShortRegion(word) && word.length > 1 && (after === Kind.Dot || after === Kind.Comma);
    if (readDate(t, i) !== null || (!isState && agencyAt(t, i) !== null)) break;
    const isName = isCapitalised(word) && !isWeekday(word);
    if (!isName && !(isConnector(word) && (words > 0 || word === "the"))) return null;
    if (++words > 4) return null;
    i++;
    const sign = t.get(i);
    if (sign.kind === Kind.Dot && !sign.spaced && isShortRegion(word)) i++;
    else if (
      sign.kind === Kind.Dash &&
      !sign.spaced &&
      !t.get(i + 1).spaced &&
      t.get(i + 1).kind === Kind.Word
    )
      i++;
    end = i;
  }
  if (words === 0 || !canFollow(t, end)) return null;
  // `Baku, Ivan Petrov - APA`: a name before an agency is no region.
  const text = clean(t.slice(from + 1, end - 1));
  const sign = t.get(end).kind;
  const isName = words >= 2 && (sign === Kind.Dash || sign === Kind.Comma) && agencyAt(t, end + 1) !== null;
  return isName && !isUpper(text) ? null : { text, words, end };
}

/** Up to `most` capitalised words, with initials: `Ivan Petrov`, `S. Aghayeva`. */
export function runAt(t: Tokens, from: number, most: number): Run | null {
  let end = from;
  let words = 0;
  for (let i = from; t.get(i).kind === Kind.Word && words < most + 1; ) {
    const word = t.word(i);
    if (!isCapitalised(word) || (words > 0 && agencyAt(t, i) !== null)) break;
    words++;
    i++;
    const sign = t.get(i);
    if (sign.kind === Kind.Dot && word.length === 1) i++;
    else if (
      sign.kind === Kind.Dash &&
      !sign.spaced &&
      !t.get(i + 1).spaced &&
      t.get(i + 1).kind === Kind.Word
    )
      i++;
    end = i;
  }
  if (words === 0 || words > most) return null;
  return { text: clean(t.slice(from, end - 1)), words, end };
}
