/** Reads what stands between two elements of a dateline. */
import { markedAt } from "./credit.js";
import { Kind, type Tokens } from "./tokens.js";

export interface Separator {
  comma: boolean;
  dot: boolean;
  dash: boolean;
  colon: boolean;
  slash: boolean;
  /** A vertical bar, as between the columns of a page. */
  pipe: boolean;
  /** A dash without a space on either side, as in words that belong together. */
  glued: boolean;
  /** Nothing of the line is left after it. */
  end: boolean;
  /** The number of the token after it. */
  next: number;
}

const none = (next: number): Separator => ({
  comma: false,
  dot: false,
  dash: false,
  colon: false,
  slash: false,
  pipe: false,
  glued: false,
  end: false,
  next,
});

export const NOTHING: Readonly<Separator> = none(0);

/** Signs that a separator has at most: `).- `. */
const MOST_SIGNS = 4;

/** The separator that begins at a token; `isAfterDate`: the element before it is a day. */
export function separatorAt(t: Tokens, from: number, isAfterDate: boolean): Separator {
  const found = none(from);
  // The full stop that may shorten a month also ends the day: `18 августа. ИНТЕРФАКС`.
  if (isAfterDate && t.get(from - 1).kind === Kind.Dot) found.dot = true;
  for (let n = 0; n < MOST_SIGNS && takeSign(t, found); n++) found.next++;
  const { kind, start } = t.get(found.next);
  found.end = kind === Kind.End && start >= t.text.trimEnd().length;
  return found;
}

/** Notes the sign at `next`; false for what is none. */
function takeSign(t: Tokens, found: Separator): boolean {
  const token = t.get(found.next);
  if (token.kind === Kind.Comma) found.comma = true;
  else if (token.kind === Kind.Dot) found.dot = true;
  else if (token.kind === Kind.Colon) found.colon = true;
  else if (token.kind === Kind.Dash) {
    const next = t.get(found.next + 1);
    const isGlued = !token.spaced && !next.spaced && token.end - token.start === 1;
    // `April 22-23` is no end.
    if (isGlued && next.kind === Kind.Number) return false;
    found.dash = true;
    found.glued = isGlued;
  } else if (token.kind === Kind.Slash) {
    if (markedAt(t, found.next, true)) return false;
    found.slash = true;
  } else if (token.kind === Kind.Pipe) found.pipe = true;
  // Belga closes with it: `(BELGA) =`.
  else if (token.kind === Kind.Other && t.word(found.next) === "=") found.dash = true;
  else return token.kind === Kind.Close;
  return true;
}
