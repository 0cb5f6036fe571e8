#!/usr/bin/env node
// Writes src/text/trigrams.ts anew from the tables of franc (MIT, by Titus Wormer; made of translations of the Universal
// Declaration of Human Rights). franc is no dependency: install it elsewhere and give its folder.
//   node bench/language-trigrams.mjs node_modules/franc > src/text/trigrams.ts && npm run format
import { pathToFileURL } from "node:url";

const { data } = await import(pathToFileURL(`${process.argv[2]}/data.js`).href);
const CODES = {
  Latin: "en:eng az:azj tr:tur de:deu fr:fra es:spa it:ita pt:por nl:nld pl:pol ro:ron uz:uzn",
  Cyrillic: "ru:rus uk:ukr be:bel bg:bul sr:srp kk:kaz ky:kir tg:tgk az:azj",
  Arabic: "ar:arb fa:pes ur:urd",
};
const lines = Object.entries(CODES).flatMap(([script, codes]) =>
  codes.split(" ").map((pair) => {
    const [code, name] = pair.split(":");
    // Each has three characters.
    return `${code} ${script.toLowerCase()} ${data[script][name].split("|").join("")}`;
  }),
);
console.log(`/**
 * The commonest three letters in a row of languages that share a script, from the tables of franc (MIT licence, Titus Wormer),
 * which are made of translations of the Universal Declaration of Human Rights. Written by bench/language-trigrams.mjs.
 */

/** A line a language: ISO 639-1, script, and behind a space its trigrams one behind the other, the commonest first. */
export const TRIGRAMS = ${JSON.stringify(lines.join("\n"))};`);
