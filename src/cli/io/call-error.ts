/** A wrong call that only the command itself can tell: a key that there is not, words that don't go together. */
export class CallError extends Error {
  override name = "CallError";
  constructor(
    message: string,
    /** What was typed, and what there is instead: the nearest is proposed. */
    readonly meant?: { typed: string; known: readonly string[] },
  ) {
    super(message);
  }
}
