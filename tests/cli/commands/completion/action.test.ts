/** Completion in the shells themselves: bash, zsh and fish, where they are installed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "../../tmux.js";
import { archiveOf, azertac, binFolder, environment, folder, SEED_ID } from "../../tool.js";

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

const EVIL = 'it\'s "$(touch pwned)" `touch pwned`; touch pwned #\\!';
const records = [
  { id: "plain-one", place: "Baku", agency: "AZERTAC", title: "First: a title", date: "2024-01-01" },
  {
    id: "plain-two",
    place: "New York",
    agency: "TASS",
    title: "Second \\ 100 % $(touch pwned)",
    date: "2024-01-02",
  },
  { id: EVIL, place: EVIL, agency: EVIL, title: `Evil \u001b[31mred ${EVIL}`, date: "2024-01-03" },
];
const wire = archiveOf({
  "all.jsonl": records.map((record) => JSON.stringify({ ...record, text: "Some text." })).join("\n"),
});
const PATH = `${binFolder()}:${process.env.PATH}`;

const SEED_TITLE =
  "Algiers, the capital of Algeria, on Monday hosted the second round of political consultations…";

/** What the shell's script is told. */
const asked = (shell: string, line: string, more: Record<string, string> = {}): string[] =>
  azertac(["__complete", shell, line], more).out.split("\n").slice(0, -1);

describe("what the scripts ask", () => {
  test("articles of the archive of the line, of the environment, or of the config file", () => {
    const ids = ["words", "latest\tthe newest article"];
    expect(asked("zsh", "azertac show ")).toEqual([...ids, `${SEED_ID}\t${SEED_TITLE}`]);
    const expected = ["words", "plain-two\tSecond \\ 100 % $(touch pwned)", "plain-one\tFirst: a title"];
    expect(asked("zsh", `azertac show -d '${wire}' pl`)).toEqual(expected);
    expect(asked("zsh", "azertac show pl", { AZERTAC_DIR: wire })).toEqual(expected);
    expect(asked("zsh", `AZERTAC_DIR=${wire} azertac show pl`)).toEqual(expected);
    const config = join(folder(), "config.toml");
    writeFileSync(config, `dir = ${JSON.stringify(wire)}\nnonsense = 1\n`);
    expect(asked("zsh", "azertac show pl", { AZERTAC_CONFIG: config })).toEqual(expected);
    writeFileSync(config, "this is not TOML");
    expect(asked("zsh", "azertac show pl", { AZERTAC_CONFIG: config })).toEqual(["words"]);
  });

  test("a file's name where no id begins so", () => {
    expect(asked("fish", "azertac show 00")).toEqual(["words", `000_6d47f89584a386a7.txt\t${SEED_TITLE}`]);
  });

  test("ids that were made to tell articles apart", () => {
    const shared = archiveOf({ "a/same.txt": "First text of it.\n", "b/same.txt": "Second text of it.\n" });
    expect(asked("fish", `azertac show -d ${shared} same-`)).toEqual(["words", "same-2\tSecond text of it."]);
  });

  test("nothing is ever said of what is wrong", () => {
    for (const words of [
      [],
      ["zsh"],
      ["tcsh", "azertac "],
      ["zsh", "azertac show -d /no/such/folder "],
      ["zsh", "azertac nothing "],
      ["zsh", "azertac show -d "],
      ["bash", "azertac show '"],
    ])
      expect(azertac(["__complete", ...words]).err, words.join(" ")).toBe("");
  });

  test("a large archive without a stored index is not read, and nothing is stored; with one it is told from that", () => {
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const id = i < 2999 ? `wire-${String(i).padStart(4, "0")}` : "zeta";
      return JSON.stringify({
        id,
        place: `Place ${i % 7}`,
        title: `Title ${i}`,
        text: "Words of it. ".repeat(20),
      });
    });
    const large = archiveOf({ "all.jsonl": lines.join("\n") });
    const cache = join(folder(), "cache");
    const complete = (line: string): string[] => asked("zsh", line, { AZERTAC_CACHE: cache });
    expect(complete(`azertac show -d ${large} wire-29`)).toEqual(["words"]);
    expect(existsSync(cache)).toBe(false);
    expect(azertac(["index", "-d", large], { AZERTAC_CACHE: cache }).code).toBe(0);
    expect(complete(`azertac show -d ${large} wire-299`)).toHaveLength(1 + 9);
    expect(complete(`azertac list -d ${large} --place `)).toHaveLength(1 + 7);
    // Some of all, but none that would make a shell type `wire-`.
    const some = complete(`azertac show -d ${large} `);
    expect(some.length).toBeLessThan(120);
    expect(some.at(-1)).toBe("zeta\tTitle 2999");
    // Files that have changed since are not read.
    writeFileSync(join(large, "more.jsonl"), JSON.stringify({ id: "wire-new", text: "New words." }));
    expect(complete(`azertac show -d ${large} wire-n`)).toEqual(["words"]);
  });
});

