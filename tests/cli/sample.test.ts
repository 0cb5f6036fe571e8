/** The note that says that a call without an archive reads the sample. */
import { expect, test } from "vitest";
import { archiveOf, azertac, SAMPLE_NOTE, SEED_ID } from "./tool.js";

const wire = archiveOf({ "one.txt": "A lighthouse keeper counted the ships.\n" });

test.each([
  ["list", "--ids"],
  ["show", "latest", "--json"],
  ["search", "Algeria", "--jsonl"],
  ["summary", "latest"],
  ["timeline", "--json"],
  ["stats", "--csv"],
  ["index", "--status"],
])("%s %s without an archive says once that the sample is used, on standard error", (...words) => {
  const { out, err } = azertac(words);
  expect(err.split(SAMPLE_NOTE)).toHaveLength(2);
  expect(out).not.toContain("using the sample");
});

test("the note is not given where the archive is named, nor where a shell completes", () => {
  expect(azertac(["list", "-d", wire]).err).toBe("");
  expect(azertac(["list"], { AZERTAC_DIR: wire }).err).toBe("");
  expect(azertac(["__complete", "fish", "azertac show "]).err).toBe("");
});

test("nothing of the note goes to a program that reads standard output", () => {
  expect(azertac(["list", "--ids"]).out).toBe(`${SEED_ID}\n`);
});
