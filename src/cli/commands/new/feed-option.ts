/** `azertac new --feed`: a file that always has the newest articles of the searches, for a feed reader. */
import { existsSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { NewsArchive, SavedSearch } from "../../../engines/local/news/news-archive.js";
import { FEED_FORMATS, type FeedFormat, feedText } from "../../../export/feed.js";
import { explain } from "../../../platform/system-error.js";
import { CallError } from "../../io/call-error.js";

/** Articles in a feed. Readers keep what they have seen. */
const MOST = 100;

export interface Feed {
  /** What followed the file: names of searches. */
  names: readonly string[];
  /** Writes the feed if something is new, or if there is none. */
  write(archive: NewsArchive, searches: readonly SavedSearch[], hasNews: boolean): Promise<void>;
}

const isFormat = (name: string): name is FeedFormat => FEED_FORMATS.some((known) => known === name);

/** Throws CallError if it is not a format and a file. */
export function feedOf([format = "", file, ...names]: readonly string[]): Feed {
  if (!isFormat(format))
    throw new CallError(`--feed takes one of ${FEED_FORMATS.join(", ")}, then a file; not "${format}"`, {
      typed: format,
      known: FEED_FORMATS,
    });
  if (file === undefined) throw new CallError(`--feed ${format} needs the file to write`);
  const path = resolve(file);
  return {
    names,
    async write(archive, searches, hasNews) {
      if (!hasNews && existsSync(path)) return;
      const articles = await archive.newest(searches, MOST);
      const title = `azertac: ${searches.map(({ name }) => name).join(", ")}`;
      replace(path, feedText(format, title, articles));
    },
  };
}

/** A reader never sees half a feed. Throws CallError. */
function replace(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
    throw new CallError(`cannot write the feed "${path}": ${explain(error)}`);
  }
}
