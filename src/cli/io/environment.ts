/** What the environment tells of a terminal: its background, whether it knows hyperlinks, its pager. */

type Environment = Readonly<Record<string, string | undefined>>;

/** The colours to use: for a dark or a light background, or none but bold and underlined. */
export type Palette = "dark" | "light" | "none";

export type ThemeChoice = "auto" | Palette;

export const THEMES: readonly ThemeChoice[] = ["auto", "light", "dark", "none"];

/** The palette asked for, else that of `AZERTAC_THEME`, else that for the background, which is dark if unknown. */
export function paletteFor(chosen: ThemeChoice, environment: Environment): Palette {
  const named = THEMES.find((theme) => theme === environment.AZERTAC_THEME) ?? "auto";
  const choice = chosen === "auto" ? named : chosen;
  if (choice !== "auto") return choice;
  // `foreground;background` as numbers of the sixteen colours; some terminals have a field between the two.
  const background = /;(\d+)$/.exec(environment.COLORFGBG ?? "")?.[1];
  return background === "7" || (background !== undefined && Number(background) > 8) ? "light" : "dark";
}

/** Which version each terminal that names itself in `TERM_PROGRAM` has known hyperlinks from. */
const PROGRAMS: ReadonlyMap<string, readonly number[]> = new Map([
  ["iTerm.app", [3, 1]],
  ["WezTerm", [2020]],
  ["ghostty", [0]],
  ["mintty", [3]],
  ["rio", [0]],
  ["tmux", [3, 4]],
  ["vscode", [1, 72]],
  ["zed", [0]],
]);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)(?:-|$)/;

/**
 * Whether a terminal is known to make hyperlinks of OSC 8; others may print it. Not supports-hyperlinks: it takes
 * its own options from the command line and asks for `process.stdout`, which costs 5 ms.
 */
export function knowsHyperlinks(environment: Environment): boolean {
  const { FORCE_HYPERLINK, TERM = "", TERM_PROGRAM = "", TERM_PROGRAM_VERSION = "" } = environment;
  if (FORCE_HYPERLINK) return FORCE_HYPERLINK !== "0";
  if (TERM === "dumb") return false;
  const since = PROGRAMS.get(TERM_PROGRAM);
  const current = since !== undefined && isAtLeast(TERM_PROGRAM_VERSION, since);
  // The variables of the terminal around a multiplexer are still there inside it.
  if (environment.TMUX || environment.STY || /^(?:screen|tmux)/.test(TERM))
    return TERM_PROGRAM === "tmux" && current;
  const { VTE_VERSION = "0", KONSOLE_VERSION = "0", WT_SESSION, DOMTERM } = environment;
  return (
    current ||
    TERMS.test(TERM) ||
    // VTE 0.50.0 crashed on them.
    Number(VTE_VERSION) > 5000 ||
    Number(KONSOLE_VERSION) >= 201200 ||
    Boolean(WT_SESSION || DOMTERM)
  );
}

function isAtLeast(version: string, since: readonly number[]): boolean {
  const parts = version.match(/\d+/g)?.map(Number) ?? [];
  for (const [i, least] of since.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

export const DEFAULT_PAGER = "less";

/**
 * The pager's command, null for none: `AZERTAC_PAGER`, else what a person has set, else `PAGER`, else less; empty or
 * `cat` is none. As in git, what is meant for one program comes before what is meant for all.
 */
export function pagerOf(environment: Environment, set?: string): string | null {
  // Windows has no TERM; elsewhere a terminal without one can't be drawn on.
  const { AZERTAC_PAGER, PAGER, TERM = process.platform === "win32" ? "windows" : "dumb" } = environment;
  const command = (AZERTAC_PAGER ?? set ?? PAGER ?? DEFAULT_PAGER).trim();
  return command === "" || command === "cat" || TERM === "dumb" ? null : command;
}

/** Whether the locale is one of UTF-8; on Windows, which has none, terminals take it. */
export function speaksUtf8({ LC_ALL, LC_CTYPE, LANG }: Environment, platform = process.platform): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale ? /utf-?8/i.test(locale) : platform === "win32";
}
