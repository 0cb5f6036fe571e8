/** What is asked while a query is typed: its last word may only be the beginning of one. */
import type { FieldName } from "../../index.js";

import { beginsValue, foldValue } from "../../text/fold-value.js";

/** What the archive has, as far as it matters here. */
export interface Known {
  /** How many articles. */
  size: number;
  /** The values of a field. */
  values(field: FieldName): Promise<readonly string[]>;
}

/** Up to so many articles every beginning is looked for, of one letter even. */
const SMALL = 2_000;
/** In larger archives only so long ones: shorter ones begin too many words. */
const LONG = 4;
/** These are looked for if nothing has them as a word; of two letters, only as a word; of one, not at all. */
const SHORT = 3;
/** So many values of a field that begin so are asked for. */
const MOST_VALUES = 20;

const FIELDS = new Map([
  ["place", "place"],
  ["agency", "agency"],
  ["lang", "language"],
  ["language", "language"],
] as const);

/** A field that has no value yet, an operator with nothing behind it. */
const FIELD_ALONE = /(?<![^\s(])-?(?:title|place|agency|lang|language|id|date):$/i;
const OPERATOR_ALONE = /(?<![^\s(])(?:OR|AND|NOT|[-−–—])\s?$|\|\s?$/u;
/** What begins or ends a quotation. */
const QUOTE = /["＂“”„‟«»‹›]/u;
/** A query's end, in UTF-16 units: longer words are none. */
const LOOKED_AT = 200;

/** In these scripts every character is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]$/u;

/** The query's end, where it is a word that may go on. */
interface Unfinished {
  before: string;
  /** `title:`, `place:` or the like, else empty. */
  field: string;
  word: string;
}

/**
 * The queries to ask for what is typed, the best first: the first that all words answer is what is shown. The last may
 * be empty.
 */
export async function queriesFor(typed: string, known: Known): Promise<string[]> {
  const completed = await withCompleteValues(typed, known);
  if (completed !== typed) return queriesFor(completed, known);
  const whole = withoutEnd(typed);
  if (whole !== typed) return [whole];
  const unfinished = unfinishedWord(typed);
  if (!unfinished) return [typed];
  const { before, field, word } = unfinished;
  const name = FIELDS.get(field.slice(0, -1).toLowerCase() as "place");
  if (name) return [before + (valuesBeginning(word, await known.values(name), field) ?? field + word)];
  const letters = [...word].length;
  const start = `${field}${word}*`;
  // What is only near to half a word is not meant, unless there is nothing else.
  if (letters >= LONG || known.size <= SMALL) return [`${before}(${field}${word}~0 OR ${start})`, typed];
  if (letters === SHORT) return [typed, before + start];
  const others = withoutEnd(before.trim());
  return letters === 1 ? [others] : [typed, others];
}

/** A field with the value that was typed for it, not the last of the query. */
const FIELD_VALUE = /(?<![^\s(-])(place|agency|lang|language):([\p{L}\p{N}][^\s()"]*)(?=\s)/iu;

/** The query with the values that it has only the beginnings of, as they were completed while they were the last word. */
async function withCompleteValues(typed: string, known: Known): Promise<string> {
  let done = "";
  let rest = typed;
  for (let found = FIELD_VALUE.exec(rest); found; found = FIELD_VALUE.exec(rest)) {
    const [text, field = "", value = ""] = found;
    const before = rest.slice(0, found.index);
    rest = rest.slice(found.index + text.length);
    const name = FIELDS.get(field.toLowerCase() as "place");
    const values = name ? await known.values(name) : [];
    const isWhole = values.some((one) => ` ${foldValue(one)} `.includes(` ${foldValue(value)} `));
    const fitting = isWhole || isQuoting(done + before) ? null : valuesBeginning(value, values, `${field}:`);
    done += before + (fitting ?? text);
  }
  return done + rest;
}

/** What is typed without what has no meaning before more is typed. */
function withoutEnd(typed: string): string {
  if (isQuoting(typed)) return typed;
  const end = typed.slice(-LOOKED_AT);
  const [alone] = FIELD_ALONE.exec(end) ?? OPERATOR_ALONE.exec(end) ?? [];
  return alone === undefined ? typed : withoutEnd(typed.slice(0, -alone.length).trimEnd());
}

function unfinishedWord(typed: string): Unfinished | null {
  const [last = ""] = /[^\s()]*$/u.exec(typed.slice(-LOOKED_AT)) ?? [];
  const before = typed.slice(0, typed.length - last.length);
  const colon = last.indexOf(":") + 1;
  const [field, word] = [last.slice(0, colon), last.slice(colon)];
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*$/u.test(word) || UNSPACED.test(word)) return null;
  if (
    colon > 0 &&
    field.toLowerCase() !== "title:" &&
    !FIELDS.has(field.slice(0, -1).toLowerCase() as "place")
  )
    return null;
  // What is excluded and the inside of a quotation mean themselves.
  if (/(?:^|[\s(])NOT\s+$/.test(before.slice(-LOOKED_AT)) || isQuoting(before)) return null;
  return { before, field, word };
}

function isQuoting(text: string): boolean {
  return text.split(QUOTE).length % 2 === 0;
}

/** A choice of the values that begin so; null if none does. */
function valuesBeginning(start: string, values: readonly string[], field: string): string | null {
  const fitting = values.filter((value) => beginsValue(start, value) && !QUOTE.test(value));
  if (fitting.length === 0) return null;
  return `(${fitting
    .slice(0, MOST_VALUES)
    .map((value) => `${field}"${value}"`)
    .join(" OR ")})`;
}
