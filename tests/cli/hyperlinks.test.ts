/** Ids and titles are links to the files where the terminal makes links. */
import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { hasTmux, Screen } from "./tmux.js";
import { archiveOf, azertac, dispatch, SEED_ID } from "./tool.js";

const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch("2024-01-10", "Baku", "January 10", "Ships came to the port."),
  "a b\u001b[31m#.txt": dispatch("2024-01-09", "Baku", "January 9", "Ships left the port."),
});
const { stdout: less } = spawnSync("less", ["--version"], { encoding: "utf8" });
const lessPassesLinks = Number(/^less (\d+)/.exec(less ?? "")?.[1]) >= 563;
const OPEN = "\u001b]8;;";
const linkTo = (name: string, text: string): string =>
  `${OPEN}file://${hostname()}${wire}/${name}\u001b\\${text}${OPEN}\u001b\\`;
const ID = "aaaaaaaa";
const TITLE = "Ships came to the port.";
const FILE = `001_${ID}${ID}.txt`;

test("never in a pipe unless asked for", () => {
  const terminal = { TERM: "xterm-kitty", VTE_VERSION: "7000" };
  for (const command of [["list"], ["search", "Algeria"], ["show", SEED_ID]]) {
    expect(azertac(command, terminal).out).not.toContain(OPEN);
    expect(azertac([...command, "--hyperlinks", "always"]).out).toContain(OPEN);
  }
});

test("list: id and title, the path percent-encoded", () => {
  const { out } = azertac(["list", "-d", wire, "--hyperlinks", "always"]);
  const [first, second] = out.split("\n");
  expect(first).toBe(`${linkTo(FILE, ID)}\t2024-01-10\tBaku\t${linkTo(FILE, TITLE)}`);
  expect(second).toContain(linkTo("a%20b%1B%5B31m%23.txt", "Ships left the port."));
});

test("show and search: id and title", () => {
  const shown = azertac(["show", "1", "-d", wire, "--hyperlinks", "always"]).out;
  const found = azertac(["search", "came", "-d", wire, "--hyperlinks", "always"]).out;
  expect(shown).toContain(linkTo(FILE, ID + ID));
  expect(found).toContain(linkTo(FILE, ID));
  for (const text of [shown, found]) expect(text).toContain(linkTo(FILE, TITLE));
});

describe.skipIf(!hasTmux)("on a terminal", () => {
  let screen: Screen | undefined;
  afterEach(() => screen?.end());
  const run = (command: string, more: Record<string, string>): string => {
    screen = new Screen(more);
    screen.type(`azertac ${command} -d ${wire}; echo "code $?"`);
    screen.waitFor(/code 0/);
    return screen.sent;
  };
  const known = { VTE_VERSION: "7000" };

  test("links where it is known to make them, and the columns stay aligned", () => {
    const sent = run("list --color never", { ...known, TERM: "xterm-256color" });
    expect(sent).toContain(`${linkTo(FILE, ID)}   2024-01-10  Baku  ${linkTo(FILE, TITLE)}`);
    expect(screen?.text).toContain(`${ID}   2024-01-10  Baku  ${TITLE}`);
  });

  test.each([
    ["on one that is not known", "list", { TERM: "xterm-256color" }],
    ["inside a multiplexer that does not", "list", { ...known, TERM: "screen-256color" }],
    ["with --hyperlinks never", "list --hyperlinks never", { ...known, TERM: "xterm-256color" }],
  ])("none %s", (_, command, more) => {
    const sent = run(command, more);
    expect(sent).toContain(ID);
    expect(sent).not.toContain(OPEN);
  });

  const long = `show${" 1".repeat(8)} --color never`;
  const paged = { ...known, TERM: "xterm-256color", PAGER: "sh -c cat" };

  test("none through a pager that may not let them through, unless they are asked for", () => {
    expect(run(long, paged)).not.toContain(OPEN);
    screen?.end();
    expect(run(`${long} --hyperlinks always`, paged)).toContain(linkTo(FILE, TITLE));
  });

  test.skipIf(!lessPassesLinks)("less lets them through", () => {
    const on = new Screen({ ...paged, PAGER: "less" });
    screen = on;
    on.type(`azertac ${long} -d ${wire}`);
    expect(on.waitFor(/^:/m)).toContain(TITLE);
    expect(on.sent).toContain(linkTo(FILE, TITLE));
    on.keys("q");
  });
});
