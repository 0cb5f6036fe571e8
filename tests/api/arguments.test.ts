/** Wrong arguments: each is refused by a rejected promise that names it, before anything is read. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, clearIndex, indexStatus, openArchive, updateIndex } from "../../src/index.js";
import { archiveOfLines } from "../search/archive-of.js";
import { collect, LINES } from "./questions.js";

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOfLines(LINES);
});
afterAll(() => archive.close());

/** Calls a function as a program without types can. Fails if it throws instead of rejecting. */
function call(target: object, name: string, values: readonly unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new Error(`no function ${name}`);
  const given: unknown = Reflect.apply(method, target, values);
  if (!(given instanceof Promise)) throw new Error(`${name} gave no promise`);
  return given;
}

async function errorOf(given: Promise<unknown>): Promise<{ kind: unknown; message: string }> {
  try {
    await given;
  } catch (error) {
    if (error instanceof Error) return { kind: error.constructor, message: error.message };
    throw error;
  }
  throw new Error("was not refused");
}

const LIBRARY = { openArchive, updateIndex, indexStatus, clearIndex };

describe.each(Object.keys(LIBRARY))("%s", (name) => {
  test.each([
    [undefined, TypeError, `"options" must be an object, not undefined`],
    [null, TypeError, `"options" must be an object, not null`],
    ["wire", TypeError, `"options" must be an object, not "wire"`],
    [["wire"], TypeError, `"options" must be an object, not an array`],
    [{}, TypeError, `"dir" must be a path or an array of paths, not undefined`],
    [{ dir: null }, TypeError, `"dir" must be a path or an array of paths, not null`],
    [{ dir: 7 }, TypeError, `"dir" must be a path or an array of paths, not 7`],
    [{ dir: { path: "x" } }, TypeError, `"dir" must be a path or an array of paths, not an object`],
    [{ dir: [] }, RangeError, `"dir" must have at least one path, not an empty array`],
    [{ dir: ["x", 3] }, TypeError, `"dir[1]" must be a path, not 3`],
    [{ dir: new Array(2) }, TypeError, `"dir[0]" must be a path, not undefined`],
    [{ dir: "x", cache: true }, TypeError, `"cache" must be the path of a folder, or false, not true`],
    [{ dir: "x", cache: null }, TypeError, `"cache" must be the path of a folder, or false, not null`],
    [{ dir: "x", cache: "" }, RangeError, `"cache" must be the path of a folder, or false, not ""`],
    [{ dir: "x", onProgress: "yes" }, TypeError, `"onProgress" must be a function, not "yes"`],
    [{ dir: "x", signal: {} }, TypeError, `"signal" must be an AbortSignal, not an object`],
    [{ dir: "x", signal: null }, TypeError, `"signal" must be an AbortSignal, not null`],
  ])("%j", async (options, kind, message) => {
    expect(await errorOf(call(LIBRARY, name, [options]))).toEqual({ kind, message: `${name}: ${message}` });
  });

  test("an option that does not exist", async () => {
    const { kind, message } = await errorOf(call(LIBRARY, name, [{ dir: "x", cahce: "y" }]));
    expect(kind).toBe(TypeError);
    expect(message).toMatch(
      `${name}: there is no option "cahce"; the options are dir, cache, onProgress, signal, map, encoding, year, unknownText`,
    );
  });
});

test("only updateIndex takes `rebuild`, and only true or false", async () => {
  expect((await errorOf(call(LIBRARY, "updateIndex", [{ dir: "x", rebuild: 1 }]))).message).toBe(
    `updateIndex: "rebuild" must be true or false, not 1`,
  );
  expect((await errorOf(call(LIBRARY, "openArchive", [{ dir: "x", rebuild: true }]))).kind).toBe(TypeError);
});

/** The first arguments of a right call of each question that takes options. */
const FIRST = {
  list: [],
  get: ["a1"],
  search: ["port"],
  suggest: ["port"],
  highlighter: ["port"],
  summarize: ["a1"],
  summarizeSearch: ["port"],
  related: ["a1"],
  timeline: [null],
  stats: [null],
  values: ["place"],
  refresh: [],
} as const;
const NAMES = Object.keys(FIRST) as (keyof typeof FIRST)[];

const FILTERED = ["list", "search", "suggest", "summarizeSearch", "related", "timeline", "stats"] as const;
const PAGED = ["list", "search", "related"] as const;
const MATCHED = ["search", "suggest", "summarizeSearch", "timeline", "stats"] as const;

const TEXT = "must be a string";
const VALUES = "must be a string or an array of strings";
const FLAG = "must be true or false";
const FROM_0 = "must be a whole number from 0";
const FROM_1 = "must be a whole number from 1";

