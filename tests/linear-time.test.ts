/**
 * No input of n bytes takes more than n log n, in any stage from bytes to what is printed.
 *
 * Each stage gets each shape of text in growing sizes until it takes processor time that can be judged. Then eight times
 * the text must cost less than twenty times as much, garbage and caches included; what is quadratic costs sixty-four.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lineOf } from "../src/cli/browse/line.js";
import { previewOf } from "../src/cli/browse/preview.js";
import { queriesFor } from "../src/cli/browse/unfinished.js";
import { sentenceLines } from "../src/cli/commands/summary/view.js";
import { commonStart, matching } from "../src/cli/complete/candidates.js";
import { readLine } from "../src/cli/complete/shell-words.js";
import { CallError } from "../src/cli/io/call-error.js";
import { caretLines } from "../src/cli/render/caret.js";
import { csvRecords } from "../src/cli/render/csv.js";
import { ARTICLE_FIELDS } from "../src/cli/render/fields.js";
import { jsonArray, jsonLines } from "../src/cli/render/json.js";
import { listLines } from "../src/cli/render/list.js";
import { markedLines, safeSnippet } from "../src/cli/render/marked.js";
import { tableLines } from "../src/cli/render/table.js";
import { parseTemplate, templateLines } from "../src/cli/render/template.js";
import { themeFor } from "../src/cli/render/theme.js";
import { measureFor, wrap } from "../src/cli/render/width.js";
import { decode } from "../src/corpus/decode.js";
import { parseDispatch } from "../src/corpus/dispatch/parse.js";
import { idOfFile } from "../src/corpus/file-id.js";
import { titleOf } from "../src/corpus/title.js";
import { DateError, parseDay } from "../src/corpus/typed-date.js";
import { loadLines, readRecords } from "../src/formats/records/record-reader.js";
import { SegmentBuilder } from "../src/index/build/segment-builder.js";
import { lexicon } from "../src/index/build/term-analyzer.js";
import { Snapshot } from "../src/index/read/snapshot.js";
import type { Variant } from "../src/search/match/expand.js";
import { TermMatcher } from "../src/search/match/term-matcher.js";
import { parseQuery, QueryError } from "../src/search/query/query.js";
import { Highlighter } from "../src/search/snippet.js";
import { suggest } from "../src/search/suggest.js";
import { summarize } from "../src/summary/summarize.js";
import { editDistance } from "../src/text/edit-distance.js";
import { fold, lowerCase } from "../src/text/fold.js";
import { languageOf } from "../src/text/language.js";
import { NameCounter } from "../src/text/names/name-counter.js";
import { splitSentences } from "../src/text/sentences.js";
import { stem } from "../src/text/stem/stem.js";
import { tokenize } from "../src/text/tokenize.js";
import { spellingDistance, spellingKeys } from "../src/text/transliteration/transliteration.js";
import { articleOf } from "./cli/render/article-of.js";
import { cpuTime } from "./cpu-time.js";
import { builderSource } from "./index/source-of.js";

await loadLines();

/** Time in milliseconds that is long enough to be compared. */
const JUDGED = 60;
const SMALLEST = 1 << 12;
/** Shorter texts are judged only if they take seconds: some looks reach a thousand units back, not farther. */
const LONG = 1 << 15;
const SECONDS = 5_000;
/** UTF-16 units: what is quadratic takes minutes long before. */
const LARGEST = 1 << 16;
const STEP = 4;
/** Of what is done in a few milliseconds more is taken, or what is quadratic could still be as fast. */
const FAST = 8;
const LEAP = 8;
const FACTOR = 8;
const MOST_TIMES = 20;
const ATTEMPTS = 4;

