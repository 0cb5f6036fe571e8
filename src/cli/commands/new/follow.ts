/** `azertac new --follow`: tells what arrives when the file system says that something changed, or after a while. */
import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { NewsArchive } from "../../../engines/local/news/news-archive.js";
import { ArchiveError } from "../../../index.js";
import { logError } from "../../io/errors.js";

/** A file that is being written changes several times: this long after the last change, in milliseconds, it is read. */
const SETTLE = 200;
/** However often files change, they are read after this long. */
const MOST_SETTLE = 2_000;
/** Where there are no events, as on shares of other computers, the archive is looked at this often. */
const POLL = 2_000;
const POLL_WITH_EVENTS = 60_000;

/** Never resolves: the process is ended from outside. A folder that is away for a while is waited for. */
export async function follow(
  archive: NewsArchive,
  roots: readonly string[],
  tell: () => Promise<unknown>,
): Promise<never> {
  const changes = new Changes(roots);
  let isAway = false;
  try {
    for (;;) {
      await changes.next(isAway);
      try {
        await archive.refresh();
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        if (!isAway) logError(`${error.message}; waiting for it`);
        isAway = true;
        continue;
      }
      isAway = false;
      await tell();
    }
  } finally {
    changes.close();
  }
}

class Changes {
  private readonly watchers: FSWatcher[] = [];
  private hasEvents = true;
  private changedAt: number | null = null;
  private wake: () => void = () => {};

  constructor(roots: readonly string[]) {
    for (const root of roots) this.watch(root);
  }

  private watch(root: string): void {
    try {
      const isFolder = statSync(root).isDirectory();
      // Of a file its folder: one that is replaced is another file.
      const watcher = watch(isFolder ? root : dirname(root), { recursive: isFolder }, (_, name) => {
        if (isFolder || name === null || name === basename(root)) this.changed();
      });
      watcher.on("error", () => {
        this.hasEvents = false;
        watcher.close();
      });
      this.watchers.push(watcher);
    } catch {
      this.hasEvents = false;
    }
  }

  private changed(): void {
    this.changedAt = performance.now();
    this.wake();
  }

  /** Resolves when something changed and has settled, or when it is time to look. */
  async next(isAway: boolean): Promise<void> {
    if (this.changedAt === null) {
      const timer = new AbortController();
      const poll = this.hasEvents && !isAway ? POLL_WITH_EVENTS : POLL;
      const changed = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      await Promise.race([changed, sleep(poll, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    }
    for (const until = performance.now() + MOST_SETTLE; performance.now() < until; ) {
      const { changedAt } = this;
      if (changedAt === null || performance.now() - changedAt >= SETTLE) break;
      await sleep(SETTLE);
    }
    this.changedAt = null;
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close();
  }
}
