import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ByteRange, numberLines } from "../../../src/formats/records/line-numbers.js";
import {
  isLines,
  MAX_ARTICLE,
  type RawRecord,
  type Report,
  TOO_LARGE,
} from "../../../src/formats/records/raw-record.js";
import {
  loadLines,
  plainRecord,
  prepareParts,
  RecordReader,
  readRecords,
  readWhole,
} from "../../../src/formats/records/record-reader.js";
import { encode } from "../../corpus/encode.js";

let folder: string;

beforeAll(loadLines);

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), "read-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

function records(path: string, range?: ByteRange): { found: RawRecord[]; reported: string[] } {
  const reported: string[] = [];
  const report = (at: string, message: string): void => {
    expect(at).toBe(path);
    reported.push(message);
  };
  const found = isLines(path) ? [...readRecords(path, report, range)] : plainRecords(path, report);
  return { found: found.map(withoutMore), reported };
}

function plainRecords(path: string, report: Report): RawRecord[] {
  if (existsSync(path) && statSync(path).size > MAX_ARTICLE) {
    report(path, TOO_LARGE);
    return [];
  }
  const bytes = readWhole(path, report);
  const record = bytes && plainRecord(bytes, path, report);
  return record ? [record] : [];
}

/** What these tests look at: the rest of the fields is tested in tests/formats/fields.test.ts. */
function withoutMore(record: RawRecord): RawRecord {
  const { more: _, ...known } = record.known ?? {};
  return { ...record, known: record.known && known };
}

/** One record again. */
function readRecordAt(path: string, offset: number, length: number): RawRecord | null {
  const reader = new RecordReader();
  try {
    const record = reader.read(path, offset, length);
    return record && withoutMore(record);
  } finally {
    reader.close();
  }
}

/** The records of a file, each of which must be read alike a second time by its offset and length. */
function readTwice(path: string): { found: RawRecord[]; reported: string[] } {
  const result = records(path);
  for (const record of result.found) {
    expect(readRecordAt(path, record.offset, record.length)).toEqual({ ...record, line: 0 });
  }
  return result;
}

const TEXT = "Bakı, 22 aprel, AZƏRTAC\n\nNazir yeni limanın açılışında iştirak edib.\n";

/** A sparse file: large, but next to nothing on the disk. */
function sparse(name: string, size: number): string {
  const path = join(folder, name);
  const descriptor = openSync(path, "w");
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
  return path;
}

