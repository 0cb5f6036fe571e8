/** Every format: detected, and read field by field. */
import { describe, expect, test } from "vitest";
import { detect } from "../../src/formats/detect.js";
import { readSource, type ReadOptions, type SourceArticle } from "../../src/formats/read.js";
import { FIXTURES } from "./fixtures.js";

export async function readAll(
  bytes: Uint8Array | string,
  name: string,
  options: Partial<ReadOptions> = {},
): Promise<{ found: SourceArticle[]; reported: string[] }> {
  const reported: string[] = [];
  const found: SourceArticle[] = [];
  const report = (message: string): void => void reported.push(message);
  for await (const article of readSource(Buffer.from(bytes), name, { report, ...options })) found.push(article);
  return { found, reported };
}

describe.each(FIXTURES)("$format: $name", ({ format, name, bytes, first, count }) => {
  test("is detected by its content, whatever it is called", () => {
    expect(detect(bytes, name)).toEqual({ format });
    // Only a table without known names, and Markdown without front matter, need their names.
    if (!/^news-xml$/.test(format)) expect(detect(bytes, "noname")).toEqual({ format });
  });

  test("is read", async () => {
    const { found } = await readAll(bytes, name);
    expect(found).toHaveLength(count ?? 1);
    expect(found[0]?.record).toMatchObject(first);
    expect(found.map(({ record }) => record.position).every((position) => position >= 1)).toBe(true);
  });
});
