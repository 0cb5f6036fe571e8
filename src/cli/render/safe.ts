/**
 * Keeps text from outside from speaking to the terminal or deceiving the reader: control characters (and with them
 * all escape sequences), marks that turn the direction of text, and characters that can't be seen.
 */

/** Line ends and tabs, and what some terminals take for them. */
const SPACES = "\\t-\\r\\u0085\\u2028\\u2029";
/** The other controls, C0 and C1. */
const CONTROLS = "\\u0000-\\b\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f";
/**
 * Unicode's Default_Ignorable_Code_Point and the interlinear marks: bidi marks, zero-width characters, soft hyphens,
 * fillers, variation selectors, tags. Written out, since looking the property up takes longer than the rest.
 */
const UNSEEN =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f" +
  "\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}";

const UNSAFE = new RegExp(`([${SPACES}])|([${CONTROLS}])|[${UNSEEN}]`, "gu");
const UNSAFE_TEST = new RegExp(`[${SPACES}${CONTROLS}${UNSEEN}]`, "u");
/** JSON.stringify has made escapes of C0 already, and its own line ends stay. */
const UNSAFE_IN_JSON = new RegExp(`[\\u007f-\\u009f\\u2028\\u2029${UNSEEN}]`, "gu");

/** The text in one line that can be printed: line ends and tabs are spaces, other controls U+FFFD, unseen ones gone. */
export function safe(text: string): string {
  if (!UNSAFE_TEST.test(text)) return text;
  return text.replace(
    UNSAFE,
    (unsafe: string, space: string | undefined, control: string | undefined, at: number) =>
      space ? " " : control ? "\ufffd" : isSpelling(unsafe, text, at) ? unsafe : "",
  );
}

const NON_JOINER = "\u200c";
const JOINER = "\u200d";
const EMOJI_STYLE = "\ufe0f";

/**
 * Joiners that belong to a word or an emoji, where they can hide nothing: between letters of a script that joins them
 * (Persian, Hindi), and between or after the signs of an emoji.
 */
function isSpelling(unsafe: string, text: string, at: number): boolean {
  if (unsafe !== NON_JOINER && unsafe !== JOINER && unsafe !== EMOJI_STYLE) return false;
  const before = Array.from(text.slice(Math.max(0, at - 4), at)).at(-1) ?? "";
  if (unsafe === EMOJI_STYLE) return /[\p{Extended_Pictographic}0-9#*]/u.test(before);
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (isJoined(before) && isJoined(after)) return true;
  const isEmoji = before === EMOJI_STYLE || /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(before);
  return unsafe === JOINER && isEmoji && /\p{Extended_Pictographic}/u.test(after);
}

/** Letters and signs of Arabic, Syriac, the scripts of India and Mongolian. */
const isJoined = (character: string): boolean =>
  /[\p{L}\p{M}]/u.test(character) && /[\u0600-\u0dff\u1800-\u18af]/.test(character);

/** JSON in which the same characters are escapes: it may be printed to a terminal and is still the same value. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(UNSAFE_IN_JSON, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