const folder = mkdtempSync(join(tmpdir(), "azertac-linear-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Shape = (units: number) => string;

/** A text of one unit again and again, with a beginning and an end. */
const repeated =
  (unit: string, begin = "", end = ""): Shape =>
  (units) =>
    begin + unit.repeat(Math.ceil(units / unit.length)) + end;

/** One thing, then another, each half of the text. */
const halves =
  (first: string, second: string): Shape =>
  (units) =>
    repeated(first)(units / 2) + repeated(second)(units / 2);

const numbered =
  (of: (n: number) => string): Shape =>
  (units) => {
    const parts: string[] = [];
    for (let length = 0, n = 0; length < units; n++) {
      const part = of(n);
      parts.push(part);
      length += part.length;
    }
    return parts.join("");
  };

const SHAPES: Record<string, Shape> = {
  "lines of one letter": repeated("a\n"),
  "lines of a table": repeated("The Azərbaycan line of a table of 40 chars 12\n"),
  "lines without spaces": repeated("中文\n"),
  "indented lines": repeated("  Line.\nline\n"),
  "paragraphs of one word": repeated("Word\n\n"),
  "one line of sentences": repeated("The minister met others. "),
  "sentences that differ": numbered((n) => `Keepers of pier${n} met boat${n % 97} on day${n % 13}. `),
  "one long word": repeated("a"),
  "one long word beyond ASCII": repeated("ə"),
  "words that differ": numbered((n) => `w${n.toString(36)} `),
  "names that differ": numbered((n) => `Aba${"aeiou"[n % 5]}${n.toString(36)} Bob met. `),
  "capitals in a row": repeated("Anna "),
  "marks alone": repeated("\u0301"),
  "marks above and below in turn": repeated("\u0323\u0301", "a"),
  "marks and joiners": repeated(`${"\u0301\u0323".repeat(14)}\u200d`, "a"),
  "marks and tatweel": repeated(`${"\u093c\u094d".repeat(14)}\u0640`, "क"),
  "half-width marks of kana": repeated("\uff9e\u0301", "\uff76"),
  "newlines alone": repeated("\n"),
  "Windows line ends": repeated("\r\n"),
  "lines with Windows ends": repeated("one two\r\n"),
  "carriage returns": repeated("\r"),
  spaces: repeated(" ", "a", "b"),
  "no-break spaces": repeated("\u00a0", "a", "b"),
  "spaces and words": repeated("a                                                "),
  tabs: repeated("\t", "a", "b"),
  "quotation marks": repeated('"'),
  "curly quotation marks": repeated("“"),
  "quotation marks and full stops": repeated('." '),
  "hard full stops and quotation marks": repeated('。"'),
  "opening marks before abbreviations": halves("“", "Mr. A. "),
  "opening marks before numbers": halves("«", "12. A"),
  "years in a row": repeated("2025\u00a0г. "),
  "years without spaces": repeated("2025\u00a0г.\u00a0"),
  brackets: repeated("("),
  "closing brackets": repeated(")"),
  "nested brackets": (units) => repeated("(")(units / 2) + repeated(")")(units / 2),
  braces: repeated("{"),
  "braces in pairs": repeated("{id}"),
  digits: repeated("1"),
  "digits and dots": repeated("1."),
  "digits and commas": repeated("1,"),
  "full stops": repeated("."),
  "marks of the end": repeated("!? "),
  dashes: repeated("- "),
  "dashes without spaces": repeated("—"),
  commas: repeated(","),
  apostrophes: repeated("'s "),
  "letters and apostrophes": repeated("a's"),
  colons: repeated("a:"),
  "fields without value": repeated("OR place: "),
  tildes: repeated("a~"),
  backslashes: repeated("\\"),
  "dollar signs": repeated("$A"),
  "surrogate pairs": repeated("😀"),
  "flags and skins": repeated("🇦🇿👍🏽"),
  "halves of pairs": repeated("\ud800"),
  "lower halves": repeated("\udc00a"),
  Han: repeated("中"),
  "Han that closes": repeated("。"),
  Thai: repeated("ก็"),
  Arabic: repeated("العربية "),
  Georgian: repeated("აბ "),
  sigmas: repeated("Σ'"),
  "dotted capitals": repeated("İ"),
  controls: repeated("\u0001a"),
  escapes: repeated("\u001b[31m"),
  zeros: repeated("\0"),
  "dates in a row": repeated("Baku, April 22, "),
  datelines: repeated("BAKU, April 22 (AZERTAC) - Text.\n"),
  records: numbered((n) => `{"id":"r${n}","text":"Dispatch ${n} of oil."}\n`),
  "records without id": repeated('{"text":"a"}\n'),
  "records that are none": repeated("[1]\n"),
};

const variant = (word: string): Variant => ({ word, kind: "exact", distance: 0, terms: [], documents: 1 });
const nothing = new Snapshot([]);
const matcherOf = (...words: string[]): TermMatcher =>
  new TermMatcher(
    nothing,
    words.join(" "),
    words.map((word) => [variant(word)]),
    "any",
    () => [],
    1,
  );
const MATCHERS = [
  matcherOf("a"),
  matcherOf("word"),
  matcherOf("of", "oil"),
  matcherOf("a", "a", "a"),
  matcherOf("中", "中"),
];

/** Paragraphs as a dispatch has them, and where something is to be marked in them: each word. */
const paragraphsOf = (text: string): string[] => parseDispatch(text).paragraphs;
const wordsOf = (text: string): [number, number][] =>
  tokenize(text).map(({ start, end }): [number, number] => [start, end]);

/** For what is refused by an error that is meant for a person. */
function tried(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof QueryError || error instanceof DateError || error instanceof CallError))
      throw error;
  }
}

