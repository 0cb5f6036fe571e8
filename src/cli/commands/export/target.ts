/** Where an export is written: one file, or a folder with a file for each article. Nothing is replaced unasked. */
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ExportArticle, type Exporter, exportPieces } from "../../../export/article.js";
import { explain } from "../../../platform/system-error.js";
import { CallError } from "../../io/call-error.js";

export interface Target {
  /** Writes the articles with these ids, and gives how many there were. Without one, nothing is made. */
  write(exporter: Exporter, articles: AsyncIterable<ExportArticle>, ids: readonly string[]): Promise<number>;
}

/** A folder where one is, or where the path ends in a slash; else a file. Throws CallError for a file that is there. */
export function targetOf(path: string, force: boolean): Target {
  if (path === "") throw new CallError("--output takes a file or a folder");
  const isFolder = /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) return new FolderTarget(path, force);
  refuseExisting(path, force);
  return new FileTarget(path, force);
}

function refuseExisting(path: string, force: boolean): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat && !force) throw new CallError(`"${path}" exists; --force replaces it`);
  if (stat && !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new CallError(`"${path}" is not a file and is not replaced`);
}

class FileTarget implements Target {
  constructor(
    private readonly path: string,
    private readonly force: boolean,
  ) {}

  async write(
    exporter: Exporter,
    articles: AsyncIterable<ExportArticle>,
    ids: readonly string[],
  ): Promise<number> {
    if (ids.length === 0) return 0;
    let count = 0;
    const counted = async function* (): AsyncGenerator<ExportArticle> {
      for await (const article of articles) {
        count++;
        yield article;
      }
    };
    await writeFile(this.path, this.force, exportPieces(exporter, counted()));
    return count;
  }
}

class FolderTarget implements Target {
  constructor(
    private readonly path: string,
    private readonly force: boolean,
  ) {}

  async write(
    exporter: Exporter,
    articles: AsyncIterable<ExportArticle>,
    ids: readonly string[],
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const names = fileNames(ids, exporter.extension);
    // Before the first is written: an export that stops half-way helps nobody.
    for (const name of names.values()) refuseExisting(join(this.path, name), this.force);
    try {
      mkdirSync(this.path, { recursive: true });
    } catch (error) {
      throw new CallError(`cannot make the folder "${this.path}": ${explain(error)}`);
    }
    let count = 0;
    for await (const article of articles) {
      const name = names.get(article.id) ?? `article-${count + 1}.${exporter.extension}`;
      const { start, end } = exporter;
      await writeFile(join(this.path, name), this.force, [start, exporter.article(article), end]);
      count++;
    }
    return count;
  }
}

const LONGEST_NAME = 120;

/** A name for each id: safe on every file system, and different from the others on those without letter cases. */
export function fileNames(ids: readonly string[], extension: string): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const plain = id
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"/\\|?*]+/gu, "_")
      .replace(/^[.\s-]+|[.\s]+$/g, "")
      .slice(0, LONGEST_NAME);
    // Names of devices on Windows.
    const stem = /^(?:con|prn|aux|nul|com\d|lpt\d|)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
    let name = `${stem}.${extension}`;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${stem}-${i}.${extension}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}

/** Writes a file that is there whole or not at all. Throws CallError if it can't be written. */
async function writeFile(
  path: string,
  force: boolean,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, LONGEST_NAME)}.${process.pid}.part`);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(temporary, "wx");
    for await (const piece of pieces) writeAll(descriptor, Buffer.from(piece));
    closeSync(descriptor);
    descriptor = null;
    if (!force && existsSync(path)) throw new CallError(`"${path}" exists; --force replaces it`);
    renameSync(temporary, path);
  } catch (error) {
    if (descriptor !== null) closeSync(descriptor);
    if (!isTaken(error)) remove(temporary);
    if (error instanceof Error && "syscall" in error)
      throw new CallError(`cannot write "${path}": ${explain(error)}`);
    throw error;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}
