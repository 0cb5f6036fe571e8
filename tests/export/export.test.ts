/** What is exported is read by strict parsers, and by azertac, as what it was. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportArticle, type ExportFormat, exportAll } from "../../src/export/article.js";
import { EXPORT_FORMATS } from "../../src/export/names.js";
import { isExportFormat, loadExporter } from "../../src/export/registry.js";
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

/** What the schema of ninjs 3.0 (IPTC) asks of the properties that are written. */
const NINJS: Readonly<Record<string, (value: unknown) => boolean>> = {
  uri: (value) => URL.canParse(String(value)) && !/[\s<>"{}|\\^`]|[^ -~]/.test(String(value)),
  standard: (value) => hasOnly(value, ["name", "version", "schema"]),
  type: (value) => value === "text",
  pubStatus: (value) => ["usable", "withheld", "canceled"].includes(String(value)),
  versionCreated: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(String(value)),
  version: (value) => typeof value === "string",
  language: (value) => typeof value === "string",
  by: (value) => typeof value === "string",
  located: (value) => typeof value === "string",
  infoSources: (value) => everyHasOnly(value, ["name"]),
  subjects: (value) => everyHasOnly(value, ["name"]),
  headlines: (value) => everyHasOnly(value, ["role", "value"]),
  bodies: (value) => everyHasOnly(value, ["role", "contentType", "value"]),
  altIds: (value) => everyHasOnly(value, ["role", "value"]),
};

const hasOnly = (value: unknown, names: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).every(([name, part]) => names.includes(name) && typeof part === "string");

const everyHasOnly = (value: unknown, names: readonly string[]): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((part) => hasOnly(part, names));

test("ninjs: no property is outside of the schema, and each has its type", () =>
  check(async (one) => {
    for (const id of [one.id, "tag:x,2025:{ä} 1%", "a: b", "порт"]) {
      const [item] = JSON.parse(await write("ninjs", { ...one, id, time: null }));
      for (const [name, value] of Object.entries(item))
        expect([name, NINJS[name]?.(value)]).toEqual([name, true]);
    }
  }));

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

  test("an id becomes a key that every program takes, and two ids have two keys", async () => {
    const ids = ["tag:x,2025:{ä} 1%", "a b", "a-b", "a/b", "порт", "港"];
    const entries = parseBibtex(await write("bibtex", ...ids.map((id) => articleOf({ id }))));
    expect(entries[0]?.key).toMatch(/^tag:x-2025:-a-1-[0-9a-z]+$/);
    expect(entries[2]?.key).toBe("a-b");
    expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(ids.length);
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
