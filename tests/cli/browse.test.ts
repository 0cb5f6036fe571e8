/** `azertac browse` in a real terminal: keys are sent, the screen is read. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "./tmux.js";
import { archiveOf, azertac, BIN, dispatch, environment, folder } from "./tool.js";

const files = (): Record<string, string> => ({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch(
    "2024-01-10",
    "Baku",
    "January 10",
    "The harvest of grain rose in the northern plain.",
    ...Array.from({ length: 40 }, (_, i) => `Paragraph ${i} tells of the weather.`),
  ),
  "002_bbbbbbbbbbbbbbbb.txt": dispatch("2024-02-20", "Baku", "February 20", "Boats of the fleet came in."),
  "003_cccccccccccccccc.txt": dispatch("2024-03-01", "Ganja", "March 1", "The harbour was closed for boats."),
  "004_dddddddddddddddd.txt": dispatch(
    "2024-03-02",
    "Tokyo",
    "March 2",
    "会議が港で開かれ、灯台の守り手が船を二度数えた。全部そろっていた。",
  ),
  "005_eeeeeeeeeeeeeeee.txt": dispatch(
    "2024-03-03",
    "Cairo",
    "March 3",
    "اجتمع وزراء الخارجية لبحث التعاون في الطاقة \u001b[2J\u202e cafe\u0301.",
  ),
});
const wire = archiveOf(files());
/** What follows the call: its exit code, and whether the terminal is as it was. */
const AFTER = 'echo "code $?"; [ "$B" = "$(stty -a)" ] && echo same';

