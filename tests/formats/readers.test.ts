/** Every format: detected, and read field by field. */
import { describe, expect, test } from "vitest";
import { detect } from "../../src/formats/detect.js";
import { FIXTURES } from "./fixtures.js";
import { readAll } from "./read-all.js";

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
