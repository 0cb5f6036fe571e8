// How long does the same search take other tools, each a process a call on the same articles?
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { azertac, compare, run, script } from "./measure.mjs";
import { stored } from "./questions.mjs";
import { hasSqlite, sqliteBuild, sqliteSearch } from "./sqlite.mjs";

const QUERIES = ["Algeria", "Algera", "foreign minister"];
/** Fuse.js reads each text for each query, MiniSearch its whole index. */
const MOST_FOR_FUSE = 10_000;
const MOST_FOR_MINISEARCH = 200_000;

const each = (what, callOf, queries = QUERIES) =>
  queries.map((query) => ({ what: `${what}: ${query}`, call: callOf(query) }));
const azertacOn = (path) => (query) => azertac("search", "-d", path, query);

export default async function peers(setting) {
  return [await withStoredIndex(setting), await withoutIndex(setting), await fuse(setting)];
}

async function withStoredIndex({ corpus, rounds, env, work }) {
  const path = stored(corpus.jsonl(), env);
  const calls = each("azertac", azertacOn(path));
  if (corpus.profile.articles <= MOST_FOR_MINISEARCH) {
    const index = join(work, "minisearch.json");
    console.error("indexing for MiniSearch");
    run(script("minisearch.mjs", "build", path, index));
    // Loading takes all the time, whatever the query.
    const call = (query) => script("minisearch.mjs", "search", index, query);
    calls.push(...each("MiniSearch, index loaded", call, QUERIES.slice(1)));
  } else console.error("MiniSearch left out: its index is one JSON text, here too long for a string");
  if (hasSqlite()) {
    const database = join(work, "peers.db");
    console.error("indexing for SQLite");
    run(sqliteBuild(path, database, work));
    // It has no near words.
    calls.push(...each("SQLite FTS5", (query) => sqliteSearch(database, query), [QUERIES[0], QUERIES[2]]));
  } else console.error("SQLite left out: no sqlite3 here");
  return { title: "a JSONL file, indexes stored", lines: await compare(calls, { rounds, env }) };
}

async function withoutIndex({ corpus, rounds, env }) {
  if (spawnSync("rg", ["--version"]).status !== 0) {
    console.error("ripgrep left out: no rg here");
    return null;
  }
  const path = stored(corpus.folder(), env);
  const queries = [QUERIES[0], QUERIES[2]];
  const calls = [
    ...each("azertac", azertacOn(path), queries),
    ...each("rg -il", (query) => ["rg", "-il", query, path], queries),
  ];
  return { title: "a folder of files", lines: await compare(calls, { rounds, env }) };
}

async function fuse({ corpus, rounds, env }) {
  const path = stored(corpus.first(MOST_FOR_FUSE), env);
  const calls = [
    ...each("azertac", azertacOn(path)),
    ...each("Fuse.js 7", (query) => script("fuse.mjs", path, query)),
  ];
  const articles = Math.min(corpus.profile.articles, MOST_FOR_FUSE).toLocaleString("en");
  return { title: `the first ${articles} articles`, lines: await compare(calls, { rounds, env }) };
}
