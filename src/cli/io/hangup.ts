/** The terminal that a command draws on is gone: its window was closed, the connection was cut. */

/** Ends a command without a word: nobody is left to read one. */
export class HangupError extends Error {
  override name = "HangupError";
  constructor() {
    super("the terminal is gone");
  }
}
