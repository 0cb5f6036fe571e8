/** The operators of the query language against a search through plain texts, over small random archives. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Archive, openArchive, QueryError } from "../../../src/index.js";
import { archiveOf } from "../../cli/tool.js";

/** The words of an article, paragraph by paragraph. None is near another or a form of it. */
type Text = string[][];

const WORDS = ["barley", "copper", "grain", "harbour"];
const texts = fc.array(
  fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 6 },
);
const open: Archive[] = [];
afterAll(() => Promise.all(open.map((archive) => archive.close())));

async function archiveWith(articles: readonly Text[]): Promise<Archive> {
  const lines = articles.map((paragraphs, i) =>
    JSON.stringify({
      id: `a${i}`,
      text: paragraphs.map((paragraph) => paragraph.join(" ")).join("\n\n"),
    }),
  );
  const archive = await openArchive({ dir: archiveOf({ "a.jsonl": lines.join("\n") }), cache: false });
  open.push(archive);
  return archive;
}

async function found(archive: Archive, query: string): Promise<string[]> {
  const { hits, total } = await archive.search(query, { match: "strict", limit: 100, snippets: false });
  expect(hits).toHaveLength(total);
  return hits.map(({ id }) => id).sort();
}

/** Positions as the index counts them: one place stands between two paragraphs. */
function positionsOf(text: Text): { word: string; at: number; paragraph: number }[] {
  let at = 0;
  return text.flatMap((paragraph, number) => {
    const here = paragraph.map((word) => ({ word, at: at++, paragraph: number }));
    at++;
    return here;
  });
}

/** The articles that have a pair of the two words that passes. */
function withPair(
  articles: readonly Text[],
  [a, b]: readonly [string, string],
  passes: (a: { at: number; paragraph: number }, b: { at: number; paragraph: number }) => boolean,
): string[] {
  return articles.flatMap((text, i) => {
    const all = positionsOf(text);
    const has = all.some((x) => x.word === a && all.some((y) => y.word === b && y !== x && passes(x, y)));
    return has ? [`a${i}`] : [];
  });
}

const pair = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS));
const runs = { numRuns: 60 };

