/** Runs the pager, as git does: the terminal is its own until it is left. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { codeOf } from "../../platform/system-error.js";
import { hasLinks, withoutLinks } from "../render/link.js";
import { DEFAULT_PAGER } from "./environment.js";
import { logError } from "./errors.js";
import { holdSignals } from "./hold-signals.js";
import { printLong } from "./output.js";

/** Characters for which a command is left to a shell; they are git's. */
const SHELL = /[|&;<>()$`\\"' \t\n*?[#~=%]/;
/** What a shell returns for a command that is not there or is no program. */
const NO_COMMAND: readonly unknown[] = [126, 127];
/** Options of less: end at once if all fits, let colours through, leave the text on the screen. */
const LESS = "FRX";
const LV = "-c";
/** The first version of less that lets hyperlinks through. */
const LESS_WITH_LINKS = 563;
/** UTF-16 units that are handed over at once. */
const PIECE = 1 << 16;

/**
 * Hands texts to a pager, `start` first, and waits until it is left; what a pager can't be run for is printed. Links
 * are taken out if the pager is not known to let them through, unless they are to stay. `variables` are set for it,
 * whatever the environment says. False if there was no pager to run.
 */
export async function throughPager(
  command: string,
  start: readonly string[],
  rest: Iterator<string>,
  keepLinks: boolean,
  variables: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const plain = !keepLinks && start.some(hasLinks) && !passesLinks(command);
  const texts = chain(start, rest, plain ? withoutLinks : (text) => text);
  const given: string[] = [];
  const shell = SHELL.test(command);
  const child = spawn(command, {
    shell,
    env: { LESS, LV, ...process.env, ...variables },
    stdio: ["pipe", "inherit", "inherit"],
  });
  // The end of the text tells it to end.
  const release = holdSignals(() => child.stdin.destroy());
  try {
    await once(child, "spawn");
    const [fault, [code]] = await Promise.all([feed(child.stdin, texts, given), once(child, "close")]);
    if (fault) throw fault;
    if (!shell || !NO_COMMAND.includes(code)) return true;
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (command !== DEFAULT_PAGER) logError(`there is no pager "${command}"`);
  } finally {
    release();
  }
  await printLong(chain(given, texts, (text) => text));
  return false;
}

/** A program that can't be started, as `spawn` tells it. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && String(error.syscall).startsWith("spawn");
}

function* chain(
  start: readonly string[],
  rest: Iterator<string>,
  shown: (text: string) => string,
): Generator<string> {
  for (const text of start) yield shown(text);
  for (let next = rest.next(); !next.done; next = rest.next()) yield shown(next.value);
}

/** Writes to the pager as fast as it reads, until it is left. Gives what went wrong beside that. */
async function feed(pipe: Writable, texts: Iterator<string>, given: string[]): Promise<unknown> {
  try {
    await pipeline(pieces(texts, given), pipe);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    return code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE" ? undefined : error;
  }
}

/** Takes the texts one by one: `for` would close what may have to be printed after all. */
function* pieces(texts: Iterator<string>, given: string[]): Generator<string> {
  for (;;) {
    let piece = "";
    while (piece.length < PIECE) {
      const next = texts.next();
      if (next.done) break;
      piece += next.value;
    }
    if (piece === "") return;
    given.push(piece);
    yield piece;
  }
}

export function isLess(command: string): boolean {
  return /^(?:\S*\/)?less(?:\s|$)/.test(command);
}

function passesLinks(command: string): boolean {
  const [program = ""] = command.split(/\s/);
  if (!isLess(command)) return false;
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number(/^less (\d+)/.exec(stdout ?? "")?.[1]) >= LESS_WITH_LINKS;
}
