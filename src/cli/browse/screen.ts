/** The terminal while it is drawn on: entered, kept up to date with few bytes, and given back as it was found. */
import {
  cursorHide,
  cursorShow,
  cursorTo,
  enterAlternativeScreen,
  eraseEndLine,
  eraseScreen,
  exitAlternativeScreen,
  synchronizedOutput,
} from "ansi-escapes";
import { onExit } from "signal-exit";
import type { Frame } from "./frame.js";
import type { Tty } from "./tty.js";

/** A row that is too wide after all must not push the others down: terminals disagree about rare characters. */
const NO_WRAP = "\x1b[?7l";
const WRAP = "\x1b[?7h";
/** What is pasted comes between marks, so that its line ends are not taken for keys. */
const MARK_PASTES = "\x1b[?2004h";
const NO_PASTES = "\x1b[?2004l";

const ENTER = enterAlternativeScreen + NO_WRAP + MARK_PASTES + eraseScreen;
const LEAVE = NO_PASTES + WRAP + exitAlternativeScreen + cursorShow;

export class Screen {
  private entered = false;
  private drawn: Frame | null = null;
  private forget: (() => void) | undefined;

  constructor(private readonly tty: Pick<Tty, "write" | "raw">) {}

  /** From here on the terminal is given back however the process ends, as long as it can say a last word. */
  enter(): void {
    if (this.entered) return;
    this.entered = true;
    this.drawn = null;
    this.forget ??= this.guard();
    this.tty.raw(true);
    this.tty.write(ENTER);
  }

  private guard(): () => void {
    const leave = (): void => this.leave();
    const unload = onExit(leave);
    // What a fault has to say must not vanish with the screen it was printed on.
    process.on("uncaughtExceptionMonitor", leave);
    return () => {
      unload();
      process.off("uncaughtExceptionMonitor", leave);
    };
  }

  /** Gives the terminal back, for a while or for good. */
  leave(): void {
    if (!this.entered) return;
    this.entered = false;
    this.tty.write(LEAVE);
    this.tty.raw(false);
  }

  end(): void {
    this.leave();
    this.forget?.();
  }

  /** The next frame is drawn whole. */
  forgetDrawn(): void {
    this.drawn = null;
  }

  /** Draws what differs from the frame before. */
  draw(frame: Frame): void {
    if (!this.entered) return;
    const { drawn } = this;
    const { columns, rows } = frame.size;
    const whole = drawn?.size.columns !== columns || drawn.size.rows !== rows;
    let text = whole ? eraseScreen : "";
    frame.rows.forEach((cells, row) => {
      const before = whole ? [] : (drawn.rows[row] ?? []);
      const isSame = (i: number): boolean =>
        before[i]?.text === cells[i]?.text && before[i]?.column === cells[i]?.column;
      const first = Array.from({ length: Math.max(cells.length, before.length) }, (_, i) => i).findIndex(
        (i) => !isSame(i),
      );
      if (first < 0) return;
      // What is erased to the end of the row is drawn again; nothing stands before the first cell.
      const from = cells[first]?.column ?? before[first]?.column ?? 0;
      text += cursorTo(Math.min(from, before[first]?.column ?? from), row) + eraseEndLine;
      for (const cell of cells.slice(first)) text += cursorTo(cell.column, row) + cell.text;
    });
    this.drawn = frame;
    const { column, row } = frame.cursor;
    const moved = drawn?.cursor.column !== column || drawn.cursor.row !== row;
    if (text !== "")
      this.tty.write(synchronizedOutput(cursorHide + text + cursorTo(column, row) + cursorShow));
    else if (moved) this.tty.write(cursorTo(column, row));
  }
}
