/** Copies and versions: one line a group, the correction first, and the same groups however the archive was read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Archive, openArchive, updateIndex } from "../../../src/index.js";
import { archiveOfLines, type Line } from "../archive-of.js";

const root = mkdtempSync(join(tmpdir(), "azertac-copies-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOUNS = "harbour council ferry bridge lamp keeper island storm market school mill orchard".split(" ");
const VERBS = "opened closed counted painted visited repaired sold measured flooded named".split(" ");

/** A text of so many sentences, the same for the same seed. */
function story(seed: number, sentences = 14): string {
  let state = seed * 7919 + 17;
  const next = (limit: number): number => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return Array.from({ length: sentences }, () => {
    const [a, b, c] = [NOUNS[next(12)], VERBS[next(10)], NOUNS[next(12)]];
    return `The ${a} of ward ${next(900)} ${b} the old ${c} on street ${next(900)}.`;
  }).join(" ");
}

const LINES: Line[] = [
  { id: "first", date: "2024-03-01", title: "Ferry opens", text: `${story(1)} The fare is two marks.` },
  { id: "reprint", date: "2024-03-02", title: "Ferry opens", text: `${story(1)} The fare is two marks.` },
  {
    id: "corrected",
    date: "2024-03-01",
    title: "CORRECTED-Ferry opens",
    text: `${story(1)} The fare is nine marks.`,
  },
  { id: "other", date: "2024-03-03", title: "Bridge closes", text: `${story(2)} The fare is free.` },
  { id: "third", date: "2024-03-04", title: "Lamp sold", text: `${story(3)} No fare is known.` },
  { id: "part", date: "2024-03-04", title: "Lamp", text: story(3, 3) },
];

const ids = (articles: readonly { id: string }[]): string[] => articles.map(({ id }) => id);

describe("a small archive", () => {
  test("every article is given with the ids of its copies, unless a group is asked for", async () => {
    const archive = await archiveOfLines(LINES);
    const shown = await archive.list();
    expect(ids(shown)).toHaveLength(6);
    const copies = Object.fromEntries(shown.map((one) => [one.id, one.copies]));
    expect(copies).toEqual({
      first: ["corrected", "reprint"],
      reprint: ["corrected", "first"],
      corrected: ["reprint", "first"],
      other: [],
      third: ["part"],
      part: ["third"],
    });
    expect(ids(await archive.list({ copies: "group" }))).toEqual(["third", "other", "corrected"]);
    await archive.close();
  });

  test("a correction is given in place of what it corrects, even if only that answers the query", async () => {
    const archive = await archiveOfLines(LINES);
    const { hits, total } = await archive.search('"two marks"', { copies: "group" });
    expect(ids(hits)).toEqual(["corrected"]);
    expect(hits[0]?.copies).toEqual(["reprint", "first"]);
    expect(total).toBe(2);
    const later = await archive.search('"two marks"', { copies: "group", since: "2024-03-02" });
    expect(ids(later.hits)).toEqual(["reprint"]);
    await archive.close();
  });

  test("pages count groups and follow each other", async () => {
    const archive = await archiveOfLines(LINES);
    const page = async (offset: number) =>
      ids((await archive.search("fare OR lamp", { copies: "group", limit: 1, offset })).hits);
    const all = ids((await archive.search("fare OR lamp", { copies: "group" })).hits);
    expect(all).toHaveLength(3);
    expect([await page(0), await page(1), await page(2), await page(3)].flat()).toEqual(all);
    await archive.close();
  });

  test("an excerpt alone answers for itself", async () => {
    const archive = await archiveOfLines(LINES);
    const { hits } = await archive.search("lamp", { copies: "group" });
    expect(hits.some(({ id }) => id === "third")).toBe(true);
    await archive.close();
  });

  test("counts are of groups if asked", async () => {
    const archive = await archiveOfLines(LINES);
    expect((await archive.stats(null, { unique: true })).articles).toBe(3);
    expect((await archive.stats(null)).articles).toBe(6);
    expect((await archive.timeline("fare", { unique: true })).total).toBe(3);
    const { articles } = await archive.summarizeSearch("fare", { unique: true });
    expect(ids(articles).sort()).toEqual(["corrected", "other", "third"]);
    await archive.close();
  });

  test("related articles are one a group", async () => {
    const archive = await archiveOfLines(LINES);
    const all = ids((await archive.related("other")) ?? []);
    const grouped = ids((await archive.related("other", { copies: "group" })) ?? []);
    expect(grouped.every((id) => all.includes(id))).toBe(true);
    expect(grouped.filter((id) => ["first", "reprint", "corrected"].includes(id))).toHaveLength(1);
    expect(await archive.related("nothing", { copies: "group" })).toBeNull();
    await archive.close();
  });

  test("a page of several unrelated excerpts belongs to none of them", async () => {
    const archive = await archiveOfLines([
      { id: "a", date: "2024-03-01", title: "Ferry", text: story(11, 5) },
      { id: "b", date: "2024-03-01", title: "Bridge", text: story(12, 5) },
      { id: "c", date: "2024-03-01", title: "Lamp", text: story(13, 5) },
      {
        id: "digest",
        date: "2024-03-01",
        title: "News of the day",
        text: [11, 12, 13, 14].map((seed) => story(seed, 5)).join("\n\n"),
      },
    ]);
    expect((await archive.list()).flatMap(({ copies }) => copies)).toEqual([]);
    await archive.close();
  });
});

/** The groups of an archive, each as the ids in it. */
async function groupsOf(archive: Archive): Promise<string[]> {
  const groups = (await archive.list()).map(({ id, copies }) => [id, ...copies].sort().join(" "));
  return [...new Set(groups)].sort();
}

describe("however an archive is read", () => {
  test("property: articles that arrive later are grouped as if all had come at once", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3)), { minLength: 2, maxLength: 9 }),
        async (drawn) => {
          const dir = join(root, String(run++));
          const [wire, cache] = [join(dir, "wire"), join(dir, "cache")];
          mkdirSync(wire, { recursive: true });
          mkdirSync(cache, { mode: 0o700 });
          for (const [step, group] of [0, 1, 2].entries()) {
            drawn.forEach(([seed, change, when], i) => {
              if (when % 3 !== group) return;
              const text = `BAKU, April ${1 + change}, APA\n\n${story(seed)} Number ${change}.\n`;
              writeFileSync(join(wire, `${step}${i}_00aa${i}.txt`), text);
            });
            await updateIndex({ dir: wire, cache });
          }
          const stored = await openArchive({ dir: wire, cache });
          const fresh = await openArchive({ dir: wire, cache: false });
          expect(await groupsOf(stored)).toEqual(await groupsOf(fresh));
          // Brute force: the same story is the same group.
          const seeds = new Set(drawn.map(([seed]) => seed));
          expect((await groupsOf(fresh)).length).toBe(seeds.size);
          await stored.close();
          await fresh.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 30_000);

  test("a copy that is deleted leaves its group", async () => {
    const dir = join(root, "deleted");
    const [wire, cache] = [join(dir, "wire"), join(dir, "cache")];
    mkdirSync(wire, { recursive: true });
    mkdirSync(cache, { mode: 0o700 });
    for (const name of ["0_aa.txt", "1_bb.txt", "2_cc.txt"]) writeFileSync(join(wire, name), story(5));
    await updateIndex({ dir: wire, cache });
    rmSync(join(wire, "1_bb.txt"));
    await updateIndex({ dir: wire, cache });
    const archive = await openArchive({ dir: wire, cache });
    expect(await groupsOf(archive)).toEqual(["0_aa 2_cc"]);
    await archive.close();
  });
});
