/** What a command says when nothing passes: if a filter was mistyped, what there is instead. */
import type { Archive } from "../../index.js";
import { type ArchiveOptions, archiveFolders, type FilterOptions, filterOf } from "../config/options.js";
import { counted } from "../render/count.js";
import { logError } from "./errors.js";

const FIELDS = [
  ["place", "place"],
  ["agency", "agency"],
  ["lang", "language"],
  ["type", "type"],
] as const;

/** How many values are named where none is near. */
const SOME = 5;

/** That an archive is empty, and which one that is. */
export function noArticles(options: Pick<ArchiveOptions, "dir" | "folders">): string {
  return `there are no articles in ${archiveFolders(options).join(", ")}`;
}

/** Names the first filter that no article passes, with the nearest values; says `otherwise` if all are met by some. */
export async function explainNothing(
  archive: Archive,
  options: ArchiveOptions & FilterOptions,
  otherwise: string,
): Promise<void> {
  if (archive.size === 0) {
    logError(noArticles(options));
    return;
  }
  for (const [option, field] of FIELDS) {
    const typed = options[option];
    if (typed === undefined || (await archive.list({ [field]: typed, limit: 1 })).length > 0) continue;
    const { nearestTexts } = await import("./suggest.js");
    const values = (await archive.values(field)).map(({ value }) => value);
    const near = [...new Set(typed.flatMap((one) => nearestTexts(values, one)))];
    const meant = near.length > 0 ? `did you mean ${near.join(" or ")}?` : someOf(values);
    logError(`no article has the ${field} ${typed.join(" or ")}${values.length > 0 ? `: ${meant}` : ""}`);
    return;
  }
  logError(otherwise);
}

/** Longer queries are said by their beginnings. */
const LONGEST_QUERY = 200;

/** That a query finds nothing; no query at all leaves it to the filters. */
export function nothingFor(query: string | null): string {
  if (query === null) return "no article matches the filters";
  return `nothing found for ${query.length > LONGEST_QUERY ? `${query.slice(0, LONGEST_QUERY)}…` : query}`;
}

function someOf(values: readonly string[]): string {
  const more = values.length > SOME ? ", …" : "";
  return `the archive has ${values.slice(0, SOME).join(", ")}${more}`;
}

/** What a listing says that shows nothing: that nothing passes, or that the page asked for is behind the last. */
export async function explainEmptyList(
  archive: Archive,
  options: ArchiveOptions & FilterOptions,
): Promise<void> {
  const passing = (await archive.list(filterOf(options))).length;
  const otherwise = passing > 0 ? pastTheLast(options, passing, "article") : "no article matches the filters";
  await explainNothing(archive, options, otherwise);
}

/** That a page begins after the last of all, or is to have nothing at all. */
export function pastTheLast({ offset, limit }: FilterOptions, total: number, one: string): string {
  if (limit === 0) return `-n 0 shows none of ${countOf(total)}`;
  return `--offset ${offset ?? 0} is past the last of ${counted(total, one)}`;
}

export function countOf(articles: number): string {
  return counted(articles, "article");
}
