/** Archives large enough to be stored, and what is asked of them. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Archive, openArchive } from "../../../src/index.js";

/** The built library, for tests of threads and of other processes. */
export const LIBRARY = fileURLToPath(new URL("../../../dist/index.js", import.meta.url));

const PLACES = ["Baku", "Ganja", "Shusha", "London", "Ankara"];
const WORDS =
  "harbour lighthouse keeper orchestra grain harvest season minister foreign treaty railway bridge museum festival island plain river mountain school teacher painter exhibition concert market price export import vessel captain storm winter summer council mayor visit delegation agreement project road airport hospital library garden forest".split(
    " ",
  );

/** The same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function article(number: number): string {
  const random = randomFrom(number * 7919 + 1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const day = 1 + (number % 28);
  const sentence = (): string => `The ${Array.from({ length: 12 }, () => pick(WORDS)).join(" ")}.`;
  const body = Array.from({ length: 6 }, () => `${sentence()} ${sentence()} Name${number % 97} spoke.`);
  const date = `2024-03-${String(day).padStart(2, "0")}`;
  return ` date ${date} ${pick(PLACES)}, March ${day}, AZERTAC\n\n${body.join("\n\n")}\n`;
}

export function fileName(number: number): string {
  return `${String(number).padStart(4, "0")}_${number.toString(16).padStart(12, "0")}.txt`;
}

/** A folder of `count` articles in folders of fifty. */
export function makeArchive(count = 400): { root: string; dir: string; cache: string } {
  const root = mkdtempSync(join(tmpdir(), "azertac-stored-"));
  const dir = join(root, "wire");
  for (let i = 0; i < count; i++) {
    const folder = join(dir, String(Math.floor(i / 50)));
    if (i % 50 === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, fileName(i)), article(i));
  }
  return { root, dir, cache: join(root, "cache") };
}

const QUERIES = [
  "lighthouse keeper",
  "Name5",
  "habour",
  '"grain harvest"',
  "storm -winter place:Baku",
  "muse*",
];

/** Answers to a round of questions, without what may differ: the paths' root. */
export async function answers(archive: Archive): Promise<string> {
  const listed = await archive.list();
  const found = [];
  for (const query of QUERIES) found.push(await archive.search(query, { limit: 5 }));
  const shown = await archive.get("7");
  const places = await archive.values("place");
  return JSON.stringify({ listed, found, shown, places, size: archive.size });
}

/** The answers as they are without an index. */
export async function freshAnswers(dir: string): Promise<string> {
  const archive = await openArchive({ dir, cache: false });
  const text = await answers(archive);
  await archive.close();
  return text;
}

/** The answers with the index in a cache folder, and the warnings. */
export async function storedAnswers(
  dir: string,
  cache: string,
): Promise<{ text: string; warnings: string[] }> {
  const archive = await openArchive({ dir, cache });
  const text = await answers(archive);
  const warnings = archive.warnings.map(({ message }) => message);
  await archive.close();
  return { text, warnings };
}
