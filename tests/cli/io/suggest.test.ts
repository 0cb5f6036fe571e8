import { expect, test } from "vitest";
import { nearestArticles, nearestTexts } from "../../../src/cli/io/suggest.js";
import { openArchive } from "../../../src/index.js";
import { cpuTime } from "../../cpu-time.js";
import { archiveOf } from "../tool.js";

async function nearest(typed: string): Promise<string[]> {
  const records = [
    { id: "00aa11bb22cc33dd", title: "Consultations are held in the capital of Eastland" },
    { id: "44ee55ff66aa77bb", title: "The lyceum's orchestra toured the coast" },
    { id: "harvest-2024", title: "Grain harvest rose in the northern plain" },
  ];
  const lines = records.map((record) => JSON.stringify({ ...record, text: "Some text stands here." }));
  const archive = await openArchive({ dir: archiveOf({ "all.jsonl": lines.join("\n") }), cache: false });
  try {
    return (await nearestArticles(archive, typed)).map(({ id }) => id);
  } finally {
    await archive.close();
  }
}

test.each([
  ["eastland consultations", "00aa11bb22cc33dd"],
  ["orkestra licey", "44ee55ff66aa77bb"],
  ["44ee55ff66aa77bc", "44ee55ff66aa77bb"],
  ["harvst-2024", "harvest-2024"],
  ["GRAIN", "harvest-2024"],
])("%s is nearest to %s", async (typed, id) => {
  expect((await nearest(typed))[0]).toBe(id);
});

test.each(["zzzzqqqq", "", "(((", "\u001b[2J"])("%j is near to nothing", async (typed) => {
  expect(await nearest(typed)).toEqual([]);
});

test("a page of text typed for an id is answered at once", async () => {
  expect(await cpuTime(() => nearest("orchestra ".repeat(100_000)))).toBeLessThan(5_000);
});

test.each([
  ["Gnaja", "Ganja"],
  ["new yrok", "New York"],
  ["Zurich", "Zürich"],
])("the place nearest to %s is %s", (typed, place) => {
  expect(nearestTexts(["Baku", "Ganja", "New York", "Zürich"], typed)[0]).toBe(place);
});
