/** Opens articles in the user's editor: the file of an article, or a copy of its text where the file holds more. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { isatty } from "node:tty";
import type { FullArticle } from "../../index.js";
import { codeOf, explain } from "../../platform/system-error.js";
import { readWord } from "../complete/shell-words.js";
import { articleText } from "../render/article.js";
import type { Mark } from "../render/marked.js";
import { type Copies, copies } from "./editor-copies.js";
import { EditorError } from "./editor-error.js";
import { holdSignals } from "./hold-signals.js";

/** What is opened, and the words to begin at. */
export interface Opened {
  articles: readonly FullArticle[];
  mark: Mark;
}

/** Formats whose files are one article each, as people write it. */
const WRITTEN: ReadonlySet<string> = new Set(["text", "markdown"]);
/** Bytes of a file in which the first match is looked for. */
const LOOKED_AT = 1 << 20;
/** Beginnings of files that hold others: compressed ones have control characters, these have none. */
const CONTAINER = /^(?:WARC\/|From |filedesc:)/;
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Programs that take `+line file`, */
const PLUS =
  /^(?:g?vim?|nvim|view|nano|pico|emacs(?:client)?|micro|kak|joe|jmacs|ne|mg|mcedit|vis|gedit|geany|ed)$/;
/** `--goto file:line`, */
const GOTO = /^(?:code|code-insiders|code-oss|codium|vscodium|cursor|windsurf)$/;
/** and `file:line`. */
const COLON = /^(?:hx|helix|subl|zed)$/;

const DEVICE = "/dev/tty";

/**
 * Opens articles in `$VISUAL`, else `$EDITOR`, and waits until it ends. With `onTerminal` the editor has the process's
 * terminal, whatever standard input and output are. Throws EditorError.
 */
export async function edit({ articles, mark }: Opened, onTerminal: boolean): Promise<void> {
  const [program = "", ...words] = editorOf(process.env);
  const made = copies();
  try {
    const files: { path: string; line: number }[] = [];
    for (const article of articles) files.push(await fileOf(article, mark, made));
    const places = files.length === 1 ? files.flatMap(({ path, line }) => placed(program, path, line)) : null;
    await run(program, [...words, ...(places ?? files.map(({ path }) => path))], onTerminal);
  } finally {
    made.release();
  }
}

/** The words of the editor's command. They are taken apart as a shell does, but no shell runs them. */
export function editorOf({ VISUAL, EDITOR }: NodeJS.ProcessEnv, platform = process.platform): string[] {
  const set = [VISUAL, EDITOR].find((one) => one?.trim())?.trim() ?? "";
  // In a path of Windows a backslash is itself.
  const command = platform === "win32" ? set.replaceAll("\\", "\\\\") : set;
  const words: string[] = [];
  for (let at = 0; at < command.length; at++) {
    if (/\s/.test(command[at] ?? "")) continue;
    const { value, raw } = readWord(command, at);
    words.push(value);
    at += raw.length;
  }
  if (!words[0])
    throw new EditorError("no editor is set: set VISUAL or EDITOR to its command, e.g. EDITOR=vim");
  return words;
}

/** The arguments that open a file at a line; line 1 needs none. */
export function placed(program: string, path: string, line: number): string[] {
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, "");
  if (line <= 1) return [path];
  if (PLUS.test(name)) return [`+${line}`, path];
  if (GOTO.test(name)) return ["--goto", `${path}:${line}`];
  return [COLON.test(name) ? `${path}:${line}` : path];
}

async function fileOf(
  article: FullArticle,
  mark: Mark,
  made: Copies,
): Promise<{ path: string; line: number }> {
  const path = resolve(article.path);
  const own = WRITTEN.has(article.type) ? textOf(path) : null;
  if (own !== null) return { path, line: lineOf(own, mark) };
  const plain = { columns: null, reading: 80, color: false, hyperlinks: false } as const;
  const text = `${await articleText(article, article.body, plain)}\n`;
  return { path: made.add(article.id, text), line: lineOf(text, mark) };
}

/** The beginning of a file that is text as it stands; null for others, and for what can't be read. */
function textOf(path: string): string | null {
  let file: number | undefined;
  try {
    if (!statSync(path).isFile()) return null;
    file = openSync(path, "r");
    const bytes = Buffer.alloc(LOOKED_AT);
    const text = bytes.toString("utf8", 0, readSync(file, bytes));
    return CONTROL.test(text.slice(0, 4096)) || CONTAINER.test(text) ? null : text;
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The number of the first line with a match; 1 if there is none. */
function lineOf(text: string, mark: Mark): number {
  return (
    Math.max(
      0,
      text.split("\n").findIndex((line) => mark(line).length > 0),
    ) + 1
  );
}

async function run(program: string, words: readonly string[], onTerminal: boolean): Promise<void> {
  const opened: number[] = [];
  const stream = (number: 0 | 1): number | "inherit" => {
    if (isatty(number) || (number === 1 && !onTerminal)) return "inherit";
    try {
      const own = openSync(DEVICE, "r+");
      opened.push(own);
      return own;
    } catch {
      return "inherit";
    }
  };
  const child = spawn(program, words, { stdio: [stream(0), stream(1), "inherit"] });
  const release = holdSignals((signal) => child.kill(signal));
  try {
    const [code, signal]: unknown[] = await once(child, "close");
    if (signal) throw new EditorError(`the editor ${program} was ended by ${signal}`);
    if (code !== 0) throw new EditorError(`the editor ${program} ended with exit code ${code}`);
  } catch (error) {
    if (error instanceof EditorError) throw error;
    const reason = codeOf(error) === "ENOENT" ? "no such program" : explain(error);
    throw new EditorError(`cannot run the editor ${program}: ${reason}; set VISUAL or EDITOR`);
  } finally {
    release();
    for (const file of opened) closeSync(file);
  }
}
