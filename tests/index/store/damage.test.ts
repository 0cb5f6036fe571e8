/** Killed builds, damaged bytes, many processes at once: every answer is that of the files. */
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import {
  article,
  fileName,
  freshAnswers,
  LIBRARY,
  makeArchive,
  randomFrom,
  storedAnswers,
} from "./stored.js";

const CHILD = fileURLToPath(new URL("kill-child.mjs", import.meta.url));
const FULL = process.env.AZERTAC_TEST_FULL !== undefined;
const KILLS = FULL ? 200 : 20;
const DAMAGES = FULL ? 2_000 : 100;
const MINUTES = 60_000;

const made = makeArchive();
const { dir, cache } = made;
afterAll(() => rmSync(made.root, { recursive: true, force: true }));

/** Runs a process that opens the archive; kills it so many milliseconds after it began to, if a time is given. */
function openInChild(killAfter?: number): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, LIBRARY, dir, cache], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout.once("data", () => {
      if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    });
    child.stdout.resume();
    child.on("close", resolve);
  });
}

test(
  `a process killed at any moment of a build or an update (${KILLS} times) leaves no wrong answer`,
  async () => {
    const started = performance.now();
    await openInChild();
    const whole = performance.now() - started;
    const random = randomFrom(1);
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      if (i % 2 === 0) rmSync(cache, { recursive: true, force: true });
      else writeFileSync(join(dir, "0", fileName(5000 + (i % 7))), article(5000 + i));
      const code = await openInChild(random() * whole * 0.6);
      if (code === null) killed++;
      const { text, warnings } = await storedAnswers(dir, cache);
      expect(warnings).toEqual([]);
      expect(text).toBe(await freshAnswers(dir));
    }
    // Otherwise it was no test of being killed.
    expect(killed).toBeGreaterThan(KILLS / 10);
  },
  15 * MINUTES,
);

test(
  `bytes flipped, cut off or put in anywhere in the index (${DAMAGES} times) change no answer`,
  async () => {
    rmSync(cache, { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const fresh = await freshAnswers(dir);
    expect((await storedAnswers(dir, cache)).text).toBe(fresh);
    const [name = ""] = readdirSync(cache);
    const folder = join(cache, name);
    const good = join(made.root, "good");
    cpSync(folder, good, { recursive: true });
    const random = randomFrom(2);
    const pick = (count: number): number => Math.floor(random() * count);
    let noticed = 0;
    for (let i = 0; i < DAMAGES; i++) {
      const names = readdirSync(folder);
      const path = join(folder, names[pick(names.length)] ?? "");
      const { size } = statSync(path);
      const kind = pick(10);
      if (kind === 0) truncateSync(path, pick(size));
      else if (kind === 1) appendFileSync(path, "more");
      else {
        const bytes = readFileSync(path);
        const at = pick(size);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8));
        writeFileSync(path, bytes);
      }
      const { text, warnings } = await storedAnswers(dir, cache);
      expect(text).toBe(fresh);
      expect(warnings.length).toBeLessThanOrEqual(1);
      if (warnings.length === 0) continue;
      noticed++;
      rmSync(folder, { recursive: true });
      cpSync(good, folder, { recursive: true });
    }
    expect(noticed).toBeGreaterThan(DAMAGES / 20);
  },
  15 * MINUTES,
);

test(
  "eight processes that build and update at once all answer, and the index is whole afterwards",
  async () => {
    for (let round = 0; round < 3; round++) {
      if (round !== 1) rmSync(cache, { recursive: true, force: true });
      writeFileSync(join(dir, "1", fileName(6000 + round)), article(6000 + round));
      utimesSync(dir, new Date(), new Date());
      const codes = await Promise.all(Array.from({ length: 8 }, () => openInChild()));
      expect(codes).toEqual(Array(8).fill(0));
      const { text, warnings } = await storedAnswers(dir, cache);
      expect(warnings).toEqual([]);
      expect(text).toBe(await freshAnswers(dir));
    }
  },
  5 * MINUTES,
);
