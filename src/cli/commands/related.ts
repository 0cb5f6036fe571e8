/** `azertac related`: the articles nearest to one in what they say. */
import type { Archive } from "../../index.js";
import { offer } from "../each.js";
import { FOUND, NOTHING } from "../exit.js";
import { explainNothing } from "../nothing.js";
import { open } from "../open.js";
import {
  type ArchiveOptions,
  type FilterOptions,
  filterOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { page } from "../page.js";
import { terminal } from "../terminal.js";

export async function related(
  id: string,
  options: ArchiveOptions & FilterOptions & OutputOptions,
): Promise<number> {
  const { archive, warn, close } = await open(options);
  try {
    const { limit, offset } = options;
    const articles = await archive.related(id, { ...filterOf(options), limit, offset });
    warn();
    const form = outputForm(options);
    if (form === "text") {
      const { relatedLines } = await import("../render/related.js");
      await page(await relatedLines(articles ?? [], terminal(options)), options);
    } else {
      const { printArticles } = await import("../print.js");
      await printArticles(form, articles ?? [], {
        score: ({ score }) => score,
        ties: ({ ties }) => ties.join(" "),
      });
    }
    if (articles === null) await offer(archive, id);
    else if (articles.length > 0) return FOUND;
    else await explainNothing(archive, options, await whyNone(archive, id, options));
    return NOTHING;
  } finally {
    await close();
  }
}

/** Why nothing is shown of an article that there is: nothing is related to it, nothing passes, the page is behind all. */
async function whyNone(archive: Archive, id: string, options: FilterOptions): Promise<string> {
  const passing = await archive.related(id, { ...filterOf(options), limit: 1 });
  if (passing?.length) return `no more articles are related to ${id}`;
  const others = await archive.related(id, { limit: 1 });
  return others?.length
    ? `no article that is related to ${id} passes the filters`
    : `no other article is related to ${id}`;
}
