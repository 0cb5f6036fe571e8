/** What is exported is read by strict parsers, and by azertac, as what it was. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportArticle, type ExportFormat, exportAll } from "../../src/export/article.js";
import { EXPORT_FORMATS, isExportFormat, loadExporter } from "../../src/export/registry.js";
import type { SourceRecord } from "../../src/formats/record.js";
import { readAll } from "../formats/read-all.js";
import { article, articleOf } from "./article-of.js";
import { checkHtml, parseBibtex, parseRis, shownByLatex } from "./parsers.js";

const write = async (format: ExportFormat, ...articles: ExportArticle[]): Promise<string> =>
  exportAll(await loadExporter(format), articles);

async function readBack(source: string, name: string): Promise<SourceRecord[]> {
  const { found, reported } = await readAll(source, name);
  expect(reported).toEqual([]);
  return found.map(({ record }) => record);
}

const check = (property: (one: ExportArticle) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(article, property), { numRuns: 100 });

test("every format is known by its name", () => {
  expect(EXPORT_FORMATS).toHaveLength(8);
  expect(EXPORT_FORMATS.every(isExportFormat)).toBe(true);
  expect(isExportFormat("toString")).toBe(false);
});

describe("jsonl", () => {
  test("is read back without loss", () =>
    check(async (one) => {
      const [record] = await readBack(await write("jsonl", one), "a.jsonl");
      const {
        id,
        title,
        date,
        time,
        dateline,
        place,
        agency,
        byline,
        language,
        subjects,
        url,
        version,
        status,
      } = record ?? {};
      const back = { id, date, time, dateline, place, agency, byline, language, url, version, status };
      for (const [name, value] of Object.entries(back))
        expect(value ?? null).toEqual(Reflect.get(one, name) ?? null);
      expect(title).toBe(one.titleFrom === "headline" ? one.title : undefined);
      expect(subjects ?? []).toEqual(one.subjects);
      expect(record?.paragraphs).toEqual(one.body);
      // JSON has one zero.
      expect(record?.extra ?? {}).toEqual(JSON.parse(JSON.stringify(one.extra)));
    }));
});

describe("ninjs", () => {
  test("has what the standard asks for, and is read back", () =>
    check(async (one) => {
      const source = await write("ninjs", one, one);
      const [item] = JSON.parse(source);
      expect(item).toMatchObject({
        standard: { name: "ninjs", version: "3.0" },
        type: "text",
        versionCreated: one.time,
      });
      expect(["usable", "canceled", "withheld"]).toContain(item.pubStatus);
      expect(item.uri).toMatch(/^[a-z][a-z0-9+.-]*:./i);
      const records = await readBack(source, "a.json");
      expect(records).toHaveLength(2);
      // Feeds escape references twice so often that they are read so: `&amp;` in a text cannot be told from it.
      expect(records[0]?.paragraphs).toEqual(one.body.map((paragraph) => paragraph.replaceAll("&amp;", "&")));
      expect(records[0]?.status ?? null).toBe(one.status === "withdrawn" ? "withdrawn" : null);
    }));
});

describe("markdown", () => {
  test("is read back: text and fields", () =>
    check(async (one) => {
      const [record] = await readBack(await write("markdown", one), "a.md");
      expect(record?.text?.split("\n\n")).toEqual(one.body);
      expect(record).toMatchObject({
        id: one.id,
        date: one.date,
        time: one.time,
        byline: one.byline ?? undefined,
      });
    }));

  test("marks nothing that is not marked", async () => {
    const source = await write(
      "markdown",
      articleOf({ title: "# 1. *x*", body: ["1. First [a](b) <b>", "- dash", "> quote"] }),
    );
    expect(source).toContain("# \\# 1. \\*x\\*\n\n1\\. First \\[a\\](b) \\<b\\>\n\n\\- dash\n\n\\> quote\n");
  });
});

describe("ris", () => {
  test("is parsed strictly, with every field", () =>
    check(async (one) => {
      const records = parseRis(await write("ris", one, one));
      expect(records).toHaveLength(2);
      const [record] = records;
      expect(record?.get("TY")).toEqual(["NEWS"]);
      expect(record?.get("TI")).toEqual([one.title]);
      expect(record?.get("N1")).toEqual(one.body);
      expect(record?.get("KW") ?? []).toEqual(one.subjects);
      expect(record?.get("T2")?.[0] ?? null).toBe(one.agency);
      expect(record?.get("CY")?.[0] ?? null).toBe(one.place);
      expect(record?.get("DA")).toEqual(["2025/04/22"]);
      expect(record?.get("AU")?.[0] ?? null).toBe(one.byline);
    }));

  test("a byline of several names is several authors", async () => {
    const [record] = parseRis(
      await write("ris", articleOf({ byline: "By Ann Lee, Bo Chen and Ali Karimli" })),
    );
    expect(record?.get("AU")).toEqual(["Ann Lee", "Bo Chen", "Ali Karimli"]);
  });
});

describe("bibtex", () => {
  test("is parsed strictly, and LaTeX shows what was written", () =>
    check(async (one) => {
      const entries = parseBibtex(await write("bibtex", one, one));
      expect(entries).toHaveLength(2);
      const fields = entries[0]?.fields;
      expect(shownByLatex(fields?.get("title") ?? "")).toBe(one.title);
      expect(shownByLatex(fields?.get("annotation") ?? "").split("\n")).toEqual(one.body);
      expect(shownByLatex(fields?.get("journal") ?? "")).toBe(one.agency ?? "");
      expect(shownByLatex(fields?.get("author") ?? "")).toBe(one.byline ?? "");
      expect(fields?.get("date")).toBe("2025-04-22");
    }));

  test("an id becomes a key that every program takes", async () => {
    const [entry] = parseBibtex(await write("bibtex", articleOf({ id: "tag:x,2025:{ä} 1%" })));
    expect(entry?.key).toBe("tag:x-2025:-a-1");
  });
});

describe("csl-json", () => {
  test("is JSON with the names of CSL", () =>
    check(async (one) => {
      const [item, ...more] = JSON.parse(await write("csl-json", one, one));
      expect(more).toHaveLength(1);
      expect(item).toMatchObject({
        id: one.id,
        type: "article-newspaper",
        title: one.title,
        issued: { "date-parts": [[2025, 4, 22]] },
        note: one.body.join("\n\n"),
      });
    }));
});

describe("csv", () => {
  test("is parsed strictly; no cell is a formula", () =>
    check(async (one) => {
      const rows: Record<string, string>[] = parse(await write("csv", one, one), { columns: true });
      expect(rows).toHaveLength(2);
      const text = one.body.join("\n\n");
      expect([text, `'${text}`]).toContain(rows[0]?.text);
      for (const value of Object.values(rows[0] ?? {})) expect(value).not.toMatch(/^(?:[=+@]|-\S)/);
    }));
});

describe("html", () => {
  test("is well-formed, and nothing of an article is markup", () =>
    check(async (one) => {
      const source = await write("html", one, one);
      expect(() => checkHtml(source)).not.toThrow();
    }));

  test("links to the web alone", async () => {
    const source = await write(
      "html",
      articleOf({ url: "javascript:alert(1)", title: "<script>x</script>" }),
    );
    expect(source).not.toMatch(/href|<script/);
  });
});
