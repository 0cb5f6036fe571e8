/**
 * Reads a folder of real files, `<format>/<file>`, and compares what comes out with the expectations beside them:
 *
 *     node bench/formats.mjs FOLDER [--only PREFIX] [-v]
 *
 * FOLDER/EXPECT.tsv has a row for the first article of a file and one for the last. `?` is not checked, `A || B`
 * means either. The data is nobody's to commit: it stays where it is.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "node_modules/.cache/azertac-formats");

const LIMIT_MS = 60_000;
const DECIDE = ["title", "date", "body_start"];
const CHECKED = [
  ...DECIDE,
  "time",
  "place",
  "agency",
  "byline",
  "language",
  "body_end",
  "url",
  "version",
  "status",
];

const args = process.argv.slice(2);
const verbose = args.includes("-v");
const only = args.includes("--only") ? args[args.indexOf("--only") + 1] : "";
const folder = args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "--only");
if (!folder) {
  console.error("usage: node bench/formats.mjs FOLDER [--only PREFIX] [-v]");
  process.exit(2);
}

/** The sources as one module, so that the bench runs what is in the tree and not what was last built. */
async function load() {
  const bundle = await rolldown({
    input: { read: join(root, "src/formats/read.ts"), dispatch: join(root, "src/corpus/dispatch/parse.ts") },
    platform: "node",
    external: (id) => !id.startsWith(".") && !id.startsWith("/"),
    logLevel: "silent",
  });
  await bundle.write({ dir: out, format: "esm", chunkFileNames: "[name]-[hash].js" });
  const url = (name) => pathToFileURL(join(out, `${name}.js`)).href;
  return { ...(await import(url("read"))), ...(await import(url("dispatch"))) };
}

const flat = (text) =>
  text
    .replaceAll("``", '"')
    .replaceAll("''", '"')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]+/g, "")
    .toLowerCase();

/** An article as the tool would give it: the record's fields, and what the text itself says. */
function articleOf(record, parseDispatch) {
  const known = { date: record.date, place: record.place, agency: record.agency, title: record.title };
  const parsed = parseDispatch(record.text ?? (record.paragraphs ?? []).join("\n\n"), known);
  return {
    title: parsed.headline ?? "",
    lead: parsed.paragraphs[0] ?? "",
    date: parsed.date ?? "",
    time: record.time ?? "",
    place: parsed.place ?? "",
    agency: parsed.agency ?? "",
    byline: record.byline ?? "",
    language: record.language ?? "",
    body: parsed.paragraphs.join("\n"),
    url: record.url ?? "",
    version: record.version ?? "",
    status: record.status ?? "",
  };
}

const instant = (text) => Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : "");
const STATUS = { canceled: "withdrawn", cancelled: "withdrawn", embargo: "embargoed" };

function same(field, want, article) {
  const got = field.startsWith("body_") ? article.body : article[field];
  if (field === "date") return want === got;
  if (field === "time") return Math.abs(instant(want) - instant(got)) < 60_000;
  if (field === "place") return flat(want.split(",")[0]) === flat(got.split(",")[0]);
  if (field === "language") return want.toLowerCase() === got.toLowerCase().split(/[-_]/)[0];
  if (field === "body_start") return flat(got).startsWith(flat(want));
  if (field === "body_end") return flat(got).endsWith(flat(want));
  if (field === "url") return flat(want).replace(/\/+$/, "") === flat(got).replace(/\/+$/, "");
  if (field === "status") return (STATUS[want] ?? want) === got;
  return flat(want) === flat(got);
}

/** True, false, or null if there is nothing to check. */
function judge(field, want, article) {
  if (want === "?") return null;
  const wanted = want === "" ? [] : want.split(" || ").map((part) => part.trim());
  const got = field.startsWith("body_") ? article.body : article[field];
  const nothing = wanted.length === 0 || wanted.includes("(none)");
  if (field.startsWith("body_") && wanted.length === 0)
    return flat(got) === "" || flat(got) === flat(article.title);
  if (field === "title" && wanted.length === 0) return got === "" || flat(article.lead).startsWith(flat(got));
  if (flat(got) === "") return nothing ? (DECIDE.includes(field) ? true : null) : false;
  return wanted.some((part) => part !== "(none)" && same(field, part, article));
}

function score(row, article) {
  const points = { body_start: 8, title: 4, body_end: 2, date: 1 };
  return Object.entries(points).reduce(
    (sum, [field, value]) =>
      sum + (row[field] !== "" && row[field] !== "?" && judge(field, row[field], article) ? value : 0),
    0,
  );
}

/** The text begins with a dateline that the parser of dispatches does not know, and then goes on as expected. */
function datelineLeft(want, { body }) {
  const dateline = /^(?:.{2,60}?)(?:\([\p{L}/-]{2,20}\)|Kyodo|\d)\s?[-–—_.]{1,2}\s?/u.exec(body);
  return dateline !== null && flat(body.slice(dateline[0].length)).startsWith(flat(want));
}

