import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Frame, frameOf, type Look } from "../../../src/cli/browse/frame.js";
import { helpRows, KEYS } from "../../../src/cli/browse/help-page.js";
import {
  type Answer,
  answered,
  type Model,
  modelOf,
  ORDERS,
  type Order,
} from "../../../src/cli/browse/model.js";
import { themeFor } from "../../../src/cli/render/theme.js";
import { measureFor } from "../../../src/cli/render/width.js";
import { articleOf } from "../render/article-of.js";

const [RELEVANCE] = ORDERS as [Order];
const measure = await measureFor(["港"]);
const look: Look = {
  theme: await themeFor(false),
  measure,
  vertical: "|",
  horizontal: "-",
  filters: "",
};
const marked: Look = { ...look, theme: { ...look.theme, match: (text) => `[${text}]` } };

const answerOf = (more: Partial<Answer> = {}): Answer => ({
  typed: "oil",
  order: RELEVANCE,
  query: "oil",
  total: 2,
  relaxed: false,
  articles: [
    articleOf({ title: "Oil prices rose", date: "2024-05-05" }),
    articleOf({ id: "b", title: "The price of oil", date: null, place: null }),
  ],
  mark: (text) => [...text.matchAll(/oil/gi)].map(({ index }) => [index, index + 3]),
  relatedTo: null,
  outdated: false,
  ...more,
});
const modelAt = (columns: number, rows: number, more: Partial<Answer> = {}, query = "oil"): Model =>
  answered(modelOf(query, RELEVANCE, { columns, rows }), answerOf({ typed: query, ...more }));

/** The rows as a terminal shows them. */
function shown(frame: Frame): string[] {
  return frame.rows.map((cells) => {
    let line = "";
    for (const { column, text } of cells) line += " ".repeat(Math.max(0, column - measure(line))) + text;
    return line.trimEnd();
  });
}

test("a line says how many copies it stands for, where there is room", () => {
  const articles = [{ ...articleOf({ title: "Oil prices rose" }), copies: ["x", "y"] }];
  const rows = (columns: number): string =>
    shown(frameOf(modelAt(columns, 6, { articles, total: 1 }), look)).join("\n");
  expect(rows(80)).toContain("+2");
  expect(rows(12)).not.toContain("+2");
});

test("query, list, preview and status line", () => {
  const model = modelAt(80, 6);
  const preview = {
    id: "00aa11bb22cc33dd",
    columns: 37,
    mark: model.answer?.mark ?? (() => []),
    summary: false,
    head: ["Title"],
    body: ["first", "second", "third"],
    first: 0,
  };
  const frame = frameOf({ ...model, preview, scroll: 1 }, look);
  expect(shown(frame)).toEqual([
    "> oil                                                              2 · relevance",
    "> 2024-05-05  Oil prices rose            | Title",
    "  -           The price of oil           |",
    "                                         | second",
    "                                         | third",
    "Enter read  Ctrl-T summary  Ctrl-X related  Ctrl-Y copy id  F1 keys  Esc quit",
  ]);
  expect(frame.cursor).toEqual({ column: 5, row: 0 });
});

test("no preview of another article than the chosen one", () => {
  const model = modelAt(80, 6);
  const mark = model.answer?.mark ?? (() => []);
  const preview = { id: "b", columns: 37, mark, summary: false, head: ["Title"], body: ["first"], first: 0 };
  expect(shown(frameOf({ ...model, preview }, look)).join("\n")).not.toMatch(/Title|first/);
  expect(shown(frameOf({ ...model, preview, selected: 1 }, look)).join("\n")).toMatch(/Title[\s\S]*first/);
});

test("matches are marked in titles, and not what an ellipsis stands for", () => {
  const rows = shown(frameOf(modelAt(30, 5), marked));
  expect(rows.slice(1, 3)).toEqual(["> [Oil] prices rose", "  The price of [oil]"]);
  expect(shown(frameOf(modelAt(17, 5), marked))[2]).toBe("  The price of [o]…");
});

test("places where there is room", () => {
  expect(shown(frameOf(modelAt(68, 5), look))[1]).toBe("> 2024-05-05  Northport     Oil prices rose");
});

