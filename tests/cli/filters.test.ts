/** The filters of lists and searches as they are typed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, folder, type Ran } from "./tool.js";

const LINES = [
  {
    id: "london",
    place: "London",
    agency: "NPA",
    date: "2025-01-06",
    text: "Grain prices rose in the port.",
  },
  { id: "paris", place: "Paris", agency: "AFP", date: "2025-04-22", text: "Les prix du grain ont augmenté." },
  { id: "york", place: "New York", agency: "NPA", date: "2025-04-28", text: "Grain fell on the exchange." },
  { id: "none", text: "Grain without a place." },
];
const wire = archiveOf({ "wire.jsonl": LINES.map((line) => JSON.stringify(line)).join("\n") });

const list = (...words: string[]): Ran => azertac(["list", "-d", wire, "--sort", "title", "--ids", ...words]);
const ids = (...words: string[]): string[] =>
  list(...words)
    .out.split("\n")
    .slice(0, -1)
    .sort();

test("a filter given twice means either value, in either order", () => {
  expect(ids("--place", "London")).toEqual(["london"]);
  expect(ids("--place", "London", "--place", "Paris")).toEqual(["london", "paris"]);
  expect(ids("--place", "paris", "--place", "london")).toEqual(["london", "paris"]);
  expect(ids("--place", "London", "--place", "London")).toEqual(["london"]);
  expect(ids("--agency", "afp", "--agency", "npa")).toEqual(["london", "paris", "york"]);
  expect(ids("--place", "London", "--place", "New York", "--agency", "NPA")).toEqual(["london", "york"]);
});

test("every command that has a filter takes it twice", () => {
  const both = ["-d", wire, "--place", "London", "--place", "Paris"];
  expect(azertac(["search", "grain", ...both, "--ids"]).out.split("\n")).toHaveLength(3);
  expect(JSON.parse(azertac(["stats", ...both, "--json"]).out)).toMatchObject({ articles: 2 });
  expect(JSON.parse(azertac(["timeline", ...both, "--json"]).out)).toMatchObject({ total: 2 });
  expect(azertac(["related", "york", ...both, "--ids"]).out).not.toContain("york");
});

test("a comma is part of a name", () => {
  expect(list("--place", "London,Paris").code).toBe(1);
});

test("what none of the values is: said of all of them", () => {
  const { code, err } = list("--place", "Lodnon", "--place", "Pairs");
  expect(code).toBe(1);
  expect(err).toBe("azertac: no article has the place Lodnon or Pairs: did you mean London or Paris?\n");
});

test("the config file takes a list of values", () => {
  const config = join(folder(), "my.toml");
  writeFileSync(config, '[list]\nplace = ["London", "Paris"]\n');
  const { out } = azertac(["list", "-d", wire, "--ids"], { AZERTAC_CONFIG: config });
  expect(out.split("\n").slice(0, -1).sort()).toEqual(["london", "paris"]);
  writeFileSync(config, "[list]\nplace = [true]\n");
  expect(azertac(["list", "-d", wire], { AZERTAC_CONFIG: config }).err).toContain(
    "a value or a list of values",
  );
});

test.each(["06.01.2025", "20250106", "6 January 2025", "2025-W02", "2025-01-06"])(
  "--since and --until take %s",
  (date) => {
    expect(ids("--since", date, "--until", date)).toEqual(["london"]);
  },
);

test("a query takes the same dates", () => {
  expect(azertac(["search", "-d", wire, "date:2025-W17", "--ids"]).out).toBe("paris\n");
  expect(azertac(["search", "-d", wire, "date:21.04.2025..30.04.2025", "--ids", "--sort", "date"]).out).toBe(
    "york\nparis\n",
  );
});

test.each(["list", "search", "timeline", "stats"])("%s: --since after --until is an error", (command) => {
  const query = command === "search" ? ["grain"] : [];
  const { code, out, err } = azertac([
    command,
    ...query,
    "-d",
    wire,
    "--since",
    "2025-02",
    "--until",
    "2025-01",
  ]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe("azertac: since 2025-02 is after until 2025-01: no day is between them\n");
});

test("--place and --agency find names in other alphabets and spellings", () => {
  const lines = [
    { id: "az", place: "Bakı", agency: "TASS", text: "Bakıda görüş keçirilib." },
    { id: "ru", place: "Баку", agency: "ТАСС", text: "В столице прошла встреча." },
    { id: "en", place: "Baku", agency: "NPA", text: "A meeting was held in the capital." },
    { id: "gr", place: "Gəncə", text: "Some words of a text." },
    { id: "ny", place: "Нью-Йорк", text: "Some words of a text." },
  ];
  const root = archiveOf({ "wire.jsonl": lines.map((line) => JSON.stringify(line)).join("\n") });
  const found = (...words: string[]): string[] =>
    azertac([...words, "-d", root, "--ids"])
      .out.split("\n")
      .slice(0, -1)
      .sort();
  for (const place of ["baku", "BAKI", "Баку", "Bakı"])
    expect(found("list", "--place", place), place).toEqual(["az", "en", "ru"]);
  expect(found("list", "--place", "ganja")).toEqual(["gr"]);
  expect(found("list", "--agency", "tass")).toEqual(["az", "ru"]);
  expect(found("search", "встреча", "--place", "baku")).toEqual(["ru"]);
  expect(found("list", "--place", "back")).toEqual([]);
  expect(JSON.parse(azertac(["stats", "-d", root, "--place", "baku", "--json"]).out).articles).toBe(3);
});
