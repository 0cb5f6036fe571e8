import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteReader, ByteWriter, CorruptIndexError } from "../../../src/index/format/bytes.js";
import { decodePostings } from "../../../src/index/format/postings.js";
import { Table, TableWriter } from "../../../src/index/format/table.js";
import { MemorySource } from "../../../src/index/read/source.js";
import { writePosting } from "../write-posting.js";

test("property: numbers and texts are read as they were written", () => {
  fc.assert(
    fc.property(
      fc.array(fc.maxSafeNat()),
      fc.array(fc.string({ unit: "grapheme" })),
      fc.array(fc.integer()),
      (numbers, texts, signed) => {
        const out = new ByteWriter(1);
        for (const number of numbers) out.varint(number);
        for (const text of texts) out.text(text);
        for (const number of signed) out.signed(number);
        const reader = new ByteReader(out.view());
        for (const number of numbers) expect(reader.varint()).toBe(number);
        for (const text of texts) expect(reader.text()).toBe(text);
        for (const number of signed) expect(reader.signed() + 0).toBe(number + 0);
        expect(reader.done).toBe(true);
        expect(() => reader.varint()).toThrow(CorruptIndexError);
      },
    ),
  );
});

test("property: a table finds each key, none that is not there, and those with a prefix in order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 150 }),
      fc.string({ maxLength: 2 }),
      (list, prefix) => {
        const keys = [...list].sort((a, b) => (a < b ? -1 : 1));
        const writer = new TableWriter();
        const value = new ByteWriter();
        keys.forEach((key, i) => {
          value.clear();
          value.raw(Uint8Array.of(i & 0xff, 7));
          writer.add(key, value);
        });
        const bytes = writer.finish();
        const table = new Table(new MemorySource(bytes), 0, bytes.length);
        expect(table.size).toBe(keys.length);
        keys.forEach((key, i) => {
          expect(table.get(key)?.ordinal).toBe(i);
          expect([...(table.get(key)?.value.raw(2) ?? [])]).toEqual([i & 0xff, 7]);
          expect(table.at(i).key).toBe(key);
        });
        expect(table.get(`${prefix}\uffff`)).toBeUndefined();
        expect([...table.prefixed(prefix)].map(({ key }) => key)).toEqual(
          keys.filter((key) => key.startsWith(prefix)),
        );
        const [first, end] = table.range(prefix);
        expect(keys.slice(first, end)).toEqual(keys.filter((key) => key.startsWith(prefix)));
        const some = keys.flatMap((_, i) => (i % 3 === 1 ? [i] : []));
        const visited: string[] = [];
        table.visit(some, (cursor) => visited.push(cursor.key));
        expect(visited).toEqual(some.map((i) => keys[i]));
        expect(() => table.visit([keys.length], () => {})).toThrow(CorruptIndexError);
      },
    ),
    { numRuns: 200 },
  );
});

test("postings are read as they were written", () => {
  const rows = [
    { document: 0, title: 1, lead: 1, times: 3 },
    { document: 7, title: 0, lead: 1, times: 1 },
    { document: 8, title: 0, lead: 0, times: 2 },
    { document: 5000, title: 0, lead: 0, times: 1 },
  ];
  const postings = new ByteWriter();
  let last = -1;
  for (const row of rows) {
    writePosting(postings, row.document - last, row.times, row.title, row.lead);
    last = row.document;
  }
  const read = decodePostings(postings.view(), rows.length);
  expect([...read.documents]).toEqual([0, 7, 8, 5000]);
  expect([...read.frequencies]).toEqual([3, 1, 2, 1]);
  expect([...read.inTitle]).toEqual([1, 0, 0, 0]);
  expect([...read.inLead]).toEqual([1, 1, 0, 0]);
  expect(() => decodePostings(postings.view().subarray(0, 3), rows.length)).toThrow(CorruptIndexError);
});
