/** Snapshots in memory, of articles that are given segment by segment. */

import type { Dispatch } from "../../src/api/types.js";
import { parseDispatch } from "../../src/corpus/dispatch/parse.js";
import { titleOf } from "../../src/corpus/title.js";
import { SegmentBuilder } from "../../src/index/build/segment-builder.js";
import { lexicon } from "../../src/index/build/term-analyzer.js";
import { fileKey } from "../../src/index/format/file-key.js";
import { type LiveSegment, Snapshot } from "../../src/index/read/snapshot.js";
import { builderSource } from "../index/source-of.js";

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

export const keyOf = ({ place }: Pick<Text, "place">): string => fileKey({ root: 0, relativePath: place });

export function archiveOf(parts: readonly (readonly Text[])[]): Archive {
  const texts: Dispatch[] = [];
  const keys: string[] = [];
  const segments = parts.map((part): LiveSegment => {
    const builder = new SegmentBuilder(false);
    for (const one of part.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const { place, text, language } = one;
      builder.openFile({ root: 0, relativePath: place, size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 });
      const dispatch = parseDispatch(text, one.title === undefined ? {} : { title: one.title });
      const { title, titleFrom } = titleOf(dispatch);
      builder.add(builderSource({ dispatch, id: place, language, title, titleFrom }));
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
