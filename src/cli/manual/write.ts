/** Run by the build: writes the manual beside the command. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Chunks } from "../main/chunks.js";
import type * as Program from "../main/program.js";
import { manual } from "./manual.js";

const root = join(__dirname, "..", "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const { wholeProgram } = new Chunks(__dirname, createRequire(__filename)).load("cli.js") as typeof Program;
// A build that is to be the same twice says when it is.
const { SOURCE_DATE_EPOCH } = process.env;
const date = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();

const folder = join(root, "dist", "man");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "azertac.1"), manual(wholeProgram(), version, date.toISOString().slice(0, 10)));
