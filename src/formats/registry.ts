/** Which module reads which format. Each is loaded when a file of its format is met. */
import type { FormatName, Reader } from "./record.js";

const READERS: Readonly<Record<FormatName, () => Promise<Reader>>> = {
  text: () => import("./readers/text.js"),
  html: () => import("./readers/html.js"),
  feed: () => import("./readers/feed.js"),
  jsonfeed: () => import("./readers/json-feed.js"),
  ninjs: () => import("./readers/ninjs.js"),
  "newsml-g2": () => import("./readers/newsml-g2.js"),
  "newsml-1": () => import("./readers/newsml-1.js"),
  nitf: () => import("./readers/nitf.js"),
  "reuters-sgml": () => import("./readers/reuters-sgml.js"),
  "news-xml": () => import("./readers/news-xml.js"),
  eml: () => import("./readers/eml.js"),
  json: () => import("./readers/json.js"),
  jsonl: () => import("./readers/jsonl.js"),
  csv: () => import("./readers/csv.js"),
  markdown: () => import("./readers/markdown.js"),
  docx: () => import("./readers/docx.js"),
  pdf: () => import("./readers/pdf.js"),
  epub: () => import("./readers/epub.js"),
  xlsx: () => import("./readers/xlsx.js"),
  lexisnexis: () => import("./readers/lexisnexis.js"),
  factiva: () => import("./readers/factiva.js"),
  europresse: () => import("./readers/europresse.js"),
  proquest: () => import("./readers/proquest.js"),
  telegram: () => import("./readers/telegram.js"),
  wire: () => import("./readers/wire.js"),
  gzip: () => import("./containers/gzip.js"),
  zstd: () => import("./containers/zstd.js"),
  bzip2: () => import("./containers/bzip2.js"),
  xz: () => import("./containers/xz.js"),
  zip: () => import("./containers/zip.js"),
  tar: () => import("./containers/tar.js"),
  mbox: () => import("./containers/mbox.js"),
  warc: () => import("./containers/warc.js"),
};

const loaded = new Map<FormatName, Reader>();

/** A reader that is loaded already comes at once: an archive may hold a hundred thousand files. */
export async function loadReader(format: FormatName): Promise<Reader> {
  const known = loaded.get(format);
  if (known) return known;
  const reader = await READERS[format]();
  loaded.set(format, reader);
  return reader;
}
