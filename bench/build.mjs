// How long does it take to index a JSONL file, beside SQLite's FTS5 on the same file, and how large is the index?
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { azertac, compare, peakLine, ratioLine } from "./measure.mjs";
import { hasSqlite, sqliteBuild } from "./sqlite.mjs";

const bytesOf = (path) =>
  readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);

export default async function build({ corpus, rounds, env, work }) {
  const path = corpus.jsonl();
  const cache = join(work, "build");
  const database = join(work, "build.db");
  const own = { ...env, AZERTAC_CACHE: cache };
  const clear = () => rmSync(cache, { recursive: true, force: true });
  const call = azertac("index", "-d", path);
  const calls = [{ what: "azertac index", call, before: clear }];
  if (hasSqlite()) {
    const before = () => rmSync(database, { force: true });
    calls.push({
      what: "SQLite FTS5, porter unicode61",
      call: sqliteBuild(path, database, work),
      before,
    });
  }
  const lines = await compare(calls, { rounds, env: own });
  const [, ours, sqlite] = lines;
  if (sqlite) {
    lines.push(ratioLine("azertac index, of SQLite's time", ours.ms / sqlite.ms, { limit: 1 }));
    rmSync(database);
  }
  clear();
  lines.push(peakLine("peak memory of azertac index", call, { env: own, work, limit: 1024 }));
  const size = bytesOf(cache);
  const share = size / corpus.profile.bytes;
  const more = `${(size / 1e6).toFixed(1)} MB`;
  lines.push({ what: "index, of the text", value: share, shown: share.toFixed(2), limit: 0.6, more });
  clear();
  return { title: "a JSONL file, nothing stored", lines };
}
