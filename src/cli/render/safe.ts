/**
 * Keeps what comes from outside from speaking to the terminal: control characters, escapes, marks that turn the
 * direction of text or are invisible. Each is replaced by one character, so that offsets stay true.
 */

/** C0 and C1 controls, line and paragraph separators, bidi and other invisible format characters, tags, non-characters. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const UNSAFE_TEST = new RegExp(UNSAFE.source);

/** White space becomes a space, what is invisible a zero-width-free nothing: U+FFFD shows that something was there. */
export function safe(text: string): string {
  if (!UNSAFE_TEST.test(text)) return text;
  return text.replace(UNSAFE, (character) =>
    /[\t\n\v\f\r\u0085\u2028\u2029]/.test(character) ? " " : "\ufffd",
  );
}

/** JSON in which the same characters are escapes, so that it may be printed to a terminal and is still the same value. */
export function safeJson(value: unknown, space?: number): string {
  return JSON.stringify(value, undefined, space).replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
