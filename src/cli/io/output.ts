/**
 * Standard output and standard error, written straight to the system.
 *
 * Not through `process.stdout`: to make that stream takes 5 ms where it is a pipe, as long as parsing the command line.
 */
import { fstatSync, statSync, writeSync } from "node:fs";
import { DEV_NULL } from "../../platform/system.js";
import { codeOf, explain } from "../../platform/system-error.js";
import { beforeInterrupt } from "./interrupt.js";

export const STDOUT = 1;
export const STDERR = 2;

/** UTF-16 units that are written at once: few calls, little memory. */
const PIECE = 1 << 16;
/** And to a terminal, after which Ctrl-C is heard: two or three screens. */
const TERMINAL_PIECE = 1 << 12;
/** The colours and styles that a terminal starts with. */
const PLAIN = "\x1b[0m";
const ERASE_LINE = "\r\x1b[K";
/** How long to wait for a reader that is slower, in milliseconds. */
const PAUSE = 5;

/** Standard output can't be written: the disk is full, or the like. */
export class OutputError extends Error {
  override name = "OutputError";
}

/** Whether there is a terminal, found without loading what a terminal needs. */
export function isTerminal(stream: typeof STDOUT | typeof STDERR): boolean {
  try {
    const stat = fstatSync(stream);
    // The null device is no terminal, and to ask `process.stdout` takes 5 ms.
    if (!stat.isCharacterDevice() || stat.rdev === statSync(DEV_NULL).rdev) return false;
  } catch {
    return false;
  }
  return (stream === STDOUT ? process.stdout : process.stderr).isTTY === true;
}

/** Writes texts to standard output. Throws OutputError; a reader that has seen enough (`| head`) ends the run. */
export function print(texts: Iterable<string>): void {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    send(piece);
    piece = "";
  }
  if (piece !== "") send(piece);
}

/**
 * The same for texts that may be long. On a terminal, Ctrl-C ends the run behind a whole line, without leaving a colour
 * on.
 */
export async function printLong(texts: Iterable<string>): Promise<void> {
  if (!isTerminal(STDOUT)) {
    print(texts);
    return;
  }
  let release: (() => void) | undefined;
  let last = "";
  const end = (): void => {
    // With Ctrl-C the system drops what the terminal has not yet shown, wherever that begins.
    if (process.env.TERM !== "dumb") send(`${last.includes("\x1b") ? PLAIN : ""}${ERASE_LINE}`);
    else if (!last.endsWith("\n")) send("\n");
  };
  try {
    for (const piece of linePieces(texts)) {
      if (last !== "") {
        release ??= beforeInterrupt(end);
        // Lets Ctrl-C be heard.
        await new Promise((resolve) => setImmediate(resolve));
      }
      send(piece);
      last = piece;
    }
  } finally {
    release?.();
  }
}

/** Pieces for a terminal, which end where lines do unless a line is longer. */
function* linePieces(texts: Iterable<string>): Generator<string> {
  let rest = "";
  for (const text of texts) {
    rest += text;
    let at = 0;
    while (rest.length - at >= TERMINAL_PIECE) {
      const most = rest.slice(at, at + TERMINAL_PIECE);
      const piece = most.slice(0, most.lastIndexOf("\n") + 1) || most;
      yield piece;
      at += piece.length;
    }
    rest = rest.slice(at);
  }
  if (rest !== "") yield rest;
}

function send(text: string): void {
  try {
    writeAll(STDOUT, text);
  } catch (error) {
    // Nothing is left to be written, so nothing is lost.
    if (codeOf(error) === "EPIPE") process.exit(0);
    throw new OutputError(`cannot write: ${explain(error)}`);
  }
}

/** Writes to standard error; that nobody reads it is no error. */
export function printError(text: string): void {
  try {
    writeAll(STDERR, text);
  } catch {
    // There is nowhere left to say it.
  }
}

function writeAll(stream: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
