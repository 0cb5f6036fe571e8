/** An open archive answers from one state of its files, and that state changes with refresh() alone. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Archive, openArchive, StaleError } from "../../src/index.js";
import { archiveOf, dispatch, folder } from "../cli/tool.js";
import { collect } from "./questions.js";

const FILES = 60;

const text = (number: number, words: string): string =>
  dispatch("2024-03-01", number % 2 === 0 ? "Baku" : "Ganja", "March 1", `Number ${number} ${words}.`);
const fileName = (number: number): string => `${String(number).padStart(3, "0")}.txt`;

function wire(words = "saw the harbour"): string {
  return archiveOf(
    Object.fromEntries(Array.from({ length: FILES }, (_, i) => [fileName(i), text(i, words)])),
  );
}

/** Texts that are too long together to be kept in memory only. */
function addLongTexts(dir: string): void {
  for (let i = 0; i < 8; i++)
    writeFileSync(
      join(dir, `long${i}.txt`),
      `Long text ${i}\n\n${"The river runs to the sea. ".repeat(2500)}\n`,
    );
}

let archive: Archive;
afterEach(() => archive.close());

/** What an archive says of itself without reading a text. */
async function stateOf(opened: Archive): Promise<unknown> {
  return {
    size: opened.size,
    warnings: opened.warnings,
    listed: await opened.list(),
    streamed: await collect(opened.articles({ place: "Baku" })),
    harbour: (await opened.search("harbour", { snippets: false })).hits,
    zebra: (await opened.search("zebra", { exact: true, snippets: false })).hits,
    values: await opened.values("place"),
    timeline: await opened.timeline(null),
    suggestion: await opened.suggest("zebar"),
  };
}

describe.each([
  ["in memory", async () => openArchive({ dir: wire(), cache: false })],
  [
    "with a stored index",
    async () => {
      const dir = wire();
      addLongTexts(dir);
      return openArchive({ dir, cache: join(folder(), "cache") });
    },
  ],
])("an open archive %s", (_, open) => {
  /** The folder of the archive, from the path of any of its articles. */
  async function opened(): Promise<string> {
    archive = await open();
    const [first] = await archive.list({ limit: 1, place: "Baku" });
    return (first?.path ?? "").replace(/[^/]*$/, "");
  }

  test.each([
    ["added", (dir: string) => writeFileSync(join(dir, "900.txt"), text(900, "met a zebra"))],
    ["edited", (dir: string) => writeFileSync(join(dir, fileName(4)), text(4, "met a zebra"))],
    ["removed", (dir: string) => rmSync(join(dir, fileName(4)))],
    ["renamed", (dir: string) => renameSync(join(dir, fileName(4)), join(dir, "901.txt"))],
    ["emptied", (dir: string) => writeFileSync(join(dir, fileName(4)), "")],
    ["replaced as a whole", (dir: string) => renameSync(dir, join(folder(), "elsewhere"))],
  ])("does not change until refresh() when a file is %s", async (_, change) => {
    const dir = await opened();
    const before = await stateOf(archive);
    change(dir);
    expect(await stateOf(archive)).toEqual(before);
    expect(await stateOf(archive)).toEqual(before);
  });

  test("changes with refresh()", async () => {
    const dir = await opened();
    writeFileSync(join(dir, fileName(4)), text(4, "met a zebra"));
    writeFileSync(join(dir, "900.txt"), text(900, "met a zebra"));
    rmSync(join(dir, fileName(5)));
    await archive.refresh();
    expect((await archive.search("zebra", { exact: true })).hits.map(({ id }) => id).sort()).toEqual([
      "004",
      "900",
    ]);
    expect(await archive.get("005")).toBeNull();
  });

  test("the text of a file that has changed is given as it is now; one that was removed cannot be given", async () => {
    const dir = await opened();
    writeFileSync(join(dir, fileName(4)), text(4, "met a zebra in the garden"));
    rmSync(join(dir, fileName(5)));
    expect((await archive.get("004"))?.body.join()).toContain("zebra");
    expect((await archive.search("zebra")).total).toBe(0);
    for (const ask of [() => archive.get("005"), () => archive.summarize("005")]) {
      const error = await ask().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(StaleError);
      expect(error).toMatchObject({ code: "STALE", path: join(dir, fileName(5)) });
    }
    await archive.refresh();
    expect((await archive.search("zebra")).total).toBe(1);
    expect(await archive.get("005")).toBeNull();
  });

  test("two searches at once after files changed give answers of one state", async () => {
    const dir = await opened();
    const alone = async (): Promise<unknown[]> => [
      await archive.search("harbour", { snippets: false, limit: 5 }),
      await archive.search("number", { snippets: false, place: "Ganja" }),
    ];
    const before = await alone();
    // Numbers of articles are not those they were: the first ones are gone, others come before them.
    for (let i = 0; i < FILES / 2; i++) rmSync(join(dir, fileName(i)));
    for (let i = 0; i < FILES / 2; i++) writeFileSync(join(dir, `aa${fileName(i)}`), text(i, "met a zebra"));
    const together = await Promise.all([
      archive.search("harbour", { snippets: false, limit: 5 }),
      archive.search("number", { snippets: false, place: "Ganja" }),
    ]);
    expect(together).toEqual(before);
  });

  test("searches that run while refresh() does answer from the state before or the state after", async () => {
    const dir = await opened();
    const ask = () => archive.search("harbour zebra", { match: "any", snippets: false, limit: 200 });
    const before = JSON.stringify(await ask());
    for (let i = 0; i < FILES; i++) writeFileSync(join(dir, fileName(i)), text(i, "met a zebra"));
    const asked = [ask(), ask()];
    const refreshed = archive.refresh();
    asked.push(ask(), ask());
    await refreshed;
    const after = JSON.stringify(await ask());
    expect(after).not.toBe(before);
    const answers = (await Promise.all(asked)).map((answer) => JSON.stringify(answer));
    expect(answers.slice(0, 2)).toEqual([before, before]);
    for (const answer of answers) expect([before, after]).toContain(answer);
  });

  test("a stream goes on in the state in which it began, whatever refresh() does", async () => {
    const dir = await opened();
    const expected = await archive.list();
    const seen: unknown[] = [];
    for await (const article of archive.articles()) {
      seen.push(article);
      if (seen.length !== 3) continue;
      for (let i = 0; i < FILES; i += 2) rmSync(join(dir, fileName(i)));
      await archive.refresh();
      await archive.search("harbour");
    }
    expect(seen).toEqual(expected);
  });

  test("every hit of a search matches it, however often files change and are refreshed", async () => {
    const dir = await opened();
    for (let round = 0; round < 20; round++) {
      const word = round % 2 === 0 ? "zebra" : "giraffe";
      for (let i = round % 3; i < FILES; i += 3)
        writeFileSync(join(dir, fileName(i)), text(i, `met a ${word}`));
      const [, ...answers] = await Promise.all([
        archive.refresh(),
        archive.search("zebra", { exact: true, snippets: false }),
        archive.search("giraffe", { exact: true, snippets: false }),
        archive.search("harbour", { exact: true, snippets: false }),
      ]);
      // Each file has one of the words, at any time.
      const known = answers.flatMap(({ hits }) => hits.map(({ id }) => id));
      for (const { hits, query } of answers) {
        for (const { title } of hits) expect(title).toContain(query);
        expect(hits).toHaveLength(new Set(hits.map(({ id }) => id)).size);
      }
      expect(known.length).toBeGreaterThan(0);
    }
  });
});
