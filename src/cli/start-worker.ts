/** What a thread of the command starts with: the same as `src/index/worker.ts`, by way of its compiled chunks. */
import { createRequire } from "node:module";
import { Chunks } from "./chunks.js";

new Chunks(__dirname, createRequire(__filename)).load("build.js");
