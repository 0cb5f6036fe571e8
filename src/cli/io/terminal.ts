/** What the terminal can show, and progress on it. */
import { knowsHyperlinks, type Palette, paletteFor, type ThemeChoice } from "./environment.js";
import { beforeInterrupt, hearInterrupt } from "./interrupt.js";
import { isTerminal, printError, STDERR, STDOUT } from "./output.js";

/** Text is read best at this width, however wide the terminal is. */
const READING_WIDTH = 80;
/** Progress is shown for what takes longer, in milliseconds, and so often. */
const PATIENCE = 500;
const REDRAW = 100;

export type When = "auto" | "always" | "never";

/** What a person says of how the output shall look. */
export interface ViewOptions {
  color: When;
  theme: ThemeChoice;
  hyperlinks: When;
  /** False: not through a pager. A text: through this one, as the config file has it. */
  pager: boolean | string;
}

export interface Terminal {
  /** Columns of the terminal; null where the output is none, and then no line of a listing is cut. */
  columns: number | null;
  /** What running text is wrapped at: `COLUMNS` holds here for a pipe too. */
  reading: number;
  color: Palette | false;
  hyperlinks: boolean;
}

function wantsColor(when: When, onTerminal: boolean): boolean {
  if (when !== "auto") return when === "always";
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return onTerminal && TERM !== "dumb";
}

/** `COLUMNS` of the environment, as other tools take it, before what the terminal says. */
export function terminal(
  { color, theme, hyperlinks }: Omit<ViewOptions, "pager">,
  onTerminal = isTerminal(STDOUT),
): Terminal {
  const given = /^[1-9]\d{0,3}$/.test(process.env.COLUMNS ?? "") ? Number(process.env.COLUMNS) : 0;
  const columns = given || (onTerminal && process.stdout.columns) || READING_WIDTH;
  return {
    columns: onTerminal ? columns : null,
    reading: Math.min(READING_WIDTH, columns),
    color: wantsColor(color, onTerminal) && paletteFor(theme, process.env),
    hyperlinks: hyperlinks === "auto" ? onTerminal && knowsHyperlinks(process.env) : hyperlinks === "always",
  };
}

interface Progress {
  /** Bytes read, and how many there are; 0 while unknown. */
  update(done: number, total: number): void;
  /** Clears the line. It may be drawn again. */
  end(): void;
  /** The same once what is reported has gone well: a Ctrl-C that came at its end still counts. */
  finish(): Promise<void>;
}

/** Shows how far reading has come, on a terminal only and only if it takes a while. */
export function progressBar(): Progress {
  if (!isTerminal(STDERR) || process.env.TERM === "dumb")
    return { update: () => {}, end: () => {}, finish: async () => {} };
  const started = performance.now();
  let drawn = started + PATIENCE - REDRAW;
  let release: (() => void) | undefined;
  const end = (): void => {
    if (release) printError("\r\x1b[K");
    release?.();
    release = undefined;
  };
  return {
    update(done, total) {
      const now = performance.now();
      if (now - drawn < REDRAW) return;
      drawn = now;
      release ??= beforeInterrupt(end);
      printError(`\r\x1b[K${progressLine(done, total, (now - started) / 1000)}`);
    },
    end,
    async finish() {
      if (release) await hearInterrupt();
      end();
    },
  };
}

/** `Reading  45%  12.3 MB/s  3 s left`. */
export function progressLine(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const speed = `${(rate / 1e6).toFixed(1)} MB/s`;
  if (total <= 0) return `Reading ${(done / 1e6).toFixed(1)} MB  ${speed}`;
  const left = Math.max(0, Math.ceil((total - done) / Math.max(rate, 1)));
  const share = Math.min(100, Math.floor((100 * done) / total));
  return `Reading ${String(share).padStart(3)}%  ${speed}  ${left} s left`;
}
