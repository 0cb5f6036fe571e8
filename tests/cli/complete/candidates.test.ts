import { Argument, Command, Option } from "commander";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answer,
  type CandidateSource,
  commonStart,
  matching,
  some,
} from "../../../src/cli/complete/candidates.js";
import { positionOf } from "../../../src/cli/complete/cursor-context.js";
import { readLine } from "../../../src/cli/complete/shell-words.js";

const source: CandidateSource = {
  articles: async (typed) =>
    ["6d47", "6e58"]
      .filter((id) => id.startsWith(typed))
      .map((value) => ({ value, text: `title of ${value}` })),
  values: async (field) =>
    ({
      place: ["Baku", "New York", "Şamaxı"],
      agency: ["TASS"],
      language: ["en", "az"],
      type: ["text"],
    })[field].map((value) => ({ value, count: 2 })),
};

function makeProgram(): Command {
  const program = new Command("azertac").helpCommand("help [command]");
  program
    .command("find <words...>")
    .description("find articles")
    .option("-d, --dir <path>", "folder")
    .option("-n, --limit <number>", "how many")
    .option("--place <name>", "place")
    .option("--since <date>", "from")
    .option("--columns <names>", "columns")
    .addOption(new Option("--sort <order>", "order").choices(["date", "title"]))
    .addOption(new Option("--secret", "hidden").hideHelp());
  program.command("read [id...]").option("--last [number]", "last").option("--lang <code>", "language");
  program.command("teach").addArgument(new Argument("<shell>").choices(["bash", "zsh"]));
  return program;
}

async function values(text: string): Promise<string[] | "files" | null> {
  const program = makeProgram();
  const { words, current } = readLine(text, {});
  const position = positionOf(program, words, current.value);
  if (!position) return null;
  const { prefix, candidates } = await answer(program, position, current.value, source);
  return candidates === "files" ? candidates : candidates.map(({ value }) => prefix + value);
}

test.each([
  ["azertac ", ["find", "read", "teach", "help"]],
  ["azertac re", ["read"]],
  ["azertac help f", ["find"]],
  ["azertac -", ["--help", "-h"]],
  ["azertac nothing ", null],
  ["azertac teach ", ["bash", "zsh"]],
  ["azertac teach bash ", []],
  ["azertac find --s", ["--since", "--sort"]],
  ["azertac find --sort ", ["date", "title"]],
  ["azertac find --sort=t", ["--sort=title"]],
  ["azertac find --place ", ["Baku", "New York", "Şamaxı"]],
  ["azertac find --place new", ["New York"]],
  ["azertac find --place samax", ["Şamaxı"]],
  ["azertac find --since y", ["yesterday"]],
  ["azertac find -d ", "files"],
  ["azertac find --dir=x", "files"],
  ["azertac find --limit ", []],
  ["azertac find --columns id,dat", ["id,date", "id,dateline"]],
  ["azertac find --secre", []],
  ["azertac find p", ["place:"]],
  ["azertac find -p", ["-place:"]],
  ["azertac find oil -place:B", ["-place:Baku"]],
  ["azertac find place:", ["place:Baku", 'place:"New York"', "place:Şamaxı"]],
  ["azertac find place:new", ['place:"New York"']],
  ["azertac find 'oil place:\"New", ['oil place:"New York"']],
  ["azertac find '(place:B", ["(place:Baku"]],
  ["azertac find lang:", ["lang:en", "lang:az"]],
  ["azertac find id:6e", ["id:6e58"]],
  ["azertac find date:to", ["date:today"]],
  ["azertac find title:o", []],
  ["azertac find -- --s", []],
  ["azertac read ", ["latest", "6d47", "6e58"]],
  ["azertac read 6", ["6d47", "6e58"]],
  ["azertac read 6d47 6", ["6e58"]],
  ["azertac read --last 2 6d", ["6d47"]],
  ["azertac read --lang ", ["en", "az"]],
])("%s", async (text, expected) => {
  expect(await values(text)).toEqual(expected);
});

test("each says what it is", async () => {
  const program = makeProgram();
  const position = positionOf(program, ["read"], "6d");
  expect(position && (await answer(program, position, "6d", source)).candidates).toEqual([
    { value: "6d47", text: "title of 6d47" },
  ]);
});

test("folders are those of -d, however it is written", () => {
  const { folders } = positionOf(makeProgram(), ["find", "-d", "a", "--dir=b", "-dc", "--", "-d"], "") ?? {};
  expect(folders).toEqual(["a", "b", "c"]);
});

const list = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "A", "á") }), { maxLength: 30 });

test("of many some are offered that have no more in common than all", () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 5 }), (texts, most) => {
      const all = [...new Set(texts)].map((value) => ({ value, text: "" }));
      const shown = some(all, most, (shared) => all.find(({ value }) => !value.startsWith(shared)));
      expect(commonStart(shown)).toBe(commonStart(all));
    }),
  );
});

test("what all have in common is never shorter than what was typed", () => {
  fc.assert(
    fc.property(list, fc.string({ unit: fc.constantFrom("a", "b", "A") }), (texts, typed) => {
      const found = matching(
        texts.map((value) => ({ value, text: "" })),
        typed,
      );
      if (found.length > 0) expect(commonStart(found).length).toBeGreaterThanOrEqual(typed.length);
    }),
  );
});
