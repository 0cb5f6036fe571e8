/**
 * Compares values of fields as names, once that has been loaded: a listing without a filter by place or agency needs none
 * of the tables and alphabets behind it.
 */
import type { Filter } from "../../api/types.js";
import { foldValue } from "../../text/fold-value.js";

type ValueNames = Pick<typeof import("./value-names.js"), "valueTest" | "joinPlaces">;

let loaded: ValueNames | undefined;

/** Takes what compares names. A search brings it along. */
export function provideNames(names: ValueNames): void {
  loaded = names;
}

/** To be awaited before values are compared or counted outside of a search. */
export async function loadNames(): Promise<void> {
  loaded ??= await import("./value-names.js");
}

/** The same, if a filter compares any. */
export async function loadNamesFor({ place, agency }: Filter): Promise<void> {
  if (place !== undefined || agency !== undefined) await loadNames();
}

/** Tells for the values of a field whether they are what was typed: its words in a row, or another of its names. */
export const valueTest: ValueNames["valueTest"] = (field, typed) => {
  if (loaded) return loaded.valueTest(field, typed);
  const wanted = ` ${foldValue(typed)} `;
  return (value) => wanted.trim() !== "" && ` ${foldValue(value)} `.includes(wanted);
};

/** Counts of places with those of one place added up. */
export const joinPlaces: ValueNames["joinPlaces"] = (values) =>
  loaded ? loaded.joinPlaces(values) : [...values];
