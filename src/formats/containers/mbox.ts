/** Mbox (RFC 4155): mails one after the other, each after a line that begins with `From `. */
import type { Context, InnerFile } from "../record.js";

const NEWLINE = 10;
const FROM = Buffer.from("\nFrom ");

/** A line that begins a mail, not a sentence: it ends in a year, perhaps with a zone after it. */
const SEPARATOR = /^From \S.{0,200}\b(?:19|20)\d\d(?: [+-]\d{4})?\s*$/;

export function* files(bytes: Uint8Array, context: Context): Generator<InnerFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts: number[] = [];
  const first = buffer.indexOf("From ");
  for (let at = first; at >= 0; ) {
    const end = buffer.indexOf(NEWLINE, at);
    const line = buffer.toString("latin1", at, Math.min(end < 0 ? buffer.length : end, at + 300));
    if (SEPARATOR.test(line)) starts.push(at);
    const next = buffer.indexOf(FROM, at);
    at = next < 0 ? -1 : next + 1;
  }
  for (const [i, start] of starts.entries()) {
    const body = buffer.indexOf(NEWLINE, start) + 1;
    const mail = buffer.subarray(body, starts[i + 1] ?? buffer.length);
    if (body === 0 || mail.length === 0) continue;
    context.budget.take(mail.length);
    // The extension decides for a mail whose headers are few.
    yield { name: `${i + 1}.eml`, bytes: mail };
  }
}
