/** Zstandard (RFC 8878). Node has it from 22.15 on only. */
import { Decompress } from "fzstd";
import type { Context, InnerFile } from "../record.js";
import { BoundedOutput } from "./inflate.js";

/** Compressed bytes given to the decoder at once, so that the bound is met before memory is. */
const STEP = 64 * 1024;

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const output = new BoundedOutput(context.budget.room);
  const stream = new Decompress((chunk) => output.add(chunk));
  for (let at = 0; at < bytes.length; at += STEP) {
    context.budget.checkTime();
    stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  }
  const inner = output.finish();
  context.budget.take(inner.length);
  yield { name: "", bytes: inner };
}
