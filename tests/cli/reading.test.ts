/** How files are to be read: --map, --encoding, --year and --type, in every command and in the stored index. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openArchive, updateIndex } from "../../src/index.js";
import { archiveOf, azertac, folder, shell } from "./tool.js";

const record = (story: string, when: string): string =>
  JSON.stringify({ bericht: story, wann: when, kopf: story.slice(0, 8) });

/** The text is in KOI8-R: "Министр прибыл в Баку". */
const KOI8 = Buffer.from("edc9cec9d3d4d220d0d2c9c2d9cc20d720e2c1cbd50a", "hex");

const wire = archiveOf({
  "a.jsonl": [
    record("Oil prices rose in Vienna.", "2025-04-22"),
    record("Gas prices fell.", "2025-04-23"),
  ].join("\n"),
  "b.txt": "BAKU, April 22 (AZERTAC) - The talks went on for hours.\n",
  "2024/05/c.txt": "BAKU, May 3 (AZERTAC) - Others went on for hours.\n",
  "code.js": "const a = 1;\nlet b = 2;\nfunction c() {\n  return a;\n}\nc(b);\n",
});
const list = (words: readonly string[], more: Record<string, string> = {}): string =>
  azertac(["list", "-d", wire, "--format", "{id} {date} {title:12}\\n", ...words], more).out;

describe("--map", () => {
  test("names the fields of records, in each command", () => {
    expect(azertac(["search", "Vienna", "-d", wire, "--ids"]).code).toBe(1);
    expect(azertac(["search", "Vienna", "-d", wire, "--ids", "--map", "text=bericht"]).out).toBe("a-1\n");
    const map = ["--map", "text=bericht,date=wann", "--map", "title=kopf"];
    expect(list(map)).toContain("a-2 2025-04-23 Gas pric    \na-1 2025-04-22 Oil pric    \n");
    expect(azertac(["show", "a-1", "-d", wire, ...map]).out).toContain("Oil prices rose in Vienna.");
  });

  test("is refused where it makes no sense", () => {
    expect(azertac(["list", "-d", wire, "--map", "txt=story"]).err).toContain("(Did you mean text?)");
    expect(azertac(["list", "-d", wire, "--map", "text"]).code).toBe(2);
  });

  test("can be a table of the config file, which the command line overrides", () => {
    const config = join(folder(), "my.toml");
    writeFileSync(config, '[map]\ntext = "bericht"\ndate = "wann"\n');
    expect(list([], { AZERTAC_CONFIG: config })).toContain("a-2 2025-04-23");
    expect(list(["--map", "text=bericht"], { AZERTAC_CONFIG: config })).not.toContain("2025-04-23");
    writeFileSync(config, "[map]\ntext = 3\n");
    expect(azertac(["list", "-d", wire], { AZERTAC_CONFIG: config })).toMatchObject({
      code: 2,
      err: `azertac: ${config}:2: map takes the name of a field for text\n`,
    });
  });
});

test("--year completes datelines whose path has no date", () => {
  expect(list(["--type", "text"])).not.toMatch(/^b \d/m);
  expect(list(["--year", "2023"])).toContain("b 2023-04-22");
  expect(list(["--year", "2023"])).toContain("c 2024-05-03");
  expect(azertac(["list", "-d", wire, "--year", "23"]).code).toBe(2);
});

test("--encoding overrides what a file looks like, also where its text is read again", () => {
  const dir = archiveOf({
    "k.txt": KOI8,
    "l.jsonl": Buffer.concat([Buffer.from('{"id":"l","text":"'), KOI8.subarray(0, -1), Buffer.from('"}\n')]),
  });
  const { out, err } = azertac([
    "show",
    "k",
    "l",
    "-d",
    dir,
    "--encoding",
    "koi8-r",
    "--format",
    "{body}\\n",
  ]);
  expect({ out, err }).toEqual({ out: "Министр прибыл в Баку\nМинистр прибыл в Баку\n", err: "" });
  expect(azertac(["show", "k", "-d", dir, "--encoding", "windows-1251"]).out).not.toContain("Министр");
  expect(azertac(["show", "k", "-d", dir, "--encoding", "utf-5"])).toMatchObject({ code: 2, out: "" });
});

describe("--type", () => {
  test("is a filter that may be repeated", () => {
    const typed = (...types: string[]): string[] =>
      azertac([
        "list",
        "-d",
        wire,
        "--ids",
        "--map",
        "text=bericht",
        ...types.flatMap((type) => ["--type", type]),
      ]).out.split("\n");
    expect(typed("jsonl")).toHaveLength(3);
    expect(typed("jsonl", "text")).toHaveLength(6);
    expect(azertac(["search", "hours", "-d", wire, "--type", "jsonl"]).code).toBe(1);
    expect(azertac(["list", "-d", wire, "--type", "nitf"]).err).toContain(
      "no article has the type nitf: the archive has text",
    );
  });

  test("text also reads text of unknown formats, which is named in a warning else", () => {
    const { err } = azertac(["list", "-d", wire]);
    expect(err).toContain("code.js: skipped: it is source code (--type text reads it)\n");
    expect(azertac(["show", "code", "-d", wire, "--type", "text"]).out).toContain("function c()");
    expect(azertac(["list", "-d", wire, "--type", "text", "--ids"])).toMatchObject({
      err: expect.not.stringContaining("code.js"),
      out: expect.stringContaining("code\n"),
    });
  });

  test("the last search is found again by --last", () => {
    const cache = { AZERTAC_CACHE: join(folder(), "cache") };
    azertac(["search", "Vienna", "-d", wire, "--map", "text=bericht"], cache);
    expect(azertac(["show", "--last"], cache).out).toContain("Oil prices rose in Vienna.");
  });
});

