/** Changes `[saved]` in the config file and leaves everything else in it as it is, comments too. */
import {
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { parse } from "smol-toml";
import { codeOf, explain } from "../../platform/system-error.js";
import { Config } from "../config/config.js";
import { configPath } from "../config/config-file.js";
import { CallError } from "../io/call-error.js";
import { entriesOf, SAVED, SAVED_FILTERS, type SavedEntry } from "./saved.js";

/** Saves a search under a name, or removes it for null. True if there was one before. Throws CallError. */
export function writeSaved(name: string, entry: SavedEntry | null): boolean {
  const named = configPath(process.env);
  if (named === null)
    throw new CallError("searches are saved in the config file, and AZERTAC_CONFIG is set to none");
  // A file that is broken is not written to.
  const before = existsSync(named) ? Config.read(named).text : "";
  const known = readSaved(before, named);
  const isKnown = known.has(name);
  if (!isKnown && entry === null) return false;
  const after = changed(before, name, entry && `${tomlKey(name)} = ${tomlEntry(entry)}`);
  check(after, name, entry, known, named);
  replace(named, after);
  return isKnown;
}

function readSaved(text: string, path: string): Map<string, SavedEntry> {
  const { saved = {} } = parse(text);
  return entriesOf(isTable(saved) ? saved : {}, path);
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

const TABLE = /^\s*\[\s*"?([^\]"]*?)"?\s*\]/;

/** The text with the line of a key in `[saved]` replaced, added or left out. */
function changed(text: string, name: string, line: string | null): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
  const start = lines.findIndex((one) => TABLE.exec(one)?.[1] === SAVED);
  if (start === -1) {
    const gap = lines.length > 0 ? [""] : [];
    return `${[...lines, ...gap, `[${SAVED}]`, line ?? ""].join(end)}${end}`;
  }
  const next = lines.findIndex((one, i) => i > start && TABLE.test(one));
  const stop = next === -1 ? lines.length : next;
  const at = lines.findIndex((one, i) => i > start && i < stop && keyOf(one) === name);
  let last = stop;
  while (last > start + 1 && (lines[last - 1] ?? "").trim() === "") last--;
  if (at === -1) lines.splice(last, 0, ...(line === null ? [] : [line]));
  else lines.splice(at, 1, ...(line === null ? [] : [line]));
  return `${lines.join(end)}${end}`;
}

function keyOf(line: string): string | null {
  const [, plain, basic, literal] = /^\s*(?:([\w-]+)|"([^"\\]*)"|'([^']*)')\s*=/.exec(line) ?? [];
  return plain ?? basic ?? literal ?? null;
}

/** Nothing is written unless the file then says what it said, and the change. */
function check(
  text: string,
  name: string,
  entry: SavedEntry | null,
  known: ReadonlyMap<string, SavedEntry>,
  path: string,
): void {
  const wanted = new Map(known);
  if (entry) wanted.set(name, entry);
  else wanted.delete(name);
  const same = (all: ReadonlyMap<string, SavedEntry>): string =>
    JSON.stringify(
      [...all]
        .map(([key, { ...value }]) => [
          key,
          Object.entries(value)
            .filter(([, set]) => set !== undefined)
            .sort(),
        ])
        .sort(),
    );
  let is = "";
  try {
    is = same(readSaved(text, path));
  } catch {
    // The line was part of something longer.
  }
  if (is !== same(wanted))
    throw new CallError(`"${name}" is written in more than one line of ${path}: please edit it there`);
}

function replace(named: string, text: string): void {
  try {
    mkdirSync(dirname(named), { recursive: true, mode: 0o700 });
    // Where the file is a link, to a folder of settings that is kept elsewhere, the link stays.
    const path = realPath(named);
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { mode: modeOf(path) });
    try {
      renameSync(temporary, path);
    } catch (error) {
      unlinkSync(temporary);
      throw error;
    }
  } catch (error) {
    throw new CallError(`cannot write the config file "${named}": ${explain(error)}`);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return path;
    throw error;
  }
}

const modeOf = (path: string): number => (statSync(path, { throwIfNoEntry: false })?.mode ?? 0o600) & 0o777;

const tomlText = (text: string): string =>
  `"${text.replace(/["\\\u0000-\u001f\u007f]/g, (char) =>
    char === '"' || char === "\\" ? `\\${char}` : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}"`;

const tomlKey = (name: string): string => (/^[A-Za-z0-9_-]+$/.test(name) ? name : tomlText(name));

function tomlEntry(entry: SavedEntry): string {
  const set = SAVED_FILTERS.flatMap((key) => {
    const value = entry[key];
    if (value === undefined) return [];
    if (value === true) return [`${key} = true`];
    return [
      `${key} = ${typeof value === "string" ? tomlText(value) : `[${value.map(tomlText).join(", ")}]`}`,
    ];
  });
  if (set.length === 0) return tomlText(entry.query);
  return `{ query = ${tomlText(entry.query)}, ${set.join(", ")} }`;
}
