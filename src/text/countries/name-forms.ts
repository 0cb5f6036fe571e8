/** Whether words are a name in one of its case forms, Russian, Azerbaijani or Turkish. */
import { foldLower } from "../fold.js";
import { isEnding } from "../stem/turkic-endings.js";

/** Words of so many letters must be the same to the letter. */
const SHORT = 3;

/** Whether words, as they are and folded, are the name in some case. */
export function isSameForm(
  folded: readonly string[],
  words: readonly string[],
  name: string,
  turkic: boolean,
): boolean {
  const spelt = name.split(" ");
  if (folded.length !== spelt.length) return false;
  return folded.every((word, i) => {
    const other = spelt[i] ?? "";
    const plain = foldLower(other);
    // In short words the diacritics matter: `abs` is not `ABŞ`.
    if (word === plain && (word.length > SHORT || words[i] === other)) return true;
    const isLast = i === folded.length - 1;
    return isRussianForm(word, plain, folded.length > 1) || (turkic && isLast && isTurkicForm(word, other));
  });
}

const RUSSIAN_NOUN = new Set([
  "",
  "а",
  "я",
  "ы",
  "и",
  "у",
  "ю",
  "е",
  "ой",
  "ей",
  "ом",
  "ем",
  "ью",
  "ов",
  "ам",
  "ами",
  "ах",
  "ям",
  "ями",
  "ях",
]);
const RUSSIAN_ADJECTIVE = new Set([
  "ая",
  "ой",
  "ую",
  "ей",
  "юю",
  "ое",
  "ого",
  "ому",
  "ым",
  "ом",
  "ый",
  "ий",
  "ого",
  "его",
  "ые",
  "ие",
  "ых",
  "их",
  "ими",
  "ыми",
]);
const SHORTEST_STEM = 4;

function isRussianForm(word: string, name: string, inPhrase: boolean): boolean {
  const unit = name.charCodeAt(0);
  if (unit < 0x430 || unit > 0x44f) return false;
  if (inPhrase && RUSSIAN_ADJECTIVE.has(name.slice(-2))) {
    const stem = name.slice(0, -2);
    if (word.startsWith(stem) && RUSSIAN_ADJECTIVE.has(word.slice(stem.length))) return true;
  }
  const last = name.at(-1) ?? "";
  if ("оеиую".includes(last)) return false;
  const stem = "аяыйь".includes(last) ? name.slice(0, -1) : name;
  const shortest = "ая".includes(last) ? SHORTEST_STEM - 1 : SHORTEST_STEM;
  if (stem.length < shortest || !word.startsWith(stem)) return false;
  const ending = word.slice(stem.length);
  return ending !== "" && RUSSIAN_NOUN.has(ending);
}

const vowel = /[aeiouöüəı]/g;

function isTurkicForm(word: string, spelt: string): boolean {
  const name = foldLower(spelt);
  if (!word.startsWith(name)) return false;
  const ending = word.slice(name.length);
  if (name.length < (ending.length > 1 ? SHORT : SHORT + 1) || !isEnding(ending)) return false;
  // Harmony, as far as folding leaves it: `Butan-a`, never `butane`.
  const isBack = "aıou".includes(spelt.match(vowel)?.at(-1) ?? "");
  return !ending.includes(isBack ? "e" : "a");
}
