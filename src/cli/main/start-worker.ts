/** What a thread of the command starts with: the same as `src/index/build/worker.ts`, loaded from the command's chunks. */
import { Chunks } from "./chunks.js";

new Chunks(__dirname, require).load("build.js");
