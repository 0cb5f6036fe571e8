/** Tar (POSIX ustar and pax, GNU long names): the regular files of an archive, in order. */
import type { Context, InnerFile } from "../record.js";
import { isHiddenMember, safeName } from "./zip.js";

const BLOCK = 512;

function field(bytes: Uint8Array, start: number, length: number): string {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + start, length);
  const end = part.indexOf(0);
  return part.toString("utf8", 0, end < 0 ? length : end);
}

/** Octal, or with GNU's mark a binary number. */
function sizeAt(bytes: Uint8Array, start: number): number {
  if (((bytes[start] ?? 0) & 0x80) === 0) {
    const octal = field(bytes, start, 12).trim();
    return /^[0-7]*$/.test(octal) ? Number.parseInt(octal || "0", 8) : -1;
  }
  let size = 0;
  for (let i = 4; i < 12; i++) size = size * 256 + (bytes[start + i] ?? 0);
  return size;
}

/** The path in a pax header's lines, `27 path=name`. */
function paxPath(bytes: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(Buffer.from(bytes).toString("utf8"))?.[1] ?? null;
}

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    // Two blocks of zeros end the archive; one alone may be a gap.
    if (bytes[at] === 0) {
      at += BLOCK;
      continue;
    }
    const size = sizeAt(bytes, at + 124);
    const start = at + BLOCK;
    if (size < 0 || start + size > bytes.length) {
      context.report("is cut off or damaged; read up to there");
      return;
    }
    const content = bytes.subarray(start, start + size);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const prefix = field(bytes, at + 257, 5) === "ustar" ? field(bytes, at + 345, 155) : "";
    const name = longName ?? (prefix === "" ? "" : `${prefix}/`) + field(bytes, at, 100);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === "L") longName = field(content, 0, content.length);
    else if (type === "x") longName = paxPath(content) ?? longName;
    else {
      longName = null;
      const safe = safeName(name);
      if (!/^[0\x007]$/.test(type) || isHiddenMember(safe)) continue;
      context.budget.take(size);
      yield { name: safe, bytes: content };
    }
  }
}
