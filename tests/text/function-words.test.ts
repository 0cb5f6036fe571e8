import { expect, test } from "vitest";
import { functionWords } from "../../src/text/function-words.js";
import { tokenize } from "../../src/text/tokenize.js";

const LANGUAGES = ["en", "az", "ru", "tr", "de", "es", "fr", "ar", "zh", "ja"];

test.each(LANGUAGES)("%s: every word is one that a text can have", (language) => {
  for (const word of functionWords(language)) expect(tokenize(word).map(({ word }) => word)).toEqual([word]);
});

test.each([
  ["en", "which", "minister"],
  ["az", "haqqında", "nazir"],
  ["ru", "которые", "министр"],
  ["tr", "tarafından", "bakan"],
  ["de", "zwischen", "minister"],
  ["ar", "خلال", "وزير"],
  ["nl", "het", "minister"],
])("%s: %s says nothing, %s does", (language, little, telling) => {
  expect(functionWords(language).has(little)).toBe(true);
  expect(functionWords(language).has(telling)).toBe(false);
});

test("an unknown language has the commonest words of all, what is no language has none", () => {
  for (const word of ["the", "və", "заявил"]) expect(functionWords(null).has(word)).toBe(true);
  expect(functionWords("toString").size).toBe(0);
});