test("thousands are told apart", () => {
  expect(shown(frameOf(modelAt(80, 5, { total: 28500 }), look))[0]).toMatch(/ 28,500 · relevance$/);
});

test("nothing found, and nothing there", () => {
  expect(shown(frameOf(modelAt(40, 5, { total: 0, articles: [] }), look))[1]).toBe("nothing found");
  expect(shown(frameOf(modelAt(40, 5, { total: 0, articles: [] }, ""), look))[1]).toBe(
    "there are no articles",
  );
});

test("what is marked, and how many", () => {
  const rows = shown(frameOf({ ...modelAt(60, 5), marked: ["b"] }, look));
  expect(rows[1]).toMatch(/^> 2024-05-05/);
  expect(rows[2]).toMatch(/^ \* ?-|^ \*-/);
  expect(rows[4]).toMatch(/^Enter choose 1 {2}Tab mark/);
});

test("a filter that nothing passes", () => {
  const frame = frameOf(modelAt(40, 5, { total: 0, articles: [] }, ""), { ...look, filters: "place Oslo" });
  expect(shown(frame)[1]).toBe("no article matches the filters");
});

test("what is still to be fetched", () => {
  expect(shown(frameOf(modelAt(40, 6, { total: 3 }), look))[3]).toBe("  …");
});

describe("the row of the query", () => {
  test("the count gives way to a query, filters and order first", () => {
    const row = (columns: number, query = "oil") =>
      shown(frameOf(modelAt(columns, 4, {}, query), { ...look, filters: "place Baku" }))[0];
    expect(row(60)).toMatch(/ 2 · relevance · place Baku$/);
    expect(row(42)).toMatch(/ 2 · relevance$/);
    expect(row(30)).toMatch(/ 2$/);
    expect(row(20)).toBe("> oil");
    expect(row(60, "x".repeat(40))).toMatch(/^> x{40} +2 · relevance$/);
    expect(row(60, "x".repeat(60))).toMatch(/^> x{54} {3}2$/);
  });

  test("without a query the order is that by date", () => {
    expect(shown(frameOf(modelAt(60, 4, {}, ""), look))[0]).toMatch(/ 2 · date$/);
  });

  test("a query longer than the row is shown around the cursor", () => {
    const model = modelAt(20, 4, {}, "abcdefghijklmnopqrstuvwxyz");
    const end = frameOf(model, look);
    expect([shown(end)[0], end.cursor.column]).toEqual(["> jklmnopqrstuvwxyz", 19]);
    const first = frameOf({ ...model, line: { ...model.line, cursor: 0 } }, look);
    expect([shown(first)[0], first.cursor.column]).toEqual(["> abcdefghijklmnopqr", 2]);
  });

  test("the cursor stands behind wide characters", () => {
    expect(frameOf(modelAt(40, 4, {}, "港口"), look).cursor.column).toBe(6);
  });
});

describe("the status line", () => {
  const status = (more: Partial<Model>) => shown(frameOf({ ...modelAt(60, 4), ...more }, look))[3];
  test("what is wrong with a query", () => {
    expect(status({ fault: "the quotation mark is not closed" })).toBe("the quotation mark is not closed");
  });
  test("what was just done, without what could speak to the terminal", () => {
    expect(status({ note: "copied \x1b[2J" })).toBe("copied \ufffd[2J");
  });
  test.each([
    [64, "no article has all the words; these have most  F1 keys  Esc quit"],
    [63, "no article has all the words  F1 keys  Esc quit"],
    [40, "not all the words  F1 keys  Esc quit"],
    [30, "F1 keys  Esc quit"],
  ])("that not all words were found, at %i columns", (columns, says) => {
    expect(shown(frameOf(modelAt(columns, 6, { relaxed: true }), look)).at(-1)).toBe(says);
  });
  test("that not all words were found", () => {
    expect(status({ answer: answerOf({ relaxed: true }) })).toMatch(/^no article has all the words/);
  });
});

