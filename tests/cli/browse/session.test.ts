/** The session on a terminal that only keeps what it is sent, with a real archive behind it. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Finder } from "../../../src/cli/browse/finder.js";
import type { Key } from "../../../src/cli/browse/keys.js";
import { ORDERS, type Order } from "../../../src/cli/browse/model.js";
import { type Doings, Session } from "../../../src/cli/browse/session.js";
import type { Told, Tty } from "../../../src/cli/browse/tty.js";
import { HangupError } from "../../../src/cli/io/hangup.js";
import { themeFor } from "../../../src/cli/render/theme.js";
import { measureFor } from "../../../src/cli/render/width.js";
import { type Archive, openArchive, StaleError } from "../../../src/index.js";
import { archiveOf, dispatch } from "../tool.js";

const [RELEVANCE] = ORDERS as [Order];
const ESCAPE: Key = { name: "escape", meta: true, sequence: "\x1b" };
const ENTER: Key = { name: "return", sequence: "\r" };
const ctrl = (name: string): Key => ({ name, ctrl: true });

class FakeTty implements Tty {
  sent = "";
  readonly writes: string[] = [];
  told: Told | undefined;
  at = { columns: 80, rows: 12 };
  write(text: string): void {
    this.sent += text;
    this.writes.push(text);
  }
  raw(): void {}
  size() {
    return this.at;
  }
  listen(told: Told): void {
    this.told = told;
  }
  pause(): void {}
  close(): void {}
  type(text: string): void {
    for (const sequence of text) this.told?.key({ sequence });
  }
  key(...keys: Key[]): void {
    for (const key of keys) this.told?.key(key);
  }
  /** Once it was sent this, since the last call. */
  async waitFor(pattern: RegExp): Promise<string> {
    for (let i = 0; i < 1_000; i++) {
      const sent = this.sent.replace(/\x1b\[[?\d;]*[A-Za-z]/g, " ");
      if (pattern.test(sent)) {
        this.sent = "";
        return sent;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`was not sent ${pattern}: ${JSON.stringify(this.sent)}`);
  }
}

let archive: Archive | undefined;
afterEach(() => archive?.close());

interface Opened {
  tty: FakeTty;
  ended: Promise<readonly string[]>;
  finder: Finder;
  searched: string[];
}

async function open(dir: string, doings: Partial<Doings> = {}, query = ""): Promise<Opened> {
  const opened = await openArchive({ dir, cache: false });
  archive = opened;
  const tty = new FakeTty();
  const finder = new Finder(opened, {});
  const searched: string[] = [];
  const find = finder.find.bind(finder);
  finder.find = (typed, ...more) => {
    searched.push(typed);
    return find(typed, ...more);
  };
  const look = {
    theme: { ...(await themeFor(false)), match: (text: string) => `[${text}]` },
    measure: await measureFor(["港"]),
    vertical: "|",
    horizontal: "-",
    filters: "",
  };
  const reload = async (): Promise<void> => {
    await opened.refresh();
    finder.forget();
  };
  const all: Doings = { read: null, reload, ...doings };
  const ended = new Session(tty, finder, look, all, { query, order: RELEVANCE }).run();
  await tty.waitFor(/\d · (?:date|relevance)/);
  return { tty, ended, finder, searched };
}

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
        await archive?.refresh();
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
