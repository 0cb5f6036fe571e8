/** Numbers for a person: the same in every locale, in groups of three. Not toLocaleString, which loads ICU. */

/** `12,345`. */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 article`, `12,345 articles`. */
export function counted(number: number, unit: string): string {
  return `${figure(number)} ${unit}${number === 1 ? "" : "s"}`;
}
