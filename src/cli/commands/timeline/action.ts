/** `azertac timeline`: how many articles, or hits, over time. */
import type { Timeline, TimeUnit } from "../../../index.js";
import {
  type ArchiveOptions,
  countOptionsOf,
  type FilterOptions,
  hasDates,
  type MatchOptions,
  type OutputOptions,
  outputForm,
  type UniqueCall,
} from "../../config/options.js";
import { speaksUtf8 } from "../../io/environment.js";
import { FOUND, logError, logInfo, NOTHING } from "../../io/errors.js";
import { countOf, explainNothing, nothingFor } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { isTerminal, print, STDERR, STDOUT } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { refuseEmpty } from "../../main/mistakes.js";

export type TimelineCall = ArchiveOptions &
  FilterOptions &
  MatchOptions &
  OutputOptions &
  UniqueCall & { by?: TimeUnit };

export async function timeline(words: readonly string[], options: TimelineCall): Promise<number> {
  const query = words.length > 0 ? words.join(" ") : null;
  if (query !== null) refuseEmpty(query);
  const { archive, warn, close } = await open(options);
  try {
    const found = await archive.timeline(query, {
      ...countOptionsOf(options),
      by: options.by,
      unique: options.unique,
    });
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, query, options);
    if (found.relaxed) logError("no article has all the words; counting those with most of them");
    if (options.by && found.periods.length > 0 && found.by !== options.by)
      logError(`there are too many to count by ${options.by}: these are counted by ${found.by}`);
    await printTimeline(found, options);
    if (found.total === 0) await explainNothing(archive, options, nothingFor(query));
    else sayTotal(found);
    if (query !== null && (found.relaxed || found.total === 0))
      await (await import("../search/did-you-mean.js")).sayWhatWasMeant(
        archive,
        { query, total: found.total },
        options,
      );
    return found.periods.length > 0 ? FOUND : NOTHING;
  } finally {
    await close();
  }
}

async function printTimeline(found: Timeline, options: TimelineCall): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { timelineLines } = await import("./view.js");
    await page(await timelineLines(found, terminal(options), speaksUtf8(process.env)), options);
  } else if (form === "csv") {
    const { csvTable } = await import("../../render/csv.js");
    print(csvTable(["period", "from", "to", "articles"], found.periods));
  } else {
    const { json, jsonLines } = await import("../../render/json.js");
    print(form === "json" ? [json(found)] : jsonLines(found.periods));
  }
}

/** Articles that no bar can show are always spoken of; how many there are in all, to a person. */
function sayTotal({ total, undated }: Timeline): void {
  const rest = undated > 0 ? `${undated} of ${countOf(total)} ${undated === 1 ? "has" : "have"} no date` : "";
  if (rest !== "") logInfo(rest);
  else if (isTerminal(STDOUT) && isTerminal(STDERR)) logInfo(countOf(total));
}
