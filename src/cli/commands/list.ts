/** `azertac list`: the articles of an archive. */
import { FOUND, NOTHING } from "../exit.js";
import { explainNothing } from "../nothing.js";
import { open, warn } from "../open.js";
import {
  type ArchiveOptions,
  type FilterOptions,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { printArticles } from "../print.js";
import { terminal } from "../terminal.js";

export async function list(options: ArchiveOptions & FilterOptions & OutputOptions): Promise<number> {
  const archive = await open(options);
  try {
    const articles = archive.list(listOptionsOf(options));
    warn(archive);
    const form = outputForm(options);
    if (form === "text") {
      const { listText } = await import("../render/list.js");
      process.stdout.write(await listText(articles, terminal(options.color)));
    } else {
      await printArticles(form, articles);
    }
    if (articles.length > 0) return FOUND;
    await explainNothing(archive, options, "no article passes the filters");
    return NOTHING;
  } finally {
    archive.close();
  }
}
