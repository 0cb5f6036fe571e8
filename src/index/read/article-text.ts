/** Reads the text of an article: from its own file, or from the segment if it is stored there. */
import type { ArticleText } from "../../api/types.js";
import { hashOf, paragraphsIn } from "../../corpus/dispatch/text-range.js";
import type { RecordReader } from "../../formats/records/record-reader.js";
import { wellFormed } from "../../text/well-formed.js";
import type { FileRef } from "../format/file-key.js";
import type { Segment, SegmentFile } from "./segment.js";
import { unpackText } from "./stored-text.js";

/** Where files are, and whether one that was read is as it was when it was indexed. */
export interface Files {
  reader: RecordReader;
  pathOf(file: FileRef): string;
  isUnchanged(path: string, file: SegmentFile): boolean;
}

/** The text of an article; null if its file can no longer be read or says something else now. */
export function readText(segment: Segment, document: number, files: Files): ArticleText | null {
  const record = segment.record(document);
  if (record.isStored) return unpackText(segment.storedText(record.offset, record.length));
  const file = segment.file(record.file);
  const path = files.pathOf(file);
  const raw = files.reader.read(path, record.offset, record.length);
  if (!raw || !record.range) return null;
  const text = wellFormed(raw.text);
  // Lines were added after it, say, or it was touched.
  if (!files.isUnchanged(path, file) && hashOf(text) !== record.range.hash) return null;
  const headline = record.titleFrom === "headline" ? record.title : null;
  return { headline, paragraphs: paragraphsIn(text, record.range) };
}
