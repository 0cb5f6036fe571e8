// Invents dispatches of about 1.3 KB, the same ones for the same number: words of an invented language that are as
// frequent as words are (Zipf's law) and come in forms and topics, between English function words; people of whom few
// are named often and most once, so that the vocabulary grows with the archive as it does in news.

const FUNCTION_WORDS =
  "the of and to in a for that on is with said was by at from it as be has an its have were will this not are which but had would their also after been more who they between during he his into other about when there than over could".split(
    " ",
  );
/** Common words that queries ask for, among the invented ones. */
const NEWS_WORDS =
  "president oil trade minister government foreign price percent meeting market development company export summit energy gas talks agreement bank economy".split(
    " ",
  );
const PLACES =
  "Baku,Ganja,Shusha,Lankaran,London,Ankara,Tbilisi,Paris,Moscow,Astana,Tashkent,Geneva,New York,Algiers".split(
    ",",
  );
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const ONSETS = "b br ch d g gr h j k l m n p pr r s st t tr v w".split(" ");
const VOWELS = "a e i o u ea".split(" ");
const CODAS = "   n r l s t".split(" ");
const ENDINGS = "s s s ed ed ing ing ment".split(" ");
const NAME_PARTS =
  "ra fi ma lo ne gu za kha sha te mir bek sad vu gar el nur tal yas qor ibr hus oru ay dan han wil jo per sto lei".split(
    " ",
  );
const NAME_ENDINGS = ["ov", "yev", "zade", "li", "son", "ski", "", ""];

const LEMMAS = 12_000;
const PEOPLE = 500_000;
const TOPICS = 200;
const WORDS_OF_A_TOPIC = 300;
/** The shares of words, tuned to what 15,000 English dispatches have; the forms are of those that are left. */
const FUNCTION_SHARE = 0.38;
const NUMBER_SHARE = 0.03;
const TOPIC_SHARE = 0.2;
const IN_A_FORM = 0.2;
/** The shares of articles that name these. */
const FOREIGN_MINISTER = 0.08;
const ALGERIA = 0.004;

/** A linear congruential generator (Numerical Recipes); from 0 to below 1. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The first `count` dispatches: { id, date, place, agency, text }. */
export function* dispatches(count) {
  const random = randomFrom(20250422);
  const below = (number) => Math.floor(random() * number);
  const pick = (list) => list[below(list.length)];
  // Zipf's law as Mandelbrot has it: a word is as frequent as 1 / (its rank + `flat`).
  const rank = (size, flat = 1) => Math.floor(flat * (size / flat + 1) ** random() - flat);
  const lemmas = vocabulary(pick, below);

  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  function word(topic) {
    const kind = random();
    if (kind < FUNCTION_SHARE) return FUNCTION_WORDS[rank(FUNCTION_WORDS.length)];
    if (kind < FUNCTION_SHARE + NUMBER_SHARE) return String(below(1000) / 10);
    const ofTopic = kind < FUNCTION_SHARE + NUMBER_SHARE + TOPIC_SHARE;
    // A topic's words lie apart, all of them below LEMMAS, and it shares some with others.
    const at = ofTopic ? topic * 45 + rank(WORDS_OF_A_TOPIC, 3) * 9 : rank(LEMMAS, 20);
    return random() < IN_A_FORM ? lemmas[at] + pick(ENDINGS) : lemmas[at];
  }
  function words(topic, length) {
    return Array.from({ length }, () => word(topic)).join(" ");
  }
  const sentence = (topic) => `${capital(words(topic, 8 + below(16)))}.`;
  const person = () => nameOf(rank(PEOPLE));

  for (let i = 0; i < count; i++) {
    const topic = below(TOPICS);
    const body = Array.from({ length: 5 + below(5) }, () =>
      Array.from({ length: 1 + below(2) }, () => sentence(topic)).join(" "),
    );
    body.splice(1, 0, `The ${words(topic, 3)} were led by ${person()} and ${person()}, ${words(topic, 6)}.`);
    if (random() < FOREIGN_MINISTER)
      body.splice(2, 0, `Foreign Minister ${person()} ${words(topic, 10)}, the statement said.`);
    if (random() < ALGERIA) body.unshift(`Officials of Algeria met for ${words(topic, 8)}.`);
    const day = new Date(Date.UTC(2015, 0, 1) + below(3650) * 864e5);
    const date = day.toISOString().slice(0, 10);
    const place = pick(PLACES);
    const head = ` date ${date} ${place}, ${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}, AZERTAC`;
    const id = [below(2 ** 32), below(2 ** 32)].map((half) => half.toString(16).padStart(8, "0")).join("");
    yield { id, date, place, agency: "AZERTAC", text: `${head}\n\n${body.join("\n\n")}\n` };
  }
}

/** Words that are not function words, by how frequent they are: the frequent ones are short. */
function vocabulary(pick, below) {
  const lemmas = new Set();
  while (lemmas.size < LEMMAS) {
    const syllables = 1 + below(1.5 + Math.log10(lemmas.size + 1) / 2);
    const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    lemmas.add(Array.from({ length: syllables }, syllable).join(""));
    const place = lemmas.size / 10;
    if (Number.isInteger(place) && place < NEWS_WORDS.length) lemmas.add(NEWS_WORDS[place]);
  }
  return [...lemmas];
}

/** The name of the person of that number: a first and a last one. */
function nameOf(number) {
  let digits = Math.imul(number + 1, 2654435761) >>> 0;
  const next = (list) => {
    const part = list[digits % list.length];
    digits = Math.floor(digits / list.length);
    return part;
  };
  const last = next(NAME_PARTS) + next(NAME_PARTS) + next(NAME_PARTS) + next(NAME_ENDINGS);
  const first = next(NAME_PARTS) + next(NAME_PARTS);
  return [first, last].map((name) => name[0].toUpperCase() + name.slice(1)).join(" ");
}
