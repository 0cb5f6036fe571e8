/** What the terminal can show, and progress on it. */

/** Text is read best at this width, however wide the terminal is. */
const READING_WIDTH = 80;
/** Progress is shown for what takes longer, in milliseconds. */
const PATIENCE = 500;
const REDRAW = 100;

export interface Terminal {
  /** Columns; null where the output is no terminal and nothing is cut. */
  columns: number | null;
  color: boolean;
}

function wantsColor(when: "auto" | "always" | "never", stream: { isTTY?: boolean }): boolean {
  if (when !== "auto") return when === "always";
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return stream.isTTY === true && TERM !== "dumb";
}

export function terminal(when: "auto" | "always" | "never"): Terminal {
  const { stdout } = process;
  const given = Number(process.env.COLUMNS);
  const fromEnvironment = Number.isInteger(given) && given > 0 ? given : null;
  const columns = stdout.isTTY ? (fromEnvironment ?? stdout.columns ?? READING_WIDTH) : null;
  return { columns, color: wantsColor(when, stdout) };
}

/** The width at which running text is wrapped. */
export function readingWidth(terminal: Terminal, wanted?: number): number {
  return wanted ?? Math.min(READING_WIDTH, terminal.columns ?? READING_WIDTH);
}

/** Shows how far reading has come; `end` clears the line again. */
export function progressBar(): { update(done: number, total: number): void; end(): void } {
  const started = performance.now();
  let drawn = 0;
  if (!process.stderr.isTTY) return { update: () => {}, end: () => {} };
  return {
    update(done, total) {
      const now = performance.now();
      if (now - started < PATIENCE || now - drawn < REDRAW) return;
      drawn = now;
      process.stderr.write(`\r\x1b[K${progressLine(done, total, (now - started) / 1000)}`);
    },
    end() {
      if (drawn > 0) process.stderr.write("\r\x1b[K");
    },
  };
}

/** `Reading  45%  12.3 MB/s  3 s left`. */
export function progressLine(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const speed = `${(rate / 1e6).toFixed(1)} MB/s`;
  if (total <= 0) return `Reading ${(done / 1e6).toFixed(1)} MB  ${speed}`;
  const left = Math.ceil((total - done) / Math.max(rate, 1));
  const share = Math.min(100, Math.floor((100 * done) / total));
  return `Reading ${String(share).padStart(3)}%  ${speed}  ${left} s left`;
}