describe.skipIf(!has("bash"))("bash", () => {
  /** The replies to a line with the cursor at its end. */
  function replies(line: string, cwd = folder()): string[] {
    const script = `source <(azertac completion bash)
      COMP_LINE=$1 COMP_POINT=\${#1} COMP_TYPE=9
      read -ra COMP_WORDS <<< "$1"; COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _azertac && printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script, "bash", line], {
      encoding: "utf8",
      env: environment({ PATH }),
      cwd,
    });
    expect(stderr).toBe("");
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
    return stdout.split("\n").slice(0, -1);
  }

  test.each([
    ["azertac sho", ["show"]],
    ["azertac list --sort=t", ["title"]],
    [`azertac show -d '${wire}' plain-o`, ["plain-one"]],
    [`azertac list -d "${wire}" --place New`, ["New\\ York"]],
    [`azertac list -d "${wire}" --place "New`, ["New York"]],
    [`azertac search -d ${wire} place:New`, ['\\"New\\ York\\"']],
    ["azertac show $(touch pwned) lat", ["latest"]],
    ["azertac show $(azertac sea", ["search"]],
  ])("%s", (line, expected) => {
    expect(replies(line)).toEqual(expected);
  });

  test("an id of all that a shell might run is one word, and runs nothing", () => {
    const [reply = ""] = replies(`azertac show -d ${wire} it`);
    const cwd = folder();
    const { stdout } = spawnSync("bash", ["-c", `printf %s ${reply}`], { encoding: "utf8", cwd });
    expect(stdout).toBe(EVIL);
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
  });

  test("only COMP_WORDS is set, as some programs do it", () => {
    const script = `source <(azertac completion bash); COMP_WORDS=(azertac summ); COMP_CWORD=1; _azertac
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["-c", script], { encoding: "utf8", env: environment({ PATH }) });
    expect(stdout).toBe("summary\n");
  });
});

let screen: Screen | undefined;
afterEach(() => screen?.end());

/** Types a line's beginning and presses Tab. */
function tab(on: Screen, text: string, shows: RegExp): void {
  on.write(text);
  on.keys("Tab");
  on.waitFor(shows);
  on.keys("C-c");
  on.type("clear");
  on.waitFor(/^ready> $/);
}

describe.skipIf(!hasTmux || !has("bash"))("bash at a prompt", () => {
  test("a word is completed, a list is shown", () => {
    const on = new Screen({ PATH, AZERTAC_DIR: wire }, { columns: 60, rows: 24 });
    screen = on;
    on.type("unset -f azertac; source <(azertac completion bash); clear");
    on.waitFor(/^ready> $/);
    tab(on, "azertac sho", /azertac show $/);
    tab(on, "azertac list --place=Ne", /--place=New\\ York $/);
    tab(on, 'azertac list --place "Ne', /--place "New York" $/);
    tab(on, "azertac search place:Ne", /place:\\"New\\ York\\" $/);
    tab(on, "azertac search pla", /place: $/);
    on.write("azertac show pl");
    on.keys("Tab");
    on.waitFor(/show plain- $/);
    on.keys("Tab", "Tab");
    on.waitFor(/^plain-two {2}\(Second \\ 100 % \$\(touch pwned\)\)\nplain-one {2}\(First: a title\)$/m);
  });

  test("ids with marks that an interactive bash expands", () => {
    const ids = ["a!b", "q!!x y", "z!1", "z!2", "!x"];
    const bangs = archiveOf({
      "bangs.jsonl": ids.map((id) => `${JSON.stringify({ id, text: `Text of ${id}.` })}\n`).join(""),
    });
    const on = new Screen({ PATH, AZERTAC_DIR: bangs });
    screen = on;
    on.type("unset -f azertac; source <(azertac completion bash); clear");
    on.waitFor(/^ready> $/);
    const run = (typed: string, completed: RegExp, id: string): void => {
      on.write(`azertac show --ids ${typed}`);
      on.keys("Tab");
      on.waitFor(completed);
      on.keys("Enter");
      on.waitFor(new RegExp(`^${id}\\nready> $`, "m"));
      on.type("clear");
      on.waitFor(/^ready> $/);
    };
    run("a", /ids a\\!b $/, "a!b");
    run('"a', /ids "a"\\!"b" $/, "a!b");
    run("'a", /ids 'a!b' $/, "a!b");
    run('"q', /ids "q"\\!""\\!"x y" $/, "q!!x y");
    run('"z"\\!"1', /ids "z"\\!"1" $/, "z!1");
    run('"q"\\!"', /ids "q"\\!""\\!"x y" $/, "q!!x y");
    run("\\!", /ids \\!x $/, "!x");
    run('"!', /ids ""\\!"x" $/, "!x");
  });

  test("folders are found by bash itself", () => {
    const home = folder();
    mkdirSync(join(home, "my wire"));
    const on = new Screen({ PATH, HOME: home });
    screen = on;
    on.type("cd; source <(azertac completion bash); clear");
    on.waitFor(/^ready> $/);
    tab(on, "azertac list -d my", /-d my\\ wire\/ $/);
    tab(on, "azertac list --dir=~/my", /--dir=~\/my\\ wire\/ $/);
  });
});

describe.skipIf(!hasTmux || !has("zsh"))("zsh at a prompt", () => {
  const start = (home: string): Screen => {
    const on = new Screen({ PATH, HOME: home, AZERTAC_DIR: wire }, { columns: 70, rows: 24 });
    screen = on;
    on.type("cd; zsh -f");
    on.type("PS1='ready> '; unsetopt prompt_sp; autoload -Uz compinit; compinit -u -D");
    on.type("source <(azertac completion zsh); clear");
    on.waitFor(/^ready> $/);
    return on;
  };

  test("a word is completed and quoted, a list has what each is", () => {
    const home = folder();
    mkdirSync(join(home, "my wire"));
    const on = start(home);
    tab(on, "azertac sho", /azertac show $/);
    tab(on, "azertac list --place=Ne", /--place=New\\ York $/);
    tab(on, "azertac list --place new", /--place New\\ York $/);
    tab(on, 'azertac list --place "Ne', /--place "New York" $/);
    tab(on, "azertac search place:Ne", /place:\\"New\\ York\\" $/);
    tab(on, "azertac search pla", /place: $/);
    tab(on, "azertac list -d my", /-d my\\ wire\/ $/);
    tab(on, "azertac list --dir=my", /--dir=my\\ wire\/ $/);
    on.write("azertac show pl");
    on.keys("Tab");
    on.waitFor(/show plain- $/);
    on.keys("Tab");
    on.waitFor(/^plain-two {2}-- Second \\ 100 % \$\(touch pwned\)\nplain-one {2}-- First: a title ?$/m);
  });

  test("an id of all that a shell might run is one word, and runs nothing", () => {
    const home = folder();
    const on = start(home);
    on.write("azertac show it");
    on.keys("Tab");
    on.waitFor(/show it\\'s\\ /);
    on.keys("C-a");
    on.write("print -r -- ");
    on.keys("C-e");
    on.type("> out; clear");
    on.waitFor(/^ready> $/);
    expect(readFileSync(join(home, "out"), "utf8")).toBe(`azertac show ${EVIL}\n`);
    expect(existsSync(join(home, "pwned"))).toBe(false);
  });

  test("as a file in fpath it is found by its name", () => {
    const home = folder();
    const functions = join(home, "functions");
    mkdirSync(functions);
    writeFileSync(join(functions, "_azertac"), azertac(["completion", "zsh"]).out);
    const on = new Screen({ PATH, HOME: home });
    screen = on;
    on.type("cd; zsh -f");
    on.type("PS1='ready> '; fpath=(~/functions $fpath); autoload -Uz compinit; compinit -u -D; clear");
    on.waitFor(/^ready> $/);
    tab(on, "azertac sho", /azertac show $/);
    tab(on, "azertac summ", /azertac summary $/);
  });
});

describe.skipIf(!has("fish"))("fish", () => {
  function completions(line: string): string[] {
    const home = folder();
    mkdirSync(join(home, "my wire"));
    const { stdout, stderr } = spawnSync(
      "fish",
      ["--no-config", "-c", 'azertac completion fish | source; cd; complete -C "$argv[1]"', line],
      { encoding: "utf8", env: environment({ PATH, HOME: home, AZERTAC_DIR: wire }) },
    );
    expect(stderr).toBe("");
    expect(existsSync(join(home, "pwned"))).toBe(false);
    return stdout.split("\n").slice(0, -1);
  }

  test.each([
    ["azertac sho", ["show\tread articles"]],
    ["azertac show pl", ["plain-two\tSecond \\ 100 % $(touch pwned)", "plain-one\tFirst: a title"]],
    ["azertac list --place New", ["New York\t1 article"]],
    ["azertac list --place=New", ["--place=New York\t1 article"]],
    ["azertac search pla", ["place:\tfrom a place"]],
    ["azertac list --sort ti", ["title"]],
  ])("%s", (line, expected) => {
    expect(completions(line)).toEqual(expected);
  });

  test("folders are found by fish itself", () => {
    expect(completions("azertac list -d m")[0]).toMatch(/^my wire\/(?:\t|$)/);
    expect(completions("azertac list --dir=m")[0]).toMatch(/^--dir=my wire\/(?:\t|$)/);
  });
});
