/** The config file: what it sets, what comes before it, and what is said of one that is wrong. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configFile, configPath } from "../../../src/cli/config/config-file.js";
import { archiveOf, azertac, folder, type Ran, SEED_ID, shell } from "../tool.js";

const wire = archiveOf({
  "all.jsonl": ["a", "b", "c"]
    .map((id) =>
      JSON.stringify({
        id,
        title: `Title ${id}`,
        place: "Baku",
        text: `Some text of article ${id} here. More of it.`,
      }),
    )
    .join("\n"),
});

/** Runs the tool with a config file of this text. */
function withConfig(
  text: string,
  words: readonly string[],
  more: Record<string, string> = {},
): Ran & { path: string } {
  const path = join(folder(), "my.toml");
  writeFileSync(path, text);
  return { ...azertac(words, { AZERTAC_CONFIG: path, ...more }), path };
}

const DIR = `dir = ${JSON.stringify(wire)}\n`;

describe("where it is", () => {
  test.each([
    [{ AZERTAC_CONFIG: "/x/my.toml", XDG_CONFIG_HOME: "/y" }, "/x/my.toml"],
    [{ AZERTAC_CONFIG: "", XDG_CONFIG_HOME: "/y" }, null],
    [{ XDG_CONFIG_HOME: "/y" }, "/y/azertac/config.toml"],
  ])("%j: %s", (environment, path) => {
    expect(configPath(environment)).toBe(path);
  });

  test.skipIf(process.platform === "win32")("a pipe or a device is refused at once", () => {
    const pipe = join(folder(), "pipe.toml");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    for (const [path, kind] of [
      [pipe, "pipe"],
      ["/dev/zero", "device"],
    ] as const)
      expect(azertac(["list"], { AZERTAC_CONFIG: path })).toMatchObject({
        code: 2,
        out: "",
        err: `azertac: cannot read the config file "${path}": it is a ${kind}, not a file\n`,
      });
    expect(azertac(["list", "--ids"], { AZERTAC_CONFIG: "/dev/null" }).code).toBe(0);
  });

  test("one that is not there is none, unless it was named", () => {
    expect(configFile({ XDG_CONFIG_HOME: "/no/such/folder" })).toBeNull();
    expect(configFile({ AZERTAC_CONFIG: "/no/such.toml" })).toBe("/no/such.toml");
    const { code, out, err } = azertac(["list"], { AZERTAC_CONFIG: "/no/such.toml" });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/cannot read the config file.*\/no\/such\.toml/);
  });

  test("in the user's config folder; folders from there on, and from the home", () => {
    const home = folder();
    const config = join(home, ".config", "azertac");
    mkdirSync(join(config, "near"), { recursive: true });
    mkdirSync(join(home, "far"));
    writeFileSync(join(config, "near", "one.txt"), "Some text of one.\n");
    writeFileSync(join(home, "far", "two.txt"), "Some text of two.\n");
    writeFileSync(join(config, "config.toml"), 'dir = ["near", "~/far"] # two of them\n');
    const list = "unset AZERTAC_CONFIG; azertac list --ids --sort title";
    expect(shell(list, { HOME: home }).out).toBe("one\ntwo\n");
    expect(shell(list, { HOME: folder(), XDG_CONFIG_HOME: join(home, ".config") }).err).toContain("far");
  });
});

