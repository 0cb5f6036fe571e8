/** Text from outside with whole characters only: half of a surrogate pair has no place in UTF-8. */

/**
 * The text with U+FFFD for each half of a surrogate pair that stands alone, of the same length. JSON can escape such halves,
 * and so can what a program passes. In UTF-8 all of them are stored as U+FFFD, so that keys which differ only there
 * would be sorted by what they were and looked up by what they became.
 */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}
