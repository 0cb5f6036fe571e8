/**
 * Runs what README.md and the pages in docs/ show.
 *
 * A `console` block is a session: lines after `$ ` are commands (continued by lines after `> `), the lines below are all
 * that they print, on either stream. The blocks of a page share one folder, in the order of the page.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FORMAT_VERSION, SECTIONS } from "../src/index/format/sections.js";
import { binFolder, environment, folder } from "./cli/tool.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const docs = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
const PAGES = ["README.md", ...docs.map((name) => `docs/${name}`)];

interface Block {
  language: string;
  text: string;
  /** Of its first line in the page. */
  line: number;
}

interface Step {
  command: string;
  printed: string;
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = "", 2: body = "", index }) => ({
    language,
    text: body,
    line: text.slice(0, index).split("\n").length + 1,
  }));
}

/** The commands of a session and what each prints. */
function stepsOf({ text, line }: Block): Step[] {
  const steps: Step[] = [];
  for (const one of text.split("\n").slice(0, -1)) {
    const last = steps.at(-1);
    if (one.startsWith("$ ")) steps.push({ command: one.slice(2), printed: "" });
    else if (!last) throw new Error(`line ${line}: a session begins with a command`);
    else if (one.startsWith("> ") && last.printed === "") last.command += `\n${one.slice(2)}`;
    else last.printed += `${one}\n`;
  }
  return steps;
}

/** Runs a command as a person in a folder does; both streams come in the order in which they were written. */
function run(command: string, cwd: string, env: NodeJS.ProcessEnv): string {
  const { stdout } = spawnSync("bash", ["-c", `exec 2>&1\n${command}`], { cwd, env, encoding: "utf8" });
  // The lines of CSV end in CR LF, which looks the same.
  return stdout.replaceAll("\r\n", "\n");
}

describe("a session", () => {
  test("is cut into commands and what they print", () => {
    const text = "$ cat <<'END'\n> a\n> END\na\n\n$ true\n$ echo b\nb\n";
    expect(stepsOf({ language: "console", text, line: 1 })).toEqual([
      { command: "cat <<'END'\na\nEND", printed: "a\n\n" },
      { command: "true", printed: "" },
      { command: "echo b", printed: "b\n" },
    ]);
  });

  test("is found in a page with its line", () => {
    const [first] = blocksOf("README.md").filter(({ language }) => language === "console");
    const lines = readFileSync(join(ROOT, "README.md"), "utf8").split("\n");
    expect(`${lines[(first?.line ?? 0) - 1]}\n`).toBe(first?.text.slice(0, first.text.indexOf("\n") + 1));
  });
});

describe.each(PAGES)("%s", (page) => {
  const blocks = blocksOf(page);
  const sessions = blocks.filter(({ language }) => language === "console");

  test("prints what its sessions show", () => {
    const env = environment();
    env.PATH = `${binFolder()}:${env.PATH}`;
    const cwd = folder();
    // The page's own home: saved searches are written to the config file in it.
    env.HOME = cwd;
    delete env.AZERTAC_CONFIG;
    delete env.AZERTAC_STATE;
    const steps = sessions.flatMap((session) =>
      stepsOf(session).map((step) => ({ ...step, line: session.line })),
    );
    // All at once: a failure shows every difference of the page.
    expect(steps.map((step) => ({ ...step, printed: run(step.command, cwd, env) }))).toEqual(steps);
  });

  test("shows sessions with azertac as console blocks only", () => {
    const others = blocks.filter(({ language, text }) => language !== "console" && /^\$ azertac/m.test(text));
    expect(others).toEqual([]);
  });

  test("has links and pictures that lead somewhere", () => {
    const text = readFileSync(join(ROOT, page), "utf8").replace(/^```.*?^```$/gms, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    const missing = targets.filter((target) => {
      const [path = "", anchor] = target.split("#");
      if (/^[a-z]+:/.test(path)) return false;
      const file = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(file).has(anchor);
    });
    expect(missing).toEqual([]);
  });
});

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const headings = readFileSync(join(ROOT, page), "utf8").match(/^#+ .*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

/** A folder in which `azertac` can be imported, with the archive that the README makes. */
function project(): string {
  const cwd = folder();
  const modules = join(cwd, "node_modules");
  mkdirSync(modules);
  symlinkSync(ROOT, join(modules, "azertac"));
  symlinkSync(join(ROOT, "node_modules/@types"), join(modules, "@types"));
  const steps = blocksOf("README.md").flatMap((block) =>
    block.language === "console" ? stepsOf(block) : [],
  );
  for (const { command } of steps)
    if (command.startsWith("cat > wire.jsonl")) run(command, cwd, environment());
  return cwd;
}

describe("the library in README.md", () => {
  const cwd = project();
  const only = (language: string): string =>
    blocksOf("README.md").find((block) => block.language === language)?.text ?? "";
  const node = (file: string): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      cwd,
      env: environment(),
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };

  test("has types that fit", () => {
    writeFileSync(join(cwd, "library.mts"), only("ts"));
    const tsc = join(ROOT, "node_modules/.bin/tsc");
    const options = "--noEmit --strict --target es2023 --module nodenext --types node".split(" ");
    const { status, stdout } = spawnSync(tsc, [...options, "library.mts"], { cwd, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  test("runs", () => {
    // The block has no types of its own, so that it is JavaScript too.
    writeFileSync(join(cwd, "library.mjs"), only("ts"));
    const printed = node("library.mjs");
    expect(printed).toContain("port-1 Port of Alat opens a second terminal\n");
    expect(printed).toContain("foreign minister");
    expect(printed).toContain("QUERY the quotation mark is not closed\n");
  });

  test("can be required", () => {
    writeFileSync(join(cwd, "library.cjs"), only("js"));
    expect(node("library.cjs")).toBe("5\n");
  });
});

describe("docs/index-format.md", () => {
  const text = readFileSync(join(ROOT, "docs/index-format.md"), "utf8");

  test("is of this version", () => {
    expect(/format version is \*\*(\d+)\*\*/.exec(text)?.[1]).toBe(String(FORMAT_VERSION));
  });

  test("describes every section", () => {
    const rows = text.slice(text.indexOf("\n## Sections"), text.indexOf("\nA **record**"));
    const described = [...rows.matchAll(/^\|((?: ?`\w+`,?)+) *\|/gm)].flatMap(({ 1: names = "" }) =>
      names.replace(/[`,]/g, " ").trim().split(/ +/),
    );
    expect(described.sort()).toEqual([...SECTIONS].sort());
  });
});