/** Which questions take an option, values that they refuse, and what they say of them. */
const WRONG: [
  readonly (keyof typeof FIRST)[],
  string,
  [unknown, typeof TypeError | typeof RangeError][],
  string,
][] = [
  ...["since", "until"].map((name): (typeof WRONG)[number] => [
    FILTERED,
    name,
    [
      [2024, TypeError],
      [null, TypeError],
      [new Date(0), TypeError],
      [["Baku"], TypeError],
    ],
    TEXT,
  ]),
  ...["place", "agency", "language"].map((name): (typeof WRONG)[number] => [
    FILTERED,
    name,
    [
      [2024, TypeError],
      [null, TypeError],
      [new Date(0), TypeError],
    ],
    VALUES,
  ]),
  [
    [...PAGED, "stats"],
    "limit",
    [
      [Number.NaN, RangeError],
      [-1, RangeError],
      [1.5, RangeError],
      [Number.POSITIVE_INFINITY, RangeError],
      ["10", TypeError],
      [null, TypeError],
      [10n, TypeError],
    ],
    FROM_0,
  ],
  [
    PAGED,
    "offset",
    [
      [-1, RangeError],
      [0.5, RangeError],
      ["0", TypeError],
    ],
    FROM_0,
  ],
  [["summarizeSearch"], "limit", [[0, RangeError]], FROM_1],
  [
    ["summarize", "summarizeSearch"],
    "sentences",
    [
      [0, RangeError],
      ["3", TypeError],
    ],
    FROM_1,
  ],
  [["summarize", "summarizeSearch"], "words", [[0, RangeError]], FROM_1],
  [["summarize", "summarizeSearch"], "query", [[null, TypeError]], TEXT],
  [
    ["list", "search"],
    "sort",
    [
      ["foo", RangeError],
      ["toString", RangeError],
      [1, TypeError],
    ],
    `must be one of "relevance", "date", "title", "words"`,
  ],
  [["list", "search"], "reverse", [["yes", TypeError]], FLAG],
  [MATCHED, "match", [["some", RangeError]], `must be one of "all", "strict", "any"`],
  [MATCHED, "exact", [[1, TypeError]], FLAG],
  [["highlighter"], "exact", [["true", TypeError]], FLAG],
  [["search"], "explain", [[0, TypeError]], FLAG],
  [["search"], "snippets", [[null, TypeError]], FLAG],
  [["stats"], "all", [["all", TypeError]], FLAG],
  [
    ["timeline"],
    "by",
    [
      ["decade", RangeError],
      ["", RangeError],
      [7, TypeError],
    ],
    `must be one of "day", "week", "month", "year"`,
  ],
  [NAMES, "signal", [[new AbortController(), TypeError]], "must be an AbortSignal"],
];

describe.each(WRONG)("%j: %s", (names, option, values, must) => {
  test.each(names)("%s", async (name) => {
    for (const [value, kind] of values) {
      const found = await errorOf(call(archive, name, [...FIRST[name], { [option]: value }]));
      expect(found.kind).toBe(kind);
      expect(found.message.startsWith(`${name}: "${option}" ${must}, not `)).toBe(true);
    }
  });
});

describe.each(NAMES)("%s", (name) => {
  test("options that are none", async () => {
    for (const options of [null, 5, "since", [], () => {}])
      expect((await errorOf(call(archive, name, [...FIRST[name], options]))).message).toMatch(
        `${name}: "options" must be an object, not `,
      );
  });

  test("an option that does not exist, or belongs to another question", async () => {
    for (const option of ["lang", "toString", "__proto__", "rebuild"]) {
      const options = JSON.parse(`{ "${option}": "en" }`);
      const { kind, message } = await errorOf(call(archive, name, [...FIRST[name], options]));
      expect(kind).toBe(TypeError);
      expect(message).toMatch(`${name}: there is no option "${option}"; the options are `);
    }
  });

  test("what is undefined counts as not given", async () => {
    await call(archive, name, [...FIRST[name], undefined]);
    await call(archive, name, [...FIRST[name], { signal: undefined }]);
  });
});

test.each([
  ["search", [undefined], `"query" must be a string, not undefined`],
  ["search", [null], `"query" must be a string, not null`],
  ["search", [{ query: "x" }], `"query" must be a string, not an object`],
  ["suggest", [7], `"query" must be a string, not 7`],
  ["highlighter", [["port"]], `"query" must be a string, not an array`],
  ["summarizeSearch", [], `"query" must be a string, not undefined`],
  ["timeline", [], `"query" must be a string or null, not undefined`],
  ["timeline", [{ by: "month" }], `"query" must be a string or null, not an object`],
  ["stats", [false], `"query" must be a string or null, not false`],
  ["get", [], `"id" must be a string, not undefined`],
  ["get", [0], `"id" must be a string, not 0`],
  ["summarize", [Symbol("a1")], `"id" must be a string, not a symbol`],
  ["related", [() => "a1"], `"id" must be a string, not a function`],
  ["values", [], `"field" must be one of "place", "agency", "language", "type", not undefined`],
])("%s(%j)", async (name, values, message) => {
  expect(await errorOf(call(archive, name, values))).toEqual({
    kind: TypeError,
    message: `${name}: ${message}`,
  });
});

test("a field that has no values is a RangeError", async () => {
  expect(await errorOf(call(archive, "values", ["title"]))).toEqual({
    kind: RangeError,
    message: `values: "field" must be one of "place", "agency", "language", "type", not "title"`,
  });
});

test("articles() refuses with its first step what list() refuses", async () => {
  for (const [filter, kind] of [
    [{ limit: -1 }, RangeError],
    [{ plcae: "Baku" }, TypeError],
    [null, TypeError],
  ] as const) {
    const articles: unknown = Reflect.apply(archive.articles, archive, [filter]);
    expect((await errorOf(collect(articles as AsyncIterable<unknown>))).kind).toBe(kind);
  }
});

test("a long value is cut short, and stays on one line", async () => {
  const { message } = await errorOf(call(archive, "list", [{ sort: `a\n\u001b[2J${"x".repeat(1e5)}` }]));
  expect(message.length).toBeLessThan(200);
  expect(message).not.toMatch(/[\u0000-\u001f]/);
});

test("an inherited option counts, and is checked", async () => {
  expect(await archive.list(Object.create({ limit: 1 }))).toHaveLength(1);
  expect((await errorOf(archive.list(Object.create({ limit: -1 })))).kind).toBe(RangeError);
});

test("options that change after the call change nothing", async () => {
  const options = { place: "Baku", limit: 1 };
  const found = archive.search("port", options);
  options.place = "Ganja";
  options.limit = Number.NaN;
  expect((await found).hits.map(({ id }) => id)).toEqual(["c3"]);
});
