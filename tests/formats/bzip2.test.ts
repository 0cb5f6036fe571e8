/** Bzip2: files made by bzip2 itself. */
import { expect, test } from "vitest";
import { files } from "../../src/formats/containers/bzip2.js";
import { Budget, SkipCounter } from "../../src/formats/record.js";

function unpack(base64: string): string {
  const context = {
    name: "a.bz2",
    attach: () => {},
    report: () => {},
    skipped: new SkipCounter(),
    budget: new Budget(),
  };
  const [file] = files(Buffer.from(base64, "base64"), context);
  return Buffer.from(file?.bytes ?? []).toString("latin1");
}

const RUNS = "QlpoOTFBWSZTWUMHMRgAAAPBAeAAPwAAgAAIIAAhtUyaep6EAMHnnDGkSJnGYxyiF3REu1ou5IpwoSCGDmIw";

test.each([
  ["nothing", "QlpoORdyRThQkAAAAAA=", ""],
  ["one byte", "QlpoOTFBWSZTWRmTm2sAAAABACAAIAAhGEaC7kinChIDMnNtYA==", "a"],
  ["four equal bytes", "QlpoOTFBWSZTWYgSM6YAAAJBAEAAIAAgACEAggsXckU4UJCIEjOm", "aaaa"],
  ["four and four", "QlpoOTFBWSZTWTHVPOgAAAVBAEAAMAAgACEpvVBmCpO3i7kinChIGOqedAA=", "aaaabbbbaaaa"],
  ["runs of all lengths", RUNS, `${"a".repeat(1000)}bbbccccddddd${"e".repeat(260)}${"f".repeat(259)}`],
  [
    "two streams",
    "QlpoOTFBWSZTWbtwGxAAAAEBAAIBoAAhmBmBYXckU4UJC7cBsQBCWmg5MUFZJlNZzdyNmgAAAIGAAACEgCAAIZgZhGF3JFOFCQzdyNmg",
    "onetwo",
  ],
])("%s", (_, packed, text) => {
  expect(unpack(packed)).toBe(text);
});

test("any damage is found by the checksum, or ends in an error", () => {
  const bytes = Buffer.from(RUNS, "base64");
  const whole = unpack(RUNS);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    let text = whole;
    try {
      text = unpack(damaged.toString("base64"));
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(text).toBe(whole);
  }
});
