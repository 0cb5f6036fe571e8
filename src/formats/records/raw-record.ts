/** What reading a file gives: records, and what is wrong with the file. */
import type { SourceRecord } from "../record.js";

/** The largest article, in bytes; a dispatch has a few thousand. */
export const MAX_ARTICLE = 16 * 1024 * 1024;
export const TOO_LARGE = "is larger than 16 MiB";
/** This many bad lines of a file are named one by one. */
export const NAMED_LINES = 3;

/** What else is known of a problem with a file. */
export interface ProblemDetail {
  /** Another attempt may succeed though the file stays the same: it could not be opened, or the disk failed. */
  isTransient?: true;
  /** The line it is about, from 1. */
  line?: number;
  /** For how many lines that are not named the problem stands. */
  moreLines?: number;
}

/** Told what is wrong with a file. */
export type Report = (path: string, message: string, detail?: ProblemDetail) => void;

/** What a JSONL record says besides its text. */
export interface Known {
  id?: string;
  /** ISO date. */
  date?: string;
  place?: string;
  agency?: string;
  title?: string;
  /** The rest of what the record says, as src/formats/record.ts describes it. */
  more?: SourceRecord;
}

/** One article as it was found, not yet parsed. */
export interface RawRecord {
  text: string;
  /** Null for a plain file. */
  known: Known | null;
  /** Where it is in the file, in bytes. */
  offset: number;
  length: number;
  /** From 1. */
  line: number;
}

/** Files of a record a line, told by their names. */
export function isLines(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
}

/** Words for lines that cannot be used and are not named. */
export function moreBadLines(count: number): string {
  return `has ${count} more ${count === 1 ? "line" : "lines"} that can't be used`;
}
