/** `azertac export` and the references of `show`: where things are written, and that nothing is replaced or lost. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../src/index.js";
import { line } from "../export/article-of.js";
import { parseBibtex, parseRis } from "../export/parsers.js";
import { archiveOf, azertac, folder, shell } from "./tool.js";

const wire = archiveOf({
  "wire.jsonl": [
    {
      id: "a/1",
      date: "2025-04-22",
      place: "Ganja",
      title: "Wheat is sown",
      text: "Wheat was sown in the plain.",
    },
    { id: "A_1", date: "2025-04-23", title: "Wheat is cut", text: "Wheat was cut in the plain." },
    { id: "oil", title: "Oil", text: "Oil prices rose.", status: "withdrawn" },
  ]
    .map((record) => JSON.stringify(record))
    .join("\n"),
  "b.txt": "BAKU, May 3, 2024 (AZERTAC) - Barley fell on the exchange.\n",
});

describe("export", () => {
  test("writes all articles, or those of a query with the filters of a search, to standard output", () => {
    const all = azertac(["export", "-d", wire]);
    expect(all).toMatchObject({ code: 0, err: "" });
    expect(
      all.out
        .split("\n")
        .slice(0, -1)
        .map((text) => JSON.parse(text).id),
    ).toEqual(["A_1", "a/1", "b", "oil"]);
    const ids = (...words: string[]): string[] =>
      azertac(["export", "-d", wire, "--to", "csl-json", ...words]).out === ""
        ? []
        : JSON.parse(azertac(["export", "-d", wire, "--to", "csl-json", ...words]).out).map(
            ({ id }: { id: string }) => id,
          );
    expect(ids("wheat", "--sort", "date")).toEqual(["A_1", "a/1"]);
    expect(ids("wheat", "--place", "ganja")).toEqual(["a/1"]);
    expect(ids("--type", "text")).toEqual(["b"]);
    expect(ids("--since", "2025", "-n", "1")).toEqual(["A_1"]);
    expect(ids("wheat", "-oil", "--until", "2025-04-22")).toEqual(["a/1"]);
  });

  test("every format writes something to standard output", () => {
    for (const to of ["jsonl", "ninjs", "markdown", "ris", "bibtex", "csl-json", "csv", "html"])
      expect(azertac(["export", "wheat", "-d", wire, "--to", to]).out).toContain("Wheat was sown");
    expect(azertac(["export", "-d", wire, "--to", "txt"]).code).toBe(2);
  });

  test("writes a file, and replaces it only with --force", () => {
    const file = join(folder(), "out.ris");
    const call = ["export", "wheat", "-d", wire, "--to", "ris", "-o", file];
    expect(azertac(call)).toEqual({ code: 0, out: "", err: `2 articles written to ${file}\n` });
    const before = readFileSync(file, "utf8");
    expect(parseRis(before)).toHaveLength(2);
    expect(azertac([...call.slice(0, 1), "barley", ...call.slice(2)])).toEqual({
      code: 2,
      out: "",
      err: `azertac: "${file}" exists; --force replaces it\n`,
    });
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(azertac([...call, "--force", "-n", "1"]).code).toBe(0);
    expect(parseRis(readFileSync(file, "utf8"))).toHaveLength(1);
    expect(readdirSync(join(file, ".."))).toEqual(["out.ris"]);
  });

  test("writes a folder of files, one per article, with names that every file system takes", () => {
    const out = join(folder(), "notes");
    expect(azertac(["export", "-d", wire, "--to", "markdown", "-o", `${out}/`]).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["A_1.md", "a_1-2.md", "b.md", "oil.md"]);
    writeFileSync(join(out, "oil.md"), "mine");
    expect(azertac(["export", "oil", "-d", wire, "--to", "markdown", "-o", out])).toMatchObject({ code: 2 });
    expect(readFileSync(join(out, "oil.md"), "utf8")).toBe("mine");
    const back = azertac(["list", out, "--format", "{id}|{date}|{title}\\n"]);
    expect(back.out).toContain("a/1|2025-04-22|Wheat is sown\n");
  });

  test("finds nothing: writes nothing, and says so", () => {
    const file = join(folder(), "none.csv");
    expect(azertac(["export", "zeppelin", "-d", wire, "-o", file]).code).toBe(1);
    expect(existsSync(file)).toBe(false);
    expect(azertac(["export", "-d", wire, "--place", "Ganjo", "-o", file]).err).toContain(
      "did you mean Ganja?",
    );
    expect(azertac(["export", "-d", wire, "--offset", "9"]).err).toContain("past the last of 4 articles");
  });

  test("what stands in the way is neither followed nor replaced", () => {
    const root = folder();
    mkdirSync(join(root, "real"));
    symlinkSync(join(root, "gone"), join(root, "link"));
    expect(azertac(["export", "-d", wire, "-o", join(root, "link")]).code).toBe(2);
    expect(existsSync(join(root, "gone"))).toBe(false);
    expect(azertac(["export", "-d", wire, "-o", join(root, "no", "file")])).toMatchObject({ code: 2 });
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(azertac(["export", "-d", wire, "-o", join(root, "pipe"), "--force"]).err).toContain(
      "is not a file",
    );
  });

  test("a reader that closes the pipe ends it in silence", () => {
    expect(shell(`azertac export -d "${wire}" | head -n 1 | wc -l`)).toMatchObject({ out: "1\n", err: "" });
  });
});

test("show prints RIS and BibTeX", () => {
  const [record] = parseRis(azertac(["show", "a/1", "-d", wire, "--ris"]).out);
  expect(record?.get("TI")).toEqual(["Wheat is sown"]);
  expect(parseBibtex(azertac(["show", "a/1", "oil", "-d", wire, "--bibtex"]).out)).toHaveLength(2);
  expect(azertac(["show", "oil", "-d", wire, "--ris", "--json"]).code).toBe(2);
});

/** Texts as real ones may be, with datelines and headlines that a second reading must not take for its own. */
const text = fc.array(
  fc.oneof(
    line,
    fc.constantFrom("BAKU, April 22 (AZERTAC) - Oil rose.", "By Ann Lee", "(END)", "Headline in Capitals"),
  ),
  { minLength: 1, maxLength: 4 },
);
const record = fc.record(
  {
    id: fc.stringMatching(/^[a-z][a-z0-9:._-]{0,8}$/),
    title: line,
    text: text.map((parts) => parts.join("\n\n")),
    date: fc.constantFrom("2025-04-22", "2025-04-22T10:00:00+04:00", "Tue, 22 Apr 2025 10:00:00 GMT"),
    place: line,
    agency: line,
    author: line,
    tags: fc.array(line, { maxLength: 3 }),
    url: fc.constant("https://example.org/a?b=c&d"),
    status: fc.constantFrom("corrected", "withdrawn", "embargoed", "usable"),
    rating: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: ["text"] },
);

/** An article as it is compared: where it was read from is not the same. */
const comparable = ({ path: _, type: __, ...rest }: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(rest));

test("export --to jsonl and show --jsonl are read back to the same articles", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(record, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
      async (records) => {
        const dir = archiveOf({ "wire.jsonl": records.map((one) => JSON.stringify(one)).join("\n") });
        const first = await openArchive({ dir, cache: false });
        const articles = await Promise.all((await first.list()).map(({ id }) => first.get(id)));
        const { exporter } = await import("../../src/export/jsonl.js");
        const exported = articles.flatMap((one) => (one ? exporter.article(one) : [])).join("");
        const second = await openArchive({ dir: "-", input: Buffer.from(exported), cache: false });
        const third = await openArchive({ dir: archiveOf({ "shown.jsonl": exported }), cache: false });
        for (const back of [second, third]) {
          expect(back.size).toBe(articles.length);
          for (const one of articles) {
            if (!one) throw new Error("an article is gone");
            const read = await back.get(one.id);
            expect(comparable({ ...read })).toEqual(comparable({ ...one }));
          }
          await back.close();
        }
        await first.close();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
