/** Reads a file of any known format: detects it, unpacks what it holds, and gives the articles in order. */
import { detect, isForced, skippedMessage } from "./detect.js";
import {
  Budget,
  type Context,
  type FieldMap,
  type FormatName,
  type InnerFile,
  LimitError,
  type Limits,
  type Part,
  type Report,
  SkipCounter,
  type SourceRecord,
} from "./record.js";
import { loadReader } from "./registry.js";

export interface ReadOptions {
  report: Report;
  /** Reads the file as this format, whatever it looks like; what it holds is detected. */
  type?: FormatName | undefined;
  map?: FieldMap | undefined;
  encoding?: string | undefined;
  /** Text of a format that azertac does not read is taken for plain text. */
  unknownText?: boolean | undefined;
  /** A part of the files in a zip file. */
  part?: Part | undefined;
  limits?: Limits | undefined;
}

/** An article with where it was found. */
export interface SourceArticle {
  record: SourceRecord;
  format: FormatName;
  /** Where it lies in the file, `2025/04.tar/22.txt`; null if the file itself is of the format. */
  member: string | null;
}

interface Level {
  bytes: Uint8Array;
  name: string;
  member: string | null;
  depth: number;
  known: Partial<SourceRecord> | undefined;
}

const LONGEST_MESSAGE = 500;
const LONGEST_NAME = 200;

/** Names and values from a file in a message: no control characters, and an end. */
function shown(text: string, longest = LONGEST_MESSAGE): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "?");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Never throws on what the file holds: what cannot be read is reported with its reason, and the rest goes on. */
export async function* readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): AsyncGenerator<SourceArticle> {
  const budget = new Budget(options.limits);
  let said = 0;
  const report: Report = (message) => {
    said++;
    options.report(shown(message));
  };
  try {
    for await (const article of readLevel(
      { bytes, name, member: null, depth: 0, known: undefined },
      { ...options, report },
      budget,
    )) {
      said++;
      yield article;
    }
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    report(`${error.message}; the rest is left out`);
  }
  // A file that is passed over without a word is a loss that nobody sees.
  if (said === 0 && !options.part) report("has no articles that can be read");
}

async function* readLevel(level: Level, options: ReadOptions, budget: Budget): AsyncGenerator<SourceArticle> {
  const { bytes, member, depth } = level;
  const prefix = member === null ? "" : `${shown(member, LONGEST_NAME)}: `;
  const report: Report = (message) => options.report(`${prefix}${message}`);
  if (bytes.length === 0) {
    report("is empty");
    return;
  }
  const forced = depth === 0 ? options.type : undefined;
  const detected = forced ? { format: forced } : detect(bytes, level.name);
  if (!detected) {
    report("is not text");
    return;
  }
  if ("unknown" in detected && !isForced(detected, options)) {
    report(skippedMessage(detected));
    return;
  }
  const format = "unknown" in detected ? "text" : detected.format;
  const attached: InnerFile[] = [];
  const context: Context = {
    name: level.name,
    report,
    part: depth === 0 ? options.part : undefined,
    attach: (file) => attached.push(file),
    skipped: new SkipCounter(),
    budget,
    map: options.map,
    encoding: options.encoding,
  };
  try {
    const reader = await loadReader(format);
    if ("files" in reader) {
      if (depth >= budget.limits.depth) {
        report(`skipped: files lie in files more than ${budget.limits.depth} deep`);
        return;
      }
      for await (const inner of reader.files(bytes, context))
        yield* readLevel(innerLevel(inner, level), options, budget);
    } else
      for await (const record of reader.records(bytes, context)) {
        budget.checkTime();
        yield { record: withKnown(record, level.known, format), format, member };
      }
    for (const file of attached) yield* readAttached(file, level, options, context);
  } catch (error) {
    if (error instanceof LimitError && error.whole) throw error;
    report(`cannot be read as ${format}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    context.skipped.finish(report);
  }
}

/** A file that came with an article: pictures and the like are counted, whatever else is no text is named. */
async function* readAttached(
  file: InnerFile,
  level: Level,
  options: ReadOptions,
  { budget, skipped, report }: Context,
): AsyncGenerator<SourceArticle> {
  const detected = detect(file.bytes, file.name);
  if (!detected || ("unknown" in detected && !detected.isText)) {
    skipped.add("attachment", "attachments", "left out: not text");
    return;
  }
  if (level.depth >= budget.limits.depth) {
    report(`skipped: files lie in files more than ${budget.limits.depth} deep`);
    return;
  }
  budget.take(file.bytes.length);
  yield* readLevel(innerLevel(file, level), options, budget);
}

function innerLevel(inner: InnerFile, outer: Level): Level {
  // A compressed file holds one file, whose name adds nothing.
  const member =
    inner.name === "" ? outer.member : outer.member === null ? inner.name : `${outer.member}/${inner.name}`;
  return {
    bytes: inner.bytes,
    name: inner.name === "" ? outer.name.replace(/\.(?:gz|zst|zstd|bz2|xz|tgz|tbz2?|txz)$/i, "") : inner.name,
    member,
    depth: outer.depth + 1,
    known: inner.known ?? outer.known,
  };
}

/** What the outer file knows, where the record itself says nothing. */
function withKnown(
  record: SourceRecord,
  known: Partial<SourceRecord> | undefined,
  format: FormatName,
): SourceRecord {
  if (!known) return record;
  // The dateline of a text comes first.
  if (format === "text" && record.date === undefined)
    return { ...known, ...record, date: undefined, time: undefined, sent: known.date };
  const date = record.date ?? known.date;
  return {
    ...known,
    ...Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    date,
    time: record.date === undefined ? known.time : record.time,
    position: record.position,
  };
}