describe("property", () => {
  test("w/n and pre/n", () =>
    fc.assert(
      fc.asyncProperty(texts, pair, fc.integer({ min: 1, max: 6 }), async (articles, words, n) => {
        const archive = await archiveWith(articles);
        const [a, b] = words;
        expect(await found(archive, `${a} w/${n} ${b}`)).toEqual(
          withPair(articles, words, (x, y) => Math.abs(x.at - y.at) <= n),
        );
        expect(await found(archive, `${a} pre/${n} ${b}`)).toEqual(
          withPair(articles, words, (x, y) => y.at > x.at && y.at - x.at <= n),
        );
      }),
      runs,
    ));

  test("w/p", () =>
    fc.assert(
      fc.asyncProperty(texts, pair, async (articles, words) => {
        const archive = await archiveWith(articles);
        expect(await found(archive, `${words[0]} w/p ${words[1]}`)).toEqual(
          withPair(articles, words, (x, y) => x.paragraph === y.paragraph),
        );
      }),
      runs,
    ));

  test("NOT w/n", () =>
    fc.assert(
      fc.asyncProperty(texts, pair, fc.integer({ min: 1, max: 6 }), async (articles, [a, b], n) => {
        const archive = await archiveWith(articles);
        const expected = articles.flatMap((text, i) => {
          const all = positionsOf(text);
          const isLonely = (x: { at: number }): boolean =>
            !all.some((y) => y.word === b && y.at !== x.at && Math.abs(x.at - y.at) <= n);
          return all.some((x) => x.word === a && isLonely(x)) ? [`a${i}`] : [];
        });
        expect(await found(archive, `${a} NOT w/${n} ${b}`)).toEqual(expected);
      }),
      runs,
    ));

  test("atleast", () =>
    fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom(...WORDS),
        fc.integer({ min: 1, max: 4 }),
        async (articles, word, n) => {
          const archive = await archiveWith(articles);
          const expected = articles.flatMap((text, i) =>
            text.flat().filter((one) => one === word).length >= n ? [`a${i}`] : [],
          );
          expect(await found(archive, `atleast${n}(${word})`)).toEqual(expected);
        },
      ),
      runs,
    ));

  test("wildcards, alone and in a phrase", () => {
    const pattern = fc.stringMatching(/^[abcegohlnpru]{0,2}[*?][abcegohlnpru]{1,3}[*]?$/);
    return fc.assert(
      fc.asyncProperty(texts, pattern, fc.constantFrom(...WORDS), async (articles, typed, word) => {
        const archive = await archiveWith(articles);
        const matches = new RegExp(`^${typed.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        const having = articles.flatMap((text, i) =>
          text.flat().some((one) => matches.test(one)) ? [`a${i}`] : [],
        );
        expect(await found(archive, typed)).toEqual(having);
        const inPhrase = articles.flatMap((text, i) =>
          text.some((paragraph) =>
            paragraph.some((one, p) => one === word && matches.test(paragraph[p + 1] ?? "")),
          )
            ? [`a${i}`]
            : [],
        );
        expect(await found(archive, `"${word} ${typed}"`)).toEqual(inPhrase);
      }),
      runs,
    );
  });

  test("AND, OR, NOT and brackets", () => {
    const tree = fc.letrec<{ query: { text: string; has: (words: ReadonlySet<string>) => boolean } }>(
      (tie) => ({
        query: fc.oneof(
          { maxDepth: 3 },
          fc
            .constantFrom(...WORDS)
            .map((word) => ({ text: word, has: (words: ReadonlySet<string>) => words.has(word) })),
          fc
            .tuple(tie("query"), tie("query"), fc.constantFrom("AND", "OR", "", "&&", "||"))
            .map(([a, b, operator]) => ({
              text: `(${a.text} ${operator} ${b.text})`,
              has: (words: ReadonlySet<string>) =>
                operator === "OR" || operator === "||"
                  ? a.has(words) || b.has(words)
                  : a.has(words) && b.has(words),
            })),
          tie("query").map((a) => ({
            text: `(-${a.text})`,
            has: (words: ReadonlySet<string>) => !a.has(words),
          })),
        ),
      }),
    ).query;
    return fc.assert(
      fc.asyncProperty(texts, tree, async (articles, { text, has }) => {
        const archive = await archiveWith(articles);
        const expected = articles.flatMap((article, i) => (has(new Set(article.flat())) ? [`a${i}`] : []));
        expect(await found(archive, text)).toEqual(expected);
      }),
      runs,
    );
  });
});

describe("sentences and fields", () => {
  const wire = archiveOf({
    "a.jsonl": [
      {
        id: "one",
        title: "Barley sells",
        text: "Copper fell. Grain rose on Mr. Novak's word.",
        byline: "Anna Example",
        desk: "Foreign desk",
      },
      {
        id: "two",
        title: "Copper",
        text: "Copper and grain rose.\n\nBarley did not.",
        url: "https://news.example/a/2",
        priority: 3,
      },
      { id: "three", date: "2025-04-22", place: "Baku", text: "Harbour traffic." },
    ]
      .map((record) => JSON.stringify(record))
      .join("\n"),
  });

  test.each([
    ["copper w/s grain", ["two"]],
    ["copper w/p grain", ["one", "two"]],
    ["grain w/s novak", ["one"]],
    ["headline:copper", ["two"]],
    ["lead:copper", ["one", "two"]],
    ["body:barley", ["two"]],
    ["hlead:barley", ["one"]],
    ['lead:"grain rose"', ["one", "two"]],
    ['title:"grain rose"', []],
    ["by:example", ["one"]],
    ['byline:"anna example"', ["one"]],
    ["desk:foreign", ["one"]],
    ["priority:3", ["two"]],
    ["url:news.example/a", ["two"]],
    ["has:byline", ["one"]],
    ["-has:date", ["one", "two"]],
    ["place:*", ["three"]],
    ["type:jsonl harbour", ["three"]],
    ["words:<3", ["three"]],
    ["words:<5 harbour", ["three"]],
  ])("%s", async (query, expected) => {
    const archive = await openArchive({ dir: wire, cache: false });
    open.push(archive);
    expect(await found(archive, query)).toEqual([...expected].sort());
  });

  test.each([
    ["plase:Baku", 'there is no field "plase": did you mean "place:"?'],
    ["dask:foreign", 'there is no field "dask": did you mean "desk:"'],
    ["zzzz:foreign", 'write "zzzz" in quotation marks'],
  ])("regression: %s is no field, which is said", async (query, says) => {
    const archive = await openArchive({ dir: wire, cache: false });
    open.push(archive);
    const error = await archive.search(query).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({
      message: expect.stringContaining(says),
      at: 0,
      length: 5 - (query.startsWith("d") || query.startsWith("z") ? 1 : 0),
    });
  });
});
