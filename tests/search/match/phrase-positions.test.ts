import fc from "fast-check";
import { expect, test } from "vitest";
import { eachOccurrence, type Places } from "../../../src/search/match/phrase-positions.js";
import { archiveOfLines } from "../archive-of.js";

/** The places of a word in texts, each a string of one-letter words. */
function placesIn(texts: readonly string[], word: string): Places {
  const found = texts.map((text) => [...text].flatMap((letter, i) => (letter === word ? [i] : [])));
  const positions = Uint32Array.from(found.flat());
  const starts = Uint32Array.from([0, ...found.map((_, i) => found.slice(0, i + 1).flat().length)]);
  const length = positions.length;
  return {
    starts,
    positions,
    variants: new Uint32Array(length),
    inTitle: new Uint8Array(length),
    inLead: undefined,
  };
}

test("property: a phrase is found wherever a text has it, and nowhere else", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  const phrase = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), phrase, (texts, words) => {
      const places = [...words].map((word) => placesIn(texts, word));
      texts.forEach((one, article) => {
        const found: number[] = [];
        eachOccurrence(places, article, (chosen) => {
          found.push(places[0]?.positions[chosen[0] ?? -1] ?? -1);
          expect(chosen.map((place, i) => places[i]?.positions[place])).toEqual(
            [...words].map((_, i) => (found.at(-1) ?? 0) + i),
          );
        });
        expect(found).toEqual([...one].flatMap((_, i) => (one.startsWith(words, i) ? [i] : [])));
      });
    }),
  );
});

test("more places than a first guess holds, and words in several forms", async () => {
  const archive = await archiveOfLines([
    { id: "many", text: `The choir sang ${"la ".repeat(400)}and left.` },
    { id: "forms", text: "A post conflict and the posts conflicts; post-conflicts all. A conflict post." },
  ]);
  const explained = async (query: string): Promise<unknown> => {
    const [hit] = (await archive.search(query, { explain: true })).hits;
    const [word] = hit?.explanation?.terms[0]?.words ?? [];
    return { id: hit?.id, times: (word?.title ?? 0) + (word?.lead ?? 0) + (word?.body ?? 0) };
  };
  expect(await explained('"la la"')).toEqual({ id: "many", times: 399 });
  expect(await explained("post-conflict")).toEqual({ id: "forms", times: 3 });
  expect(await explained('"post conflict"')).toEqual({ id: "forms", times: 1 });
});
