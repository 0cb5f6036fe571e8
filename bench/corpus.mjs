// Makes a JSONL corpus of its own, the same for the same size: invented dispatches of about 1.4 KB with a vocabulary
// that grows as news does (Zipf's law over made-up words, rare personal names).
import { closeSync, existsSync, openSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PLACES = [
  "Baku",
  "Ganja",
  "Shusha",
  "London",
  "Ankara",
  "Tbilisi",
  "Paris",
  "New York",
  "Tashkent",
  "Geneva",
];
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const SYLLABLES =
  "ba ko ri ta me lu san dor vel qi nor tha pe ster ing ol mar ken di fa zu gra ment ion al er is on".split(
    " ",
  );

function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Path of a corpus of `count` articles, made if it is not there. */
export function corpus(count) {
  const path = join(tmpdir(), `azertac-bench-${count}.jsonl`);
  if (existsSync(path) && statSync(path).size > 0) return path;
  const random = randomFrom(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const word = (n) => Array.from({ length: n }, () => pick(SYLLABLES)).join("");
  const vocabulary = [
    ...new Set("the of and to in a said for on with foreign minister oil price Algeria".split(" ")),
  ];
  while (vocabulary.length < 40_000) vocabulary.push(word(1 + Math.floor(random() * 4)));
  // Zipf: the rank of a word is the vocabulary's size to the power of an even random number.
  const common = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1];
  const name = () => `${word(3)[0].toUpperCase()}${word(3).slice(1)}`;
  const file = openSync(path, "w");
  let pending = "";
  for (let i = 0; i < count; i++) {
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * 864e5);
    const place = pick(PLACES);
    const sentence = () => `The ${Array.from({ length: 18 }, common).join(" ")}.`;
    const body = Array.from({ length: 5 }, () => `${sentence()} ${sentence()} ${name()} spoke.`);
    if (random() < 0.004) body.push("Officials of Algeria met the foreign minister.");
    const date = day.toISOString().slice(0, 10);
    const head = ` date ${date} ${place}, ${MONTHS[day.getUTCMonth()]} ${day.getUTCDate()}, AZERTAC`;
    pending += `${JSON.stringify({ id: `b${i.toString(16).padStart(8, "0")}`, text: `${head}\n\n${body.join("\n\n")}\n` })}\n`;
    if (pending.length > 4e6) {
      writeSync(file, pending);
      pending = "";
    }
  }
  writeSync(file, pending);
  closeSync(file);
  return path;
}
