/** Names that are typed for a filter in the spellings and alphabets in which the archive has them. */
import type { Archive, FieldName } from "../../index.js";
import { fold, lowerCase } from "../../text/fold.js";
import { tokenize } from "../../text/tokenize.js";
import { isSameSpelling } from "../../text/transliteration/transliteration.js";

const wordsOf = (name: string): string[] => tokenize(name).map(({ word }) => lowerCase(word));

const isSameWord = (a: string, b: string): boolean => fold(a) === fold(b) || isSameSpelling(a, b);

type SameWord = (a: string, b: string) => boolean;

/** The words of a name that are those of another in a row; undefined if it has none such. */
function runOf(name: readonly string[], wanted: readonly string[], isSame: SameWord): string[] | undefined {
  for (let start = 0; start + wanted.length <= name.length; start++) {
    const run = name.slice(start, start + wanted.length);
    if (run.every((word, i) => isSame(wanted[i] ?? "", word))) return run;
  }
  return undefined;
}

/** What was typed, and the values of the field that are the same in other spellings: `baku` is `Bakı` and `Баку`. */
export async function inAllSpellings(
  archive: Pick<Archive, "values">,
  field: FieldName,
  typed: readonly string[],
): Promise<string[]> {
  const values = (await archive.values(field)).map(({ value }) => ({ value, words: wordsOf(value) }));
  const wanted = typed.map(wordsOf).filter((words) => words.length > 0);
  // Typed without its marks, a name says less of its sounds than as the archive has it: `BAKI`, `Bakı`.
  const written = wanted.flatMap((one) =>
    values.flatMap(({ words }) => {
      const run = runOf(words, one, (a, b) => fold(a) === fold(b));
      return run ? [run] : [];
    }),
  );
  const all = [...new Map([...wanted, ...written].map((words) => [words.join(" "), words])).values()];
  const same = values.filter(({ words }) => all.some((one) => runOf(words, one, isSameWord)));
  return [...new Set([...typed, ...same.map(({ value }) => value)])];
}
