/** The text of a file: in the encoding that it declares, unless its bytes say otherwise. */
import { decode } from "../corpus/decode.js";
import type { Context } from "./record.js";

/** The encoding named in an XML declaration, or in a `meta` of a page; scripts of a page may name others. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString("latin1");
  const xml = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head);
  if (xml) return xml[1];
  return /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1];
}

/** Null, with a report, if the bytes are no text. */
export function sourceText(bytes: Uint8Array, context: Context, declared?: string): string | null {
  const decoded = decode(bytes, {
    encoding: context.encoding,
    declared: declared ?? declaredEncoding(bytes),
  });
  if ("problem" in decoded) {
    context.report(decoded.problem);
    return null;
  }
  if (decoded.warning !== undefined) context.report(decoded.warning);
  return decoded.text;
}
