// Fuse.js as a tool of one process a call: reads all texts and asks; there is no index that could be stored.
//   node fuse.mjs <file.jsonl> <query>
import { readFileSync } from "node:fs";
import Fuse from "fuse.js";

const [path, query] = process.argv.slice(2);
const articles = readFileSync(path, "utf8").trim().split("\n").map(JSON.parse);
const fuse = new Fuse(articles, { keys: ["text"], ignoreLocation: true, threshold: 0.3 });
for (const { item } of fuse.search(query, { limit: 10 })) console.log(item.id);
