/** Damaged files of every format: nothing is thrown, nothing hangs, and what is reported is fit for a terminal. */
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/formats/read.js";
import type { Limits } from "../../src/formats/record.js";
import { FIXTURES } from "./fixtures.js";

const TOTAL = process.env.AZERTAC_TEST_FULL ? 20_000 : 1_000;
const EACH = Math.ceil(TOTAL / FIXTURES.length);
/** Processor time: other processes must not decide. The first call loads the format's library. */
const LONGEST_MS = 1000;
const LIMITS: Limits = { depth: 6, files: 1000, fileBytes: 16e6, totalBytes: 64e6, milliseconds: 10_000 };

/** Reproducible by its seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const INSERTS = [
  "<",
  ">",
  "&",
  '"',
  "'",
  "\0",
  "\x1b[31m",
  "\u202e",
  "<![CDATA[",
  "]]>",
  "<!--",
  "&#x0;",
  "{",
  "[",
  "}",
  "]",
  "\xff\xff\xff\xff",
  "%s",
  "\r\n\r\n",
  "From ",
  "\x01\x02\x03",
  "9".repeat(20),
  "<p>".repeat(50),
];

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  let mutated = Buffer.from(bytes);
  const at = (): number => Math.floor(next() * (mutated.length + 1));
  for (let i = 1 + Math.floor(next() * 4); i > 0; i--) {
    const start = at();
    const kind = Math.floor(next() * 6);
    if (kind === 0 && mutated.length > 0)
      mutated[Math.min(start, mutated.length - 1)] = Math.floor(next() * 256);
    else if (kind === 1) mutated = mutated.subarray(0, start);
    else if (kind === 2)
      mutated = Buffer.concat([
        mutated.subarray(0, start),
        mutated.subarray(Math.min(mutated.length, start + Math.floor(next() * 40))),
      ]);
    else if (kind === 3)
      mutated = Buffer.concat([
        mutated.subarray(0, start),
        Buffer.from(INSERTS[Math.floor(next() * INSERTS.length)] ?? "", "latin1"),
        mutated.subarray(start),
      ]);
    else if (kind === 4) {
      const piece = mutated.subarray(start, start + Math.floor(next() * 200));
      mutated = Buffer.concat([mutated.subarray(0, start), piece, piece, mutated.subarray(start)]);
    } else
      for (let j = 0; j < 8 && mutated.length > 0; j++)
        mutated[Math.floor(next() * mutated.length)] = Math.floor(next() * 256);
    mutated = Buffer.from(mutated);
  }
  return mutated;
}

async function readToEnd(bytes: Uint8Array, name: string): Promise<{ articles: number; reported: string[] }> {
  const reported: string[] = [];
  let articles = 0;
  for await (const { record } of readSource(bytes, name, {
    report: (message) => void reported.push(message),
    limits: LIMITS,
  })) {
    articles++;
    expect(typeof (record.text ?? record.title ?? record.paragraphs?.[0] ?? "")).toBe("string");
  }
  return { articles, reported };
}

describe.each(FIXTURES)("$format: $name", ({ format, name, bytes }) => {
  test(`${EACH} times damaged`, async () => {
    await readToEnd(bytes, name);
    for (let seed = 0; seed < EACH; seed++) {
      const damaged = mutate(bytes, random(seed * 7919 + name.length));
      const before = process.cpuUsage();
      const { articles, reported } = await readToEnd(damaged, name).catch((error: unknown) => {
        throw new Error(`seed ${seed} of ${format}`, { cause: error });
      });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, `seed ${seed}: ms`).toBeLessThan(LONGEST_MS);
      // Neither read nor named would be a loss in silence.
      expect(articles + reported.length, `seed ${seed}: silent`).toBeGreaterThan(0);
      for (const message of reported)
        expect(message, `seed ${seed}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});