test("each way of reading has an index of its own: nothing is stale", async () => {
  const cache = join(folder(), "cache");
  const ways = [
    {},
    { map: { text: "bericht", date: "wann" } },
    { map: { text: "kopf" } },
    { year: 2023 },
    { encoding: "koi8-r" },
    { unknownText: true },
  ];
  for (let round = 0; round < 2; round++)
    for (const way of ways) {
      const fresh = await openArchive({ dir: wire, cache: false, ...way });
      const report = await updateIndex({ dir: wire, cache, ...way });
      expect(report.outcome).toBe(round === 0 ? "built" : "current");
      const stored = await openArchive({ dir: wire, cache, ...way });
      expect(await stored.list()).toEqual(await fresh.list());
      for (const { id } of await fresh.list()) expect(await stored.get(id)).toEqual(await fresh.get(id));
      await stored.close();
      await fresh.close();
    }
});

describe("standard input", () => {
  test("is an archive of any format", () => {
    const lines = '{"id":"x","text":"Grain rose."}\\n{"id":"y","text":"Oil fell."}\\n';
    expect(shell(`printf '${lines}' | azertac list -d - --ids`).out).toBe("x\ny\n");
    expect(shell(`printf '${lines}' | gzip | azertac search -d - oil --json`).out).toContain('"path": "-"');
    expect(
      shell(`printf 'BAKU, May 3, 2024 (AZERTAC) - Oil fell.' | azertac show -d - latest`).out,
    ).toContain("Oil fell.");
    expect(shell("azertac list -d - < /dev/null")).toEqual({
      code: 2,
      out: "",
      err: "azertac: cannot read standard input: is empty\n",
    });
    expect(shell(`azertac list -d - -d "${wire}" < /dev/null`).code).toBe(2);
    expect(shell("azertac index -d - < /dev/null").code).toBe(2);
  });

  test("has ids for show and summary", () => {
    const { out } = shell(
      `azertac search hours -d "${wire}" --ids --sort date | azertac show - -d "${wire}" --ids`,
    );
    expect(out).toBe("c\nb\n");
    expect(shell(`echo b | azertac summary - -d "${wire}"`).out).toContain("The talks went on");
    expect(shell(`azertac show - -d "${wire}" < /dev/null`)).toMatchObject({
      code: 1,
      err: expect.stringContaining("no ids"),
    });
  });
});

test("a filter by date names how many articles have no date", () => {
  const dir = archiveOf({
    "a.jsonl": [
      '{"text":"Oil rose.","date":"2025-01-02"}',
      '{"text":"Oil fell."}',
      '{"text":"Gas fell."}',
    ].join("\n"),
  });
  const left = "azertac: 2 articles have no date and are left out by --since\n";
  expect(azertac(["list", "-d", dir, "--since", "2025", "--ids"])).toEqual({
    code: 0,
    out: "a-1\n",
    err: left,
  });
  expect(azertac(["search", "oil", "-d", dir, "--until", "2025"]).err).toBe(
    "azertac: 1 article has no date and is left out by --until\n",
  );
  expect(azertac(["stats", "-d", dir, "--since", "2025", "--json"]).err).toBe(left);
  expect(azertac(["list", "-d", dir]).err).toBe("");
});

test("embargoed and withdrawn articles are shown as such", () => {
  const dir = archiveOf({
    "a.jsonl":
      '{"id":"w","title":"Oil","text":"Oil rose.","status":"canceled"}\n{"id":"e","title":"Gas","text":"Oil fell.","status":"embargoed"}\n',
  });
  expect(azertac(["list", "-d", dir]).out).toBe("w\t-\t-\t[withdrawn] Oil\ne\t-\t-\t[embargoed] Gas\n");
  expect(azertac(["search", "oil", "-d", dir]).out).toMatch(/w · withdrawn\n[\s\S]*e · embargoed\n/);
  expect(azertac(["show", "e", "-d", dir]).out).toContain("embargoed · ");
  expect(azertac(["list", "-d", dir, "--format", "{status} "]).out).toBe("withdrawn \nembargoed \n");
});

test("text above and below the article, and in other fields, is found", () => {
  const dir = archiveOf({
    "a.jsonl":
      '{"id":"a","title":"Oil","text":"Prices rose.","abstract":"An overview of barrels","editor":"Rasim Quliyev"}\n',
    "b.txt":
      "Port opens\nBy Kamran Sultanli\n\nBAKU, May 3, 2024 (AZERTAC) - Ships came.\n\n(Reporting by Leyla Mammadova; editing by Orkhan Aslan)\n",
    "flash.jsonl": '{"id":"flash","headline":"Minister resigns"}\n',
  });
  for (const [query, id] of [
    ["barrels", "a"],
    ["Quliyev", "a"],
    ["Sultanli", "b"],
    ["Mammadova", "b"],
    ["resigns", "flash"],
  ] as const)
    expect([query, azertac(["search", query, "-d", dir, "--ids", "--exact"]).out]).toEqual([
      query,
      `${id}\n`,
    ]);
});
