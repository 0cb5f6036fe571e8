/** Articles with everything in them that a format may stumble over. */
import fc from "fast-check";
import type { ExportArticle } from "../../src/export/article.js";

export function articleOf(fields: Partial<ExportArticle> = {}): ExportArticle {
  const body = fields.body ?? ["The minister opened a new port.", "The talks went on for hours."];
  return {
    id: "a1",
    path: "wire/a1.txt",
    type: "text",
    date: "2025-04-22",
    time: "2025-04-22T14:05:00+04:00",
    dateline: "BAKU, April 22 (AZERTAC)",
    place: "Baku",
    agency: "AZERTAC",
    byline: "Ali Karimli",
    language: "en",
    title: "Port opens",
    titleFrom: "headline",
    subjects: ["ports"],
    url: "https://example.org/port",
    version: "2",
    status: null,
    words: 11,
    paragraphs: body.length,
    extra: {},
    ...fields,
    body,
  };
}

/** Text on one line with everything that means something to some format. */
export const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "word",
        "{",
        "}",
        "\\",
        "$",
        "&",
        "#",
        "_",
        "%",
        "~",
        "^",
        '"',
        "'",
        ",",
        ";",
        "<b>",
        "</p>",
        "&amp;",
        "  - ",
        "TY  - X",
        "ER  - ",
        "=1",
        "@x",
        "-",
        "*",
        "[x](y)",
        "`",
        "1.",
        "Bakı",
        "порт",
        "港",
        "🚢",
        "|",
        "---",
        ": ",
      ),
      fc.string({ maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) =>
    parts
      .join(" ")
      .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
      .trim(),
  )
  .filter((text) => text !== "" && text !== "-");

export const article = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,12}$/),
    title: line,
    titleFrom: fc.constantFrom("headline" as const, "lead" as const),
    place: fc.option(line),
    agency: fc.option(line),
    // "By", "Par" and "Por" before a name are no part of it.
    byline: fc.option(fc.stringMatching(/^[A-Z][a-z]{3,8} [A-Z][a-z]{1,8}$/)),
    subjects: fc.array(line, { maxLength: 3 }),
    version: fc.option(line),
    status: fc.constantFrom(null, "corrected" as const, "withdrawn" as const),
    body: fc.array(line, { minLength: 1, maxLength: 4 }),
    extra: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
  })
  .map(articleOf);
