/** The help of every command. */
import { expect, test } from "vitest";
import { wholeProgram } from "../../../src/cli/main/program.js";
import { azertac } from "../tool.js";

const COMMANDS = [
  "list",
  "show",
  "summary",
  "search",
  "index",
  "related",
  "diff",
  "timeline",
  "stats",
  "browse",
  "save",
  "new",
  "mcp",
  "completion",
];

test.each([[""], ...COMMANDS.map((command) => [command])])("azertac %s --help fits 80 columns", (command) => {
  const { out } = azertac(command === "" ? ["--help"] : [command, "--help"]);
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

/** What `--help` prints of each command on a terminal of this width, without the examples. */
function helpAt(columns: number): Map<string, string[]> {
  const program = wholeProgram();
  return new Map(
    [program, ...program.commands].map((command) => {
      let help = "";
      command.configureOutput({
        writeOut: (text) => {
          help += text;
        },
        getOutHelpWidth: () => columns,
      });
      command.outputHelp();
      return [command.name(), help.slice(0, help.indexOf("\nExamples:")).split("\n")];
    }),
  );
}

test.each([40, 52, 60, 80])(
  "at %i columns no line is longer than the terminal, and no word is broken",
  (columns) => {
    const words = (lines: readonly string[] = []): string[] => lines.join(" ").split(/\s+/);
    const wide = helpAt(80);
    for (const [name, lines] of helpAt(columns)) {
      const texts = lines.filter((line) => !line.startsWith("Usage: "));
      expect(texts.filter((line) => line.length > columns)).toEqual([]);
      expect(words(lines)).toEqual(words(wide.get(name)));
    }
  },
);

test("on a narrow terminal, what an option does stands below it", () => {
  expect(helpAt(40).get("search")?.join("\n")).toContain(
    "\n  --since <date>\n    from this day: 2025-04-22,\n",
  );
});

test("on a wide terminal, notes are no wider than 80 columns", () => {
  const notes =
    helpAt(200)
      .get("azertac")
      ?.filter((line) => !line.startsWith(" ")) ?? [];
  expect(Math.max(...notes.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(notes.join(" ")).toContain("Put your defaults in");
});
