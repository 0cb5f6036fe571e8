/** Snapshots in memory, of articles that are given segment by segment. */
import { parseDispatch } from "../../src/article/dispatch.js";
import type { Dispatch } from "../../src/article/model.js";
import { titleOf } from "../../src/article/title.js";
import { SegmentBuilder } from "../../src/index/build.js";
import { fileKey } from "../../src/index/files.js";
import { lexicon } from "../../src/index/lexicon.js";
import { type LiveSegment, Snapshot } from "../../src/index/snapshot.js";

/** An article: a file of its own below the root. */
export interface Text {
  place: string;
  text: string;
  language: string | null;
  title?: string;
}

/** A snapshot and what is known of its articles by their numbers. */
export interface Archive {
  snapshot: Snapshot;
  texts: Dispatch[];
  keys: string[];
}

export const keyOf = ({ place }: Pick<Text, "place">): string => fileKey(0, place);

export function archiveOf(parts: readonly (readonly Text[])[]): Archive {
  const texts: Dispatch[] = [];
  const keys: string[] = [];
  const segments = parts.map((part): LiveSegment => {
    const builder = new SegmentBuilder(false);
    for (const one of part.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const { place, text, language } = one;
      builder.openFile({ root: 0, place, size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 });
      const dispatch = parseDispatch(text, one.title === undefined ? {} : { title: one.title });
      const { title, titleFrom } = titleOf(dispatch);
      const fields = { id: place, date: null, place: null, agency: null, language, title, titleFrom };
      builder.add({ dispatch, ...fields, offset: 0, length: 1, names: [] });
      texts.push(dispatch);
      keys.push(keyOf(one));
    }
    return { segment: builder.finishInMemory(lexicon), deleted: null };
  });
  return { snapshot: new Snapshot(segments), texts, keys };
}

/** What searching reads of the articles. */
export const readerOf = ({ texts, keys }: Archive) => ({
  textOf: (article: number): Dispatch | null => texts[article] ?? null,
  pathOf: (article: number): string => keys[article] ?? "",
});
