// How long calls take on a large archive with its index stored, how long the index takes to build and how large it is,
// beside SQLite's FTS5 on the same texts.
//   npm run bench -- search [--articles 100000] [--corpus file.jsonl | folder]
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { corpus } from "./corpus.mjs";
import { azertac, compare, time } from "./measure.mjs";

const words = process.argv.slice(2);
const flag = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const path = flag("--corpus") ?? corpus(Number(flag("--articles", "100000")));
const work = mkdtempSync(join(tmpdir(), "azertac-bench-"));
const env = { ...process.env, AZERTAC_CACHE: join(work, "cache") };

const sizeOf = (at) =>
  statSync(at).isFile()
    ? statSync(at).size
    : readdirSync(at).reduce((sum, name) => sum + sizeOf(join(at, name)), 0);

function peak(call) {
  const { stderr } = spawnSync("/usr/bin/time", ["-f", "%M", ...call], { env, encoding: "utf8" });
  return Math.round(Number(stderr?.trim().split("\n").at(-1)) / 1024) || "unknown";
}

const text = sizeOf(path);
const builds = [];
for (let i = 0; i < 3; i++) {
  rmSync(env.AZERTAC_CACHE, { recursive: true, force: true });
  builds.push(time(azertac("list", "-d", path, "-n", "1"), env));
}
const built = builds.sort((a, b) => a - b)[1];
const index = sizeOf(env.AZERTAC_CACHE);
console.table([
  {
    what: "azertac: first call, index built",
    seconds: (built / 1000).toFixed(1),
    "index / text": (index / text).toFixed(2),
  },
  ...(await sqlite(path)),
]);

/** The same texts into FTS5 with the porter stemmer, by the sqlite3 of the system. */
async function sqlite(from) {
  if (!statSync(from).isFile() || spawnSync("sqlite3", ["--version"]).status !== 0) return [];
  const database = join(work, "fts.db");
  const lines = createInterface({ input: createReadStream(from) });
  let count = 0;
  for await (const _ of lines) count++;
  const script = `.mode ascii
.separator "\\037" "\\n"
create table raw(line text);
.import "${from}" raw
create virtual table t using fts5(text, tokenize='porter unicode61');
insert into t select json_extract(line, '$.text') from raw;`;
  const import_ = `create table raw(line text);
.mode ascii
.separator "\\037" "\\n"
.import "${from}" raw`;
  const started = performance.now();
  spawnSync("sqlite3", [join(work, "import.db")], { input: import_ });
  const importing = performance.now() - started;
  const again = performance.now();
  const { stderr } = spawnSync("sqlite3", [database], { input: script, encoding: "utf8" });
  if (stderr) return [{ what: `SQLite: ${stderr.slice(0, 60)}` }];
  const whole = performance.now() - again;
  return [
    {
      what: `SQLite FTS5 porter, ${count} articles (less its import)`,
      seconds: ((whole - importing) / 1000).toFixed(1),
    },
  ];
}

const searches = ["Algeria", "Algera", "foreign minister", '"foreign minister"', "oil price"];
console.table(
  compare(
    {
      ...Object.fromEntries(
        searches.map((query) => [`search ${query}`, azertac("search", "-d", path, query)]),
      ),
      "list -n 20": azertac("list", "-d", path, "-n", "20"),
      "show latest": azertac("show", "-d", path, "latest"),
    },
    { env },
  ),
);
console.log(
  `peak memory of search "foreign minister": ${peak(azertac("search", "-d", path, "foreign minister"))} MiB`,
);
rmSync(work, { recursive: true });
