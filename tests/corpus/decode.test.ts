import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, wideEncoding } from "../../src/corpus/decode.js";

const ENGLISH = "BAKU, April 22 (AZERTAC) - Minister Orkhan Testov opened a new harbour.\n";
const RUSSIAN =
  "Баку, 22 апреля, АЗЕРТАДЖ. Министр Орхан Пробников открыл новый порт «Проба» во вторник. Всё готово.\r\n";
const AZERBAIJANI = "Bakı, 22 aprel, AZƏRTAC. Nazir Orxan Sınaqlı yeni limanın açılışında iştirak edib.\n";
const TURKISH =
  "ANKARA, 22 Nisan. Bakan Orhan Denemeoğlu, Dışişleri Bakanlığı'nda görüştü. Çalışmaların üç yıl sürdüğünü, yaşlıların ığdır'da ışıklı kışı sevdiğini söyledi.\n";
const FRENCH = "PARIS, 22 avril. L'été a été très chaud ; « l'œuvre » coûte 5 € – déjà prêt, où ça ?\n";
const UKRAINIAN =
  "КИЇВ, 22 квітня. Міністр відкрив у вівторок новий порт на півдні країни, її ґрунт і їжа є.\n";
const CHINESE = "新华社巴库4月22日电 部长星期二为一座新港口揭幕。一切都已经准备好了。\n";

function utf16(text: string, order: "le" | "be", mark: boolean): Buffer {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

/** A one-byte page turned round: what TextDecoder reads as the text. */
function inPage(text: string, page: string): Buffer {
  const decoder = new TextDecoder(page);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from(
    [...text].map((char) => {
      const byte = table.get(char);
      if (byte === undefined) throw new Error(`${char} is not in ${page}`);
      return byte;
    }),
  );
}

describe("encodings", () => {
  test.each([
    ["plain ASCII", Buffer.from(ENGLISH), ENGLISH, "utf-8"],
    ["UTF-8", Buffer.from(AZERBAIJANI), AZERBAIJANI, "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${RUSSIAN}`), RUSSIAN, "utf-8"],
    ["UTF-16 LE with a mark", utf16(RUSSIAN, "le", true), RUSSIAN, "utf-16le"],
    ["UTF-16 BE with a mark", utf16(AZERBAIJANI, "be", true), AZERBAIJANI, "utf-16be"],
    ["UTF-16 LE with a mark and no zero byte", utf16("部长星期二", "le", true), "部长星期二", "utf-16le"],
    ["English in UTF-16 LE without a mark", utf16(ENGLISH, "le", false), ENGLISH, "utf-16le"],
    ["English in UTF-16 BE without a mark", utf16(ENGLISH, "be", false), ENGLISH, "utf-16be"],
    ["Russian in UTF-16 LE without a mark", utf16(RUSSIAN, "le", false), RUSSIAN, "utf-16le"],
    ["Russian in UTF-16 BE without a mark", utf16(RUSSIAN, "be", false), RUSSIAN, "utf-16be"],
    ["Chinese in UTF-16 LE without a mark", utf16(CHINESE, "le", false), CHINESE, "utf-16le"],
    ["Chinese in UTF-16 BE without a mark", utf16(CHINESE, "be", false), CHINESE, "utf-16be"],
    ["Windows-1251, Russian", inPage(RUSSIAN, "windows-1251"), RUSSIAN, "windows-1251"],
    ["Windows-1251, Ukrainian", inPage(UKRAINIAN, "windows-1251"), UKRAINIAN, "windows-1251"],
    [
      "Windows-1251, capitals in quotation marks, which alone would be valid UTF-8",
      inPage("Компания «ПРОБА», фирма «ТЕСТ» и банк «ОБРАЗЕЦ»", "windows-1251"),
      "Компания «ПРОБА», фирма «ТЕСТ» и банк «ОБРАЗЕЦ»",
      "windows-1251",
    ],
    [
      "Windows-1251, mostly English",
      inPage(`${ENGLISH.repeat(20)}Министр Пробников`, "windows-1251"),
      `${ENGLISH.repeat(20)}Министр Пробников`,
      "windows-1251",
    ],
    ["Windows-1254, Turkish", inPage(TURKISH, "windows-1254"), TURKISH, "windows-1254"],
    [
      "Windows-1252, French (whose letters are at the same places in 1254)",
      inPage(FRENCH, "windows-1254"),
      FRENCH,
      "windows-1252",
    ],
    [
      "Latin-1, one letter",
      Buffer.from("Der Minister h\xf6rt zu.\n", "latin1"),
      "Der Minister hört zu.\n",
      "windows-1252",
    ],
    ["nothing at all", Buffer.alloc(0), "", "utf-8"],
  ])("%s", (_, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  test("Windows-1252 quotation marks and dashes are those characters, not controls", () => {
    expect(
      decode(Buffer.from("93 53 6f 94 20 97 20 69 74 92 73 20 80 35 2e".replaceAll(" ", ""), "hex")),
    ).toEqual({
      text: "“So” — it’s €5.",
      encoding: "windows-1252",
    });
  });

  test("a view of a larger buffer is read at its own place", () => {
    const whole = Buffer.from(`xx${AZERBAIJANI}yy`);
    const view = new Uint8Array(whole.buffer, whole.byteOffset + 2, Buffer.byteLength(AZERBAIJANI));
    expect(decode(view)).toEqual({ text: AZERBAIJANI, encoding: "utf-8" });
  });

  test("UTF-16 cut off within a character loses only that one", () => {
    for (const mark of [true, false]) {
      expect(decode(utf16(ENGLISH, "le", mark).subarray(0, -1))).toMatchObject({
        text: `${ENGLISH.slice(0, -1)}\ufffd`,
      });
    }
  });
});

describe("bad bytes lose nothing else", () => {
  test("a stray byte in UTF-8 is U+FFFD, and the rest stays UTF-8", () => {
    for (const text of [AZERBAIJANI, RUSSIAN, "Ə"]) {
      const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(" end")]);
      expect(decode(bytes)).toEqual({ text: `${text}\ufffd end`, encoding: "utf-8" });
    }
  });

  test("UTF-8 cut off within a character, at either end", () => {
    const bytes = Buffer.from(RUSSIAN);
    expect(decode(bytes.subarray(1, -3))).toMatchObject({ encoding: "utf-8" });
    expect(decode(Buffer.from("Görüş: Ə").subarray(0, -1))).toEqual({
      text: "Görüş: \ufffd",
      encoding: "utf-8",
    });
  });

  test("text that was damaged before is still text", () => {
    expect(decode(Buffer.from("\ufffd\ufffd\ufffd \ufffd\ufffd"))).toMatchObject({
      text: "\ufffd\ufffd\ufffd \ufffd\ufffd",
    });
  });

  test("UTF-8 with any one byte changed to a byte above 7F keeps every other character", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0x80, max: 0xff }), (at, byte) => {
        const bytes = Buffer.from(AZERBAIJANI);
        bytes[at % bytes.length] = byte;
        const decoded = decode(bytes);
        const text = "text" in decoded ? decoded.text : "";
        // All but the character hit and the one whose bytes the new one takes.
        const kept = [...AZERBAIJANI].length - 2;
        let same = 0;
        while (text[same] === AZERBAIJANI[same] && same < text.length) same++;
        let end = 0;
        while (text.at(-1 - end) === AZERBAIJANI.at(-1 - end) && end < text.length) end++;
        expect(same + end).toBeGreaterThanOrEqual(kept);
      }),
    );
  });
});

