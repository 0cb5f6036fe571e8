// MiniSearch as a tool of one process a call: builds an index and stores it, or loads it and asks.
//   node minisearch.mjs build <file.jsonl> <index.json>
//   node minisearch.mjs search <index.json> <query>
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import MiniSearch from "minisearch";

const OPTIONS = { fields: ["text"], searchOptions: { combineWith: "AND", fuzzy: 0.2 } };
const MOST_HITS = 10;

const [what, from, argument] = process.argv.slice(2);
if (what === "build") {
  const index = new MiniSearch(OPTIONS);
  let id = 0;
  for await (const line of createInterface({ input: createReadStream(from) })) {
    if (line.trim()) index.add({ id: id++, text: JSON.parse(line).text });
  }
  writeFileSync(argument, JSON.stringify(index));
} else {
  const hits = MiniSearch.loadJSON(readFileSync(from, "utf8"), OPTIONS).search(argument);
  for (const { id } of hits.slice(0, MOST_HITS)) console.log(id);
}