const short = (text) => text.replace(/\s+/g, " ").slice(0, 70);

function expectations() {
  const [names, ...lines] = readFileSync(join(folder, "EXPECT.tsv"), "utf8").trimEnd().split("\n");
  const keys = names.split("\t");
  const files = new Map();
  for (const line of lines) {
    const cells = line.split("\t");
    const row = Object.fromEntries(keys.map((key, i) => [key, (cells[i] ?? "").trim()]));
    if (row.file.startsWith(only)) files.set(row.file, [...(files.get(row.file) ?? []), row]);
  }
  return files;
}

const { readSource, parseDispatch } = await load();
const files = expectations();
const right = new Map();
const total = new Map();
const add = (field, ok) => {
  total.set(field, (total.get(field) ?? 0) + 1);
  if (ok) right.set(field, (right.get(field) ?? 0) + 1);
};
const good = [];
const judged = [];
const failed = [];
const silent = [];
const datelines = new Set();
for (const [name, rows] of files) {
  const warnings = [];
  const articles = [];
  const began = Date.now();
  let crash = "";
  try {
    const bytes = readFileSync(join(folder, name));
    for await (const { record } of readSource(bytes, name.split("/").at(-1), {
      report: (message) => warnings.push(message),
    }))
      articles.push(articleOf(record, parseDispatch));
  } catch (error) {
    crash = error.stack.split("\n").slice(0, 3).join(" | ");
  }
  if (Date.now() - began > LIMIT_MS) crash ||= "timeout";
  if (crash) failed.push(`${name}: ${crash}`);
  if (articles.length === 0 && warnings.length === 0) silent.push(name);
  const problems = crash ? [crash] : [];
  const want = rows[0].articles;
  let checked = want !== "?";
  if (want !== "?") {
    const ok = want.split("||").some((count) => count.trim() === String(articles.length));
    add("articles", ok);
    if (!ok) problems.push(`articles: expected ${want}, got ${articles.length}`);
  }
  for (const row of rows) {
    const wanted = CHECKED.filter((field) => row[field] !== "?");
    if (wanted.length === 0 || want === "0" || (want === "?" && articles.length === 0)) continue;
    const best =
      articles.length === 1
        ? articles[0]
        : articles.reduce((a, b) => (a && score(row, a) >= score(row, b) ? a : b), undefined);
    if (wanted.some((field) => DECIDE.includes(field))) checked = true;
    if (!best || (articles.length > 1 && score(row, best) < 2)) {
      problems.push(`[${row.article}] no such article: ${short(row.title)}`);
      for (const field of wanted) if (row[field] !== "") add(field, false);
      continue;
    }
    for (const field of wanted) {
      const ok = judge(field, row[field], best);
      if (ok === null) continue;
      if (
        !ok &&
        field === "body_start" &&
        row[field].split(" || ").some((part) => datelineLeft(part, best))
      ) {
        datelines.add(name);
        add(field, false);
        continue;
      }
      add(field, ok);
      if (ok) continue;
      const got = field.startsWith("body_")
        ? field === "body_end"
          ? best.body.slice(-70)
          : best.body
        : best[field];
      const line = `[${row.article}] ${field}: expected ${short(row[field]) || "nothing"}, got ${short(got) || "nothing"}`;
      if (DECIDE.includes(field)) problems.push(line);
      else if (verbose) console.log(`${name}: (${line})`);
    }
  }
  if (checked) judged.push(name);
  if (checked && problems.length === 0 && !datelines.has(name)) good.push(name);
  if (problems.length > 0) datelines.delete(name);
  for (const problem of problems) console.log(`${name}: ${problem}`);
  if (verbose || problems.length > 0)
    for (const warning of warnings.slice(0, 5)) console.log(`${name}: warning: ${warning}`);
}
const listed = readdirSync(folder).length;
console.log(`\n${listed} folders, ${files.size} files`);
if (failed.length > 0) console.log(`failed (${failed.length}): ${failed.join("; ")}`);
if (silent.length > 0)
  console.log(`neither read nor named in a warning (${silent.length}): ${silent.join(", ")}`);
console.log(
  ["articles", ...CHECKED]
    .map((field) => `${field} ${right.get(field) ?? 0}/${total.get(field) ?? 0}`)
    .join(", "),
);
if (datelines.size > 0)
  console.log(
    `right but for a dateline that the parser of dispatches leaves (${datelines.size}): ${[...datelines].join(", ")}`,
  );
console.log(
  `${good.length} of ${judged.length} files right, ${failed.length} crashes, ${silent.length} silent`,
);
rmSync(out, { recursive: true, force: true });
