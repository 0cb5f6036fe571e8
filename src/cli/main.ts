/** The command: runs it and leaves its exit code. */
import { run } from "./program.js";

process.exitCode = await run(process.argv.slice(2));
