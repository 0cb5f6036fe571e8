/** What `show` and `summary` have in common: articles by what a person types for their ids. */
import { existsSync } from "node:fs";
import { AmbiguousIdError, type Archive, type Article } from "../../../index.js";
import {
  type ArchiveOptions,
  type ChoiceOptions,
  hasChoice,
  type OutputOptions,
  outputForm,
  referenceForm,
} from "../../config/options.js";
import { exitCodeOf, FOUND, logError, logInfo, NOTHING, WRONG_CALL } from "../../io/errors.js";
import { noArticles } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { isTerminal, print, STDOUT } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { ARTICLE_FIELDS, type Fields } from "../../render/fields.js";
import type { Mark } from "../../render/marked.js";
import { safe } from "../../render/safe.js";

/** What is shown of an article. */
interface View<A extends Article> {
  get(archive: Archive, id: string): Promise<A | null>;
  paragraphs(article: A): readonly string[];
  /** The text of an article in a format for references, where the command has such options. */
  reference?(form: "ris" | "bibtex", articles: readonly A[]): Promise<string>;
  /** Further columns of CSV. */
  columns: Fields<A>;
  /** What marks words in title and text. */
  highlighter?(archive: Archive): Promise<Mark>;
  /** What is done with the articles instead of printing them. */
  open?(articles: readonly A[], mark: Mark): Promise<void>;
}

export type EachOptions = ArchiveOptions &
  OutputOptions &
  ChoiceOptions & {
    width?: number;
    /** The number of a hit of the last search; true for the first. */
    last?: number | true;
  };

interface Found<A> {
  articles: A[];
  unknown: string[];
  /** Something that was typed fits several articles, which has been said. */
  ambiguous: boolean;
}

/** Prints what is found; says on standard error what is not, and what may have been meant. */
export async function printEach<A extends Article>(
  typed: readonly string[],
  options: EachOptions,
  view: View<A>,
): Promise<number> {
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf<A>(options, { ...ARTICLE_FIELDS, ...view.columns })
    : null;
  const ids = typed.includes("-") ? (await import("../../io/stdin.js")).withStdinIds(typed) : typed;
  if (ids.length === 0) logError("there are no ids on standard input");
  const { archive, warn, close } = await open(options);
  try {
    const { articles, unknown, ambiguous } = await find(archive, ids, view, options);
    warn();
    const form = outputForm(options);
    const reference = referenceForm(options);
    if (reference) {
      const text = (await view.reference?.(reference, articles)) ?? "";
      print([isTerminal(STDOUT) ? text.split("\n").map(safe).join("\n") : text]);
    } else if (view.open) {
      if (articles.length > 0) await view.open(articles, (await view.highlighter?.(archive)) ?? (() => []));
    } else if (choice && form === "text") {
      await page(await choice.lines(articles, terminal(options)), options);
    } else if (form === "text") {
      await page(await texts(articles, view, archive, options), options);
    } else {
      const { printArticles } = await import("../../io/print.js");
      await printArticles(form, articles, view.columns, choice?.fields);
    }
    for (const id of unknown) {
      if (archive.size === 0) logError(noArticles(options));
      else await offer(archive, id);
    }
    if (articles.length > 0) return FOUND;
    return ambiguous ? WRONG_CALL : NOTHING;
  } finally {
    await close();
  }
}

async function find<A extends Article>(
  archive: Archive,
  ids: readonly string[],
  view: View<A>,
  options: EachOptions,
): Promise<Found<A>> {
  const found: Found<A> = { articles: [], unknown: [], ambiguous: false };
  for (const id of ids) {
    try {
      const article = (await view.get(archive, id)) ?? (await otherwise(archive, id, view));
      if (article) found.articles.push(article);
      else if (existsSync(id)) found.articles.push(...(await inFile(id, view, options)));
      else found.unknown.push(id);
    } catch (error) {
      if (!(error instanceof AmbiguousIdError)) throw error;
      await exitCodeOf(error);
      found.ambiguous = true;
    }
  }
  return found;
}

/** The article of an id as it was printed, or typed in other letters; of the path of its file. */
async function otherwise<A extends Article>(
  archive: Archive,
  typed: string,
  view: View<A>,
): Promise<A | null> {
  const { idLike } = await import("./id-like.js");
  const id = await idLike(archive, typed);
  return id === null ? null : view.get(archive, id);
}

/** The articles of a file that is not in the archive, which is read as an archive of its own. */
async function inFile<A extends Article>(path: string, view: View<A>, options: EachOptions): Promise<A[]> {
  const { archive, warn, close } = await open({ ...options, dir: [path] });
  try {
    const found: A[] = [];
    for (const { id } of await archive.list()) {
      const article = await view.get(archive, id);
      if (article) found.push(article);
    }
    warn();
    return found;
  } finally {
    await close();
  }
}

/** Two empty lines stand between articles, one between paragraphs. */
async function texts<A extends Article>(
  articles: readonly A[],
  view: View<A>,
  archive: Archive,
  options: EachOptions,
): Promise<string[]> {
  const { articleText } = await import("../../render/article.js");
  const on = terminal(options);
  const mark = await view.highlighter?.(archive);
  const shown: string[] = [];
  for (const article of articles) {
    const text = await articleText(article, view.paragraphs(article), on, { width: options.width, mark });
    shown.push(`${shown.length > 0 ? "\n\n" : ""}${text}\n`);
  }
  return shown;
}

/** Says that there is no such article, and which may have been meant. */
export async function offer(archive: Archive, id: string): Promise<void> {
  const { nearestArticles } = await import("../../io/suggest.js");
  const near = await nearestArticles(archive, id);
  logError(`there is no article "${id}"${near.length > 0 ? "; closest matches:" : ""}`);
  for (const article of near) logInfo(`  ${article.id}  ${article.date ?? "-"}  ${article.title}`);
}
