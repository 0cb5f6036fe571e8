/** What a session does with one article: its key sentences, the articles related to it, the editor. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { EditorError } from "../../../src/cli/io/editor-error.js";
import { archiveOf, dispatch } from "../tool.js";
import { closeArchive, ctrl, ENTER, ESCAPE, open } from "./open-session.js";

afterEach(closeArchive);

test("an article is edited on a terminal that was left, and what was saved is found after it", async () => {
  const dir = ferries();
  const edited: string[] = [];
  const { tty, ended } = await open(
    dir,
    {
      edit: async ({ path }, mark) => {
        edited.push(path, JSON.stringify(mark("captain")));
        expect(tty.sent.endsWith("\x1b[?25h")).toBe(true);
        writeFileSync(path, dispatch("2024-02-20", "Baku", "February 20", "The captain found a lighthouse."));
      },
    },
    "captain",
  );
  tty.key(ctrl("o"));
  await tty.waitFor(/found a lighthouse/);
  expect(edited).toEqual([join(dir, "ferry-2.txt"), "[[0,7]]"]);
  tty.key(ctrl("u"));
  tty.type("lighthouse");
  await tty.waitFor(/1 · relevance/);
  tty.key(ESCAPE);
  await ended;
});

test("what is wrong with the editor is said, and nothing ends", async () => {
  const { tty, ended } = await open(ferries(), {
    edit: () => Promise.reject(new EditorError("no editor is set")),
  });
  tty.key(ctrl("o"));
  await tty.waitFor(/no editor is set/);
  tty.type("grapes");
  await tty.waitFor(/1 · relevance/);
  tty.key(ESCAPE);
  await ended;
});

/** Three of which are about the same. */
const ferries = (): string =>
  archiveOf({
    "ferry-1.txt": dispatch(
      "2024-01-10",
      "Baku",
      "January 10",
      "A ferry terminal opened at Alat. Wagons with cargo came by ferry.",
    ),
    "ferry-2.txt": dispatch(
      "2024-02-20",
      "Baku",
      "February 20",
      "The ferry left the terminal at Alat. Its cargo was forty wagons, said the captain.",
    ),
    "ferry-3.txt": dispatch(
      "2024-03-01",
      "Ganja",
      "March 1",
      "Wagons wait at the terminal at Alat. A storm keeps the ferry and its cargo there.",
    ),
    "grapes.txt": dispatch("2024-04-01", "Ganja", "April 1", "Grapes ripen early this year."),
  });

describe("related articles", () => {
  test("the list is theirs until Escape", async () => {
    const { tty, ended } = await open(ferries(), {}, "captain");
    tty.key(ctrl("x"));
    const sent = await tty.waitFor(/\d · related/);
    expect(sent).toMatch(/in common: .*ferry/i);
    tty.key(ESCAPE);
    expect(await tty.waitFor(/1 · relevance/)).toContain("ferry-2");
    tty.key(ESCAPE);
    expect(await ended).toEqual([]);
  });

  test("Enter chooses one of them", async () => {
    const { tty, ended } = await open(ferries(), {}, "captain");
    tty.key(ctrl("x"));
    await tty.waitFor(/\d · related/);
    tty.key(ENTER);
    expect(await ended).toEqual([expect.stringMatching(/^ferry-[13]$/)]);
  });

  test("those that the filters leave out are not listed", async () => {
    const { tty, ended } = await open(ferries(), {}, "captain", { since: "2024-02", place: "Baku" });
    tty.key(ctrl("x"));
    await tty.waitFor(/no other article that matches the filters is related to this one/);
    tty.key(ESCAPE);
    await ended;
  });

  test("Ctrl-R looks for them again, and the list to go back to too", async () => {
    const dir = ferries();
    const { tty, ended } = await open(dir, {}, "captain");
    tty.key(ctrl("x"));
    await tty.waitFor(/2 · related/);
    writeFileSync(
      join(dir, "ferry-4.txt"),
      dispatch(
        "2024-03-09",
        "Oslo",
        "March 9",
        "The captain of the ferry at Alat has wagons and cargo at the terminal.",
      ),
    );
    tty.key(ctrl("r"));
    await tty.waitFor(/3 · related/);
    tty.key(ESCAPE);
    await tty.waitFor(/2 · relevance/);
    tty.key(ESCAPE);
    await ended;
  });

  test("an article that is gone has none, and says so", async () => {
    const dir = ferries();
    const { tty, ended } = await open(dir);
    rmSync(join(dir, "ferry-3.txt"));
    tty.key({ name: "down" }, ctrl("x"));
    await tty.waitFor(/gone|has changed/);
    tty.key(ESCAPE);
    await ended;
  });
});

test("the key sentences are those of each article that is chosen", async () => {
  const { tty, ended } = await open(ferries());
  tty.key(ctrl("t"));
  await tty.waitFor(/key sentences/);
  tty.key({ name: "down" });
  expect(await tty.waitFor(/ferry-3/)).toContain("storm keeps the ferry");
  tty.key(ctrl("t"), ESCAPE);
  await ended;
});
