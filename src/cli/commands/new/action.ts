/** `azertac new`: what arrived for each saved search since it was last asked. */

import { type News, NewsArchive, type SavedSearch } from "../../../engines/local/news/news-archive.js";
import type { Archive } from "../../../index.js";
import {
  type ArchiveOptions,
  archiveFolders,
  type ChoiceOptions,
  hasChoice,
  type OutputOptions,
} from "../../config/options.js";

import { FOUND, NOTHING, WRONG_CALL } from "../../io/errors.js";
import { sayIfSample, sayWarnings } from "../../io/open.js";
import { progressBar } from "../../io/terminal.js";
import { expandQuery } from "../../saved/expand.js";
import { countOptionsOfSaved, type SavedEntry, savedSearch, savedSearches } from "../../saved/saved.js";
import { type Feed, feedOf } from "./feed-option.js";
import { NEWS_FIELDS, printNews } from "./view.js";

export interface NewCall extends ArchiveOptions, OutputOptions, ChoiceOptions {
  limit?: number;
  follow?: true;
  exec?: string;
  execBatch?: string;
  feed?: string[];
  sinceLast?: true;
  markRead?: true;
}

/** What a round of telling came to. */
interface Told {
  articles: number;
  /** Commands that failed. */
  failed: number;
}

/** Tells one round of news and marks it as read. */
type Teller = (news: readonly News[]) => Promise<Told>;

export async function showNew(named: readonly string[], options: NewCall): Promise<number> {
  const all = savedSearches();
  const feed = options.feed ? feedOf(options.feed) : null;
  const names = [...named, ...(feed?.names ?? [])].map((name) => name.replace(/^@/, ""));
  const chosen = names.length > 0 ? names.map((name) => [name, savedSearch(all, name)] as const) : [...all];
  if (chosen.length === 0) savedSearch(all, "");
  const tell = await tellerOf(options);
  sayIfSample(options);
  const progress = progressBar();
  const dir = archiveFolders(options);
  const archive = await NewsArchive.open({ dir, onProgress: (done, total) => progress.update(done, total) });
  try {
    progress.end();
    sayWarnings(archive);
    const searches = await spelled(archive, new Map(chosen), all);
    if (options.markRead) {
      await archive.markShown(searches);
      return FOUND;
    }
    const round = (): Promise<Told> => tellRound(archive, searches, tell, feed);
    const told = await round();
    if (options.follow) await (await import("./follow.js")).follow(archive, dir, round);
    if (told.failed > 0) return WRONG_CALL;
    return told.articles > 0 ? FOUND : NOTHING;
  } finally {
    archive.close();
  }
}

async function tellRound(
  archive: NewsArchive,
  searches: readonly SavedSearch[],
  tell: Teller,
  feed: Feed | null,
): Promise<Told> {
  let told: Told = { articles: 0, failed: 0 };
  await archive.report(searches, async (news) => {
    // The feed first: what is marked as read must be in it.
    if (feed)
      await feed.write(
        archive,
        searches,
        news.some(({ articles }) => articles.length > 0),
      );
    told = await tell(news);
  });
  return told;
}

/** The searches as they are asked: with what they refer to, and with filters in the spellings of the archive. */
async function spelled(
  archive: NewsArchive,
  chosen: ReadonlyMap<string, SavedEntry>,
  all: ReadonlyMap<string, SavedEntry>,
): Promise<SavedSearch[]> {
  const values = new Map<string, ReturnType<Archive["values"]>>();
  const source: Pick<Archive, "values"> = {
    values(field) {
      const known = values.get(field) ?? archive.values(field);
      values.set(field, known);
      return known;
    },
  };
  const searches: SavedSearch[] = [];
  for (const [name, given] of chosen) {
    const entry = { ...given };
    for (const field of ["place", "agency"] as const) {
      const typed = entry[field];
      if (!typed) continue;
      const { inAllSpellings } = await import("../../config/spelled.js");
      entry[field] = await inAllSpellings(source, field, typed);
    }
    searches.push({ name, query: expandQuery(entry.query, all), options: countOptionsOfSaved(entry) });
  }
  return searches;
}

async function tellerOf(options: NewCall): Promise<Teller> {
  const { exec, execBatch, limit } = options;
  const most = limit ?? Number.POSITIVE_INFINITY;
  const command = exec ?? execBatch;
  if (command !== undefined) {
    const { parseCommand, runEach, runOnce } = await import("./exec.js");
    const words = parseCommand(command);
    return (news) => (exec === undefined ? runOnce : runEach)(words, news, most);
  }
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, NEWS_FIELDS)
    : null;
  return async (news) => {
    const articles = await printNews(news, most, options, choice);
    for (const one of news) {
      if (options.sinceLast) one.markAsShown();
      else one.markRead((at) => at >= most);
    }
    return { articles, failed: 0 };
  };
}