/** 1251 for the Russian letters, which is all that these tests need. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((char) => {
      const code = char.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
}

describe("a plain file", () => {
  test("is one record", () => {
    const path = write("a.txt", TEXT);
    const length = Buffer.byteLength(TEXT);
    expect(readTwice(path)).toEqual({
      found: [{ text: TEXT, known: null, offset: 0, length, line: 1 }].map((record) => ({
        ...record,
        line: 1,
      })),
      reported: [],
    });
  });

  test("in UTF-16, Windows-1251 or Latin-1 has its text", () => {
    const russian = "Баку, 22 апреля. Министр открыл новый порт.";
    const all: [string, Uint8Array, string][] = [
      ["wide.txt", Buffer.from(`\ufeff${TEXT}`, "utf16le"), TEXT],
      ["cyrillic.txt", windows1251(russian), russian],
      ["latin.txt", Buffer.from("Der Minister hört zu.", "latin1"), "Der Minister hört zu."],
      ["marked.txt", Buffer.from(`\ufeff${TEXT}`), TEXT],
    ];
    for (const [name, bytes, text] of all) {
      const { found, reported } = readTwice(write(name, bytes));
      expect(reported).toEqual([]);
      expect(found.map((record) => record.text)).toEqual([text]);
      expect(found[0]?.length).toBe(bytes.length);
    }
  });

  test.each([
    ["empty", "", "is empty"],
    ["of white space", " \r\n\t\u00a0\n", "is empty"],
    ["of a byte order mark alone", "\ufeff", "is empty"],
    ["binary", new Uint8Array(2000).map((_, i) => (i * 37) % 256), "is not text"],
  ])("%s is reported", (_, contents, message) => {
    expect(records(write("a.txt", contents))).toEqual({ found: [], reported: [message] });
  });

  test("as large as an article may be is read, one byte more is not", () => {
    const path = write("a.txt", Buffer.alloc(MAX_ARTICLE, "word "));
    expect(records(path).found[0]?.length).toBe(MAX_ARTICLE);
    appendFileSync(path, "x");
    expect(records(path)).toEqual({ found: [], reported: ["is larger than 16 MiB"] });
    expect(readRecordAt(path, 0, MAX_ARTICLE + 1)).toBeNull();
  });

  test("of 50 MB in one line, or of 100 GB, is reported without being read", () => {
    for (const size of [50_000_000, 100e9]) {
      const start = process.memoryUsage().arrayBuffers;
      expect(records(sparse("huge.txt", size))).toEqual({ found: [], reported: ["is larger than 16 MiB"] });
      expect(process.memoryUsage().arrayBuffers - start).toBeLessThan(20e6);
    }
  });
});

describe("what turns bad between the walk and the reading", () => {
  test("a file that is gone", () => {
    const path = join(folder, "gone.txt");
    expect(records(path)).toEqual({ found: [], reported: ["cannot be read: no such file or folder"] });
    expect(readRecordAt(path, 0, 10)).toBeNull();
  });

  test("a pipe in the place of a file does not hang", () => {
    for (const name of ["pipe.txt", "pipe.jsonl"]) {
      const path = join(folder, name);
      expect(spawnSync("mkfifo", [path]).status).toBe(0);
      expect(records(path)).toEqual({ found: [], reported: ["cannot be read: not a regular file"] });
      expect(readRecordAt(path, 0, 10)).toBeNull();
    }
  });

  test("a folder or a device in the place of a file", () => {
    const path = join(folder, "a.txt");
    mkdirSync(path);
    for (const other of [path, "/dev/zero"]) {
      expect(records(other)).toEqual({ found: [], reported: ["cannot be read: not a regular file"] });
      expect(readRecordAt(other, 0, 10)).toBeNull();
    }
  });

  test("a file that may not be read", () => {
    const path = write("a.txt", TEXT);
    chmodSync(folder, 0o755);
    chmodSync(path, 0);
    // Root is not kept out by a file's mode.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect(records(path)).toEqual({ found: [], reported: ["cannot be read: permission denied"] });
      expect(readRecordAt(path, 0, 10)).toBeNull();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

const NO_TEXT =
  "has neither text nor title under a known name; --map text=FIELD says which field is the text";

describe("JSONL", () => {
  test("a headline without a text, a flash, is a record", () => {
    const path = write("a.jsonl", '{"title": "Port opens", "date": "22.04.2025"}\n');
    expect(readTwice(path).found).toMatchObject([
      { text: "", known: { title: "Port opens", date: "2025-04-22" } },
    ]);
  });

  test("day and month are told apart by the whole file, from any part of it", () => {
    const day = (date: string): string => `${JSON.stringify({ text: "Text.", date })}\n`;
    const first = day("03/04/2025");
    const path = write("a.jsonl", `${first}${day("04/22/2025")}`);
    const dates = (range?: ByteRange): (string | undefined)[] =>
      records(path, range).found.map(({ known }) => known?.date);
    expect(dates()).toEqual(["2025-03-04", "2025-04-22"]);
    expect(dates({ start: 0, end: 1 })).toEqual(["2025-03-04"]);
    const open = write("b.jsonl", day("03/04/2025"));
    expect(records(open).reported).toEqual(["1 date can be day/month or month/day; read as day/month"]);
  });

  test("dates that cannot be read are counted", () => {
    const path = write("a.jsonl", '{"text": "A.", "date": "2025-02-30"}\n{"text": "B.", "date": "soon"}\n');
    expect(records(path)).toMatchObject({
      found: [{ text: "A." }, { text: "B." }],
      reported: ['2 dates cannot be read, such as "2025-02-30"'],
    });
  });

  test("short lines have the encoding of the file", () => {
    const lines = ["Gdańsk, Łódź, Wrocław: minister powiedział, że będą rozmowy.", "Łódź"];
    const encoded = encode("windows-1250", lines.map((text) => `{"text": "${text}"}\n`).join(""));
    expect(readTwice(write("a.jsonl", encoded)).found.map(({ text }) => text)).toEqual(lines);
  });

  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

  test("is told by the file's name", () => {
    expect(["a.jsonl", "a.NDJSON", "b/c.Jsonl"].every(isLines)).toBe(true);
    expect(["a.json", "jsonl", "a.jsonl.txt", "a.jsonl/b"].some(isLines)).toBe(false);
  });

  test("has a record a line, with its fields, its place in bytes and its line's number", () => {
    const first = line({
      id: "x1",
      date: "2025-04-22",
      place: "Bakı",
      agency: "AZƏRTAC",
      title: "Liman",
      text: "Ə b.",
    });
    const second = line({ text: "Second." });
    const path = write("a.jsonl", `${first}\r\n  \n${second.trim()}`);
    const { found, reported } = readTwice(path);
    expect(reported).toEqual([]);
    expect(found).toEqual([
      {
        text: "Ə b.",
        known: { id: "x1", date: "2025-04-22", place: "Bakı", agency: "AZƏRTAC", title: "Liman" },
        offset: 0,
        length: Buffer.byteLength(first) - 1,
        line: 1,
      },
      {
        text: "Second.",
        known: {},
        offset: Buffer.byteLength(first) + 5,
        length: second.length - 1,
        line: 4,
      },
    ]);
  });

  test("with CRLF, and with separators of lines inside strings", () => {
    const path = write("a.jsonl", '{"text": "One\u2028two\u0085three"}\r\n{"text": "Four"}\r\n');
    expect(readTwice(path).found.map(({ text }) => text)).toEqual(["One\u2028two\u0085three", "Four"]);
  });

  test("fields that say nothing are passed over, numbers and lists are read", () => {
    const path = write(
      "a.ndjson",
      line({ id: 42, date: 20250422, place: null, agency: ["A"], title: { a: 1 }, text: "Text." }) +
        line({ id: "  ", place: " Bakı ", title: true, text: "More." }),
    );
    expect(readTwice(path).found.map(({ known }) => known)).toEqual([
      { id: "42", date: "2025-04-22", agency: "A" },
      { place: "Bakı" },
    ]);
  });

  test("fields that are names of every object's own are those of none", () => {
    const path = write("a.jsonl", '{"__proto__": {"text": "no"}, "constructor": "x", "text": "Yes."}\n');
    expect(readTwice(path).found).toMatchObject([{ text: "Yes.", known: {} }]);
  });

  test("broken lines are named by their numbers and the rest goes on", () => {
    const path = write(
      "a.jsonl",
      `{"text": "Good."}\n{"text": "cut off\n\n{"place": "No text."}\n{"text": "Last."}`,
    );
    expect(readTwice(path)).toMatchObject({
      found: [
        { text: "Good.", line: 1 },
        { text: "Last.", line: 5 },
      ],
      reported: ["line 2 is not JSON", `line 4 ${NO_TEXT}`],
    });
  });

  test("values that are no records, texts that are no strings or empty", () => {
    for (const value of ["7", '["text"]', '"text"', '[{"text": "Inside."}]'])
      expect(records(write("b.jsonl", value)).reported).toEqual(['line 1 has no "text"']);
    for (const value of ['{"text": 5}', '{"text": " \\n"}', '{"body": []}'])
      expect(records(write("c.jsonl", value)).reported).toEqual([`line 1 ${NO_TEXT}`]);
    expect(records(write("b.jsonl", "null")).reported).toEqual(["line 1 is not JSON"]);
  });

  test.each([
    '{"title": "Ships collide"}',
    '{"title": "Ships collide", "text": null}',
    '{"title": " Ships collide", "text": " "}',
  ])("a flash is a headline alone: %s", (line) => {
    const { found, reported } = readTwice(write("a.jsonl", line));
    expect(found).toMatchObject([{ text: "", known: { title: "Ships collide" } }]);
    expect(reported).toEqual([]);
  });

  test.each(['{"title": ""}', '{"title": " ", "text": ""}', "{}"])(
    "what has neither is reported: %s",
    (line) => {
      const { found, reported } = records(write("a.jsonl", line));
      expect(found).toEqual([]);
      expect(reported).toHaveLength(1);
    },
  );

  test.each([
    ["1234567890123456789", "1234567890123456789"],
    [
      "12345678901234567890123456789012345678901234567890",
      "12345678901234567890123456789012345678901234567890",
    ],
    ["-9007199254740993", "-9007199254740993"],
    ["0.1234567890123456789", "0.1234567890123456789"],
    ["1e400", "1e400"],
    ["9007199254740991", "9007199254740991"],
    ["7", "7"],
  ])("a numeric id keeps every digit: %s", (number, id) => {
    const line = (before: string): string =>
      `{${before}"text":"\\"id\\": 5","more":{"id":1e99},"id" : ${number}}`;
    const path = write(
      "a.jsonl",
      `${line("")}\n${line('"id":"a",')}\n${line('"i\\u0064":2,"x":[["id",3e99]],')}\n`,
    );
    expect(readTwice(path).found.map(({ known }) => known?.id)).toEqual([id, id, id]);
  });

  test("of many broken lines the first are named and the others counted", () => {
    const bad = (count: number): string[] => records(write("a.jsonl", "bad\n".repeat(count))).reported;
    const named = ["line 1 is not JSON", "line 2 is not JSON", "line 3 is not JSON"];
    expect(bad(3)).toEqual(named);
    expect(bad(4)).toEqual([...named, "has 1 more line that can't be used"]);
    expect(bad(10_000)).toEqual([...named, "has 9997 more lines that can't be used"]);
  });

  test("an empty file is reported, one of blank lines has nothing", () => {
    expect(records(write("a.jsonl", ""))).toEqual({ found: [], reported: ["is empty"] });
    expect(records(write("b.jsonl", "\n \n\r\n"))).toEqual({ found: [], reported: [] });
  });

  test("unpaired surrogates are taken", () => {
    const path = write("a.jsonl", '{"text": "a \\ud800 b \\udc00 c"}\n');
    expect(readTwice(path).found).toMatchObject([{ text: "a \ud800 b \udc00 c" }]);
  });

  test("a line nested a million deep does not stop the run", () => {
    const deep = `{"text": ${"[".repeat(1e6)}${"]".repeat(1e6)}}`;
    const path = write("a.jsonl", `${deep}\n{"text": "After."}\n`);
    expect(records(path).found).toMatchObject([{ text: "After.", line: 2 }]);
  });

  test("a line of 50 MB is reported and passed over in little memory, and the rest goes on", () => {
    const path = sparse("a.jsonl", 50_000_000);
    appendFileSync(path, `\n${line({ text: "After." })}`);
    const before = process.memoryUsage().arrayBuffers;
    const { found, reported } = readTwice(path);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80e6);
    expect(found).toMatchObject([{ text: "After.", offset: 50_000_001, line: 2 }]);
    expect(reported).toEqual(["line 1 is larger than 16 MiB"]);
  });

  test("a line as large as an article may be is read, one byte more is not, and nor is one between limits", () => {
    const ofLength = (length: number): string => `{"text":"${"x".repeat(length - 11)}"}`;
    const path = join(folder, "a.jsonl");
    const descriptor = openSync(path, "w");
    for (const extra of [0, 1, 2_000_000]) writeSync(descriptor, `${ofLength(MAX_ARTICLE + extra)}\n`);
    writeSync(descriptor, line({ text: "After." }));
    closeSync(descriptor);
    const { found, reported } = records(path);
    expect(found.map(({ length, line: number }) => [length, number])).toEqual([
      [MAX_ARTICLE, 1],
      [17, 4],
    ]);
    expect(reported).toEqual(["line 2 is larger than 16 MiB", "line 3 is larger than 16 MiB"]);
  });

  test("records that stand astride the parts in which a file is read are whole", () => {
    const path = join(folder, "a.jsonl");
    const texts = Array.from({ length: 30 }, (_, i) =>
      String.fromCharCode(97 + (i % 26)).repeat(290_017 + i * 7),
    );
    writeFileSync(path, texts.map((text) => line({ text })).join(""));
    const { found } = readTwice(path);
    expect(found.map(({ text }) => text.length)).toEqual(texts.map((text) => text.length));
    expect(found.every(({ text }, i) => text === texts[i])).toBe(true);
  });
});

describe("JSONL in other encodings", () => {
  const lines = ['{"id": 1, "text": "Баку. Министр открыл новый порт."}', '{"id": 2, "text": "Порт готов."}'];

  test("UTF-8 with a byte order mark", () => {
    const { found, reported } = readTwice(write("a.jsonl", `\ufeff${lines.join("\n")}`));
    expect(reported).toEqual([]);
    expect(found).toMatchObject([
      { text: "Баку. Министр открыл новый порт.", known: { id: "1" }, offset: 0 },
      { text: "Порт готов.", known: { id: "2" } },
    ]);
  });

  test("Windows-1251", () => {
    const { found, reported } = readTwice(write("a.jsonl", windows1251(lines.join("\n"))));
    expect(reported).toEqual([]);
    expect(found.map(({ text }) => text)).toEqual(["Баку. Министр открыл новый порт.", "Порт готов."]);
  });

  test.each([
    ["LE", true],
    ["LE", false],
    ["BE", true],
    ["BE", false],
  ])("UTF-16 %s, with its mark: %s", (order, mark) => {
    // Њ and Ċ have the byte of a line's end in them, on one side or the other; ਊ and Ā make one with what stands beside.
    const text = "Њива Ċ ਊĀ Āਊ Ā порт";
    const all = `${mark ? "\ufeff" : ""}{"text": "${text}"}\r\n\n{"text": "Второй порт"}\nbad\n{"text": "${text}"}`;
    const bytes = Buffer.from(all, "utf16le");
    const { found, reported } = readTwice(write("a.jsonl", order === "LE" ? bytes : bytes.swap16()));
    expect(found.map((record) => [record.text, record.line])).toEqual([
      [text, 1],
      ["Второй порт", 3],
      [text, 5],
    ]);
    expect(reported).toEqual(["line 4 is not JSON"]);
  });

  test("UTF-16 over several parts of the file", () => {
    const texts = Array.from({ length: 12 }, (_, i) => "Њਊ".repeat(150_001 + i));
    const bytes = Buffer.from(texts.map((text) => `{"text":"${text}"}\n`).join(""), "utf16le");
    const path = write("a.jsonl", bytes);
    expect(readTwice(path).found.every(({ text }, i) => text === texts[i])).toBe(true);
    const third = Math.floor(bytes.length / 3);
    const parts = [0, third, 2 * third].map((start) => ({ start, end: start + third }));
    expect(parts.flatMap((range) => records(path, range).found)).toHaveLength(texts.length);
  });

  test("hundreds of thousands of lines of rubbish take no more than seconds", () => {
    const start = performance.now();
    const contents = Buffer.alloc(1_000_000, Buffer.from([0xff, 0x0a, 0x7b, 0xe9, 0x0a, 0x40, 0x01, 0x0a]));
    expect(records(write("a.jsonl", contents)).found).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("a stray bad byte costs one character of one record", () => {
    const bytes = Buffer.from(`{"text": "Bakı xəbər"}\n{"text": "Liman"}\n`);
    bytes[bytes.lastIndexOf("xə")] = 0xff;
    expect(readTwice(write("a.jsonl", bytes)).found.map(({ text }) => text)).toEqual([
      "Bakı \ufffdəbər",
      "Liman",
    ]);
  });
});

describe("parts of a JSONL file", () => {
  test("any cut gives the records and reports of the whole, in order, each once", () => {
    const text = fc.constantFrom("Bakı.", "Ə", "a longer text of a record", "\u{1f600}");
    const content = fc.oneof(
      text.map((value) => JSON.stringify({ text: value })),
      fc.constantFrom("", " ", "\r"),
    );
    fc.assert(
      fc.property(
        fc.array(content, { maxLength: 12 }),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 4 }),
        (all, ends, cuts) => {
          const bytes = Buffer.from(all.join("\n") + (ends ? "\n" : ""));
          fc.pre(bytes.length > 0);
          const path = write("a.jsonl", bytes);
          const file = numberLines(path, [{ start: 0, end: bytes.length }]);
          expect(file[0]?.linesBefore).toBe(0);
          const points = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
          const parts = points.slice(1).map((end, i): ByteRange => ({ start: points[i] ?? 0, end }));
          const { found } = readTwice(path);
          expect(parts.flatMap((part) => records(path, part).found)).toEqual(found);
          const numbered = numberLines(path, parts);
          expect(numbered.flatMap((part) => records(path, part).found)).toEqual(found);
        },
      ),
    );
  });
});

/** Bytes that were read of a file since the process began, by the system's own count. */
const bytesRead = (): number => Number(/^rchar: (\d+)/m.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);

