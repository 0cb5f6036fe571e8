/** What a command says when nothing passes: if a filter was mistyped, what there is instead. */
import type { Archive } from "../index.js";
import { complain } from "./exit.js";
import type { FilterOptions } from "./options.js";

const FIELDS = [
  ["place", "place"],
  ["agency", "agency"],
  ["lang", "language"],
] as const;

/** Names the filter that no article passes, with the nearest values. */
export async function explainNothing(
  archive: Archive,
  options: FilterOptions,
  otherwise: string,
): Promise<void> {
  if (archive.size === 0) {
    complain("there are no articles");
    return;
  }
  for (const [option, field] of FIELDS) {
    const typed = options[option];
    if (typed === undefined || archive.list({ [field]: typed, limit: 1 }).length > 0) continue;
    const { nearestValues } = await import("./suggest.js");
    const values = archive.values(field).map(({ value }) => value);
    const near = nearestValues(values, typed);
    const meant =
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${values.slice(0, 5).join(", ")}`;
    complain(`no article has the ${field} ${typed}${values.length > 0 ? `: ${meant}` : ""}`);
    return;
  }
  complain(otherwise);
}
