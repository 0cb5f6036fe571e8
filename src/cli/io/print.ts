/** Articles in the forms that programs read. */
import type { Article } from "../../index.js";
import type { OutputForm } from "../config/options.js";
import { ARTICLE_FIELDS, type Fields } from "../render/fields.js";
import { safe } from "../render/safe.js";
import { printLong } from "./output.js";

/** Prints articles as JSON, JSONL, CSV or ids; `more` are further columns of CSV, `chosen` all of them. */
export async function printArticles<A extends Article>(
  form: Exclude<OutputForm, "text">,
  articles: readonly A[],
  more: Fields<A> = {},
  chosen: Fields<A> = { ...ARTICLE_FIELDS, ...more },
): Promise<void> {
  if (form === "ids") {
    await printLong(articles.map(({ id }) => `${safe(id)}\n`));
  } else if (form === "csv") {
    const { csvRecords } = await import("../render/csv.js");
    await printLong(csvRecords(articles, chosen));
  } else {
    const { jsonArray, jsonLines } = await import("../render/json.js");
    await printLong(form === "json" ? jsonArray(articles) : jsonLines(articles));
  }
}
