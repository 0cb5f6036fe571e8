/** Articles in the forms that programs read. */
import type { Article } from "../index.js";
import type { OutputForm } from "./options.js";
import { safe } from "./render/safe.js";

/** Prints articles as JSON, JSONL, CSV or ids; `more` are further columns of CSV. */
export async function printArticles<A extends Article>(
  form: Exclude<OutputForm, "text">,
  articles: readonly A[],
  more: Record<string, (article: A) => unknown> = {},
): Promise<void> {
  if (form === "ids") {
    process.stdout.write(articles.map(({ id }) => `${safe(id)}\n`).join(""));
  } else if (form === "csv") {
    const { csv } = await import("./render/csv.js");
    process.stdout.write(csv(articles, more));
  } else {
    const { json, jsonLines } = await import("./render/json.js");
    process.stdout.write(form === "json" ? json(articles) : jsonLines(articles));
  }
}
