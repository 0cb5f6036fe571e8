// SQLite's FTS5 with the porter stemmer as a peer, by the sqlite3 command of the system.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export const hasSqlite = () => spawnSync("sqlite3", ["--version"]).status === 0;

/** A call that reads a JSONL file's texts into a full-text table. The lines go through memory, all else is as SQLite does it. */
export function sqliteBuild(jsonl, database, work) {
  const script = join(work, "build.sql");
  writeFileSync(
    script,
    `pragma temp_store = memory;
.mode ascii
.separator "\\037" "\\n"
create temp table line(json text);
.import --schema temp ${JSON.stringify(jsonl)} line
create virtual table article using fts5(id unindexed, text, tokenize = 'porter unicode61');
insert into article select json_extract(json, '$.id'), json_extract(json, '$.text') from line;
`,
  );
  return ["sqlite3", "-bail", database, `.read ${JSON.stringify(script)}`];
}

/** A call that prints the ten best articles and a passage of each. */
export function sqliteSearch(database, query) {
  const words = query.replaceAll("'", "''");
  const sql = `select id, snippet(article, 1, '', '', '…', 20) from article where article match '${words}' order by rank limit 10`;
  return ["sqlite3", "-bail", "-readonly", database, sql];
}
