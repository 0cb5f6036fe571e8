#!/usr/bin/env node
// npm run bench: prints what azertac should take and what it takes, one file a question.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inventedCorpus, ownCorpus } from "./corpus.mjs";
import { printTable, signals } from "./measure.mjs";

const NAMES = ["start", "search", "folder", "build", "library", "overview", "browse", "peers"];
/** Above so many articles only the searches, unless others are asked for by name. */
const LARGE = 100_000;
const USAGE = `npm run bench -- [name...] [options]
  names: ${NAMES.join(", ")}; all of them if none is given
  --articles <n>    invented articles, 100000 if not given; may be repeated
                    (above that only start and search, unless named)
  --corpus <path>   a JSONL file or a folder of files instead; it is only read
  --rounds <n>      how often each call is run: 9 if not given, 3 if it takes more than 2 seconds`;

function wrong(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function callOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        articles: { type: "string", multiple: true, default: [String(LARGE)] },
        corpus: { type: "string" },
        rounds: { type: "string", default: "9" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    return wrong(error.message);
  }
}

const { values, positionals } = callOf();
if (values.help) {
  console.log(USAGE);
  process.exit();
}
const unknown = positionals.find((name) => !NAMES.includes(name));
if (unknown) wrong(`there is no benchmark "${unknown}"`);
const numbers = [values.rounds, ...values.articles];
if (numbers.some((number) => !/^[1-9]\d*$/.test(number))) wrong("--articles and --rounds take whole numbers");
if (values.corpus !== undefined && !existsSync(values.corpus)) wrong(`there is no ${values.corpus}`);
if (!existsSync(new URL("../dist/index.js", import.meta.url))) wrong("run `npm run build` first");

const names = positionals.length > 0 ? positionals : NAMES;
const work = mkdtempSync(join(tmpdir(), "azertac-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const env = {
  ...process.env,
  AZERTAC_CACHE: join(work, "cache"),
  AZERTAC_CONFIG: "",
  AZERTAC_DIR: undefined,
};
const rounds = Number(values.rounds);

async function measure(name, corpus) {
  const { default: question } = await import(`./${name}.mjs`);
  try {
    const tables = await question({ corpus, rounds, env, work });
    for (const table of [tables].flat()) if (table) printTable(`${name}: ${table.title}`, table.lines);
  } catch (error) {
    await signals();
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`);
console.log("× is the median of whole processes, as a ratio to `node -e 0` in the same rounds");
if (process.env.NODE_EXTRA_CA_CERTS)
  console.log(
    "NODE_EXTRA_CA_CERTS is set: Node reads its certificates at every start, so ratios are lower than without",
  );
if (names.includes("start")) await measure("start");
const onCorpus = names.filter((name) => name !== "start");
const corpora =
  values.corpus === undefined
    ? values.articles.map((count) => () => inventedCorpus(Number(count), work))
    : [() => ownCorpus(values.corpus, work)];
for (const corpusOf of onCorpus.length > 0 ? corpora : []) {
  const corpus = corpusOf();
  const { articles, bytes } = corpus.profile;
  console.log(`\n${articles.toLocaleString("en")} articles, ${(bytes / 1e6).toFixed(1)} MB of text`);
  if (articles < LARGE) console.log(`the limits are meant for ${LARGE.toLocaleString("en")} articles`);
  const large = articles > LARGE && positionals.length === 0;
  for (const name of large ? ["search"] : onCorpus) await measure(name, corpus);
}
