// Prints what the benchmarks need to know of a JSONL corpus: how many articles and bytes of text it has, the id of one
// in the middle, the rarest of some of its names, and words to ask for.
//   node profile.mjs <file.jsonl>
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Words and names are taken from every so manieth article, names from the first so many of these. */
const EVERY = 29;
const ARTICLES_WITH_NAMES = 50;
const MOST_WORDS = 20_000;

const words = new Set();
const names = new Map();
let articles = 0;
let bytes = 0;
let id = "latest";

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (!line.trim()) continue;
  const article = JSON.parse(line);
  const { text } = article;
  articles++;
  bytes += Buffer.byteLength(text);
  // Powers of two: the last one is in the second half.
  if (Number.isInteger(Math.log2(articles))) id = article.id ?? id;
  const inText = new Set(text.match(/\p{Lu}\p{Ll}{6,}/gu));
  for (const name of inText) if (names.has(name)) names.set(name, names.get(name) + 1);
  if (articles % EVERY !== 1) continue;
  if (articles < EVERY * ARTICLES_WITH_NAMES) {
    for (const [name] of text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{6,}/gu))
      if (!names.has(name)) names.set(name, 1);
  }
  if (words.size < MOST_WORDS)
    for (const word of text.match(/\p{L}{4,}/gu) ?? []) words.add(word.toLowerCase());
}
const [rare = null] = [...names].sort(([, a], [, b]) => a - b)[0] ?? [];
// By their ends: as good as in no order, while they were collected the frequent ones first.
const backwards = (word) => [...word].reverse().join("");
const shuffled = [...words].sort((a, b) => (backwards(a) < backwards(b) ? -1 : 1));
console.log(JSON.stringify({ articles, bytes, id, rare, words: shuffled }));