test.each([
  [80, {}],
  [80, { marked: [] }],
  [80, { marked: ["b"] }],
  [80, { answer: answerOf({ relaxed: true }) }],
  [40, {}],
  [40, { answer: answerOf({ relaxed: true }) }],
  [20, {}],
])("at %i columns help and quit can be read: %j", (columns, more) => {
  const row = shown(frameOf({ ...modelAt(columns, 24), ...more }, look)).at(-1) ?? "";
  if (columns >= 40) expect(row).toMatch(/F1 keys {2}Esc quit$/);
  expect(measure(row)).toBeLessThanOrEqual(columns);
});

test("at 80 columns no line of the help page is cut", () => {
  const rows = shown(frameOf({ ...modelAt(80, 24), help: true }, look));
  expect(rows.join("\n")).not.toContain("…");
  for (const [keys] of KEYS) expect(rows.some((row) => row.startsWith(keys))).toBe(true);
});

/** The words of all pages of the help, scrolled through from top to bottom. */
function helpWords(columns: number, rows: number): string {
  let text = "";
  for (let top = 0; ; top += rows - 2) {
    const model = { ...modelAt(columns, rows), help: true, helpTop: top };
    text += ` ${shown(frameOf(model, look)).slice(1, -1).join(" ")}`;
    if (top + rows - 2 >= helpRows(columns).length) return text.replace(/\s+/g, "");
  }
}

test("at any size all of the help can be read", () => {
  const all = KEYS.map(([keys, does]) => (keys + does).replace(/\s+/g, "")).join("");
  for (const columns of [20, 33, 40, 60, 80, 120])
    for (const rows of [3, 6, 12, 24, 50]) {
      const status = shown(frameOf({ ...modelAt(columns, rows), help: true }, look)).at(-1) ?? "";
      expect(status).toMatch(/Esc|any key|any other key/);
      expect(status).not.toContain("…");
      // Beside the keys, what they do may go on below: the words are those of the page, in another order.
      expect([...helpWords(columns, rows)].sort().join("")).toBe([...all].sort().join(""));
    }
});

test("the help says which part of it is shown, and how to see the rest", () => {
  const model = { ...modelAt(40, 12), help: true, helpTop: 3 };
  expect(shown(frameOf(model, look)).at(-1)).toBe("4-13 of 38  Up Down scroll  Esc back");
});

test("related articles: what they are related to, and the way back", () => {
  const related: Partial<Answer> = {
    relatedTo: articleOf({ title: "Port of Alat opens \x1b[2J a terminal" }),
  };
  const model = modelAt(80, 6, related);
  const step = { answer: model.answer, selected: 0, top: 0 };
  const rows = shown(frameOf({ ...model, trail: [step] }, look));
  expect(rows[0]).toMatch(/ 2 · related$/);
  expect(rows.at(-1)).toBe("related to: Port of Alat opens \ufffd[2J a terminal  F1 keys  Esc back");
  const narrow = { ...modelAt(40, 6, related), trail: [step] };
  expect(shown(frameOf(narrow, look)).at(-1)).toBe("related to: Port of…  F1 keys  Esc back");
  expect(shown(frameOf({ ...modelAt(30, 6, related), trail: [step] }, look)).at(-1)).toBe(
    "F1 keys  Esc back",
  );
});

test("help instead of the list", () => {
  const rows = shown(frameOf({ ...modelAt(80, 24), help: true }, look));
  expect(rows.join("\n")).toMatch(/Ctrl-Y +copy the id/);
  expect(rows.join("\n")).not.toContain("prices");
  expect(rows.at(-1)).toBe("any key goes back");
});

test("no row is wider than the terminal, nothing speaks to it, and the cursor is on it", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  const hostile = fc.oneof(
    text,
    fc.constant("\x1b]0;x\x07\u202e港港港港港港港港"),
    fc.constant("e\u0301\u0301 नमस्ते"),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 1, max: 30 }),
      hostile,
      hostile,
      (columns, rows, title, query) => {
        const articles = [articleOf({ title, place: title })];
        const frame = frameOf(modelAt(columns, rows, { articles, total: 1 }, query), look);
        expect(frame.rows).toHaveLength(rows);
        for (const cells of frame.rows)
          for (const { column, text: shown } of cells) {
            expect(column + measure(shown)).toBeLessThanOrEqual(Math.max(columns, 2));
            expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
          }
        expect(frame.cursor.column).toBeLessThan(Math.max(columns, 1));
      },
    ),
  );
});
