/** `search --batch`: what is read of the file, what is printed, and that it is far quicker than a call a query. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch, folder, shell } from "../../tool.js";

const wire = archiveOf({
  "a.txt": dispatch("2025-02-01", "Baku", "February 1", "Oil output rose.", "The wells yield more oil."),
  "b.txt": dispatch("2025-02-02", "Ganja", "February 2", "Oil refinery opens.", "A refinery for oil."),
  "c.txt": dispatch("2025-02-03", "Baku", "February 3", "Grain harvest begins.", "Wheat, barley."),
});

function file(text: string): string {
  const path = join(folder(), "queries.csv");
  writeFileSync(path, text);
  return path;
}

const ids = (csv: string): string[] =>
  csv
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",").slice(0, 2).join(" "));

test("a file of lines is a query a line", () => {
  const { code, out, err } = azertac([
    "search",
    "-d",
    wire,
    "--batch",
    file("# beat\noil\n\nwheat\n"),
    "--csv",
  ]);
  expect(code).toBe(0);
  expect(err).toBe("");
  expect(out.split("\r\n")[0]).toMatch(/^query,id,path,date,/);
  expect(ids(out).sort()).toEqual(["oil a", "oil b", "wheat c"]);
});

test("columns beside the query are filters of that query alone", () => {
  const csv = 'place,query,limit\r\n"Baku",oil,\r\n"Ganja; Baku","oil OR ""grain harvest""",1\r\n,oil,\r\n';
  const { out } = azertac(["search", "-d", wire, "--batch", file(csv), "--jsonl"]);
  const hits = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { query: string; id: string });
  expect(hits.filter(({ query }) => query.startsWith("oil OR"))).toHaveLength(1);
  expect(
    hits
      .filter(({ query }) => query === "oil")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["a", "a", "b"]);
});

test("a wrong query is named with its line, and the others are answered", () => {
  const path = file('query,since\noil,\n"oil\nNOT",\nwheat,soon\nwheat,\n');
  const { code, out, err } = azertac(["search", "-d", wire, "--batch", path, "--csv"]);
  expect(code).toBe(2);
  expect(err).toContain(`${path}:3: NOT needs something after it`);
  expect(err).toContain(`${path}:5: `);
  expect(ids(out).sort()).toEqual(["oil a", "oil b", "wheat c"]);
});

test("queries that find nothing are named; if none finds anything the exit code is 1", () => {
  const { code, out, err } = azertac(["search", "-d", wire, "--batch", file("zebra\nquagga\n"), "--csv"]);
  expect([code, out.trim().split("\r\n").length]).toEqual([1, 1]);
  expect(err).toBe("azertac: nothing found for zebra\nazertac: nothing found for quagga\n");
});

test.each([
  ["query,plaice\noil,Baku\n", /there is no filter "plaice".*\n.*place/s],
  ["query,limit\noil,many\n", /:2: limit is "many", not a whole number/],
  ["query,exact\noil,perhaps\n", /:2: exact is "perhaps", not true or false/],
  ["\n\n", /there are no queries in/],
])("%j is refused", (text, message) => {
  const { code, err } = azertac(["search", "-d", wire, "--batch", file(text)]);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test("a query of a batch may name saved searches", () => {
  const config = join(folder(), "config.toml");
  writeFileSync(config, '[saved]\ngrain = "wheat"\n');
  const { out } = azertac(["search", "-d", wire, "--batch", file("saved:grain\n"), "--csv"], {
    AZERTAC_CONFIG: config,
  });
  expect(ids(out)).toEqual(["(wheat) c"]);
});

test("words and --batch do not go together", () => {
  expect(azertac(["search", "oil", "-d", wire, "--batch", file("oil\n")]).code).toBe(2);
});

test("a person reads the hits under each query; - is standard input", () => {
  const { out } = shell(`printf 'wheat\\noil\\n' | azertac search -d ${wire} --batch -`);
  expect(out).toMatch(/^# wheat\n1\. .*\n {3}c[\s\S]*\n\n# oil\n1\. /);
});

test("--json has a result a query, also of those without hits", () => {
  const { out } = azertac(["search", "-d", wire, "--batch", file("oil\nzebra\n"), "--json"]);
  const results = JSON.parse(out) as { query: string; total: number }[];
  expect(results.map(({ query, total }) => [query, total])).toEqual([
    ["oil", 2],
    ["zebra", 0],
  ]);
});

test("many queries take less than a third of that many calls", () => {
  const cache = { AZERTAC_CACHE: join(folder(), "cache") };
  const queries = Array.from({ length: 1_000 }, (_, i) => ["oil", "wheat", "refinery", "wells"][i % 4]);
  const path = file(`${queries.join("\n")}\n`);
  azertac(["search", "oil", "-d", wire], cache);
  const started = performance.now();
  for (let i = 0; i < 3; i++) azertac(["search", "oil", "-d", wire, "--csv"], cache);
  const call = (performance.now() - started) / 3;
  const before = performance.now();
  expect(azertac(["search", "-d", wire, "--batch", path, "--csv"], cache).code).toBe(0);
  expect(performance.now() - before).toBeLessThan(0.3 * 1_000 * call);
});
