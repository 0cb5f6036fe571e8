#!/usr/bin/env node
// npm run bench -- <name> [options]: one file a question. Without a name: all of them.
import { existsSync } from "node:fs";

const [name] = process.argv.slice(2);
for (const one of name && !name.startsWith("-") ? [name] : ["start", "search", "browse"]) {
  const file = new URL(`${one}.mjs`, import.meta.url);
  if (!existsSync(file)) {
    console.error(`there is no benchmark "${one}": start, search, browse`);
    process.exit(2);
  }
  console.log(`\n${one}`);
  await import(file.href);
}
