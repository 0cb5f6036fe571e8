/** The command: runs it and leaves its exit code. */
import { run } from "./program.js";

// Not awaited: a module that waits here for a command's chunk would never end if that chunk needs it.
void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
