/** JSON as the contract has it: ASCII-safe where a terminal could be misled, else UTF-8. */
import { safeJson } from "./safe.js";

/** One value, indented. */
export function json(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

/** An array, an element at a time: all of a large archive would not fit in one string. */
export function* jsonArray(values: readonly unknown[]): Generator<string> {
  let open = "[\n";
  for (const value of values) {
    yield `${open}  ${safeJson(value, 2).replaceAll("\n", "\n  ")}`;
    open = ",\n";
  }
  yield values.length > 0 ? "\n]\n" : "[]\n";
}

/** One value a line. */
export function* jsonLines(values: readonly unknown[]): Generator<string> {
  for (const value of values) yield `${safeJson(value)}\n`;
}
