/** Files that are made to do harm: each costs bounded time and memory, and a warning gives the reason. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Limits } from "../../src/formats/record.js";
import { type Member, tar, zip } from "./archives.js";
import { DISPATCH, FIXTURES, LEAD, TITLE } from "./fixtures.js";
import { readAll } from "./read-all.js";

const LIMITS: Limits = { depth: 3, files: 50, fileBytes: 4e6, totalBytes: 8e6, milliseconds: 20_000 };

describe("XML", () => {
  test("an entity bomb is not expanded", async () => {
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY e0 "boom">${entities}]><nitf><body><body.head><hedline><hl1>${TITLE}</hl1></hedline></body.head><body.content><p>&e12;</p></body.content></body></nitf>`;
    const { found, reported } = await readAll(bomb, "a.xml");
    expect(found[0]?.record).toMatchObject({ title: TITLE, paragraphs: ["&e12;"] });
    expect(reported).toEqual(["declares entities of its own, which are not expanded"]);
  });

  test("an external entity is not read", async () => {
    const source = `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>Text &x; here.</p></body.content></body></nitf>`;
    const { found } = await readAll(source, "a.xml");
    expect(found[0]?.record.paragraphs).toEqual(["Text &x; here."]);
  });

  test("parameter entities of agencies' DTDs are no reason for a warning", async () => {
    const source = `<!DOCTYPE nitf [<!ENTITY % x SYSTEM "nitf.dtd"> %x; ]><nitf><body><body.content><p>${LEAD}</p></body.content></body></nitf>`;
    expect(await readAll(source, "a.xml")).toMatchObject({ found: [{}], reported: [] });
  });

  test.each([
    [
      "nitf",
      (n: number) =>
        `<nitf><body><body.content>${"<p>".repeat(n)}${LEAD}${"</p>".repeat(n)}</body.content></body></nitf>`,
    ],
    [
      "html",
      (n: number) => `<html><body>${"<div>".repeat(n)}<p>${LEAD}</p>${"</div>".repeat(n)}</body></html>`,
    ],
    [
      "rss",
      (n: number) =>
        `<rss><channel><item><title>${TITLE}</title><description>${"<b>".repeat(n)}${LEAD}</description></item></channel></rss>`,
    ],
  ])("%s nested 100,000 deep keeps its text", async (_, make) => {
    const { found } = await readAll(make(100_000), "a.xml");
    expect(found[0]?.record.paragraphs?.join(" ")).toContain(LEAD);
  });
});

test("JSON nested 100,000 deep is named", async () => {
  for (const source of [
    `${"[".repeat(1e5)}${"]".repeat(1e5)}`,
    `{"text":${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}}`,
  ]) {
    const { found, reported } = await readAll(source, "a.json");
    expect(found).toEqual([]);
    expect(reported).toEqual(["skipped: its values lie more than 200 deep in each other"]);
  }
});

test("`__proto__` in a record is a field like any other", async () => {
  const { found } = await readAll(
    '[{"text": "A text.", "__proto__": {"polluted": 1}, "constructor": "x"}]',
    "a.json",
  );
  expect(Object.hasOwn(found[0]?.record.extra ?? {}, "__proto__")).toBe(true);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("a YAML bomb in front matter costs its fields and not the text", async () => {
  const levels = Array.from(
    { length: 10 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
  ).join("\n");
  const { found, reported } = await readAll(`---\na0: &a0 x\n${levels}\n---\n${LEAD}\n`, "a.md");
  expect(found[0]?.record.text).toBe(LEAD);
  expect(reported[0]).toMatch(/^front matter: /);
});

describe("bombs", () => {
  const zeros = (size: number): Buffer => Buffer.alloc(size, "word ");

  test("of gzip", async () => {
    const { found, reported } = await readAll(gzipSync(zeros(20e6)), "a.gz", { limits: LIMITS });
    expect(found).toEqual([]);
    expect(reported).toEqual(["cannot be read as gzip: decompresses to more than 4 MiB"]);
  });

  test("of zip cost their own text alone", async () => {
    const archive = zip([
      { name: "bomb.txt", bytes: zeros(20e6), claim: 10 },
      { name: "a.txt", bytes: DISPATCH },
    ]);
    const { found, reported } = await readAll(archive, "a.zip", { limits: LIMITS });
    expect(found.map(({ member }) => member)).toEqual(["a.txt"]);
    expect(reported).toEqual(["bomb.txt: decompresses to more than 4 MiB"]);
  });

  test("of many files end the reading", async () => {
    const members: Member[] = Array.from({ length: 60 }, (_, i) => ({ name: `${i}.txt`, bytes: DISPATCH }));
    const { found, reported } = await readAll(zip(members), "a.zip", { limits: LIMITS });
    expect(found).toHaveLength(50);
    expect(reported).toEqual(["holds more than 50 files; the rest is left out"]);
  });

  test("of files in files end at a depth", async () => {
    let inner: Uint8Array = Buffer.from(DISPATCH);
    for (let i = 0; i < 10; i++) inner = gzipSync(inner);
    const { found, reported } = await readAll(inner, "a.gz", { limits: LIMITS });
    expect(found).toEqual([]);
    expect(reported).toEqual(["skipped: files lie in files more than 3 deep"]);
  });

  test("in Office files and books are named", async () => {
    const document = zip([{ name: "word/document.xml", bytes: zeros(20e6) }]);
    const { reported } = await readAll(document, "a.docx", { limits: LIMITS });
    expect(reported[0]).toBe("word/document.xml: decompresses to more than 4 MiB");
  });
});

test("names in archives lead nowhere and reach no terminal as they are", async () => {
  const names = ["../../etc/passwd", "/abs/a.txt", "C:\\x\\b.txt", "c\x1b[31m.txt", "d/../../e.txt"];
  for (const archive of [
    zip(names.map((name) => ({ name, bytes: DISPATCH }))),
    tar(names.map((name) => ({ name, bytes: DISPATCH }))),
  ]) {
    const { found } = await readAll(archive, "archive");
    expect(found.map(({ member }) => member)).toEqual([
      "etc/passwd",
      "abs/a.txt",
      "x/b.txt",
      "c\x1b[31m.txt",
      "d/e.txt",
    ]);
  }
  const { reported } = await readAll(zip([{ name: "c\x1b[31m.txt", bytes: "" }]), "archive");
  expect(reported).toEqual(["c?[31m.txt: is empty"]);
});

test("scripts are not run, and are no text", async () => {
  const source = `<html><body><article><h1>${TITLE}</h1><p>${LEAD}</p><script>globalThis.polluted = 1; document.body.innerHTML = "x"</script><img src=x onerror="globalThis.polluted = 1"><svg onload="globalThis.polluted = 1"><script>y</script></svg><p>${LEAD}</p></article></body></html>`;
  const { found } = await readAll(source, "a.html");
  expect(found[0]?.record.paragraphs).toEqual([LEAD, LEAD]);
  expect(Reflect.get(globalThis, "polluted")).toBeUndefined();
});

test("a charset that lies does no harm", async () => {
  const source = (charset: string): string =>
    `<?xml version="1.0" encoding="${charset}"?><nitf><body><body.content><p>Größe Łódź</p></body.content></body></nitf>`;
  for (const charset of ["iso-8859-1", "utf-16", "x-nonsense", "utf-7", ""]) {
    const { found } = await readAll(source(charset), "a.xml");
    expect(found[0]?.record.paragraphs).toEqual(["Größe Łódź"]);
  }
});

describe("long runs of one thing", () => {
  const size = process.env.AZERTAC_TEST_FULL ? 200_000 : 30_000;
  /** Processor time: what is quadratic takes far more at either size. */
  const LONGEST_SECONDS = size * 40e-6;
  const PIECES = [
    "<",
    "&",
    '"',
    " ",
    "\n",
    "<a ",
    "<p>",
    "</p>",
    "<!--",
    "<![CDATA[",
    "&amp;",
    "a=",
    "(",
    "- ",
    "[x](",
    "**",
    "<strong>A: ",
    '<span class="DocHeader">',
    "<table><tr><td>",
    ",",
    "\t",
    "12/12/2012 ",
    "From a 2020\n",
    "A: b\n",
    "HD x\n",
    "1 of 2 DOCUMENTS\n",
    "\x01",
    "\x16\x16\x01",
    "^By x=\n",
    '{"a":',
    "[",
    "WARC/1.0\r\n\r\n",
    "<REUTERS>",
    "<item>",
    "<time>",
    "<script>",
    "<svg ",
    "<b>",
  ];
  /** The beginning that makes a file what it is, and its end. */
  const formats = FIXTURES.filter(
    ({ format }) => !/^(?:gzip|bzip2|xz|zstd|zip|tar|docx|xlsx|epub|pdf)$/.test(format),
  );

  test.each(formats)("in $format: $name takes time in proportion", async ({ name, bytes }) => {
    const source = Buffer.from(bytes);
    const middle = Math.floor(source.length * 0.6);
    // The first call loads the format's library.
    await readAll(source, name);
    // A fifth of the pieces, others for each format, unless all are asked for.
    const turn = formats.findIndex((format) => format.name === name);
    for (const piece of PIECES.filter((_, i) => process.env.AZERTAC_TEST_FULL || (i + turn) % 5 === 0)) {
      const filler = Buffer.alloc(size, piece, "latin1");
      const before = process.cpuUsage();
      await readAll(Buffer.concat([source.subarray(0, middle), filler, source.subarray(middle)]), name, {
        limits: { ...LIMITS, files: 1e6 },
      });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6, `seconds for ${JSON.stringify(piece)}`).toBeLessThan(LONGEST_SECONDS);
    }
  });
});
