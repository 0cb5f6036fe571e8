/** Runs a command with what is new, without a shell: no title can be more than one argument, nor a command itself. */
import { spawnSync } from "node:child_process";
import type { News } from "../../../engines/local/news/news-archive.js";
import { explain } from "../../../platform/system-error.js";
import { CallError } from "../../io/call-error.js";
import { logError } from "../../io/errors.js";
import { fieldOf } from "../../render/fields.js";
import { safe } from "../../render/safe.js";
import { NEWS_FIELDS, type NewsItem } from "./view.js";

/** A word of the command: texts and the values between them. */
type Word = readonly (string | ((item: NewsItem) => string))[];

const TOKEN = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\s+|[^\s'"\\]+|(.)/gs;
const PLACEHOLDER = /\{(\w+)\}/;
/** Bytes of arguments that every system takes at once. */
const MOST_BYTES = 100_000;

/** The words of a command, quoted as in a shell. Without a `{key}` the id is the last word. Throws CallError. */
export function parseCommand(command: string): Word[] {
  const words = wordsOf(command).map(wordOf);
  const [program] = words;
  if (!program?.length) throw new CallError("the command to run is empty");
  if (!program.every((part) => typeof part === "string"))
    throw new CallError("the command to run cannot begin with a value of an article");
  const hasValue = words.some((word) => word.some((part) => typeof part !== "string"));
  return hasValue ? words : [...words, wordOf("{id}")];
}

function wordsOf(command: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const [token, single, double, escaped, wrong] of command.matchAll(TOKEN)) {
    if (wrong !== undefined) throw new CallError(`the command has a ${wrong} that is not closed: ${command}`);
    if (/^\s/.test(token)) {
      isOpen = false;
      continue;
    }
    const text = single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? token;
    if (isOpen) words[words.length - 1] += text;
    else words.push(text);
    isOpen = true;
  }
  return words;
}

function wordOf(text: string): Word {
  return text.split(PLACEHOLDER).flatMap((part, i): Word => {
    if (i % 2 === 0) return part === "" ? [] : [part];
    const value = fieldOf(part, NEWS_FIELDS);
    return [(item) => safe(String(value(item) ?? ""))];
  });
}

const filled = (word: Word, item: NewsItem): string =>
  word.map((part) => (typeof part === "string" ? part : part(item))).join("");

/** Once for each article. An article whose command fails is new again at the next call. */
export async function runEach(
  words: readonly Word[],
  news: readonly News[],
  most: number,
): Promise<{ articles: number; failed: number }> {
  let count = 0;
  let failures = 0;
  for (const { search, articles, markRead } of news) {
    const chosen = articles.slice(0, most);
    const failed = new Set<number>();
    for (const [i, article] of chosen.entries()) {
      const item = { search: search.name, ...article };
      if (!run(words.map((word) => filled(word, item)))) failed.add(i);
      // What a command was run for is not run again if this process is killed.
      if (i + 1 < chosen.length) markRead((at) => at > i || failed.has(at));
    }
    markRead((at) => at >= most || failed.has(at));
    count += chosen.length;
    failures += failed.size;
  }
  return { articles: count, failed: failures };
}

/** Once for all articles, or a few times if they are too many for one command line. */
export async function runOnce(
  words: readonly Word[],
  news: readonly News[],
  most: number,
): Promise<{ articles: number; failed: number }> {
  const items = news.flatMap(({ search, articles }) =>
    articles.slice(0, most).map((article): NewsItem => ({ search: search.name, ...article })),
  );
  let failed = 0;
  for (const batch of batchesOf(items, words))
    if (!run(words.flatMap((word) => argumentsOf(word, batch)))) failed++;
  if (failed === 0) for (const { markRead } of news) markRead((at) => at >= most);
  return { articles: items.length, failed };
}

function argumentsOf(word: Word, items: readonly NewsItem[]): string[] {
  if (word.every((part) => typeof part === "string")) return [word.join("")];
  return items.map((item) => filled(word, item));
}

function batchesOf(items: readonly NewsItem[], words: readonly Word[]): NewsItem[][] {
  const batches: NewsItem[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = words.reduce((sum, word) => sum + Buffer.byteLength(filled(word, item)) + 1, 0);
    const last = batches.at(-1);
    if (last && bytes <= room) last.push(item);
    else {
      batches.push([item]);
      room = MOST_BYTES;
    }
    room -= bytes;
  }
  return batches;
}

function run([program = "", ...more]: readonly string[]): boolean {
  const { error, status, signal } = spawnSync(program, more, { stdio: "inherit", shell: false });
  if (error) throw new CallError(`cannot run "${program}": ${explain(error)}`);
  if (status === 0) return true;
  logError(`${program} ended with ${signal ?? `exit code ${status}`}`);
  return false;
}