test.skipIf(!existsSync("/proc/self/io"))("parts with numbered lines read no more than themselves", () => {
  const path = write("a.jsonl", `{"text": "${"The ship sailed. ".repeat(20)}"}\n`.repeat(100_000));
  const { size } = statSync(path);
  const share = Math.ceil(size / 20);
  const ranges = Array.from({ length: 20 }, (_, i) => ({
    start: i * share,
    end: Math.min(size, (i + 1) * share),
  }));
  const before = bytesRead();
  const found = numberLines(path, ranges).flatMap((range) => records(path, range).found);
  // The chunk that the end of a part is in is read to its end.
  expect(bytesRead() - before).toBeLessThan(2 * size + 20 * 9 * 1024 * 1024);
  expect(found.map(({ line }) => line)).toEqual(Array.from({ length: 100_000 }, (_, i) => i + 1));
});

describe("a record read again", () => {
  test("is null when its file has changed or gone", () => {
    const path = write("a.txt", TEXT);
    const length = Buffer.byteLength(TEXT);
    expect(readRecordAt(path, 0, length)?.text).toBe(TEXT);
    appendFileSync(path, "More.");
    expect(readRecordAt(path, 0, length)).toBeNull();
    writeFileSync(path, "Less.");
    expect(readRecordAt(path, 0, length)).toBeNull();
    unlinkSync(path);
    expect(readRecordAt(path, 0, length)).toBeNull();
  });

  test("is null where no record of that length stands", () => {
    const path = write("a.jsonl", '{"text": "One."}\n{"text": "Two."}\n{"a":{"text": "In."}}\nbad line');
    expect(readRecordAt(path, 17, 16)?.text).toBe("Two.");
    // Within a line, over two lines, a blank, a broken one, behind the end.
    for (const [offset, length] of [
      [39, 15],
      [0, 33],
      [16, 17],
      [0, 15],
      [16, 0],
      [56, 8],
      [60, 16],
      [1000, 10],
    ] as const) {
      expect(readRecordAt(path, offset, length)).toBeNull();
    }
  });

  test("is null for numbers that no file gives", () => {
    const path = write("a.jsonl", '{"text": "One."}\n');
    for (const bad of [-1, Number.NaN, 0.5, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(readRecordAt(path, 0, bad)).toBeNull();
      expect(readRecordAt(path, bad, 16)).toBeNull();
    }
  });
});

test("any bytes in a file of either kind: nothing is thrown, and what is found is found again", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    fc.string({ minLength: 1 }).map((text) => Buffer.from(`{"text": ${JSON.stringify(text)}}\n${text}`)),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom("a.txt", "a.jsonl"), (contents, name) => {
      readTwice(write(name, contents));
    }),
  );
});