describe("what comes first", () => {
  test("an option, the environment, the file, the sample", () => {
    expect(withConfig(DIR, ["list", "--ids"]).out).toBe("a\nb\nc\n");
    expect(withConfig(DIR, ["list", "--ids", "-d", "seeds"]).out).toBe(`${SEED_ID}\n`);
    expect(withConfig(DIR, ["list", "--ids"], { AZERTAC_DIR: "seeds" }).out).toBe(`${SEED_ID}\n`);
    expect(withConfig("", ["list", "--ids"]).out).toBe(`${SEED_ID}\n`);
  });

  test("a command's own table before what holds for all", () => {
    const config = `limit = 2\n${DIR}[search]\nlimit = 1\n[list]\nreverse = true\n`;
    expect(withConfig(config, ["list", "--ids"]).out).toBe("c\nb\n");
    expect(withConfig(config, ["search", "text", "--ids"]).out.split("\n")).toHaveLength(2);
    expect(withConfig(config, ["search", "text", "--ids", "-n", "3"]).out.split("\n")).toHaveLength(4);
  });

  test("a command does without what it has no option for", () => {
    expect(withConfig(`sentences = 1\nwidth = 40\n${DIR}`, ["list", "--ids"]).code).toBe(0);
    expect(withConfig(`sentences = 1\n${DIR}`, ["summary", "a"]).out).not.toContain("More of it");
  });

  test("colour: NO_COLOR and --color come before the file", () => {
    const red = /\u001b\[/;
    const config = `color = "always"\n`;
    expect(withConfig(config, ["list"]).out).toMatch(red);
    expect(withConfig(config, ["list", "--color", "auto"]).out).not.toMatch(red);
    expect(withConfig(config, ["list"], { NO_COLOR: "1" }).out).not.toMatch(red);
  });

  test("the theme: AZERTAC_THEME and --theme come before the file", () => {
    const blue = "\u001b[34m";
    const config = `color = "always"\ntheme = "light"\n`;
    expect(withConfig(config, ["list"]).out).toContain(blue);
    expect(withConfig(config, ["list"], { AZERTAC_THEME: "dark" }).out).not.toContain(blue);
    expect(withConfig(config, ["list", "--theme", "dark"]).out).not.toContain(blue);
  });

  test("what is at odds with an option that is typed gives way", () => {
    const config = `${DIR}[list]\ncolumns = "title"\n`;
    expect(withConfig(config, ["list", "-n", "1"]).out).toBe("Title a\n");
    expect(JSON.parse(withConfig(config, ["list", "--json"]).out)).toHaveLength(3);
    expect(withConfig(config, ["list", "-n", "1", "--format", "{id}"]).out).toBe("a\n");
  });

  test("show --last shows from the archive that was searched", () => {
    const cache = { AZERTAC_CACHE: join(folder(), "cache") };
    withConfig("", ["search", "Algeria", "-d", "seeds"], cache);
    expect(withConfig(DIR, ["show", "--last", "--ids"], cache).out).toBe(`${SEED_ID}\n`);
  });
});

describe("one that is wrong is named with its line: exit code 2", () => {
  test.each([
    ["# mine\nlimt = 3\n", 2, 'there is no setting "limt"', "(Did you mean limit?)"],
    ["\n[search]\nsentences = 3\n", 3, 'there is no setting "sentences" for search', ""],
    ["[serch]\nlimit = 3\n", 1, 'there is no command "serch"', "(Did you mean search?)"],
    ['limit = "few"\n', 1, 'limit is "few": --limit takes a whole number from 0', ""],
    ["limit = [1, 2]\n", 1, "limit takes one value", ""],
    ['theme = "pink"\n', 1, 'theme is "pink": Allowed choices are auto, light, dark, none', ""],
    ["exact = 1\n", 1, "exact takes true or false", ""],
    ["pager = 1\n", 1, "pager takes true, false or a command", ""],
    ["dir = 1\n", 1, "dir takes a path or a list of paths", ""],
    ["json = true\n", 1, '"json" can\'t be set here; use --json on the command line', ""],
    ["a = [\n", 2, "this is not TOML", ""],
  ])("%j", (text, line, message, proposal) => {
    const { code, out, err, path } = withConfig(text, ["search", "Algeria"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`azertac: ${path}:${line}: ${message}`);
    expect(err).toContain(proposal);
  });

  test("a value that only the command can judge: what the file sets is named", () => {
    const { code, err, path } = withConfig('[list]\nformat = "{titel}"\n', ["list"]);
    expect(code).toBe(2);
    expect(err).toContain('there is no key "titel"');
    expect(err).toContain(`(${path} sets format)`);
  });

  test("help, version and completion work all the same", () => {
    for (const words of [
      ["--version"],
      ["--help"],
      ["list", "--help"],
      ["help", "list"],
      ["completion", "bash"],
    ])
      expect(withConfig("nonsense", words), words.join(" ")).toMatchObject({ code: 0, err: "" });
  });

  test("no control character of it reaches the terminal", () => {
    const { err } = withConfig('"a\\u001b[31mb" = 1\n', ["list"]);
    expect(err).toContain("there is no setting");
    expect(err).not.toContain("\u001b");
  });
});

test("--version is one line that tells all a report needs", () => {
  for (const flag of ["--version", "-V"]) {
    const { code, out, err } = azertac([flag]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^azertac \d+\.\d+\.\d+ \(index format \d+, Node v\d+\.\d+\.\d+, \w+ \w+\)\n$/);
    expect(out).toContain(`Node ${process.version}, ${process.platform} ${process.arch}`);
  }
});
