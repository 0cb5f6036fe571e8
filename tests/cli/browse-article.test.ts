/** What browse does with one article, in a real terminal: its key sentences, related articles, the editor; and F1. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "./tmux.js";
import { archiveOf, azertac, folder } from "./tool.js";

const record = (id: string, date: string, title: string, text: string): string =>
  JSON.stringify({ id, date, place: "Northport", title, text });
const wire = archiveOf({
  "all.jsonl": [
    record(
      "ferry-1",
      "2024-03-01",
      "Ferry terminal opens at Alat",
      `The ferry terminal at Alat opened on Friday. ${"Many guests came and were shown around. ".repeat(8)}It can load forty wagons of cargo a day, the terminal director said. The weather was mild.`,
    ),
    record(
      "ferry-2",
      "2024-03-05",
      "Second ferry for the Alat terminal",
      "A second ferry will sail from the Alat terminal. It carries wagons with cargo.",
    ),
    record(
      "ferry-3",
      "2024-03-09",
      "Wagons wait at Alat",
      "Some wagons with cargo wait for a ferry at the Alat terminal. A storm keeps the ferry in port.",
    ),
    record("wine", "2024-04-01", "Grapes ripen early", "Grapes ripen early this year, farmers said."),
  ].join("\n"),
  "plain.txt":
    "The keeper of the lighthouse\n\nNORTHPORT, May 5, 2024 - The keeper\ncounted the boats twice.\n",
});
const AFTER = 'echo "code $?"; [ "$B" = "$(stty -a)" ] && echo same';

describe.skipIf(!hasTmux)("in a terminal", () => {
  let screen: Screen | undefined;
  afterEach(() => screen?.end());
  const browse = (
    query: string,
    more: Record<string, string> = {},
    size?: { columns: number; rows: number },
  ): Screen => {
    const on = new Screen(more, size);
    screen = on;
    on.type(`B=$(stty -a); azertac browse -d ${wire} ${query}; ${AFTER}`);
    on.waitFor(/Esc quit/);
    return on;
  };
  const left = (on: Screen): void => {
    on.keys("Escape");
    expect(on.waitFor(/^same/m)).toContain("code 0");
    expect(on.modes).toEqual({ alternate: false, cursor: true });
  };

  test("Ctrl-T shows the key sentences that summary prints, and the text again", () => {
    const on = browse("id:ferry-1");
    expect(on.waitFor(/guests/)).toContain("1 · relevance");
    on.keys("C-t");
    const shown = on.waitFor(/key sentences/);
    const { out } = azertac(["summary", "-d", wire, "ferry-1", "--json"]);
    const [{ sentences }] = JSON.parse(out) as [{ sentences: string[] }];
    const preview = shown
      .split("\n")
      .map((row) => row.split("│")[1]?.trim() ?? "")
      .join(" ");
    expect(sentences.length).toBeGreaterThan(1);
    for (const sentence of sentences) expect(preview).toContain(sentence);
    on.keys("F2");
    expect(on.waitFor(/guests came[\s\S]*guests came/)).not.toContain("key sentences");
    left(on);
  });

  test("Ctrl-X lists the related articles, and Esc goes back to where one was", () => {
    const on = browse("");
    on.keys("Down", "Down");
    on.waitFor(/^> 2024-03-09/m);
    on.keys("C-x");
    const related = on.waitFor(/2 · related/);
    expect(related).toMatch(/related to: Wagons wait at Alat +F1 keys +Esc back/);
    expect(related).toMatch(/in common: .*ferry/);
    expect(related).not.toContain("Grapes");
    const { out } = azertac(["related", "-d", wire, "ferry-3", "--ids"]);
    expect(out.split("\n")).toEqual(["ferry-2", "ferry-1", ""]);
    expect(related).toMatch(/^> 2024-03-05[\s\S]*^ {2}2024-03-01/m);
    on.keys("Down", "F3");
    on.waitFor(/related to: Ferry terminal opens/);
    on.keys("Escape");
    on.waitFor(/related to: Wagons[\s\S]*$/);
    on.keys("Escape");
    expect(on.waitFor(/^> 2024-03-09/m)).toMatch(/5 · date[\s\S]*Esc quit/);
    left(on);
  });

  test("what is typed among related articles is a search again", () => {
    const on = browse("");
    on.keys("Down", "Down", "C-x");
    on.waitFor(/2 · related/);
    on.keys(..."grapes");
    expect(on.waitFor(/1 · relevance/)).toMatch(/Grapes[\s\S]*Esc quit/);
    left(on);
  });

  test("an article that nothing is related to", () => {
    const on = browse("grapes");
    on.waitFor(/1 · relevance/);
    on.keys("C-x");
    on.waitFor(/no other article is related to this one/);
    left(on);
  });

  /** An editor that shows what it was given until a line is typed. */
  const editor = (): string => {
    const path = join(folder(), "vim");
    writeFileSync(
      path,
      '#!/bin/sh\nfor last; do :; done\necho "given $# words: $1"\ncat "$last"\nstty -a | grep -c " icanon"\nread line\necho "$line" >> "$0.kept"\necho "$last" >> "$0.kept"\n',
    );
    chmodSync(path, 0o755);
    return path;
  };

  test("Ctrl-O opens the file in the editor on a terminal of its own, at the match, and the browser is back", () => {
    const path = editor();
    const on = browse("counted", { EDITOR: `${path} -w` });
    on.waitFor(/1 · relevance/);
    on.keys("C-o");
    const shown = on.waitFor(/^1 *$/m);
    expect(shown).toMatch(/given 3 words: -w[\s\S]*NORTHPORT, May 5, 2024 - The keeper/);
    on.type("typed in it");
    expect(on.waitFor(/1 · relevance/)).toMatch(/^> counted /m);
    expect(on.modes.alternate).toBe(true);
    expect(readFileSync(`${path}.kept`, "utf8")).toBe(`typed in it\n${join(wire, "plain.txt")}\n`);
    on.keys("BSpace");
    on.waitFor(/^> counte /m);
    left(on);
  });

  test("with --ids and output that is no terminal the editor has the terminal all the same", () => {
    const path = editor();
    const on = new Screen({ VISUAL: path });
    screen = on;
    on.type(`azertac browse -d ${wire} --ids grapes | tr a-z A-Z`);
    on.waitFor(/Enter choose/);
    on.keys("F4");
    expect(on.waitFor(/^1 *$/m)).toMatch(/given 1 words: [\s\S]*Grapes ripen early this year/);
    on.type("done");
    on.waitFor(/Enter choose/);
    on.keys("Enter");
    on.waitFor(/^WINE$/m);
  });

  test.each([
    ["none is set", {}, /no editor is set: set VISUAL or EDITOR/],
    [
      "it is not there",
      { EDITOR: "no-such-editor" },
      /cannot run the editor no-such-editor: no such program/,
    ],
    ["it fails", { EDITOR: "false" }, /the editor false ended with exit code 1/],
  ])("an editor: %s, which the status line says", (_, more, message) => {
    const on = browse("grapes", more);
    on.waitFor(/1 · relevance/);
    on.keys("C-o");
    expect(on.waitFor(message)).toMatch(/^> grapes /m);
    on.keys("Down");
    on.waitFor(/Esc quit/);
    left(on);
  });

  test("Ctrl-C in the editor is the editor's", () => {
    const path = join(folder(), "ed");
    writeFileSync(path, "#!/bin/sh\ntrap 'echo caught' INT\necho started\nread a || read a\n");
    chmodSync(path, 0o755);
    const on = browse("grapes", { EDITOR: path });
    on.waitFor(/1 · relevance/);
    on.keys("C-o");
    on.waitFor(/started/);
    on.keys("C-c");
    on.waitFor(/caught/);
    on.type("");
    on.waitFor(/1 · relevance/);
    left(on);
  });

  test("F1 at 40 columns: nothing is cut, the rest is scrolled to; a new size while it is shown", () => {
    const on = browse("grapes", {}, { columns: 40, rows: 12 });
    on.keys("F1");
    const first = on.waitFor(/1-10 of \d+ {2}Up Down scroll {2}Esc back/);
    expect(first).not.toContain("…");
    on.keys("End");
    expect(on.waitFor(/29-38 of 38/)).toMatch(/^Esc, Ctrl-C$\n^ {2}quit$/m);
    on.resize({ columns: 90, rows: 24 });
    const wide = on.waitFor(/any key goes back/);
    expect(wide).toMatch(/^Ctrl-O, F4 +open the article in \$VISUAL or \$EDITOR$/m);
    expect(wide).toMatch(/^Esc, Ctrl-C +quit$/m);
    on.resize({ columns: 30, rows: 8 });
    on.waitFor(/^1-6 of \d+ +Up Down|^Up Down scroll {2}Esc back/m);
    on.keys("Escape");
    on.waitFor(/^> 2024-04-01|^> Grapes/m);
    on.keys("Escape");
    // What stty says has the size, which is another now.
    on.waitFor(/^code 0/m);
  });
});
