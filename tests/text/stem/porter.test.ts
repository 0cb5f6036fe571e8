/** The words of the paper, and a library's stems of the words that dispatches and random letters give. */
import { readdirSync, readFileSync } from "node:fs";
import { stemmer } from "@orama/stemmers/english";
import fc from "fast-check";
import { expect, test } from "vitest";
import { porter } from "../../../src/text/stem/porter.js";

test.each(
  // Step by step the examples of the paper, to the end of all steps.
  (
    "caresses:caress ponies:poni ties:ti caress:caress cats:cat feed:feed agreed:agre plastered:plaster bled:bled " +
    "motoring:motor sing:sing conflated:conflat troubled:troubl sized:size hopping:hop tanned:tan falling:fall " +
    "hissing:hiss fizzed:fizz failing:fail filing:file happy:happi sky:sky relational:relat conditional:condit " +
    "rational:ration valenci:valenc digitizer:digit radicalli:radic vileli:vile vietnamization:vietnam operator:oper " +
    "feudalism:feudal decisiveness:decis hopefulness:hope callousness:callous formaliti:formal sensitiviti:sensit " +
    "sensibiliti:sensibl triplicate:triplic formative:form electrical:electr goodness:good revival:reviv " +
    "allowance:allow inference:infer airliner:airlin adjustable:adjust replacement:replac adoption:adopt " +
    "homologou:homolog communism:commun effective:effect bowdlerize:bowdler probate:probat rate:rate cease:ceas " +
    "controll:control roll:roll election:elect elected:elect decision:decis"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
)("%s gives %s", (word, stem) => {
  expect(porter(word ?? "")).toBe(stem);
});

const folder = new URL("../../fixtures/dispatches/", import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "latin1"));
const words = [
  ...new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[a-z]+/g),
  ),
];

/** Its stems of words in -sion and -tion lack the s or t (`elec`), and suffixes alone are other words to it. */
const isLibrarys = (word: string): boolean => !/[st]ion|^(?:eed|ies|sses)$/.test(word);

test("other words are stemmed as by a library", () => {
  expect(words.length).toBeGreaterThan(100);
  for (const word of words.filter(isLibrarys)) expect([word, porter(word)]).toEqual([word, stemmer(word)]);
  const letters = fc.string({ unit: fc.constantFrom(..."aeiouyybcdlmnrstvxz"), maxLength: 9 });
  const ending = fc.constantFrom(
    ..."s es ed ing eed y ational izer iveness icate ful al ement ive e ll ion".split(" "),
    "",
  );
  fc.assert(
    fc.property(letters, ending, (start, end) => {
      const word = start + end;
      if (isLibrarys(word)) expect(porter(word)).toBe(stemmer(word));
    }),
    { numRuns: 10_000 },
  );
});
