#!/usr/bin/env node
// Writes src/text/country-names.ts anew from the platform's tables (CLDR, by Intl.DisplayNames):
//   npm run build && node bench/country-names.mjs > src/text/country-names.ts && npm run format
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../src/text/countries.ts", import.meta.url), "utf8");
const regions = [...source.matchAll(/"([A-Z]{40,})"/g)]
  .map(([, codes]) => codes)
  .join("")
  .match(/../g);
const languages = ["en", "ru", "az", "tr", "de", "fr", "es", "ar"];

console.log(`/**
 * The names of countries in the languages of the news, in the order of REGIONS in countries.ts, from CLDR ${process.versions.cldr}
 * by \`Intl.DisplayNames\`. Written by bench/country-names.mjs: the first use of Intl in a process takes 16 to 28 ms,
 * which is most of what a whole search may take.
 */
export const COUNTRY_NAMES: Readonly<Record<string, string>> = {`);
for (const language of languages) {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  console.log(`  ${language}: ${JSON.stringify(regions.map((code) => names.of(code) ?? "").join("|"))},`);
}
console.log("};");