describe("what is not text", () => {
  test.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61", "hex")],
    [
      "a program",
      Buffer.concat([Buffer.from("7f454c460201010000000000000000000300", "hex"), Buffer.alloc(500)]),
    ],
    ["text with a zero byte", Buffer.from(`${ENGLISH}\0${ENGLISH}`)],
    ["Russian text with a zero byte", Buffer.from("Орхан\0 Пробников")],
    ["zeros", Buffer.alloc(5_000)],
    ["numbers of 32 bits", Buffer.from(Uint32Array.from({ length: 500 }, (_, i) => i * 7919).buffer)],
    [
      "numbers of 16 bits",
      Buffer.from(Uint16Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65536).buffer),
    ],
    ["control characters", Buffer.from(Array.from({ length: 200 }, (_, i) => (i % 8) + 1))],
    [
      "UTF-32",
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(Uint32Array.of(0x41, 0x42, 0x43).buffer)]),
    ],
    ["control characters in UTF-16", utf16("\u0001\u0002\u0003\u0004\u0005", "le", true)],
  ])("%s", (_, bytes) => {
    expect(decode(bytes)).toEqual({ problem: "is not text" });
  });

  test("the end marks and escapes of the wires do not make a text binary", () => {
    for (const text of [
      "\u0001\u0002Short.\u0003",
      "\u001b[1mBAKU\u001b[0m\u001b[2m, 22\u001b[0m",
      "A\u001a",
      "\f\v\t\b",
    ]) {
      expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
    }
  });
});

describe("any bytes", () => {
  test("never throw, and what is valid UTF-8 text comes back unchanged", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decode(bytes);
        expect("text" in decoded || decoded.problem === "is not text").toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        fc.pre(!/[\0-\x1f\ufeff]/.test(text));
        expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8" });
      }),
    );
  });

  test("bytes without control characters always give text, one character or more for each good letter", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const clean = bytes.map((byte) => Math.max(byte, 0x20));
        fc.pre(wideEncoding(clean) === null);
        const decoded = decode(clean);
        const text = "text" in decoded ? decoded.text : "";
        const letters = (value: string): string => value.replace(/[^a-z]/g, "");
        expect(letters(text)).toBe(letters(Buffer.from(clean).toString("latin1")));
        if (isUtf8(clean))
          expect(text.replace(/^\ufeff/, "")).toBe(
            Buffer.from(clean)
              .toString()
              .replace(/^\ufeff/, ""),
          );
      }),
    );
  });

  test("UTF-16 of any ordinary sentences comes back, with and without its mark", () => {
    const sentence = fc.constantFrom(ENGLISH, RUSSIAN, AZERBAIJANI, TURKISH, FRENCH, UKRAINIAN, CHINESE);
    const order = fc.constantFrom("le" as const, "be" as const);
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 5 }),
        order,
        fc.boolean(),
        (parts, byteOrder, mark) => {
          const text = parts.join("");
          expect(decode(utf16(text, byteOrder, mark))).toEqual({ text, encoding: `utf-16${byteOrder}` });
        },
      ),
    );
  });
});

test("16 MiB of any kind is decoded in a few seconds at most", () => {
  const size = 16 * 1024 * 1024;
  const start = performance.now();
  for (const byte of [0x80, 0xe0, 0x00]) decode(Buffer.alloc(size, byte));
  decode(Buffer.alloc(size, Buffer.from([0xc3, 0xa9, 0xe2, 0x80])));
  expect(performance.now() - start).toBeLessThan(20_000);
});
