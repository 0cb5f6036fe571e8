/** Decompression by Node's own zlib within a bound. */

import { gunzipSync, inflateRawSync } from "node:zlib";
import { codeOf } from "../../platform/system-error.js";
import { LimitError } from "../record.js";

const tooLarge = (limit: number): LimitError =>
  new LimitError(`decompresses to more than ${Math.round(limit / 1024 / 1024)} MiB`, false);

function bounded(inflate: () => Uint8Array, limit: number): Uint8Array {
  try {
    return inflate();
  } catch (error) {
    if (error instanceof RangeError || codeOf(error) === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit);
    throw error;
  }
}

/** Zlib needs room for a byte at least. */
const roomFor = (limit: number): number => Math.max(1, limit);

/** The content of a gzip file, all its members. Throws LimitError beyond `limit` bytes. */
export const gunzip = (bytes: Uint8Array, limit: number): Uint8Array =>
  bounded(() => gunzipSync(bytes, { maxOutputLength: roomFor(limit) }), limit);

/** A deflate stream without a header, as zip files have it. */
export const inflateRaw = (bytes: Uint8Array, limit: number): Uint8Array =>
  bounded(() => inflateRawSync(bytes, { maxOutputLength: roomFor(limit) }), limit);

/** Joins chunks as they come, within a bound. */
export class BoundedOutput {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly limit: number) {}

  add(chunk: Uint8Array): void {
    this.length += chunk.length;
    if (this.length > this.limit) throw tooLarge(this.limit);
    this.chunks.push(chunk.slice());
  }

  finish(): Uint8Array {
    return Buffer.concat(this.chunks);
  }
}
