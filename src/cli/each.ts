/** What `show` and `summary` have in common: articles by what a person types for their ids. */
import { AmbiguousIdError, type Archive, type Article } from "../index.js";
import { complain, exitCodeOf, FOUND, NOTHING, say, WRONG_CALL } from "./exit.js";
import { open, warn } from "./open.js";
import { type ArchiveOptions, type OutputOptions, outputForm } from "./options.js";
import { printArticles } from "./print.js";
import { safe } from "./render/safe.js";
import { type Terminal, terminal } from "./terminal.js";

/** What is shown of an article. */
interface View<A extends Article> {
  get(archive: Archive, id: string): A | null;
  paragraphs(article: A): readonly string[];
  /** Further columns of CSV. */
  columns: Record<string, (article: A) => unknown>;
}

type Options = ArchiveOptions & OutputOptions & { width?: number };

/** Prints what is found; says on standard error what is not, and what may have been meant. */
export async function printEach<A extends Article>(
  ids: readonly string[],
  options: Options,
  view: View<A>,
): Promise<number> {
  const archive = await open(options);
  try {
    const found: A[] = [];
    const unknown: string[] = [];
    let ambiguous = false;
    for (const id of ids) {
      try {
        const article = view.get(archive, id);
        if (article) found.push(article);
        else unknown.push(id);
      } catch (error) {
        if (!(error instanceof AmbiguousIdError)) throw error;
        exitCodeOf(error);
        ambiguous = true;
      }
    }
    warn(archive);
    const form = outputForm(options);
    if (form !== "text") await printArticles(form, found, view.columns);
    else await printTexts(found, view, terminal(options.color), options.width);
    for (const id of unknown) await offer(archive, id);
    if (found.length > 0) return FOUND;
    return ambiguous ? WRONG_CALL : NOTHING;
  } finally {
    archive.close();
  }
}

async function printTexts<A extends Article>(
  articles: readonly A[],
  view: View<A>,
  on: Terminal,
  width: number | undefined,
): Promise<void> {
  const { articleText } = await import("./render/article.js");
  const texts = [];
  for (const article of articles) texts.push(await articleText(article, view.paragraphs(article), on, width));
  if (texts.length > 0) process.stdout.write(`${texts.join("\n\n\n")}\n`);
}

async function offer(archive: Archive, id: string): Promise<void> {
  const { nearestArticles } = await import("./suggest.js");
  const near = await nearestArticles(archive, id);
  complain(`there is no article "${id}"${near.length > 0 ? "; the nearest are:" : ""}`);
  for (const article of near) say(safe(`  ${article.id}  ${article.date ?? "-"}  ${article.title}`));
}
