// Prints how many one-word queries a second the library answers on an archive that stays open, and how many mistyped
// ones: each word only once, after some that are not counted; and the first without passages of the texts.
//   node library.mjs <archive> <cache folder> < words, one a line
import { readFileSync } from "node:fs";
import { openArchive } from "../../dist/index.js";

const WARM = 500;
const QUERIES = 2000;

const [dir, cache] = process.argv.slice(2);
const words = readFileSync(0, "utf8").trim().split("\n");
const known = new Set(words);

/** A word with two neighbours inside swapped, if that makes a word that is not known; else null. */
function mistyped(word) {
  const at = 1 + (word.length >> 1) - (word.length > 4 ? 1 : 2);
  const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return known.has(swapped) ? null : swapped;
}

const archive = await openArchive({ dir, cache });

async function queriesASecond(queries, options = {}) {
  // Halves, if the corpus has fewer words than that.
  const warm = queries.slice(0, Math.min(WARM, queries.length >> 1));
  const counted = queries.slice(warm.length, warm.length + QUERIES);
  for (const query of warm) await archive.search(query, options);
  let found = 0;
  const started = performance.now();
  for (const query of counted) if ((await archive.search(query, options)).total > 0) found++;
  const seconds = (performance.now() - started) / 1000;
  return { queries: counted.length, found, perSecond: counted.length / seconds };
}

const plain = await queriesASecond(words);
const bare = await queriesASecond(words, { snippets: false });
const fuzzy = await queriesASecond(words.map(mistyped).filter((word) => word !== null));
await archive.close();
console.log(JSON.stringify({ plain, bare, fuzzy }));
