/** What a typed word with a sign inside means: `oil/gas` two words, `Türkiye'de` one with an ending, `cease-fire` two side by side. */
import { isTurkicEnding } from "../../text/stem/turkic-endings.js";

/** Signs that set words side by side and are part of none. */
const BETWEEN = /[/,;&+|\\…]/;
/** An alternative has two letters at least, and no digits: `24/7` and `km/h` are one thing. */
const ALTERNATIVE = /^[\p{L}\p{M}'’\-\u200c]{2,}$/u;

/** A part of a typed word, with where it begins there. */
export interface Part {
  text: string;
  at: number;
}

/** The words that a sign sets side by side; null for what is one word. */
export function sideBySide(text: string): Part[] | null {
  if (!BETWEEN.test(text)) return null;
  const parts: Part[] = [];
  let at = 0;
  for (const part of text.split(BETWEEN)) {
    if (part !== "") parts.push({ text: part, at });
    at += part.length + 1;
  }
  // Of letters alone: an address, a time or a ratio stays as it is typed.
  return parts.length > 1 && parts.every((part) => ALTERNATIVE.test(part.text.replace(/\*$/, "")))
    ? parts
    : null;
}

/** How many letters of a typed word are the name, if an Azerbaijani or Turkish ending follows it; else all. */
export function lengthWithoutEnding(typed: string): number {
  const found = /^(.*[^'’\-‐‑])(['’\-‐‑])([^'’\-‐‑]+)$/.exec(typed);
  if (!found) return typed.length;
  const [, name = "", sign = "", ending = ""] = found;
  const isHyphen = sign !== "'" && sign !== "’";
  // An acronym in capitals takes endings, whatever letters these have.
  const isAcronym =
    name === name.toUpperCase() && ending === ending.toLowerCase() && name !== name.toLowerCase();
  return isTurkicEnding(name, ending.toLowerCase(), isHyphen && !isAcronym) ? name.length : typed.length;
}

/** Where the zero-width joiner of Persian stands in a word, of which others write the parts apart. */
export const PARTS_JOINER = "\u200c";
