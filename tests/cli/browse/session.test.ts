/** The session on a terminal that only keeps what it is sent, with a real archive behind it. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Key } from "../../../src/cli/browse/keys.js";
import { HangupError } from "../../../src/cli/io/hangup.js";
import { StaleError } from "../../../src/index.js";
import { archiveOf, dispatch } from "../tool.js";
import { archive, closeArchive, ctrl, ENTER, ESCAPE, open } from "./open-session.js";

afterEach(closeArchive);

const wire = (): string =>
  archiveOf({
    "001_aaaaaaaaaaaaaaaa.txt": dispatch("2024-01-10", "Baku", "January 10", "The harvest of grain rose."),
    "002_bbbbbbbbbbbbbbbb.txt": dispatch("2024-02-20", "Baku", "February 20", "Boats of the fleet came in."),
    "003_cccccccccccccccc.txt": dispatch(
      "2024-03-01",
      "Ganja",
      "March 1",
      "The harbour was closed for boats.",
    ),
  });

test("hits change while a word is typed, and matches are marked in list and preview", async () => {
  const { tty, ended } = await open(wire());
  tty.type("har");
  expect(await tty.waitFor(/2 · relevance/)).toContain("[harvest]");
  tty.type("bo");
  const sent = await tty.waitFor(/1 · relevance[\s\S]*closed for \[?boats/);
  expect(sent).toContain("[harbour]");
  expect(sent).not.toContain("[boats]");
  tty.key(ESCAPE);
  expect(await ended).toEqual([]);
});

test("list and preview never show different articles", async () => {
  const { tty, ended } = await open(wire(), {}, "boats");
  tty.key({ name: "down" });
  await tty.waitFor(/aaaaaaaaaaaaaaaa|bbbbbbbbbbbbbbbb/);
  tty.key(ctrl("u"));
  tty.type("harvest");
  await tty.waitFor(/1 · relevance/);
  const written = tty.writes.find((text) => text.includes("1 · relevance"));
  expect(written).toMatch(/\[harvest\][\s\S]*aaaaaaaaaaaaaaaa/);
  tty.key(ESCAPE);
  await ended;
});

test("keys that come together are one search", async () => {
  const { tty, ended, searched } = await open(wire());
  tty.type("harvest");
  await tty.waitFor(/1 · relevance/);
  expect(searched).toEqual(["", "harvest"]);
  tty.key(ESCAPE);
  await ended;
});

test("a query that can't be read leaves the hits as they are, and is said on the status line", async () => {
  const { tty, ended } = await open(wire(), {}, "boats");
  tty.type(' "oil');
  const sent = await tty.waitFor(/the quotation mark is not closed/);
  // What stays is not drawn again.
  expect(sent).not.toMatch(/nothing found|fleet/);
  tty.type('"');
  await tty.waitFor(/nothing found|no article has all the words/);
  tty.key(ESCAPE);
  await ended;
});

test("Enter chooses what answers all that was typed before it, and nothing behind it counts", async () => {
  const { tty, ended } = await open(wire());
  tty.type("harvest");
  tty.key(ENTER);
  tty.type("boats");
  expect(await ended).toEqual(["aaaaaaaaaaaaaaaa"]);
});

test("Enter chooses all that is marked, in the order of the marks, whatever is found now", async () => {
  const { tty, ended } = await open(wire());
  const tab: Key = { name: "tab", sequence: "\t" };
  tty.type("boats");
  await tty.waitFor(/2 · relevance/);
  tty.key(tab);
  tty.key(ctrl("u"));
  tty.type("harvest");
  await tty.waitFor(/1 · relevance/);
  tty.key(tab);
  tty.type(" zebra");
  await tty.waitFor(/choose 2/);
  tty.key(ENTER);
  const ids = await ended;
  expect(ids).toHaveLength(2);
  expect(ids[1]).toBe("aaaaaaaaaaaaaaaa");
});

test("Enter without a hit does nothing", async () => {
  const { tty, ended } = await open(wire());
  tty.type("zebra");
  await tty.waitFor(/nothing found/);
  tty.key(ENTER);
  tty.key(ctrl("u"));
  await tty.waitFor(/3 · date/);
  tty.key(ESCAPE);
  expect(await ended).toEqual([]);
});

test("Ctrl-Y sends the full id to the clipboard and says so", async () => {
  const { tty, ended } = await open(wire(), {}, "harvest");
  tty.key(ctrl("y"));
  for (let i = 0; i < 200 && !tty.sent.includes("clipboard"); i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(tty.sent).toContain(`\x1b]52;c;${btoa("aaaaaaaaaaaaaaaa")}\x07`);
  expect(tty.sent).toContain("(OSC 52): aaaaaaaaaaaaaaaa");
  tty.key(ESCAPE);
  await ended;
});

test("an article is read with the query's words marked, on a terminal that was left", async () => {
  const read: { id: string; marked: unknown; left: boolean }[] = [];
  const { tty, ended } = await open(
    wire(),
    {
      read: async (article, mark) => {
        read.push({ id: article.id, marked: mark("the harvest"), left: tty.sent.includes("\x1b[?1049l") });
        return true;
      },
    },
    "harvest",
  );
  tty.key(ENTER);
  await tty.waitFor(/1 · relevance/);
  expect(read).toEqual([{ id: "aaaaaaaaaaaaaaaa", marked: [[4, 11]], left: true }]);
  tty.key(ESCAPE);
  await ended;
});

test("what was only printed stays until a key is pressed", async () => {
  const { tty, ended } = await open(wire(), { read: async () => false }, "harvest");
  tty.key(ENTER);
  await tty.waitFor(/Press a key to go back/);
  tty.type("x");
  const sent = await tty.waitFor(/1 · relevance/);
  expect(sent).not.toContain("harvestx");
  tty.key(ESCAPE);
  await ended;
});

describe("files that change meanwhile", () => {
  test("an edited one is found by its new words after Ctrl-R, and no longer by its old ones", async () => {
    const dir = wire();
    const { tty, ended } = await open(dir);
    writeFileSync(
      join(dir, "002_bbbbbbbbbbbbbbbb.txt"),
      dispatch("2024-02-20", "Baku", "February 20", "Ships of the navy came in."),
    );
    tty.type("boats");
    await tty.waitFor(/2 · relevance/);
    tty.key(ctrl("r"));
    await tty.waitFor(/1 · relevance/);
    tty.key(ctrl("u"));
    tty.type("navy");
    expect(await tty.waitFor(/1 · relevance/)).toContain("[navy]");
    tty.key(ESCAPE);
    await ended;
  });

  test("the preview of one that is gone says so, and so does Enter", async () => {
    const dir = wire();
    const { tty, ended } = await open(dir, { read: async () => true });
    rmSync(join(dir, "002_bbbbbbbbbbbbbbbb.txt"));
    tty.key({ name: "down" });
    await tty.waitFor(/file of this article is gone/);
    tty.key(ENTER);
    await tty.waitFor(/has changed: Ctrl-R reads it again/);
    tty.type("boats");
    await tty.waitFor(/2 · relevance/);
    tty.key(ctrl("r"));
    await tty.waitFor(/1 · relevance/);
    tty.key(ESCAPE);
    await ended;
  });

  test("Ctrl-R reads what is new, and the values of its fields are offered", async () => {
    const dir = wire();
    const { tty, ended, finder } = await open(dir, {
      reload: async () => {
        await archive()?.refresh();
        finder.forget();
      },
    });
    tty.type("place:Bak");
    await tty.waitFor(/2 · relevance/);
    writeFileSync(
      join(dir, "004_dddddddddddddddd.txt"),
      dispatch("2024-03-02", "Bakhmut", "March 2", "A bridge was opened."),
    );
    tty.key(ctrl("r"));
    const sent = await tty.waitFor(/3 · relevance/);
    expect(sent).toContain("bridge");
    tty.key(ESCAPE);
    await ended;
  });

  test("one that has changed under its preview is said on the status line", async () => {
    const { tty, ended, finder } = await open(wire());
    finder.get = () => Promise.reject(new StaleError("wire/1.txt"));
    tty.key({ name: "down" });
    await tty.waitFor(/file of this article has changed: Ctrl-R reads it again/);
    tty.key(ESCAPE);
    expect(await ended).toEqual([]);
  });

  test("an archive that is gone altogether ends nothing", async () => {
    const dir = wire();
    const { tty, ended } = await open(dir);
    rmSync(dir, { recursive: true });
    tty.key(ctrl("r"));
    await tty.waitFor(/nothing found|can't|cannot|no such|not found|gone/i);
    tty.key(ESCAPE);
    expect(await ended).toEqual([]);
  });
});

test("more articles are fetched when the list is scrolled", async () => {
  const lines = Array.from({ length: 60 }, (_, i) =>
    JSON.stringify({ id: `r${i}`, date: "2024-01-01", text: `Ship number${i} came to port.` }),
  );
  const { tty, ended } = await open(archiveOf({ "all.jsonl": lines.join("\n") }), {}, "ship ");
  for (let i = 0; i < 4; i++) tty.key({ name: "pagedown" });
  const sent = await tty.waitFor(/> 2024-01-01 {2}\[Ship\] number36 came/);
  // While they are fetched, their rows are there already.
  expect(sent).toMatch(/ {2}… /);
  tty.key({ name: "pageup" }, ENTER);
  expect(await ended).toEqual([expect.stringMatching(/^r\d+$/)]);
});

test("a new size is drawn whole", async () => {
  const { tty, ended } = await open(wire(), {}, "harvest");
  tty.at = { columns: 40, rows: 10 };
  tty.told?.resize();
  expect(await tty.waitFor(/-{40}/)).toContain("> harvest");
  tty.key(ESCAPE);
  await ended;
});

test("it ends when the terminal does", async () => {
  const { tty, ended } = await open(wire());
  const failed = expect(ended).rejects.toThrow(HangupError);
  tty.told?.end();
  await failed;
});

test("a fault ends it, and the terminal is given back", async () => {
  const { tty, ended, finder } = await open(wire());
  finder.find = () => Promise.reject(new TypeError("broken"));
  const failed = expect(ended).rejects.toThrow("broken");
  tty.type("x");
  await failed;
  expect(tty.sent).toContain("\x1b[?1049l");
});
