/** The other names of what words name: countries, cities, organisations, people, and what the user has set as the same. */
import { countryNames } from "../countries/countries.js";
import { isSameForm } from "../countries/name-forms.js";
import { foldLower } from "../fold.js";
import { stem, stemmingLanguages } from "../stem/stem.js";
import { NAMES, ORGANISATIONS } from "./equivalents-data.js";
import type { Synonyms } from "./synonyms.js";

/** Words that are names in capitals alone: the rest of the time they are common words. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["who", "ab", "ai", "мус", "cop", "uno", "rae"]);

/** More words no name has that is asked for. */
const MOST_WORDS = 6;

/** The words are as `lowerCase` gives them; none of the names given is these words. */
export function otherNames(words: readonly string[], own: Synonyms = []): string[][] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const typed = words.join(" ");
  const found = new Map<string, string[]>();
  const add = (name: string): void => {
    const parts = partsOf(name);
    const key = parts.join(" ");
    if (key !== typed && !found.has(key)) found.set(key, parts);
  };
  for (const name of countryNames(words)) add(name.join(" "));
  for (const line of linesWith(NAMES, words)) for (const name of line) add(name);
  if (!COMMON_WORDS.has(typed))
    for (const line of linesWith(ORGANISATIONS, words))
      for (const name of line) if (!COMMON_WORDS.has(name)) add(name);
  for (const line of own) if (line.includes(typed)) for (const name of line) add(name);
  return [...found.values()];
}

const HAN = /^[\u3400-\u9fff]/;

/** The words of a name; of Chinese each character is one. */
function partsOf(name: string): string[] {
  return HAN.test(name) ? [...name.replaceAll(" ", "")] : name.split(" ");
}

/** Letters of a name's first word that find it. */
const START = 3;

/** The lines of a table in which the words stand, in any case form. Looked for in the text: a map of it takes longer to make. */
function linesWith(table: string, words: readonly string[]): string[][] {
  const lines: string[][] = [];
  const isHan = HAN.test(words[0] ?? "");
  const typed = words.join(isHan ? "" : " ");
  const start = typed.slice(0, Math.min(START, (words[0] ?? "").length));
  if (start === "") return lines;
  let last = -1;
  for (const before of [",", "\n"])
    for (let at = table.indexOf(before + start); at >= 0; at = table.indexOf(before + start, at + 1)) {
      const from = table.lastIndexOf("\n", at) + (before === "\n" ? 0 : 1);
      const begin = before === "\n" ? at + 1 : from;
      const end = endOf(table, at + 1);
      const name = table.slice(at + 1, end);
      if (begin === last || !(name === typed || (!isHan && isFormOf(words, name)))) continue;
      last = begin;
      const line = table.slice(begin, table.indexOf("\n", begin)).split(",");
      if (!lines.some(([first]) => first === line[0])) lines.push(line);
    }
  return lines;
}

function endOf(table: string, from: number): number {
  const comma = table.indexOf(",", from);
  const line = table.indexOf("\n", from);
  return comma < 0 || line < comma ? line : comma;
}

/** Armenian, Georgian, Arabic: of these only the stems tell. */
const CAUCASIAN = 0x530;

function isFormOf(words: readonly string[], name: string): boolean {
  const [word = "", ...more] = words;
  if (more.length === 0 && word.charCodeAt(0) >= CAUCASIAN)
    return stemmingLanguages(word).some((one) => stem(word, one) === stem(name, one));
  return isSameForm(words.map(foldLower), words, name, true);
}
