/** What the archive of a command line has to offer, looked at once it is asked. */

import { type Candidate, type Offers, some } from "./candidates.js";
import { Glance, type Glimpse } from "./completion-index.js";

/** Articles that are offered where nothing is typed yet, and where something is. */
const NEWEST = 30;
const MOST = 100;

/** Nothing of an archive that can't be read, or is large and has no stored index. */
export class ArchiveOffers implements Offers {
  private opened: Promise<Glance | null> | undefined;

  /** `cache` is where indexes are stored. */
  constructor(
    private readonly folders: readonly string[],
    private readonly cache?: string,
  ) {}

  private glance(): Promise<Glance | null> {
    this.opened ??= Glance.open(this.folders, this.cache);
    return this.opened;
  }

  async articles(typed: string): Promise<Candidate[]> {
    const glance = await this.glance();
    if (!glance) return [];
    const found = typed === "" ? glance.newest(NEWEST) : glance.articles(typed, MOST);
    return some(found.map(candidateOf), typed === "" ? NEWEST : MOST, (shared) => {
      const beside = glance.articleBeside(typed, shared);
      return beside && candidateOf(beside);
    });
  }

  async values(field: "place" | "agency" | "language"): Promise<{ value: string; count: number }[]> {
    return (await this.glance())?.values(field) ?? [];
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
  }
}

const candidateOf = ({ name, title }: Glimpse): Candidate => ({ value: name, text: title });
