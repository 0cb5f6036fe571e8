import { describe, expect, test } from "vitest";
import { knowsHyperlinks, pagerOf, paletteFor, speaksUtf8 } from "../../../src/cli/io/environment.js";

describe("paletteFor", () => {
  test.each([
    ["auto", {}, "dark"],
    ["auto", { COLORFGBG: "0;15" }, "light"],
    ["auto", { COLORFGBG: "0;default;15" }, "light"],
    ["auto", { COLORFGBG: "0;7" }, "light"],
    ["auto", { COLORFGBG: "15;0" }, "dark"],
    ["auto", { COLORFGBG: "15;8" }, "dark"],
    ["auto", { COLORFGBG: "15;default" }, "dark"],
    ["auto", { COLORFGBG: "15;0", AZERTAC_THEME: "light" }, "light"],
    ["auto", { COLORFGBG: "0;15", AZERTAC_THEME: "auto" }, "light"],
    ["auto", { COLORFGBG: "0;15", AZERTAC_THEME: "pink" }, "light"],
    ["none", { COLORFGBG: "0;15", AZERTAC_THEME: "light" }, "none"],
    ["dark", { AZERTAC_THEME: "light" }, "dark"],
  ] as const)("%s with %j: %s", (chosen, environment, palette) => {
    expect(paletteFor(chosen, environment)).toBe(palette);
  });
});

describe("knowsHyperlinks", () => {
  test.each([
    { TERM: "xterm-kitty" },
    { TERM: "alacritty" },
    { TERM: "foot-extra" },
    { TERM: "xterm-256color", VTE_VERSION: "6003" },
    { TERM: "xterm-256color", KONSOLE_VERSION: "220401" },
    { TERM: "xterm-256color", WT_SESSION: "0" },
    { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.10.2" },
    { TERM_PROGRAM: "vscode", TERM_PROGRAM_VERSION: "1.72.0" },
    { TERM_PROGRAM: "WezTerm", TERM_PROGRAM_VERSION: "20240203-110809-5046fc22" },
    { TERM: "tmux-256color", TMUX: "x", TERM_PROGRAM: "tmux", TERM_PROGRAM_VERSION: "3.4" },
    { TERM: "xterm", FORCE_HYPERLINK: "1" },
  ])("%j: yes", (environment) => {
    expect(knowsHyperlinks(environment)).toBe(true);
  });

  test.each([
    {},
    { TERM: "xterm-256color" },
    { TERM: "xterm-256color", VTE_VERSION: "5000" },
    { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.0.15" },
    { TERM_PROGRAM: "Apple_Terminal", TERM_PROGRAM_VERSION: "455" },
    {
      TERM: "tmux-256color",
      TMUX: "x",
      TERM_PROGRAM: "tmux",
      TERM_PROGRAM_VERSION: "3.3a",
      VTE_VERSION: "6003",
    },
    { TERM: "screen", STY: "1.x", WT_SESSION: "0" },
    { TERM: "dumb", VTE_VERSION: "6003" },
    { TERM: "xterm-kitty", FORCE_HYPERLINK: "0" },
  ])("%j: no", (environment) => {
    expect(knowsHyperlinks(environment)).toBe(false);
  });
});

describe("pagerOf", () => {
  test.each([
    [{}, "less"],
    [{ PAGER: "more" }, "more"],
    [{ PAGER: "more", AZERTAC_PAGER: "less -S" }, "less -S"],
    [{ PAGER: "more", AZERTAC_PAGER: "" }, null],
    [{ PAGER: "" }, null],
    [{ PAGER: " cat " }, null],
    [{ TERM: "dumb" }, null],
    [{ TERM: undefined }, null],
  ])("%j: %s", (environment, command) => {
    expect(pagerOf({ TERM: "xterm", ...environment })).toBe(command);
  });
});

test.each([
  [{ PAGER: "more" }, "most"],
  [{ PAGER: "more", AZERTAC_PAGER: "less -S" }, "less -S"],
  [{ PAGER: "more", AZERTAC_PAGER: "" }, null],
])("with %j and most in the config file: %s", (environment, command) => {
  expect(pagerOf({ TERM: "xterm", ...environment }, "most")).toBe(command);
});

test.each([
  [{ LANG: "C.UTF-8" }, true],
  [{ LANG: "az_AZ.utf8" }, true],
  [{ LANG: "C" }, false],
  [{ LC_ALL: "POSIX", LANG: "en_US.UTF-8" }, false],
  [{ LC_ALL: "", LC_CTYPE: "en_US.UTF-8", LANG: "C" }, true],
  [{}, false],
])("the locale %j takes more than ASCII: %s", (locale, takes) => {
  expect(speaksUtf8(locale, "linux")).toBe(takes);
});

test("Windows has no locale in the environment and takes it", () => {
  expect(speaksUtf8({}, "win32")).toBe(true);
});
