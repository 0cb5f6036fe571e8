/** JSON as the contract has it. */
import { safeJson } from "./safe.js";

export function json(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${safeJson(value)}\n`).join("");
}