test("without a terminal: a clear error, exit code 2", () => {
  // A session of its own has no terminal to fall back to.
  const { status, stderr } = spawnSync("setsid", ["-w", process.execPath, BIN, "browse", "-d", wire], {
    env: environment(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "azertac: browse needs a terminal to draw on\n" });
});

test("help has examples, the query and what --ids is for", () => {
  const { code, out } = azertac(["browse", "--help"]);
  expect(code).toBe(0);
  expect(out).toContain("azertac show $(azertac browse --ids)");
  expect(out).toContain("place:Baku");
  expect(out).toMatch(/--ids +Enter chooses/);
});

describe.skipIf(!hasTmux)("in a terminal", () => {
  let screen: Screen | undefined;
  afterEach(() => screen?.end());
  const open = (more: Record<string, string> = {}, size?: { columns: number; rows: number }): Screen => {
    screen = new Screen(more, size);
    return screen;
  };
  /** Starts to browse, with what the terminal was like before it kept in `$B`. */
  const browse = (on: Screen, call = `-d ${wire}`): void => {
    on.type(`B=$(stty -a); azertac browse ${call}; ${AFTER}`);
    on.waitFor(/Esc quit|F1 k|Ctrl-Y|Enter re/);
  };
  const isLeft = (on: Screen): void => {
    expect(on.modes).toEqual({ alternate: false, cursor: true });
  };

  test("the newest articles first, then hits that change with every key", () => {
    const on = open();
    browse(on);
    expect(on.modes).toEqual({ alternate: true, cursor: true });
    const rows = on.waitFor(/5 · date/).split("\n");
    expect(rows.slice(1, 4).map((row) => row.slice(0, 12))).toEqual([
      "> 2024-03-03",
      "  2024-03-02",
      "  2024-03-01",
    ]);
    on.keys("h", "a", "r");
    expect(on.waitFor(/2 · relevance/)).toMatch(/harvest[\s\S]*harbour|harbour[\s\S]*harvest/);
    on.keys("v");
    expect(on.waitFor(/1 · relevance/)).not.toContain("harbour");
    on.keys("BSpace", "b");
    expect(on.waitFor(/^> 2024-03-01 {2}The harbour/m)).not.toContain("harvest");
    on.keys("C-u");
    on.waitFor(/5 · date/);
    on.keys("Escape");
    expect(on.waitFor(/^same/m)).toContain("code 0");
    isLeft(on);
  });

  test("a query and filters from the call; a place that is typed", () => {
    const on = open();
    browse(on, `-d ${wire} --place Baku --since 2024-02 boats`);
    expect(on.waitFor(/1 · relevance · since 2024-02 · place Baku/)).toContain("fleet");
    on.keys("C-c");
    on.waitFor(/^same/m);
    browse(on);
    on.keys(..."place:Gan");
    expect(on.waitFor(/1 · relevance/)).toContain("harbour");
    on.keys("C-c");
    expect(on.waitFor(/same[\s\S]*same/)).toContain("code 0");
  });

  test("matches are marked in list and preview", () => {
    const on = open();
    browse(on, `-d ${wire} fleet`);
    on.waitFor(/1 · relevance/);
    on.waitFor(/Boats of the fleet came in\. *$/m);
    expect(on.sent.match(/\x1b\[[\d;]*31m(?:\x1b\[[\d;]*m)*fleet/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test("the pager opens, and the browser is back when it is left", () => {
    const on = open();
    browse(on, `-d ${wire} harvest`);
    on.waitFor(/1 · relevance/);
    on.keys("Enter");
    on.waitFor(/^:/m);
    on.keys("G");
    expect(on.waitFor(/\(END\)/)).toContain("Paragraph 39");
    on.keys("q");
    expect(on.waitFor(/1 · relevance/)).toContain("> harvest");
    expect(on.modes.alternate).toBe(true);
    on.keys("C-u", "b");
    on.waitFor(/^> b /m);
    on.keys("Escape");
    expect(on.waitFor(/^same/m)).toContain("code 0");
    isLeft(on);
  });

  test("an article that fits the screen stays in the pager until it is left, whatever LESS says", () => {
    const on = open({ LESS: "-FRX" });
    browse(on, `-d ${wire} fleet`);
    on.waitFor(/1 · relevance/);
    on.keys("Enter");
    expect(on.waitFor(/\(END\)/)).toContain("bbbbbbbbbbbbbbbb");
    on.keys("q");
    on.waitFor(/1 · relevance/);
  });

  test("what is only printed waits for a key", () => {
    const on = open();
    browse(on, `-d ${wire} --no-pager fleet`);
    on.waitFor(/1 · relevance/);
    on.keys("Enter");
    expect(on.waitFor(/Press a key to go back/)).toContain("Boats of the fleet");
    on.keys("x");
    expect(on.waitFor(/1 · relevance/)).toMatch(/^> fleet /m);
  });

  test.each([
    ["80×24", { columns: 80, rows: 24 }],
    ["40×10", { columns: 40, rows: 10 }],
    ["20×5", { columns: 20, rows: 5 }],
  ])("wide characters, marks and hostile text at %s", (_, size) => {
    const on = open({}, size);
    browse(on);
    const rows = on.waitFor(/اجتمع/).trimEnd().split("\n");
    expect(rows).toHaveLength(size.rows);
    for (const row of rows) expect(row).not.toMatch(/[\u0000-\u001f\u202e]/);
    on.keys("Down");
    on.waitFor(/^> .*会議/m);
    if (size.columns === 80) {
      // The line between the parts stands in one column, whatever stands before it.
      const screenful = on.waitFor(/│ 会議が港で/).split("\n");
      const widths = screenful.slice(2, 6).map((row) => {
        const before = row.slice(0, row.indexOf("│"));
        const wide = [...before].filter((character) => character > "\u2e80").length;
        return before.replace(/\p{M}/gu, "").length + wide;
      });
      expect(new Set(widths)).toEqual(new Set([41]));
    }
    on.keys("Escape");
    on.waitFor(/code 0/);
  });

  test("a new size, and back", () => {
    const on = open();
    browse(on);
    on.waitFor(/5 · date/);
    on.resize({ columns: 40, rows: 12 });
    on.waitFor(/^─{40}$/m);
    on.resize({ columns: 100, rows: 20 });
    const rows = on
      .waitFor(/Ctrl-Y.*Esc quit/)
      .trimEnd()
      .split("\n");
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatch(/5 · date$/);
    expect(rows[1]).toContain("│");
    on.keys("Escape");
    on.waitFor(/code 0/);
  });

  test("a broken query is said faintly, and the hits stay; no hits are said too", () => {
    const on = open();
    browse(on, `-d ${wire} fleet`);
    on.waitFor(/1 · relevance/);
    on.keys("Space", '"', "o", "i");
    const broken = on.waitFor(/the quotation mark is not closed/);
    expect(broken).toMatch(/1 · relevance[\s\S]*Boats of the fleet/);
    expect(on.sent).toMatch(/\x1b\[2mthe quotation mark/);
    on.keys("C-u", ..."zebra");
    const none = on.waitFor(/nothing found/);
    expect(none).not.toContain("Boats");
    on.keys("C-u");
    on.waitFor(/5 · date/);
  });

  test.each(["TERM", "HUP", "INT", "QUIT"] as const)(
    "killed by SIG%s it leaves the terminal as it was",
    (signal) => {
      const on = open();
      const pid = join(folder(), "pid");
      const script = join(folder(), "run");
      writeFileSync(
        script,
        `echo $$ > ${pid}; exec "${process.execPath}" "${BIN}" browse -d ${wire} boats\n`,
      );
      // On lines of their own: what stands behind a call that was interrupted is not done.
      on.type("B=$(stty -a)");
      on.type(`sh ${script}`);
      on.waitFor(/2 · relevance/);
      process.kill(Number(readFileSync(pid, "utf8")), `SIG${signal}`);
      on.waitFor(/ready> $/);
      on.type(AFTER);
      expect(on.waitFor(/^same/m)).toContain(`code ${128 + constants.signals[`SIG${signal}`]}`);
      isLeft(on);
      // Neither pastes between marks nor lines that are cut at the last column.
      const modes = [...on.sent.matchAll(/\x1b\[\?(2004|7)([hl])/g)].map(([, mode, set]) => `${mode}${set}`);
      expect(modes.filter((mode) => mode.startsWith("7")).at(-1)).toBe("7h");
    },
  );

  test("killed while the pager runs it leaves the terminal as it was, once the pager is left", () => {
    const on = open();
    const pid = join(folder(), "pid");
    const script = join(folder(), "run");
    writeFileSync(
      script,
      `echo $$ > ${pid}; exec "${process.execPath}" "${BIN}" browse -d ${wire} harvest\n`,
    );
    on.type(`B=$(stty -a); sh ${script}; ${AFTER}`);
    on.waitFor(/1 · relevance/);
    on.keys("Enter");
    on.waitFor(/^:/m);
    process.kill(Number(readFileSync(pid, "utf8")), "SIGTERM");
    on.keys("q");
    expect(on.waitFor(/^same/m)).toContain("code 143");
    isLeft(on);
  });

  /** The exit code that is written to a file by a shell that outlives its terminal. */
  const codeIn = (file: string): string => {
    for (let looks = 0; looks < 200; looks++) {
      if (existsSync(file) && readFileSync(file, "utf8") !== "") return readFileSync(file, "utf8");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
    return "none";
  };

  test.each([
    ["the hits are shown", (_: Screen) => {}],
    ["something is typed", (on: Screen) => on.write("grain")],
    [
      "an article is read in the pager",
      (on: Screen) => {
        on.keys("Enter");
        on.waitFor(/Paragraph/);
      },
    ],
    [
      "it waits for a key",
      (on: Screen) => {
        on.keys("Enter");
        on.waitFor(/Press a key/);
      },
    ],
  ])("its terminal goes away while %s: it ends without a signal of its own, exit code 129", (doing, act) => {
    const pager = doing.includes("key") ? "cat" : "less";
    const on = open({ PAGER: pager });
    const [code, errors] = [join(folder(), "code"), join(folder(), "errors")];
    on.type(`trap : HUP; azertac browse -d ${wire} grain 2> ${errors}; echo "$?" > ${code}`);
    on.waitFor(/harvest/);
    act(on);
    on.end();
    expect(codeIn(code)).toBe("129\n");
    expect(readFileSync(errors, "utf8")).toBe("");
  });

  test("stopped and gone on with", () => {
    const on = open();
    browse(on, `-d ${wire} boats`);
    on.waitFor(/2 · relevance/);
    on.keys("C-z");
    on.waitFor(/Stopped/);
    isLeft(on);
    on.type("fg");
    on.waitFor(/2 · relevance/);
    on.keys("Escape");
    on.waitFor(/ready> $/);
    isLeft(on);
  });

  test("help, orders, and the id for the clipboard", () => {
    const on = open();
    browse(on, `-d ${wire} boats`);
    on.waitFor(/2 · relevance/);
    on.keys("F1");
    expect(on.waitFor(/any key goes back/)).toMatch(/Ctrl-Y +copy the id/);
    on.keys("x");
    on.waitFor(/2 · relevance/);
    on.keys("C-s", "C-s");
    on.waitFor(/2 · oldest/);
    on.keys("C-y");
    on.waitFor(/\(OSC 52\): bbbbbbbbbbbbbbbb/);
    expect(on.sent).toContain(`\x1b]52;c;${btoa("bbbbbbbbbbbbbbbb")}\x07`);
  });

  test("a paste is typed as it is, its line ends as spaces", () => {
    const on = open();
    browse(on);
    on.paste("boats\nfleet ");
    expect(on.waitFor(/1 · relevance/)).toMatch(/^> boats fleet /m);
  });

  test("files that come while it is open are found with Ctrl-R", () => {
    const dir = archiveOf(files());
    const on = open();
    browse(on, `-d ${dir}`);
    on.waitFor(/5 · date/);
    writeFileSync(join(dir, "new.txt"), dispatch("2024-04-01", "Oslo", "April 1", "Snow fell in Oslo."));
    rmSync(join(dir, "001_aaaaaaaaaaaaaaaa.txt"));
    on.keys("C-r");
    expect(on.waitFor(/2024-04-01/)).toMatch(/looked for new and changed files/);
    on.keys(..."har");
    expect(on.waitFor(/1 · relevance/)).not.toContain("harvest");
  });

  test("what is read again while it is open does not write over the screen", () => {
    const dir = archiveOf(files());
    const on = open();
    browse(on, `-d ${dir} boats`);
    on.waitFor(/2 · relevance/);
    // Progress is shown of what takes longer than half a second.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800);
    const changed = dispatch("2024-02-20", "Baku", "February 20", "Boats of the navy came in.");
    writeFileSync(join(dir, "002_bbbbbbbbbbbbbbbb.txt"), changed);
    on.keys("C-r");
    expect(on.waitFor(/navy/)).toMatch(/^> boats +2 · relevance/m);
    expect(on.sent).not.toContain("Reading");
  });

  test("--ids: Enter prints the full id and nothing else; the screen is drawn where there is a terminal", () => {
    const on = open();
    on.type(`B=$(stty -a); id=$(azertac browse -d ${wire} --ids harvest); echo "code $?"; echo "got [$id]"`);
    expect(on.waitFor(/Enter choose/)).toContain("harvest");
    on.keys("Enter");
    expect(on.waitFor(/^got \[/m)).toMatch(/code 0\s+got \[aaaaaaaaaaaaaaaa\]/);
    isLeft(on);
    on.type('[ "$B" = "$(stty -a)" ] && echo same');
    on.waitFor(/^same/m);
  });

  test("--ids: several, marked with Tab, one a line", () => {
    const on = open();
    on.type(`azertac browse -d ${wire} --ids boats | sort > ${wire}/../got; cat ${wire}/../got`);
    on.waitFor(/2 · relevance/);
    on.keys("Tab", "Tab");
    on.waitFor(/choose 2/);
    on.keys("Enter");
    on.waitFor(/^bbbbbbbbbbbbbbbb\s+cccccccccccccccc$/m);
  });

  test("--ids: nothing is printed where nothing was chosen, exit code 1; sizes and input come from the terminal", () => {
    const on = open();
    on.type(`id=$(echo x | azertac browse -d ${wire} --ids); echo "code $?"; echo "got [$id]"`);
    on.waitFor(/Enter choose/);
    on.resize({ columns: 40, rows: 12 });
    on.waitFor(/^─{40}$/m);
    on.keys("Escape");
    expect(on.waitFor(/^got \[/m)).toMatch(/code 1\s+got \[\]/);
  });

  test("a terminal that can't be drawn on: exit code 2", () => {
    const on = open({ TERM: "dumb" });
    on.type(`azertac browse -d ${wire}; echo "code $?"`);
    expect(on.waitFor(/code \d/)).toMatch(/browse can't draw on this terminal[\s\S]*code 2/);
  });

  test("a date that is none is said on the terminal as it was: exit code 2", () => {
    const on = open();
    on.type(`B=$(stty -a); azertac browse -d ${wire} --since soon; ${AFTER}`);
    expect(on.waitFor(/^same/m)).toMatch(/azertac: .*soon[\s\S]*code 2/);
    expect(on.sent).not.toContain("\x1b[?1049h");
  });

  test("an archive that is not there is said on the terminal as it was: exit code 2", () => {
    const on = open();
    on.type(`B=$(stty -a); azertac browse -d /no/such/folder; ${AFTER}`);
    expect(on.waitFor(/^same/m)).toMatch(/azertac: .*\/no\/such\/folder[\s\S]*code 2/);
  });

  test("without colour and outside UTF-8 all is still told apart", () => {
    const on = open({ NO_COLOR: "1", LANG: "C" });
    browse(on, `-d ${wire} boats`);
    const rows = on.waitFor(/2 .*relevance/).split("\n");
    expect(rows[1]).toMatch(/^> 2024.* \| /);
    expect(on.sent).not.toMatch(/\x1b\[3\d?m/);
  });
});
