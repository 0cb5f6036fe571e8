/** Texts that a segment keeps, since their files cannot be read by ranges of bytes: compressed files, XML, archives. */
import type { ArticleText } from "../../api/types.js";
import { CorruptIndexError } from "../format/bytes.js";

/** Loaded when the first text is met: it takes 7 ms. */
const zlib = (): typeof import("node:zlib") => process.getBuiltinModule("node:zlib");

/** JSON `[headline, ...paragraphs]`, compressed by DEFLATE (RFC 1951). */
export function packText({ headline, paragraphs }: ArticleText): Uint8Array {
  // Texts are short: the better levels make the index one per cent smaller, and take a quarter longer.
  return zlib().deflateRawSync(JSON.stringify([headline, ...paragraphs]), { level: 1 });
}

/** Throws CorruptIndexError if the bytes are no stored text. */
export function unpackText(bytes: Uint8Array): ArticleText {
  let value: unknown;
  try {
    value = JSON.parse(zlib().inflateRawSync(bytes).toString("utf8"));
  } catch {
    throw new CorruptIndexError("a stored text is damaged");
  }
  if (!Array.isArray(value)) throw new CorruptIndexError("a stored text is damaged");
  const [headline, ...paragraphs]: unknown[] = value;
  return {
    headline: typeof headline === "string" ? headline : null,
    paragraphs: paragraphs.filter((paragraph) => typeof paragraph === "string"),
  };
}
