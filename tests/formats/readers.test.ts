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

test("a telex with a code before each line: the codes are fields", async () => {
  const telex =
    "ZCZC AAP\r\n%A\r\n#Harbour_HB1\r\n$Seals found in harbour\r\n:(NEWCASTLE)\r\n&AAPNC\\Ann Lee\r\n*07000000\r\n@NSW\r\nSeals have been found in the harbour.\r\n\r\nNNNN\r\n";
  const { found } = await readAll(telex, "a.txt");
  expect(found[0]?.record).toMatchObject({
    title: "Seals found in harbour",
    place: "Newcastle",
    agency: "AAP",
    byline: "Ann Lee",
    extra: { slug: "Harbour_HB1", region: "NSW" },
  });
  expect(found[0]?.record.text?.trim()).toBe("Seals have been found in the harbour.");
});

test("files in a mail are read after it, notes are named, pictures are counted", async () => {
  const mailOf = (text: string): string =>
    [
      "From: Ann Lee <ann@example.org>",
      "Date: Tue, 22 Apr 2025 10:00:00 +0400",
      "Subject: Two dispatches",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      text,
      "--b",
      'Content-Type: text/plain; name="a.txt"',
      'Content-Disposition: attachment; filename="a.txt"',
      "",
      "GANJA, April 21 (AZERTAC) - The fair opened.",
      "--b",
      'Content-Type: application/json; name="b.jsonl"',
      'Content-Disposition: attachment; filename="b.jsonl"',
      "",
      '{"id":"j","text":"The fair closed.","date":"2025-04-20"}',
      "--b",
      'Content-Type: image/png; name="c.png"',
      'Content-Disposition: attachment; filename="c.png"',
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0KGgo=",
      "--b--",
      "",
    ].join("\r\n");
  const { found, reported } = await readAll(mailOf("Both are attached."), "m.eml");
  expect(found.map(({ member, format, record }) => [member, format, record.date ?? record.sent])).toEqual([
    [null, "eml", "2025-04-22"],
    ["b.jsonl", "jsonl", "2025-04-20"],
  ]);
  expect(reported).toEqual(['the attachment "a.txt" is left out', "1 attachment left out: not text"]);
  // An envelope.
  const envelope = await readAll(mailOf(""), "m.eml");
  expect(envelope.found.map(({ member }) => member)).toEqual([null, "a.txt", "b.jsonl"]);
});
