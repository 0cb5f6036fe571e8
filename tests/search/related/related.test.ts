import { describe, expect, test } from "vitest";
import { AmbiguousIdError, DateError } from "../../../src/index.js";
import { archiveOfLines, type Line } from "../archive-of.js";

const HARBOUR =
  "The keeper of the Northport lighthouse counted the boats of the herring fleet twice. Marta Quill, the keeper, " +
  "said that the fleet had never been larger, and that the herring were early this year.";

const lines: Line[] = [
  { id: "origin", date: "2024-03-01", text: HARBOUR },
  { id: "copy", date: "2024-03-02", place: "Eastport", text: `${HARBOUR} The rain went on.` },
  {
    id: "near",
    date: "2024-04-01",
    text: "A herring boat was lost off Northport. The keeper of the lighthouse saw it go down, and rowed out.",
  },
  {
    id: "other",
    date: "2024-05-01",
    text: "Grain prices fell on the exchange after the ministry had published the figures of the harvest.",
  },
  {
    id: "russian",
    date: "2024-06-01",
    text: "Завод открыл Ильхам Алиев, и рабочие завода были рады этому дню, сказал Алиев.",
  },
  {
    id: "english",
    date: "2024-06-02",
    text: "A new factory was opened by Ilham Aliyev on that day, and all who worked in it were glad, Aliyev said.",
  },
];

describe("related", () => {
  test("what was sent twice first, then what shares telling words; never the article itself", async () => {
    const archive = await archiveOfLines(lines);
    const found = await archive.related("origin");
    expect(found?.map(({ id }) => id)).toEqual(["copy", "near"]);
    const [copy, near] = found ?? [];
    expect(copy?.score).toBeGreaterThan(0.8);
    expect(copy?.score).toBeLessThanOrEqual(1);
    expect(near?.score).toBeLessThan(copy?.score ?? 0);
    expect(near?.score).toBeGreaterThan(0);
    expect(near?.ties).toEqual(expect.arrayContaining(["Northport", "keeper", "herring"]));
    expect(near).toMatchObject({ date: "2024-04-01", language: "en", titleFrom: "lead" });
  });

  test("the same text has the score 1", async () => {
    const archive = await archiveOfLines([
      { id: "one", text: HARBOUR },
      { id: "two", text: HARBOUR },
      { id: "three", text: "Grain prices fell on the exchange." },
    ]);
    expect(await archive.related("one")).toMatchObject([{ id: "two", score: 1 }]);
  });

  test("forms of a word tie, and names in other alphabets", async () => {
    const archive = await archiveOfLines(lines);
    expect((await archive.related("russian"))?.map(({ id, ties }) => ({ id, ties }))).toEqual([
      { id: "english", ties: expect.arrayContaining(["Ильхам", "Алиев"]) },
    ]);
    const forms = await archiveOfLines([
      { id: "one", text: "The consultation on fisheries took place in the long hall of the ministry." },
      { id: "two", text: "Consultations about a fishery were held, and it was a bright day." },
      { id: "three", text: "Grain prices fell." },
    ]);
    expect((await forms.related("one"))?.[0]).toMatchObject({
      id: "two",
      ties: ["consultation", "fisheries"],
    });
  });

  test("little words, numbers and single words in common tie nothing", async () => {
    const archive = await archiveOfLines([
      { id: "one", text: "It was said that they had been there with 1987 boats of the harbour." },
      { id: "two", text: "It was said that they had been there with 1987 sacks of the granary." },
      { id: "three", text: "There was one sack of flour in the mill of the harbour, and no more than one." },
    ]);
    expect(await archive.related("one")).toEqual([]);
  });

  test("filters, limit and offset", async () => {
    const archive = await archiveOfLines(lines);
    const ids = async (options: object) => (await archive.related("origin", options))?.map(({ id }) => id);
    expect(await ids({ limit: 1 })).toEqual(["copy"]);
    expect(await ids({ offset: 1 })).toEqual(["near"]);
    expect(await ids({ since: "2024-04" })).toEqual(["near"]);
    expect(await ids({ place: "eastport" })).toEqual(["copy"]);
    expect(await ids({ language: "ru" })).toEqual([]);
    await expect(archive.related("origin", { since: "soon" })).rejects.toThrow(DateError);
  });

  test("an article that is not there is null, an ambiguous one refused", async () => {
    const archive = await archiveOfLines([
      { id: "aaaa1", text: HARBOUR },
      { id: "aaaa2", text: HARBOUR },
    ]);
    expect(await archive.related("zebra")).toBeNull();
    await expect(archive.related("aaaa")).rejects.toThrow(AmbiguousIdError);
    expect((await archive.related("latest"))?.map(({ id }) => id)).toEqual(["aaaa2"]);
  });

  test("an archive of one article has nothing related", async () => {
    const archive = await archiveOfLines([{ id: "one", text: HARBOUR }]);
    expect(await archive.related("one")).toEqual([]);
  });

  test("what an article is about ties it more than the names in it", async () => {
    const filler = Array.from({ length: 30 }, (_, i) => ({
      id: `filler${i}`,
      text: `Nothing of it happened in the ${["valley", "forest", "desert"][i % 3]} this week, number ${i}.`,
    }));
    const archive = await archiveOfLines([
      {
        id: "origin",
        text:
          "The drought ruined the barley harvest, and barley prices doubled. Odo Fenn and Ilse Tarn of Northport " +
          "grow barley. The harvest of the barley is over, and the drought goes on.",
      },
      {
        id: "names",
        text: "Odo Fenn and Ilse Tarn were married in Northport, in the church at the harbour.",
      },
      { id: "matter", text: "Barley prices rose as the drought went on and the barley harvest was small." },
      ...filler,
    ]);
    const found = await archive.related("origin");
    expect(found?.map(({ id }) => id)).toEqual(["matter", "names"]);
    expect(found?.[0]?.ties[0]).toBe("barley");
  });

  test("what an article says often counts more than what it says once", async () => {
    const archive = await archiveOfLines([
      { id: "origin", text: "Start of it.\n\nherring herring herring herring trawler orchard windmill" },
      { id: "often", text: "Start of it.\n\nherring trawler pad pads padded" },
      { id: "seldom", text: "Start of it.\n\norchard windmill pad pads padded" },
      ...Array.from({ length: 30 }, (_, i) => ({
        id: `filler${i}`,
        text: `Other words of a quarry ${i}.`,
      })),
    ]);
    expect((await archive.related("origin", { limit: 2 }))?.map(({ id }) => id)).toEqual(["often", "seldom"]);
  });
});
