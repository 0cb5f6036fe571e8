/** The values of fields that are no words: days and numbers. */
import { DateError, type DayRange, dayNumber, dayOf, parseDay } from "../../corpus/typed-date.js";
import type { Piece } from "./lexer.js";
import type { DateNode, LengthNode } from "./nodes.js";
import { QueryError } from "./query-error.js";

/** `A`, `A..B`, `A..`, `..B`, `[A TO B]`, `>A`; each day in any form that parseDay takes. */
export function dateValue(
  query: string,
  { kind, text, textAt }: Piece,
  bound: "both" | "from" | "to" | "before",
  today: string | undefined,
): DateNode {
  const day = (typed: string, at: number): DayRange | null => {
    if (typed === "" || typed === "*") return null;
    try {
      return parseDay(typed, today);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      throw new QueryError(error.message, query, at, typed.length);
    }
  };
  if (bound !== "both") {
    const found = day(text, textAt);
    if (!found) throw new QueryError("a day is missing", query, textAt, Math.max(1, text.length));
    if (bound === "from") return { type: "date", from: found.from, to: null };
    return { type: "date", from: null, to: bound === "to" ? found.to : dayOf(dayNumber(found.from) - 1) };
  }
  const compared = /^([<>]=?)(.+)$/.exec(text);
  if (compared) {
    const [, sign = "", typed = ""] = compared;
    const found = day(typed, textAt + sign.length);
    if (sign.startsWith(">")) return { type: "date", from: (found && after(found, sign)) ?? null, to: null };
    return { type: "date", from: null, to: (found && beforeOf(found, sign)) ?? null };
  }
  const separator = kind === "range" ? /\s+TO\s+/ : /\.\./;
  const at = text.search(separator);
  const length = separator.exec(text)?.[0].length ?? 0;
  if (kind === "range" && at < 0)
    throw new QueryError("a range needs TO between its ends", query, textAt, Math.max(1, text.length));
  const first = at < 0 ? text : text.slice(0, at).trim();
  const last = at < 0 ? "" : text.slice(at + length).trim();
  if (first === "" && last === "")
    throw new QueryError("a range of dates needs an end", query, textAt, Math.max(1, text.length));
  const from = day(first, textAt);
  const to = at < 0 ? from : day(last, textAt + at + length);
  if (from && to && from.from > to.to)
    throw new QueryError("the first day is after the last", query, textAt, text.length);
  return { type: "date", from: from?.from ?? null, to: to?.to ?? null };
}

const after = ({ from, to }: DayRange, sign: string): string =>
  sign === ">=" ? from : dayOf(dayNumber(to) + 1);
const beforeOf = ({ from, to }: DayRange, sign: string): string =>
  sign === "<=" ? to : dayOf(dayNumber(from) - 1);

/** `>300`, `>=300`, `<300`, `300`, `200..300`. */
export function lengthValue(query: string, { text, textAt }: Piece): LengthNode {
  const number = /^([<>]=?|=)?(\d{1,9})$/.exec(text);
  if (number) {
    const count = Number(number[2]);
    const bounds: Record<string, [number, number]> = {
      ">": [count + 1, Number.POSITIVE_INFINITY],
      ">=": [count, Number.POSITIVE_INFINITY],
      "<": [0, count - 1],
      "<=": [0, count],
    };
    const [least, most] = bounds[number[1] ?? ""] ?? [count, count];
    return { type: "length", least, most };
  }
  const range = /^(\d{0,9})\.\.(\d{0,9})$/.exec(text) ?? /^(\d{1,9})\s+TO\s+(\d{1,9})$/.exec(text);
  if (range && text !== "..")
    return {
      type: "length",
      least: Number(range[1] || 0),
      most: range[2] ? Number(range[2]) : Number.POSITIVE_INFINITY,
    };
  throw new QueryError(
    "a number of words is missing, as in words:>300",
    query,
    textAt,
    Math.max(1, text.length),
  );
}
