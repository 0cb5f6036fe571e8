/** Tells cheaply which lines may hold a dateline, and reads lines that name an agency or a city and nothing else. */
import { agencyOf } from "./agencies.js";
import type { Dateline } from "./fields.js";
import { isKnownCity, nameOf } from "./places.js";
import { isCaseless, isUpper } from "./tokens.js";

/** Longer lines have a digit, a dash or a bracket where they begin with a dateline. */
const LONGEST_PLAIN = 60;

/** Whether a line has any sign that a dateline has: most lines of prose and most headlines have none. */
export function mayBeDateline(line: string, reach: number): boolean {
  if (line.length <= LONGEST_PLAIN && line.includes(",")) return true;
  const end = Math.min(line.length, reach);
  for (let at = 0; at < end; at++) {
    const code = line.charCodeAt(at);
    if (code < 0x28) continue;
    // Digits, `( - . /` in places where words end, and all that is no ASCII: dashes and digits of other scripts.
    if (
      (code >= 0x30 && code <= 0x3a) ||
      code === 0x28 ||
      code === 0x2f ||
      code === 0x5b ||
      code === 0x5f ||
      code > 0x7f
    )
      return true;
    if (code === 0x2d && line.charCodeAt(at + 1) <= 0x2d) return true;
    if ((code === 0x2d || code === 0x3d) && at > 0 && line.charCodeAt(at - 1) <= 0x2e) return true;
  }
  // `Baku-APA.`, `ASTANA. KAZINFORM`: nothing but letters, hyphens and full stops.
  return line.length <= LONGEST_PLAIN && /[-.]/.test(line);
}

const LONGEST_NAME_LINE = 44;
const AROUND_NAME = " \t()[]/*—–-:.";

/** The agency that a whole line names: `Trend:`, `/AZERTAC/`, `Xinhua`. */
export function agencyLine(line: string): string | null {
  if (line.length > LONGEST_NAME_LINE) return null;
  let from = 0;
  let to = line.length;
  while (from < to && AROUND_NAME.includes(line.charAt(from))) from++;
  while (to > from && AROUND_NAME.includes(line.charAt(to - 1))) to--;
  const bare = line.slice(from, to);
  if (bare === "") return null;
  const agency = agencyOf(bare);
  if (agency === null) return null;
  const code = bare.charCodeAt(0);
  return isCaseless(code) || bare !== bare.toLowerCase() || /[/(]/.test(line.charAt(0)) ? agency : null;
}

/** A city in capitals below a byline or a day, as Anadolu has it on its pages. */
export const isPlaceLine = (text: string): boolean => text.length <= 30 && isUpper(text) && isKnownCity(text);

/** The dateline of such a line. */
export function placeAlone(text: string): Dateline {
  return {
    text,
    place: nameOf(text, false),
    region: null,
    agency: null,
    byline: null,
    year: null,
    month: null,
    day: null,
    length: text.length,
  };
}
