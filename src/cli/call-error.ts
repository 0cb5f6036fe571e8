/** A call that says something that there is not, found only when the command runs. */
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
