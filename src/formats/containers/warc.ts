/** Web archives: WARC (ISO 28500) and ARC 1. Their pages are read as if each were a file. */
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { readDate } from "../dates.js";
import type { Context, InnerFile } from "../record.js";

const CRLF2 = Buffer.from("\r\n\r\n");
const LF2 = Buffer.from("\n\n");

export function files(bytes: Uint8Array, context: Context): Iterable<InnerFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString("latin1", 0, 11) === "filedesc://"
    ? arcFiles(buffer, context)
    : warcFiles(buffer, context);
}

type Headers = ReadonlyMap<string, string>;

function headersOf(text: string): Headers {
  const headers = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Where a block of headers ends, and where what follows it begins. */
function headerEnd(buffer: Buffer, from: number): { end: number; next: number } | null {
  const crlf = buffer.indexOf(CRLF2, from);
  const lf = buffer.indexOf(LF2, from);
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, next: crlf + 4 };
  return lf >= 0 ? { end: lf, next: lf + 2 } : null;
}

function* warcFiles(buffer: Buffer, context: Context): Generator<InnerFile> {
  for (let at = buffer.indexOf("WARC/"); at >= 0; ) {
    const header = headerEnd(buffer, at);
    if (!header) return;
    const headers = headersOf(buffer.toString("utf8", at, Math.min(header.end, at + 65_536)));
    const length = Number(headers.get("content-length") ?? "0");
    if (!Number.isSafeInteger(length) || length < 0 || header.next + length > buffer.length) {
      context.report("is cut off or damaged; read up to there");
      return;
    }
    const block = buffer.subarray(header.next, header.next + length);
    const type = headers.get("warc-type");
    const url = headers.get("warc-target-uri")?.replace(/^<|>$/g, "");
    if (type === "response" || type === "resource" || type === "conversion")
      yield* page(block, url, headers.get("warc-date"), type === "response", context);
    else if (type === "revisit")
      context.skipped.add("revisit", "revisits", "skipped: they refer to a page elsewhere");
    at = buffer.indexOf("WARC/", header.next + length);
  }
}

function* arcFiles(buffer: Buffer, context: Context): Generator<InnerFile> {
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(10, at);
    if (end < 0) return;
    const fields = buffer
      .toString("latin1", at, Math.min(end, at + 8192))
      .trim()
      .split(" ");
    at = end + 1;
    // Lines between records are empty. A record's line: address, IP, time, type, length.
    if (fields.length < 5) continue;
    const length = Number(fields.at(-1));
    if (!Number.isSafeInteger(length) || length < 0) continue;
    const [url = "", , time] = fields;
    if (!url.startsWith("filedesc:")) yield* page(buffer.subarray(at, at + length), url, time, true, context);
    at += length;
  }
}

const TEXTUAL = /^(?:text\/|application\/(?:xhtml|xml|rss|atom|rdf|json|ld\+json|feed\+json|pdf|x?html))/i;

/** The page of a record as a file. A response still has its HTTP headers. */
function* page(
  block: Buffer,
  url: string | undefined,
  time: string | undefined,
  isResponse: boolean,
  context: Context,
): Generator<InnerFile> {
  let body = block;
  let type = "";
  if (isResponse) {
    const header = headerEnd(block, 0);
    if (!header) return;
    const text = block.toString("latin1", 0, Math.min(header.end, 65_536));
    const status = Number(/^HTTP\/\S+ (\d{3})/.exec(text)?.[1] ?? "200");
    const headers = headersOf(text);
    type = headers.get("content-type") ?? "";
    if (status < 200 || status > 299) {
      context.skipped.add("page", "pages", "skipped: the server answered with an error or another address");
      return;
    }
    if (type !== "" && !TEXTUAL.test(type)) {
      context.skipped.add("picture or other file", "pictures and other files", "skipped: not text");
      return;
    }
    body = decoded(block.subarray(header.next), headers, context);
  }
  if (body.length === 0 || (url !== undefined && !/^https?:/i.test(url))) return;
  context.budget.take(body.length);
  const moment = readDate(time);
  yield {
    name: nameOf(url, type),
    bytes: body,
    known: { url, date: moment?.date, time: moment?.time ?? undefined },
  };
}

/** The last part of an address, with the extension that its type asks for. */
function nameOf(url: string | undefined, type: string): string {
  const last =
    (url ?? "page")
      .replace(/[?#].*$/, "")
      .replace(/\/+$/, "")
      .replace(/^.*\//, "") || "page";
  return /html/i.test(type) && !/\.html?$/i.test(last) ? `${last}.html` : last;
}

function decoded(body: Buffer, headers: Headers, context: Context): Buffer {
  let bytes = /chunked/i.test(headers.get("transfer-encoding") ?? "") ? unchunked(body) : body;
  const limit = { maxOutputLength: Math.max(1, context.budget.room) };
  const encoding = headers.get("content-encoding")?.toLowerCase();
  try {
    if (encoding === "gzip" || encoding === "x-gzip") bytes = gunzipSync(bytes, limit);
    else if (encoding === "br") bytes = brotliDecompressSync(bytes, limit);
    else if (encoding === "deflate") bytes = inflateSync(bytes, limit);
  } catch {
    context.skipped.add("page", "pages", "skipped: damaged or too large when decompressed");
    return Buffer.alloc(0);
  }
  return bytes;
}

/** The chunks of HTTP/1.1 joined; what is not chunked after all stays as it is. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const size =
      end < 0 ? Number.NaN : Number.parseInt(body.toString("latin1", at, Math.min(end, at + 20)), 16);
    if (!Number.isFinite(size)) return parts.length === 0 ? body : Buffer.concat(parts);
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
