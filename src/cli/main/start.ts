/** What `bin/azertac.js` starts: runs the command from its compiled chunks and ends with its exit code. */
import { Chunks } from "./chunks.js";
import { readCodeCache } from "./code-cache.js";
import type * as Program from "./program.js";

const DAY = 24 * 60 * 60 * 1000;

const words = process.argv.slice(2);
const cache = readCodeCache(words[0]);
const chunks = new Chunks(__dirname, require, cache.chunks);
const { run } = chunks.load("cli.js") as typeof Program;

/** Keeps what V8 compiled. A wrong call leaves nothing behind: its first word may be anything. */
async function keep(code: number): Promise<void> {
  if (code !== 0 && code !== 1) return;
  // A call with other options runs other functions of the same chunks: that is looked at once a day.
  const isRecent = Math.abs(Date.now() - cache.checked) < DAY;
  if (chunks.areCached && isRecent) return;
  const { writeCodeCache } = await import("./code-cache-writer.js");
  writeCodeCache(cache, chunks.scripts, chunks.areCached);
}

void run(words).then(async (code) => {
  await keep(code);
  // Ends at once: tearing the heap down takes 5 ms, and all output has been written.
  process.exit(code);
});
