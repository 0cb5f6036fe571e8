/** Gzip (RFC 1952): one compressed file, in one member or several. */
import { constants, gunzipSync } from "node:zlib";
import { type Context, type InnerFile, LimitError } from "../record.js";
import { gunzip } from "./inflate.js";

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const inner = unpack(bytes, context);
  context.budget.take(inner.length);
  yield { name: "", bytes: inner };
}

/** What can be decompressed of a file that is cut off is read, with a report. */
function unpack(bytes: Uint8Array, context: Context): Uint8Array {
  try {
    return gunzip(bytes, context.budget.room);
  } catch (error) {
    if (error instanceof LimitError) throw error;
    const part = gunzipSync(bytes, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, context.budget.room),
    });
    context.report("is cut off or damaged; read up to there");
    return part;
  }
}
