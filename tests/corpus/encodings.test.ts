/** Encodings told by their bytes: texts of our own in each of them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/corpus/decode.js";
import { decodeBytes, encodingNamed, guessEncoding } from "../../src/corpus/encodings.js";
import { encode } from "./encode.js";
import { TEXTS } from "./encoded-texts.js";

const CASES = TEXTS.flatMap(([encodings, text]) =>
  encodings.split(" ").map((encoding) => ({ encoding, text })),
);

describe("a text of some sentences", () => {
  test.each(CASES)("in $encoding: $text", ({ encoding, text }) => {
    const decoded = decode(encode(encoding, text));
    expect(decoded).toEqual({ text, encoding: expect.any(String) });
  });

  test("is read right in nine of ten pieces of 24 characters, and is hardly ever misread without a warning", () => {
    let all = 0;
    let right = 0;
    let misread = 0;
    for (const { encoding, text } of CASES)
      for (let at = 0; at + 24 <= text.length; at += 24) {
        const piece = text.slice(at, at + 24);
        const bytes = encode(encoding, piece);
        if (bytes.every((byte) => byte < 0x80)) continue;
        const guess = guessEncoding(bytes);
        all++;
        if (decodeBytes(guess.encoding, bytes) === piece) right++;
        else if (!guess.unsure) misread++;
      }
    expect(right / all).toBeGreaterThan(0.9);
    expect(misread / all).toBeLessThan(0.03);
  });
});

describe("what is said about the encoding", () => {
  const russian = "Порт открыт";

  test("by the user is believed", () => {
    for (const [label, encoding] of [
      ["cp866", "ibm866"],
      ["KOI8-R", "koi8-r"],
      ["latin1", "windows-1252"],
    ] as const) {
      const text = encoding === "windows-1252" ? "Größe" : russian;
      expect(decode(encode(encoding, text), { encoding: label })).toEqual({ text, encoding });
    }
    expect(decode(Buffer.from("a"), { encoding: "no-such" })).toEqual({
      problem: 'cannot be read: the encoding "no-such" is not known',
    });
  });

  test("by the file is believed unless its bytes are UTF-8", () => {
    const bytes = encode("ibm866", "Порт");
    expect(decode(bytes, { declared: "cp866" })).toEqual({ text: "Порт", encoding: "ibm866" });
    expect(decode(Buffer.from("Größe"), { declared: "iso-8859-1" })).toEqual({
      text: "Größe",
      encoding: "utf-8",
    });
    expect(decode(bytes, { declared: "nonsense" })).toMatchObject({ encoding: expect.any(String) });
  });

  test("has the names that people use", () => {
    expect(["cp1251", "utf8", "ISO-8859-1", "GBK", "sjis", "866", "x"].map(encodingNamed)).toEqual([
      "windows-1251",
      "utf-8",
      "windows-1252",
      "gbk",
      "shift_jis",
      "ibm866",
      null,
    ]);
  });
});

test("what stays open has a warning that names the option", () => {
  const decoded = decode(Uint8Array.from([0x61, 0x20, 0xb3, 0x20, 0xd0, 0xf0, 0xb9]));
  expect(decoded).toMatchObject({ warning: expect.stringContaining("--encoding") });
});

test("any bytes are decoded without an error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(() => decode(bytes)).not.toThrow();
    }),
  );
});
