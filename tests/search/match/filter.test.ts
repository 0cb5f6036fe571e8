/** Filters of the library that take several values. */
import { expect, test } from "vitest";
import { archiveOfLines } from "../archive-of.js";

const archive = await archiveOfLines([
  { id: "a", place: "Ganja", agency: "NPA", text: "Some words of grain." },
  { id: "b", place: "Lomé", agency: "AFP", text: "Some words of oil." },
  { id: "c", text: "Some words of nothing." },
]);
const listed = async (filter: object): Promise<string[]> =>
  (await archive.list(filter)).map(({ id }) => id).sort();

test("a list of values finds the articles that have one of them", async () => {
  expect(await listed({ place: ["ganja", "lome"] })).toEqual(["a", "b"]);
  expect(await listed({ place: ["lome"] })).toEqual(["b"]);
  expect(await listed({ place: ["nowhere", "lome"] })).toEqual(["b"]);
  expect(await listed({ place: ["ganja", "lome"], agency: ["AFP", "DPA"] })).toEqual(["b"]);
  expect((await archive.search("words", { place: ["ganja", "lome"] })).total).toBe(2);
});

test.each([
  [{ place: [] }, '"place" must have at least one value, not an empty array'],
  [{ place: 3 }, '"place" must be a string or an array of strings, not 3'],
  [{ agency: ["AFP", null] }, '"agency[1]" must be a string, not null'],
])("%j is refused", async (filter, message) => {
  await expect(archive.list(filter as object)).rejects.toThrow(message);
});
