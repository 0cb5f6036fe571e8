/** What is wrong with a query, and where. */

/** A query that can't be read, with the place that is at fault. */
export class QueryError extends Error {
  override name = "QueryError";
  /** `QUERY`: what programs test for. */
  readonly code = "QUERY";
  constructor(
    message: string,
    readonly query: string,
    /** UTF-16 offset of what is wrong, and how long it is (at least 1). */
    readonly at: number,
    readonly length: number = 1,
  ) {
    super(message);
  }
}
