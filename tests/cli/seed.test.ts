/** Every command on the seed, in every form of output. */
import { expect, test } from "vitest";
import { azertac, SAMPLE_NOTE, SEED_ID, shell } from "./tool.js";

const TITLE =
  "Algiers, the capital of Algeria, on Monday hosted the second round of political consultations…";

test("list prints short id, date, place and title, separated by tabs in a pipe", () => {
  const { code, out, err } = azertac(["list"]);
  expect({ code, err }).toEqual({ code: 0, err: SAMPLE_NOTE });
  const [id, date, place, title, ...more] = out.trimEnd().split("\t");
  expect([id, date, place]).toEqual(["6d47f895", "2025-04-22", "Baku"]);
  expect(title).toMatch(/^Algiers, the capital of Algeria/);
  expect(more).toEqual([]);
});

test("list --json has every key of the contract, with the seed's values", () => {
  const { code, out } = azertac(["list", "--json"]);
  expect(code).toBe(0);
  const [article, ...more] = JSON.parse(out);
  expect(more).toEqual([]);
  expect(article).toEqual({
    id: SEED_ID,
    path: expect.stringMatching(/seeds\/000_6d47f89584a386a7\.txt$/),
    type: "text",
    date: "2025-04-22",
    time: null,
    dateline: "Baku, April 22, AZERTAC",
    place: "Baku",
    agency: "AZERTAC",
    byline: null,
    language: "en",
    title: expect.stringContaining(TITLE),
    titleFrom: "lead",
    subjects: [],
    url: null,
    version: null,
    status: null,
    words: expect.any(Number),
    paragraphs: 9,
    extra: { header: ["date 2025-04-22"] },
    copies: [],
  });
});

test("list as JSON lines, CSV and ids", () => {
  expect(JSON.parse(azertac(["list", "--jsonl"]).out).id).toBe(SEED_ID);
  expect(azertac(["list", "--ids"]).out).toBe(`${SEED_ID}\n`);
  const [header, line, end] = azertac(["list", "--csv"]).out.split("\r\n");
  expect(header).toBe("id,path,date,place,agency,language,title,titleFrom,words,paragraphs");
  expect(line).toMatch(
    /^6d47f89584a386a7,.*,2025-04-22,Baku,AZERTAC,en,"?Algiers, the capital.*,lead,\d+,9$/,
  );
  expect(end).toBe("");
});

test("show prints title, facts and wrapped paragraphs without the header", () => {
  const { code, out } = azertac(["show", SEED_ID]);
  expect(code).toBe(0);
  const lines = out.split("\n");
  expect(lines.join(" ")).toContain(TITLE);
  expect(lines[2]).toMatch(/^2025-04-22 · Baku · AZERTAC · en · \d+ words · 6d47f89584a386a7$/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).not.toContain("April 22");
  expect(out.trimEnd()).toMatch(/resistance movement\s+against colonialism\.$/);
});

test.each([
  ["000"],
  ["0"],
  ["6d4"],
  [SEED_ID],
  ["000_6d47f89584a386a7.txt"],
  ["000_6d47f89584a386a7"],
  ["latest"],
])("show %s finds the seed", (typed) => {
  expect(JSON.parse(azertac(["show", typed, "--json"]).out)[0].id).toBe(SEED_ID);
});

test("show --json adds the body, summary --json the sentences", () => {
  const [shown] = JSON.parse(azertac(["show", "0", "--json"]).out);
  expect(shown.body).toHaveLength(9);
  expect(shown.body[0]).toMatch(/^Algiers, the capital of Algeria, on Monday hosted/);
  const [short] = JSON.parse(azertac(["summary", "0", "--json", "--sentences", "2"]).out);
  expect(short.sentences).toHaveLength(2);
  expect(short.sentences[0]).toMatch(/^Algiers, the capital of Algeria, on Monday hosted/);
});

test("--width wraps what show prints", () => {
  const { out } = azertac(["show", "0", "--width", "40"]);
  const [title = "", , ...text] = out.split("\n");
  expect(title.length).toBeLessThanOrEqual(40);
  expect(Math.max(...text.slice(1).map((line) => line.length))).toBeLessThanOrEqual(40);
});

test.each([
  ["Algeria"],
  ["algera"],
  ["Rafiev"],
  ["magraman"],
  ['"political consultations"'],
  ["Рафиев"],
  ["date:2025-04"],
])("search %s finds the seed", (query) => {
  const { code, out } = azertac(["search", query, "--ids"]);
  expect({ code, out }).toEqual({ code: 0, out: `${SEED_ID}\n` });
});

test("search zebra finds nothing: exit code 1, nothing on standard output", () => {
  const { code, out, err } = azertac(["search", "zebra"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(`${SAMPLE_NOTE}azertac: nothing found for zebra\n`);
});

test("search prints numbered hits with the passage", () => {
  const { out } = azertac(["search", "Algeria"]);
  const [title, rest, facts, snippet] = out.split("\n");
  expect(title).toMatch(/^1\. Algiers, the capital of Algeria/);
  expect(rest).toBe("   political consultations…");
  expect(facts).toBe("   6d47f895 · 2025-04-22 · Baku");
  expect(snippet).toMatch(/^ {3}Algiers, the capital of Algeria, on Monday hosted/);
});

test("search --json: the object of the contract, ranges on the matches", () => {
  const result = JSON.parse(azertac(["search", "Algeria", "--json"]).out);
  expect(result).toMatchObject({ query: "Algeria", total: 1, relaxed: false });
  const [hit] = result.hits;
  expect(Object.keys(hit).sort()).toEqual(
    [
      ...[
        "agency",
        "byline",
        "copies",
        "date",
        "dateline",
        "extra",
        "id",
        "language",
        "matched",
        "paragraphs",
        "path",
        "place",
        "score",
        "snippets",
      ],
      ...["status", "subjects", "time", "title", "titleFrom", "type", "url", "version", "words"],
    ].sort(),
  );
  expect(hit.matched[0]).toEqual({ term: "algeria", word: "algeria", kind: "exact", distance: 0 });
  const marked = hit.snippets[0].ranges.map(([from, to]: [number, number]) =>
    hit.snippets[0].text.slice(from, to),
  );
  expect(marked).toContain("Algeria");
});

test("an unknown word is dropped, and that is said, if no article has all words", () => {
  const { code, out, err } = azertac(["search", "Algeria", "zebra", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ relaxed: true, total: 0 });
  expect(err).toContain("most of them");
});

test("colour: none in a pipe, forced by --color always and FORCE_COLOR, never with --color never", () => {
  const code = "\u001b[";
  expect(azertac(["search", "Algeria"]).out).not.toContain(code);
  expect(azertac(["search", "Algeria", "--color", "always"]).out).toContain(`${code}1m${code}31mAlgeria`);
  expect(azertac(["list"], { FORCE_COLOR: "1" }).out).toContain(code);
  expect(azertac(["list"], { FORCE_COLOR: "1", NO_COLOR: "1" }).out).toContain(code);
  expect(azertac(["list", "--color", "never"], { FORCE_COLOR: "1" }).out).not.toContain(code);
});

test("ids feed other calls", () => {
  const { code, out } = shell("azertac show $(azertac search Algeria --ids) | head -2");
  expect(code).toBe(0);
  expect(out.replaceAll("\n", " ")).toContain(TITLE);
});
