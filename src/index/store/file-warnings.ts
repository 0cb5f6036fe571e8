/** Warnings about files, from the reports of those who read them. */
import { moreBadLines, NAMED_LINES } from "../../formats/records/raw-record.js";
import type { FileReport, Problem } from "../build/batch.js";
import type { PlacedWarning } from "../format/manifest.js";

/** What is wrong with a file, in words. Of its bad lines the first few are named, however it was cut into parts. */
export function warningsOf({ file, problems }: FileReport): PlacedWarning[] {
  const { root, relativePath } = file;
  const lines = problems.filter(({ line }) => line !== undefined);
  lines.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const named = lines.slice(0, NAMED_LINES);
  const counted = problems.reduce((sum, { moreLines }) => sum + (moreLines ?? 0), 0);
  const unnamed = lines.length - named.length + counted;
  const isOfFile = ({ line, moreLines }: Problem): boolean => line === undefined && moreLines === undefined;
  const messages = [...problems.filter(isOfFile), ...named].map(({ message }) => message);
  if (unnamed > 0) messages.push(moreBadLines(unnamed));
  return [...new Set(messages)].map((message) => ({ root, relativePath, message }));
}
