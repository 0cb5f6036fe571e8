/** The manual that the build writes. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { wholeProgram } from "../../src/cli/main/program.js";
import { manual } from "../../src/cli/manual/manual.js";
import { bold, roff, text, usage } from "../../src/cli/manual/roff.js";
import { azertac } from "./tool.js";

const PAGE = fileURLToPath(new URL("../../dist/man/azertac.1", import.meta.url));
const SOURCES = fileURLToPath(new URL("../../src", import.meta.url));

/** The page as a reader sees it, without what makes letters bold, in one line. */
function rendered(source = readFileSync(PAGE, "utf8")): string {
  const { stdout } = spawnSync("man", ["-l", "-"], {
    input: source,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LANG: "C.UTF-8", MANWIDTH: "400", MANPAGER: "cat", MANROFFOPT: "-c" },
  });
  return stdout.replace(/.\u0008/g, "").replace(/\s+/g, " ");
}

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

describe.skipIf(!has("man"))("by man", () => {
  test("it renders without a warning", () => {
    const { status, stderr } = spawnSync("man", ["-l", "--warnings=all", PAGE], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", MANPAGER: "cat" },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("it has every command, option and example of the help", () => {
    const page = rendered();
    const { out } = azertac(["help"]);
    const commands = [...out.matchAll(/^ {2}(\w+)(?= .* {2})/gm)].map(([, name = ""]) => name);
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands.filter((name) => name !== "help")) {
      expect(page).toContain(`azertac ${command} [options]`);
      const help = azertac([command, "--help"]).out;
      for (const [option] of help.matchAll(/--[a-z-]+/g)) expect(page, command).toContain(option);
      for (const [, call = ""] of help.matchAll(/^ {2}\$ (.*)$/gm))
        expect(page).toContain(call.replace(/ +/g, " "));
    }
  });

  test("it explains the query, settings, variables, files and exit codes", () => {
    const page = rendered();
    for (const title of [
      "NAME",
      "SYNOPSIS",
      "DESCRIPTION",
      "THE QUERY",
      "CONFIGURATION",
      "FILES",
      "EXIT STATUS",
    ])
      expect(page).toContain(title);
    expect(page).toContain('"oil and gas" these words side by side');
    expect(page).toContain('dir = ["~/wire", "~/archive.jsonl"]');
  });

  test("no text is taken for a request of roff", () => {
    const program = new Command("azertac").description("A test.");
    program
      .command("odd <word>")
      .description("'quoted' \\fBtext\\fR -- with .dots\n.SH NOT A SECTION")
      .addOption(new Option("--when <it's>", ".br é石 ~ ^ `x` \\n"));
    const page = rendered(manual(program, "1.0.0", "2025-01-01"));
    expect(page).toContain("'quoted' \\fBtext\\fR -- with .dots .SH NOT A SECTION");
    expect(page).toContain("--when it's .br é石 ~ ^ `x` \\n");
  });
});

test("it tells of every variable of azertac's own", () => {
  const page = manual(wholeProgram(), "1.0.0", "2025-01-01");
  const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const names = sources.flatMap(
    (name) => readFileSync(join(SOURCES, name), "utf8").match(/AZERTAC_[A-Z]+/g) ?? [],
  );
  expect(new Set(names).size).toBeGreaterThan(4);
  for (const name of new Set(names)) expect(page).toContain(name);
});

test.each([
  ["a-b", "a\\-b"],
  ["it's \\n", "it\\(aqs \\en"],
  [".SH", "\\&.SH"],
  ["x.\n.y", "x.\n\\&.y"],
  ["é", "\\[u00E9]"],
])("roff of %j", (plain, source) => {
  expect(roff(plain)).toBe(source);
});

test("usage", () => {
  expect(usage("azertac show [id...]")).toBe("\\fBazertac\\fR \\fBshow\\fR [\\fIid\\fR\\&...]");
  expect(usage("-n, --limit <number>")).toBe(`${bold("-n")}, ${bold("--limit")} \\fInumber\\fR`);
  expect(text("word ".repeat(40)).split("\n")).toHaveLength(3);
});
