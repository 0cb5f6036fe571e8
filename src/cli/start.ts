/** What `bin/azertac.js` starts: runs the command, by way of its compiled chunks, and leaves its exit code. */
import { Chunks } from "./chunks.js";
import type * as Program from "./program.js";

const { run } = new Chunks(__dirname, require).load("cli.js") as typeof Program;

void run(process.argv.slice(2)).then((code) => {
  // Not left to end by itself: taking the heap apart takes 5 ms, and all that is printed has been written.
  process.exit(code);
});
