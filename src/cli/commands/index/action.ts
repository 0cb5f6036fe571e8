/** `azertac index`: builds the stored index or brings it up to date, describes it, removes it. */
import {
  clearIndex,
  type IndexReport,
  type IndexStatus,
  indexStatus,
  type StoredOptions,
  updateIndex,
} from "../../../index.js";
import { type ArchiveOptions, archiveFolders, readsStdin } from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logError, NOTHING, WRONG_CALL } from "../../io/errors.js";
import { noArticles } from "../../io/no-results.js";
import { sayIfSample, warningText } from "../../io/open.js";
import { print } from "../../io/output.js";
import { readingFor } from "../../io/reading.js";
import { progressBar } from "../../io/terminal.js";
import { counted } from "../../render/count.js";
import { json } from "../../render/json.js";
import { safe } from "../../render/safe.js";

export interface IndexCall extends ArchiveOptions {
  status?: true;
  rebuild?: true;
  clear?: true;
  json?: true;
}

export async function indexArchive(options: IndexCall): Promise<number> {
  if (readsStdin(options))
    throw new CallError("no index is kept of standard input; give -d a folder or file");
  const archive = { dir: archiveFolders(options), ...readingFor(options) };
  sayIfSample(options);
  if (options.clear) return clear(archive);
  if (options.status) return status(archive, options.json === true);
  const progress = progressBar();
  const started = performance.now();
  const report = await updateIndex({
    ...archive,
    rebuild: options.rebuild === true,
    onProgress: progress.update,
  });
  await progress.finish();
  // All of them: this is where one comes to see what is wrong with an archive.
  for (const warning of report.warnings) logError(`warning: ${warningText(warning)}`);
  const seconds = (performance.now() - started) / 1000;
  if (report.articles === 0 && report.folder === null && !options.json) {
    logError(noArticles(options));
    return NOTHING;
  }
  print([options.json ? json(report) : `${reportLines(report, seconds).map(safe).join("\n")}\n`]);
  return report.folder === null ? WRONG_CALL : FOUND;
}

async function clear(archive: StoredOptions): Promise<number> {
  const done = await clearIndex(archive);
  print([done ? "Index removed. The next call rebuilds it.\n" : "There is no index of this archive.\n"]);
  return done ? FOUND : NOTHING;
}

async function status(archive: StoredOptions, asJson: boolean): Promise<number> {
  const found = await indexStatus(archive);
  if (asJson) print([json(found)]);
  else if (found) print([`${statusLines(found).map(safe).join("\n")}\n`]);
  else logError("no index is stored yet: azertac index makes one, as does any search");
  return found ? FOUND : NOTHING;
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function reportLines(
  { outcome, folder, articles, files, read, dropped, bytes }: IndexReport,
  seconds: number,
): string[] {
  const whole = `${counted(articles, "article")} in ${counted(files, "file")}`;
  if (folder === null) return [`Nothing is stored: ${whole} were read into memory.`];
  const time = seconds < 1 ? "less than a second" : `${seconds.toFixed(1)} s`;
  const done = {
    built: `Built in ${time}: ${whole}.`,
    updated: `Brought up to date in ${time}: ${counted(read, "file")} read, ${counted(dropped, "file")} dropped; ${whole}.`,
    current: `Up to date: ${whole}.`,
    memory: "",
  }[outcome];
  return [done, `${size(bytes)} in ${folder}`];
}

function statusLines({ folder, articles, files, segments, bytes, version, changed }: IndexStatus): string[] {
  return [
    `${counted(articles, "article")} in ${counted(files, "file")}`,
    `${size(bytes)} in ${counted(segments, "segment")}, format ${version}`,
    folder,
    changed === 0
      ? "Up to date."
      : `${counted(changed, "file")} added, changed or removed since; the next call updates the index.`,
  ];
}
