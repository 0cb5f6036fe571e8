/** Times of day, for sorting. */

/** A time that is not known, as the columns of an index have it. */
export const NO_TIME = -0x80000000;

/**
 * Seconds from the beginning of a day in UTC to a moment, which its offset may put before or after that day. A time without
 * an offset counts as UTC. NO_TIME if either is unknown.
 *
 * @param time ISO 8601, `2025-04-22T14:05:00+04:00`
 * @param date ISO date, `2025-04-22`
 */
export function timeOfDay(time: string | null, date: string | null): number {
  if (time === null || date === null) return NO_TIME;
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const seconds = (Date.parse(hasOffset ? time : `${time}Z`) - Date.parse(`${date}T00:00:00Z`)) / 1000;
  return Number.isFinite(seconds) && Math.abs(seconds) < 1e9 ? Math.floor(seconds) : NO_TIME;
}
