/** Checks a query and its filters before they are saved, without an archive. */
import type { CountOptions } from "../../../api/types.js";
import { parseDays } from "../../../corpus/typed-date.js";
import { parseQuery } from "../../../search/query/query.js";

/** Throws QueryError and DateError. */
export function checkQueryText(query: string, { since, until }: CountOptions): void {
  parseQuery(query);
  parseDays(since, until);
}
