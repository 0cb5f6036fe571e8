/** `azertac export`: articles in another format, to a file, a folder of files or standard output. */
import { type ExportFormat, exportPieces } from "../../../export/article.js";
import { loadExporter } from "../../../export/registry.js";
import type { Archive, FullArticle, ListOptions } from "../../../index.js";
import {
  type ArchiveOptions,
  countOptionsOf,
  type FilterOptions,
  hasDates,
  listOptionsOf,
  type MatchOptions,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logInfo, NOTHING } from "../../io/errors.js";
import { countOf, explainNothing, nothingFor, pastTheLast } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { isTerminal, print, STDOUT } from "../../io/output.js";
import { refuseEmpty } from "../../main/mistakes.js";
import { safe } from "../../render/safe.js";
import { type Target, targetOf } from "./target.js";

export type ExportCall = ArchiveOptions &
  FilterOptions &
  MatchOptions & {
    to: ExportFormat;
    output?: string;
    force?: true;
  };

export async function exportArticles(words: readonly string[], options: ExportCall): Promise<number> {
  const query = words.length > 0 ? words.join(" ") : null;
  if (query !== null) refuseEmpty(query);
  if (query === null && options.sort === "relevance") throw new CallError("--sort relevance needs a query");
  const exporter = await loadExporter(options.to);
  const target = options.output === undefined ? null : targetOf(options.output, options.force === true);
  const { archive, warn, close } = await open(options);
  try {
    const ids = await idsOf(archive, query, options);
    const articles = fullArticles(archive, ids);
    const count = target ? await target.write(exporter, articles, ids) : await printAll(exporter, articles);
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, query, options);
    if (target && count > 0) logInfo(`${countOf(count)} written to ${options.output}`);
    if (count > 0) return FOUND;
    await sayNothing(archive, query, options);
    return NOTHING;
  } finally {
    await close();
  }
}

async function idsOf(archive: Archive, query: string | null, options: ExportCall): Promise<string[]> {
  const wanted: ListOptions = listOptionsOf(options);
  if (query === null) return (await archive.list(wanted)).map(({ id }) => id);
  const { match, exact } = countOptionsOf(options);
  const { hits, relaxed } = await archive.search(query, { ...wanted, match, exact, snippets: false });
  // Articles that lack some of the words are a proposal to a reader, not what was asked to be written.
  return relaxed ? [] : hits.map(({ id }) => id);
}

async function* fullArticles(archive: Archive, ids: readonly string[]): AsyncGenerator<FullArticle> {
  for (const id of ids) {
    const article = await archive.get(id);
    if (article) yield article;
  }
}

/** Units of text that are written at once. */
const PIECE = 1 << 16;

async function printAll(
  exporter: Parameters<Target["write"]>[0],
  articles: AsyncIterable<FullArticle>,
): Promise<number> {
  let count = 0;
  const counted = async function* (): AsyncGenerator<FullArticle> {
    for await (const article of articles) {
      count++;
      yield article;
    }
  };
  // A terminal must not be spoken to by a text from outside; what goes into a file or a pipe is left as it is.
  const onTerminal = isTerminal(STDOUT);
  const shown = (text: string): string => (onTerminal ? text.split("\n").map(safe).join("\n") : text);
  let piece = "";
  for await (const text of exportPieces(exporter, counted())) {
    piece += text;
    if (piece.length < PIECE) continue;
    print([shown(piece)]);
    piece = "";
  }
  if (piece !== "") print([shown(piece)]);
  return count;
}

async function sayNothing(archive: Archive, query: string | null, options: ExportCall): Promise<void> {
  const { limit, offset } = options;
  const passing =
    limit === undefined && offset === undefined
      ? 0
      : query === null
        ? (await archive.list({ ...listOptionsOf(options), limit: undefined, offset: undefined })).length
        : (await archive.search(query, { ...countOptionsOf(options), limit: 0 })).total;
  await explainNothing(
    archive,
    options,
    passing > 0 ? pastTheLast(options, passing, "article") : nothingFor(query),
  );
}