const TERMINAL = { columns: 80, reading: 80, color: false, hyperlinks: false } as const;

function segmentOf(text: string): Buffer {
  const dispatch = parseDispatch(text);
  const builder = new SegmentBuilder(false);
  builder.openFile({ root: 0, relativePath: "a.txt", size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 });
  const fields = { dispatch, ...titleOf(dispatch), id: text, place: text, language: "en" };
  builder.add(builderSource({ ...fields, names: [`f${text}`] }));
  return builder.finish(lexicon);
}

const archive = (() => {
  const builder = new SegmentBuilder(false);
  builder.openFile({ root: 0, relativePath: "a.txt", size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 });
  const dispatch = parseDispatch("Word of oil. A word, a date of 1 and 中.");
  builder.add(builderSource({ dispatch, ...titleOf(dispatch), id: "a", place: "Baku", language: "en" }));
  return new Snapshot([{ segment: builder.finishInMemory(lexicon), deleted: null }]);
})();

type Stage = (text: string) => unknown;

const READING: Record<string, Stage> = {
  "decode UTF-8": (text) => decode(Buffer.from(text)),
  "decode UTF-16": (text) => decode(Buffer.from(`\ufeff${text}`, "utf16le")),
  "decode one byte a letter": (text) => decode(Buffer.from(`\u00e4\u00f6 ${text}`, "latin1")),
  "parse a dispatch": (text) => parseDispatch(text),
  "parse known fields": (text) =>
    parseDispatch("Text.", { title: text, place: text, agency: text, date: text }),
  "name a title": (text) => titleOf({ headline: null, paragraphs: [text] }),
  "name a file": (text) => idOfFile(text),
  "tell the language": (text) => languageOf(text),
  "read records": (text) => {
    const path = join(folder, "a.jsonl");
    writeFileSync(path, text);
    return [...readRecords(path, () => {})];
  },
  "read a record of one line": (text) => {
    const path = join(folder, "b.jsonl");
    writeFileSync(path, `${JSON.stringify({ id: text, text, place: text })}\n`);
    return [...readRecords(path, () => {})].length;
  },
};

const WORDS: Record<string, Stage> = {
  tokenize: (text) => tokenize(text),
  "fold a word": (text) => fold(text),
  "lower a word": (text) => lowerCase(text),
  "fold the words": (text) => tokenize(text).map(({ word }) => fold(word)),
  "stem the words": (text) =>
    tokenize(text).map(({ word }) => ["en", "az", "ru", "ar", "ka"].map((language) => stem(word, language))),
  "stem and spell a word": (text) => [
    stem(text, "az"),
    spellingKeys(text),
    spellingDistance(text, `${text}a`),
  ],
  "spell the words": (text) => tokenize(text).map(({ word }) => spellingKeys(word)),
  "compare a word": (text) => editDistance(text, `${text}x`, 2),
  "cut into sentences": (text) => paragraphsOf(text).map((one) => splitSentences(one, "ru")),
  "cut one paragraph into sentences": (text) => splitSentences(text, "en"),
  "count names": (text) => {
    const counter = new NameCounter();
    counter.add(paragraphsOf(text));
    counter.add([text]);
    return counter.top(10);
  },
  "build an index": segmentOf,
};

const ANSWERING: Record<string, Stage> = {
  "read a query": (text) => tried(() => parseQuery(text)),
  "read a short query": (text) => tried(() => parseQuery(text.slice(0, 9_999))),
  "show a fault": (text) => caretLines({ query: text, at: text.length >> 1, length: text.length }),
  "read a date": (text) => tried(() => parseDay(text)),
  suggest: (text) => tried(() => suggest(archive, text.slice(0, 9_999), {})),
  "choose snippets": (text) => new Highlighter(MATCHERS).show(text.slice(0, 100), paragraphsOf(text)),
  "mark one text": (text) => new Highlighter(MATCHERS).ranges(text),
  "summarise in three": (text) => summarize({ paragraphs: [text] }),
  "summarise in a thousand": (text) => summarize({ paragraphs: paragraphsOf(text) }, { sentences: 1_000 }),
  "summarise in 100,000": (text) => summarize({ paragraphs: [text] }, { sentences: 100_000 }),
  "summarise in words": (text) => summarize({ paragraphs: [text] }, { words: text.length }),
};