describe("the order of day and month", () => {
  const line = (date: string, i: number): string =>
    JSON.stringify({ id: `r${i}`, note: `on "date": "12/30/1999" he said`, date, text: "Oil prices rose." });
  /** Open dates everywhere but in one line far behind. */
  const fileOf = (closed: string): string => {
    const lines = Array.from({ length: 400 }, (_, i) => line(i === 390 ? closed : "03/04/2025", i));
    return write("order.jsonl", lines.join("\n"));
  };

  test.each([
    ["25/04/2025", "2025-04-03"],
    ["04/25/2025", "2025-03-04"],
  ])("one date decides for the file, in every part of it: %s", (closed, date) => {
    const path = fileOf(closed);
    const { size } = statSync(path);
    const half = Math.floor(size / 2);
    const parts = prepareParts(path, [
      { start: 0, end: half },
      { start: half, end: size },
    ]);
    const found = parts.flatMap((part) => records(path, part).found);
    expect(found).toHaveLength(400);
    expect(found[0]?.known?.date).toBe(date);
    expect(found[399]?.known?.date).toBe(date);
  });

  test("where nothing decides, one warning says so for all parts", () => {
    const path = fileOf("05/06/2025");
    const { size } = statSync(path);
    const parts = prepareParts(path, [
      { start: 0, end: 100 },
      { start: 100, end: size },
    ]);
    expect(parts.flatMap((part) => records(path, part).reported)).toEqual([
      expect.stringContaining("400 dates can be day/month or month/day"),
    ]);
  });
});
