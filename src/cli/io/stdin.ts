/** Standard input: an archive, or ids. */
import { readSync } from "node:fs";
import { explain } from "../../platform/system-error.js";
import { CallError } from "./call-error.js";

/** What stands for standard input on a command line. */
export const STDIN_NAME = "-";

const STDIN = 0;
const CHUNK = 1 << 20;
/** How long to wait for a writer that is slower, in milliseconds. */
const PAUSE = 10;

let isRead = false;

/** All bytes of standard input; `progress` is told how many there are so far. Throws CallError if it can't be read. */
export function readStdin(progress: (bytes: number) => void = () => {}): Buffer {
  if (isRead) throw new CallError("standard input can be read once: it is either the archive or the ids");
  isRead = true;
  const pieces: Buffer[] = [];
  for (let total = 0; ; ) {
    const piece = Buffer.allocUnsafe(CHUNK);
    const got = readPiece(piece);
    if (got === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, got));
    total += got;
    progress(total);
  }
}

function readPiece(piece: Buffer): number {
  for (;;) {
    try {
      return readSync(STDIN, piece, 0, piece.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new CallError(`cannot read standard input: ${explain(error)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Ids with `-` replaced by those on standard input, one per line. */
export function withStdinIds(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    if (id !== STDIN_NAME) return [id];
    const lines = readStdin().toString("utf8").split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== "");
  });
}