const PRINTING: Record<string, Stage> = {
  "show an article": async (text) => {
    const theme = await themeFor(false);
    const snippet = safeSnippet({ text, ranges: wordsOf(text) });
    return markedLines(snippet, 72, theme, await measureFor([snippet.text]));
  },
  "wrap in one column": async (text) => wrap(text, 1, await measureFor([text])),
  "wrap in no end of columns": async (text) => wrap(text, Infinity, await measureFor([text])),
  "show a preview": async (text) => {
    const article = { ...articleOf({ title: text }), body: [text] };
    const measure = await measureFor([text, "中"]);
    return previewOf(
      article,
      { columns: 40, rows: 20, mark: wordsOf, summary: false },
      await themeFor(false),
      measure,
    );
  },
  list: async (text) => [...(await listLines([articleOf({ title: text, place: text, id: text })], TERMINAL))],
  "list many": async (text) => {
    const articles = text.split("\n").map((one, i) => articleOf({ title: one, id: `${one}${i}` }));
    return [...(await listLines(articles, TERMINAL))].length;
  },
  "print a table": async (text) => [
    ...(await tableLines([articleOf({ title: text, id: text })], ARTICLE_FIELDS, TERMINAL)),
  ],
  "print sentences": (text) =>
    sentenceLines(
      { articles: [articleOf({ id: "a" })], sentences: [{ id: "a", text, ranges: [] }] },
      TERMINAL,
    ),
  "print CSV": (text) => [...csvRecords([articleOf({ title: text })])],
  "print JSON": (text) => [...jsonArray([articleOf({ title: text })]), ...jsonLines([text])],
  "fill a template": async (text) => {
    const template = parseTemplate("{title} {title:40} {title:>40}", ARTICLE_FIELDS);
    return [...(await templateLines(template, [articleOf({ title: text })]))];
  },
  "read a template": (text) => tried(() => parseTemplate(text, ARTICLE_FIELDS)),
};

const TYPING: Record<string, Stage> = {
  "complete a value": (text) =>
    matching(
      [text, `${text}b`, `x${text}`].map((value) => ({ value, text: "" })),
      text.slice(1),
    ),
  "find what candidates share": (text) =>
    commonStart([text, `${text.slice(0, -1)}b`, text.slice(0, 4)].map((value) => ({ value, text: "" }))),
  "read a command line": (text) => readLine(`azertac show ${text}`, { environment: { A: "b" } }),
  "type a query": (text) => queriesFor(lineOf(text).text, { size: 10, values: async () => ["Baku"] }),
};

/** How often a call is made to take its time, and how long one takes, in milliseconds. */
async function timeOf(stage: Stage, text: string, least: number): Promise<number> {
  let calls = 0;
  let taken = 0;
  do {
    taken += await cpuTime(() => stage(text));
    calls++;
  } while (taken < least);
  return taken / calls;
}

/** Throws if eight times the text takes more than twenty times as long. */
async function check(stage: Stage, shape: Shape): Promise<void> {
  let units = SMALLEST;
  let taken = await cpuTime(() => stage(shape(units)));
  while (taken < (units < LONG ? SECONDS : JUDGED) && units < LARGEST) {
    units *= STEP;
    taken = await cpuTime(() => stage(shape(units)));
  }
  if (taken < FAST) {
    units *= LEAP;
    taken = await cpuTime(() => stage(shape(units)));
  }
  if (taken < JUDGED) return;
  let [least, most] = [0, taken];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    least = Math.max(least, await timeOf(stage, shape(units / FACTOR), JUDGED / FACTOR));
    if (most < MOST_TIMES * least) return;
    most = Math.min(most, await timeOf(stage, shape(units), 0));
    // The first time was the machine's: what is quadratic takes longer every time.
    if (most < JUDGED) return;
  }
  expect(most / least, `${units} units take ${most.toFixed()} ms`).toBeLessThan(MOST_TIMES);
}

for (const [name, stages] of Object.entries({ READING, WORDS, ANSWERING, PRINTING, TYPING })) {
  describe(name.toLowerCase(), () => {
    test.each(Object.entries(stages))("%s", { timeout: 600_000 }, async (_, stage) => {
      for (const [of, shape] of Object.entries(SHAPES)) {
        await check(stage, shape).catch((error: unknown) => {
          throw new Error(of, { cause: error });
        });
      }
    });
  });
}
