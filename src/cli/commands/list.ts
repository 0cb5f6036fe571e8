/** `azertac list`: the articles of an archive. */
import { FOUND, NOTHING } from "../exit.js";
import { ARTICLE_FIELDS } from "../fields.js";
import { open } from "../open.js";
import {
  type ArchiveOptions,
  type ChoiceOptions,
  type FilterOptions,
  hasChoice,
  listOptionsOf,
  type OutputOptions,
  outputForm,
} from "../options.js";
import { page } from "../page.js";
import { terminal } from "../terminal.js";

type ListCall = ArchiveOptions & FilterOptions & OutputOptions & ChoiceOptions;

export async function list(options: ListCall): Promise<number> {
  const choice = hasChoice(options) ? (await import("../choice.js")).choiceOf(options, ARTICLE_FIELDS) : null;
  const { archive, warn, close } = await open(options);
  try {
    const articles = await archive.list(listOptionsOf(options));
    warn();
    const form = outputForm(options);
    if (form === "text") {
      const lines = choice?.lines ?? (await import("../render/list.js")).listLines;
      await page(await lines(articles, terminal(options)), options);
    } else {
      const { printArticles } = await import("../print.js");
      await printArticles(form, articles, {}, choice?.fields);
    }
    if (articles.length > 0) return FOUND;
    const { explainEmptyList } = await import("../nothing.js");
    await explainEmptyList(archive, options);
    return NOTHING;
  } finally {
    await close();
  }
}
