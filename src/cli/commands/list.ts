/** `azertac list`: the articles of an archive. */
import { FOUND, NOTHING } from "../exit.js";
import { open } from "../open.js";
import {
  type ArchiveOptions,
  type FilterOptions,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { print } from "../output.js";
import { terminal } from "../terminal.js";

export async function list(options: ArchiveOptions & FilterOptions & OutputOptions): Promise<number> {
  const { archive, warn, close } = await open(options);
  try {
    const articles = archive.list(listOptionsOf(options));
    warn();
    const form = outputForm(options);
    if (form === "text") {
      const { listLines } = await import("../render/list.js");
      print(await listLines(articles, terminal(options.color)));
    } else {
      const { printArticles } = await import("../print.js");
      await printArticles(form, articles);
    }
    if (articles.length > 0) return FOUND;
    const { explainEmptyList } = await import("../nothing.js");
    await explainEmptyList(archive, options);
    return NOTHING;
  } finally {
    close();
  }
}
