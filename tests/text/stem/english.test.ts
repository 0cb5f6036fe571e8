/** Stems that Snowball gives, exceptions, and the two spellings of English. */
import { expect, test } from "vitest";
import { stem } from "../../../src/text/stem/stem.js";

const english = (word: string): string => stem(word, "en");

test.each(
  (
    "consign:consign consigned:consign consignment:consign consistency:consist consolation:consol consolatory:consolatori " +
    "knack:knack knightly:knight knots:knot caresses:caress ponies:poni cats:cat feed:feed agreed:agre plastered:plaster " +
    "motoring:motor sing:sing conflated:conflat troubled:troubl sized:size hopping:hop tanned:tan falling:fall " +
    "hissing:hiss failing:fail filing:file happy:happi relational:relat conditional:condit radically:radic " +
    "operator:oper feudalism:feudal decisiveness:decis hopefulness:hope formality:formal sensitivity:sensit " +
    "triplicate:triplic formative:format electrical:electr goodness:good revival:reviv allowance:allow inference:infer " +
    "adjustable:adjust replacement:replac adoption:adopt effective:effect rate:rate cease:ceas roll:roll " +
    "election:elect elected:elect decision:decis prices:price analysts:analyst said:say by:by youth:youth " +
    "communism:communism generate:generat generously:generous arsenal:arsenal geology:geolog"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
)("%s gives %s", (word, expected) => {
  expect(english(word ?? "")).toBe(expected);
});

test.each(
  (
    "news:new generous:general internal:international paste:past organ:organization author:authority " +
    "experiment:experience execution:executive us:use university:universal ministry:minister"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
)("%s is no form of %s", (word, other) => {
  expect(english(word ?? "")).not.toBe(english(other ?? ""));
});
