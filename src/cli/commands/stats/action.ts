/** `azertac stats`: how many articles, from when, from where, and who is named in them. */
import type { Stats } from "../../../index.js";
import {
  type ArchiveOptions,
  countOptionsOf,
  type FilterOptions,
  hasDates,
  type MatchOptions,
  type OutputOptions,
  type UniqueCall,
} from "../../config/options.js";
import { FOUND, logError, NOTHING } from "../../io/errors.js";
import { explainNothing, nothingFor } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { print } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { refuseEmpty } from "../../main/mistakes.js";

export type StatsCall = ArchiveOptions &
  FilterOptions &
  MatchOptions &
  OutputOptions &
  UniqueCall & { all?: true };

export async function stats(words: readonly string[], options: StatsCall): Promise<number> {
  const query = words.length > 0 ? words.join(" ") : null;
  if (query !== null) refuseEmpty(query);
  const { archive, warn, close } = await open(options);
  try {
    const { limit, all, unique } = options;
    const found = await archive.stats(query, { ...countOptionsOf(options), limit, all, unique });
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, query, options);
    if (found.relaxed) logError("no article has all the words; counting those with most of them");
    if (options.json) {
      const { json } = await import("../../render/json.js");
      print([json(found)]);
    } else if (options.csv) {
      const { csvTable } = await import("../../render/csv.js");
      print(csvTable(["field", "value", "articles"], rowsOf(found)));
    } else if (found.articles > 0) {
      const { statsText } = await import("./view.js");
      await page([await statsText(found, terminal(options))], options);
    }
    const { articles: total, relaxed } = found;
    if (total === 0) await explainNothing(archive, options, nothingFor(query));
    if (query !== null && (relaxed || total === 0))
      await (await import("../search/did-you-mean.js")).sayWhatWasMeant(archive, { query, total }, options);
    return total > 0 ? FOUND : NOTHING;
  } finally {
    await close();
  }
}

function rowsOf({
  places,
  agencies,
  languages,
  names,
}: Stats): { field: string; value: string; articles: number }[] {
  const rows = (field: string, values: Stats["places"]) =>
    values.map(({ value, count }) => ({ field, value, articles: count }));
  return [
    ...rows("place", places),
    ...rows("agency", agencies),
    ...rows("language", languages),
    ...names.map(({ name, articles }) => ({ field: "name", value: name, articles })),
  ];
}
