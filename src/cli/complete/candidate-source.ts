/** What the archive of a command line has to offer, looked at once it is asked. */

import { type ArticleRef, CompletionIndex } from "../../engines/local/completion-index.js";
import type { FieldName } from "../../index.js";
import { type Candidate, type CandidateSource, some } from "./candidates.js";

/** Articles that are offered where nothing is typed yet, and where something is. */
const NEWEST = 30;
const MOST = 100;

/** Nothing of an archive that can't be read, or is large and has no stored index. */
export class ArchiveCandidateSource implements CandidateSource {
  private opened: Promise<CompletionIndex | null> | undefined;

  /** `cache` is where indexes are stored. */
  constructor(
    private readonly folders: readonly string[],
    private readonly cache?: string,
  ) {}

  private index(): Promise<CompletionIndex | null> {
    this.opened ??= CompletionIndex.open(this.folders, this.cache);
    return this.opened;
  }

  async articles(typed: string): Promise<Candidate[]> {
    const index = await this.index();
    if (!index) return [];
    const found = typed === "" ? index.newest(NEWEST) : index.articles(typed, MOST);
    return some(found.map(candidateOf), typed === "" ? NEWEST : MOST, (shared) => {
      const beside = index.articleBeside(typed, shared);
      return beside && candidateOf(beside);
    });
  }

  async values(field: FieldName): Promise<{ value: string; count: number }[]> {
    return (await this.index())?.values(field) ?? [];
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
  }
}

const candidateOf = ({ name, title }: ArticleRef): Candidate => ({ value: name, text: title });
