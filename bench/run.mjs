#!/usr/bin/env node
// npm run bench: prints what azertac should take and what it takes, one file a question.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inventedCorpus, ownCorpus } from "./corpus.mjs";
import { printTable, signals } from "./measure.mjs";

const NAMES = [
  "start",
  "instructions",
  "search",
  "folder",
  "build",
  "library",
  "overview",
  "browse",
  "peers",
];
/** These measure the sample that ships with azertac and need no other archive. */
const ON_SAMPLE = ["start", "instructions"];
/** In archives of more articles than this only searches are measured, unless others are asked for by name. */
const LARGE = 100_000;
const USAGE = `npm run bench -- [name...] [options]
  names: ${NAMES.join(", ")}; all but instructions if none is given
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

const names = positionals.length > 0 ? positionals : NAMES.filter((name) => name !== "instructions");
const work = mkdtempSync(join(tmpdir(), "azertac-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const env = {
  ...process.env,
  AZERTAC_CACHE: join(work, "cache"),
  AZERTAC_CONFIG: "",
  AZERTAC_DIR: undefined,
  // With it Node reads certificates at every start, which takes longer than most of what is measured here.
  NODE_EXTRA_CA_CERTS: undefined,
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

/** The commit that is checked out, with a + if files differ from it. */
function commit() {
  try {
    const git = (...words) =>
      execFileSync("git", words, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+");
  } catch {
    return "unknown";
  }
}

const [{ model } = { model: "unknown processor" }] = cpus();
console.log(`${model.trim()}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`);
console.log(`Node ${process.version}, commit ${commit()}, without NODE_EXTRA_CA_CERTS`);
console.log("× is the median of whole processes, as a ratio to `node -e 0` in the same rounds");
for (const name of ON_SAMPLE) if (names.includes(name)) await measure(name);
const onCorpus = names.filter((name) => !ON_SAMPLE.includes(name));
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
