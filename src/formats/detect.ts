/** Which format a file has: by its content first, by its name where the content leaves it open. */
import { wideEncoding } from "../corpus/decode.js";
import type { FormatName } from "./record.js";

/** The format, or why azertac does not read the file as articles; null for what is not text at all. */
export type Detected = { format: FormatName } | Unknown | null;

export interface Unknown {
  /** Why, after "it". */
  unknown: string;
  /** It is text, which can be read as plain text if the user wants it. */
  isText?: true;
}

/** Ends a message about a file that can be read as plain text after all. */
export const TYPE_TEXT_HINT = "(--type text reads it)";

export const skippedMessage = ({ unknown, isText }: Unknown): string =>
  `skipped: it ${unknown}${isText ? ` ${TYPE_TEXT_HINT}` : ""}`;

/** Whether text of an unknown format is read as plain text. */
export const isForced = ({ isText }: Unknown, options: { unknownText?: boolean | undefined } = {}): boolean =>
  isText === true && options.unknownText === true;

/** Bytes at the beginning that are looked at. */
const HEAD = 256 * 1024;
/** Bytes at the end: the directory of a zip file. */
const TAIL = 64 * 1024;

const is = (format: FormatName): Detected => ({ format });
const unknown = (reason: string): Detected => ({ unknown: reason, isText: true });

/** Signatures of binary files that hold no text, by their first bytes in Latin-1. */
const BINARY: readonly [RegExp, string][] = [
  [/^\xd0\xcf\x11\xe0/, "is an old Office file; save it as .docx or .xlsx"],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|8BPS)/, "is a picture"],
  [/^RIFF....(?:WEBP|AVI |WAVE)/, "is a picture, a sound or a film"],
  [/^(?:ID3|OggS|fLaC|....ftyp|\x1aE\xdf\xa3)/, "is a sound or a film"],
  [/^(?:Rar!|7z\xbc\xaf)/, "is an archive that azertac cannot unpack; use zip or tar"],
  [/^(?:\x7fELF|MZ[\x80\x90\0]|\xca\xfe\xba\xbe)/, "is a program"],
  [/^SQLite format 3/, "is a database"],
];

/** `bytes` is the file or at least its head; never throws and reads nothing else. */
export function detect(bytes: Uint8Array, name: string): Detected {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  const raw = head.toString("latin1", 0, 4096);
  const packed = detectPacked(raw, bytes, name);
  if (packed) return packed;
  const wide = wideEncoding(head.subarray(0, 4096));
  const start = wide
    ? new TextDecoder(wide).decode(head)
    : head.toString("latin1").replace(/^\xef\xbb\xbf/, "");
  const wire = wide ? null : detectWire(start);
  if (wire) return wire;
  if (!wide && head.includes(0)) return null;
  return detectText(start, name);
}

function detectPacked(raw: string, bytes: Uint8Array, name: string): Detected {
  if (raw.startsWith("\x1f\x8b")) return is("gzip");
  if (/^\x28\xb5\x2f\xfd|^[\x50-\x5f]\x2a\x4d\x18/.test(raw)) return is("zstd");
  if (/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/.test(raw)) return is("bzip2");
  if (raw.startsWith("\xfd7zXZ\0")) return is("xz");
  if (/^PK(?:\x03\x04|\x05\x06)/.test(raw)) return is(zipFormat(raw, bytes, name));
  if (/^.{0,1020}%PDF-\d/s.test(raw.slice(0, 1030))) return is("pdf");
  if (raw.slice(257, 262) === "ustar") return is("tar");
  if (/^\s{0,8}WARC\/\d|^filedesc:\/\//.test(raw)) return is("warc");
  for (const [signature, reason] of BINARY) if (signature.test(raw)) return { unknown: reason };
  return null;
}

/** Office files and books are zip files with a known member, named at the head or in the directory at the end. */
function zipFormat(raw: string, bytes: Uint8Array, name: string): FormatName {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    "latin1",
    Math.max(0, bytes.length - TAIL),
  );
  const both = raw + tail;
  if (both.includes("mimetypeapplication/epub+zip") || both.includes("META-INF/container.xml")) return "epub";
  if (both.includes("word/document.xml")) return "docx";
  if (both.includes("xl/workbook.xml")) return "xlsx";
  const extension = /\.(docx|epub|xlsx)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === "docx" || extension === "epub" || extension === "xlsx") return extension;
  return "zip";
}

/** Wire transmissions: their control characters, or the first line and the fields that only they have. */
function detectWire(start: string): Detected {
  const head = start.slice(0, 600);
  if (/^[\s\0]{0,300}(?:\x16{2}\x01|\x01[\x20-\x7e]{3,60}[\r\n\x1f])/.test(head)) return is("wire");
  if (/^\s{0,300}ZCZC\b/i.test(head)) return is("wire");
  if (/^[a-z]{3}\d{3,5} \d [a-z]{1,3} \d{1,4}\b[^\n]{0,60}\n/.test(head)) return is("wire");
  if (/[\x11\x12\x13\x14] [A-Z][^\n]{10,80}\d{2}-\d{2} \d{4}/.test(head) && /[\x02\x03]/.test(start))
    return is("wire");
  return null;
}

function detectText(start: string, name: string): Detected {
  const text = start.trimStart();
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^From \S.{0,200}\d{4}[^\n]{0,20}\n(?:>?From |[\w-]{2,60}:)/.test(text)) return is("mbox");
  if (isMail(text) || (extension === "eml" && /^[\w-]{2,60}:/.test(text))) return is("eml");
  if (text.startsWith("<")) {
    const markup = detectMarkup(text, extension);
    if (markup) return markup;
  }
  if (text.startsWith("{") || text.startsWith("[")) {
    const json = detectJson(text, extension);
    if (json) return json;
  }
  if (extension === "jsonl" || extension === "ndjson") return is("jsonl");
  if (text.startsWith("{\\rtf")) return unknown("is RTF; save it as text or .docx");
  if (
    /^---[ \t]*\r?\n[\s\S]{0,20000}?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.test(text) &&
    /^---\s+[\w"'-]{1,60}\s?:/.test(text)
  )
    return is("markdown");
  const exported = detectExport(text);
  if (exported) return exported;
  if (extension === "csv" || extension === "tsv" || extension === "tab" || hasKnownHeader(text))
    return is("csv");
  if (extension === "html" || extension === "htm" || extension === "xhtml") return is("html");
  if (extension === "md" || extension === "markdown") return is("markdown");
  return notNews(text, extension) ?? is("text");
}

const MAIL_HEADERS =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|content-transfer-encoding|reply-to|dkim-signature|x-[\w-]+|in-reply-to|references|sender|list-[\w-]+):/i;
const SURE_MAIL =
  /^(?:message-id|mime-version|received|return-path|delivered-to|content-type|dkim-signature):/im;

/** Two headers of mail at least, one of which nobody writes by hand. */
function isMail(text: string): boolean {
  if (!/^[\w-]{2,60}:/.test(text)) return false;
  const header = text.slice(0, 16_384).split(/\r?\n\r?\n/, 1)[0] ?? "";
  let found = 0;
  for (const line of header.split(/\r?\n/)) {
    if (MAIL_HEADERS.test(line)) found++;
    else if (!/^(?:[ \t]|[\w-]{1,60}:)/.test(line)) return false;
  }
  return found >= 2 && SURE_MAIL.test(header);
}

const ROOTS: Readonly<Record<string, FormatName>> = {
  newsml: "newsml-1",
  newsitem: "newsml-g2",
  newsmessage: "newsml-g2",
  packageitem: "newsml-g2",
  contentset: "newsml-g2",
  itemset: "newsml-g2",
  conceptitem: "newsml-g2",
  knowledgeitem: "newsml-g2",
  planningitem: "newsml-g2",
  nitf: "nitf",
  rss: "feed",
  rdf: "feed",
  feed: "feed",
  entry: "feed",
  reuters: "reuters-sgml",
  ppsresponse: "factiva",
  ppsarticleresponse: "factiva",
};

const HTML_ROOTS =
  /^(?:html|head|body|div|p|table|article|section|main|span|a|h[1-6]|meta|title|center|font|ul|ol|b|img|br|hr|form)$/;
const NOT_ARTICLES: Readonly<Record<string, string>> = {
  svg: "is a drawing (SVG)",
  opml: "is a list of feeds (OPML)",
  urlset: "is a sitemap",
  sitemapindex: "is a sitemap",
  plist: "is a property list",
  project: "is a build file",
  gpx: "is a track (GPX)",
  kml: "is a map (KML)",
  "xsl:stylesheet": "is a style sheet (XSLT)",
  "xs:schema": "is a schema (XSD)",
  "xsd:schema": "is a schema (XSD)",
};

function detectMarkup(text: string, extension: string): Detected {
  const root = rootName(text);
  if (root === null) return null;
  const { full, local } = root;
  if (/^<!DOCTYPE\s+lewis/i.test(text)) return is("reuters-sgml");
  const format = ROOTS[local];
  if (format) return is(format);
  const reason = NOT_ARTICLES[full] ?? NOT_ARTICLES[local];
  if (reason !== undefined) return unknown(reason);
  if (HTML_ROOTS.test(local) || /^(?:<\?xml[^>]*>\s*)?<!DOCTYPE\s+html/i.test(text)) return detectHtml(text);
  if (/^<\?(?:php|=)/i.test(text)) return unknown("is source code");
  // An element that may hold news under names of its own: the reader says so if it does not.
  if (/^<(?:\?xml|!DOCTYPE)/i.test(text) || extension === "xml") return is("news-xml");
  return null;
}

/** The name of the first element. */
function rootName(text: string): { full: string; local: string } | null {
  let rest = text.slice(0, 64 * 1024);
  for (let i = 0; i < 100; i++) {
    rest = rest.trimStart();
    const other = /^<(?:\?[\s\S]*?\?>|!--[\s\S]*?-->|!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/i.exec(rest);
    if (!other) break;
    rest = rest.slice(other[0].length);
  }
  const name = /^<([A-Za-z_][\w.:-]{0,80})(?=[\s/>])/.exec(rest)?.[1]?.toLowerCase();
  return name === undefined ? null : { full: name, local: name.replace(/^.*:/, "") };
}

/** Pages, and the exports of databases in HTML. */
function detectHtml(text: string): Detected {
  if (/cedrom-sni|europresse\.com|eureka\.cc/i.test(text)) return is("europresse");
  if (
    /<title>\s*Factiva|class="article \w{2}Article"|factiva\.com/i.test(text.slice(0, 200_000)) &&
    !/<article\b/i.test(text)
  )
    return is("factiva");
  if (/search\.proquest\.com\/docview|ProQuest document link|www\.proquest\.com\/docview/i.test(text))
    return is("proquest");
  if (/class="page_wrap"/.test(text) && /class="(?:history|message (?:service|default))/.test(text))
    return is("telegram");
  return is("html");
}

function detectJson(text: string, extension: string): Detected {
  if (text.startsWith("{\\rtf")) return null;
  const oneLine = /^(\{[^\n]*\})\s*\r?\n\s*\{/.test(text);
  if (extension === "jsonl" || extension === "ndjson" || oneLine) return is("jsonl");
  if (extension !== "json" && !/^[[{]\s*(?:["\]}{[]|-?\d|true|false|null)/.test(text)) return null;
  if (/"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(text)) return is("jsonfeed");
  if (
    /"messages"\s*:\s*\[/.test(text) &&
    /"type"\s*:\s*"(?:message|service|\w+_(?:channel|group|chat|supergroup))"/.test(text)
  )
    return is("telegram");
  if (
    /"(?:versioncreated|versionCreated|contentcreated)"\s*:/.test(text) &&
    /"(?:uri|guid)"\s*:/.test(text) &&
    text.startsWith("{") &&
    !/"(?:api_version|item|items|data)"\s*:/.test(text)
  )
    return is("ninjs");
  return is("json");
}

/** Text exports of databases of newspapers. */
function detectExport(text: string): Detected {
  if (
    /^[ \t]{0,80}\d{1,6} (?:of|von|de|di|sur|van) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)[ \t]{0,80}\r?$/im.test(
      text,
    )
  )
    return is("lexisnexis");
  if (/^.{0,30}End of Document[ \t]{0,20}\r?$/m.test(text) && /^(?:Length|Load-Date|Section):/m.test(text))
    return is("lexisnexis");
  if (/^(?:HD|SE)\s{1,4}\S/m.test(text) && /^PD\s{1,4}\S/m.test(text) && /^(?:LP|TD|AN)(?:\s|$)/m.test(text))
    return is("factiva");
  if (
    /^_{40,120}[ \t]{0,20}\r?$/m.test(text) &&
    /^(?:ProQuest document ID|Publication title|Publication info): /m.test(text)
  )
    return is("proquest");
  return null;
}

const HEADER_NAMES =
  /^(?:title|headline|text|body|content|article|maintext|body_text|date|published|pubdate|publish_date|url|link|author|byline|source|lang|language|id|guid)$/i;

/** A first line of column names, two of them known, one of them a text or a headline. */
function hasKnownHeader(text: string): boolean {
  const line = text.slice(0, 2000).split(/\r?\n/, 1)[0] ?? "";
  for (const delimiter of [",", "\t", ";", "|"]) {
    const names = line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ""));
    const found = names.filter((name) => HEADER_NAMES.test(name));
    if (
      found.length >= 2 &&
      found.some((name) => /^(?:title|headline|text|body|content|article|maintext|body_text)$/i.test(name))
    )
      return true;
  }
  return false;
}

const CODE_EXTENSIONS =
  /^(?:js|mjs|cjs|ts|tsx|jsx|py|rb|php|pl|java|c|h|cc|cpp|hpp|cs|go|rs|swift|kt|scala|sh|bash|zsh|fish|ps1|bat|sql|css|scss|less|r|lua|vue|svelte|dart|ipynb|map|lock|wasm)$/;
const SETTINGS_EXTENSIONS = /^(?:ini|cfg|conf|toml|yml|yaml|properties|env|plist|editorconfig|gitignore)$/;

/** Text that is no article. Says so only where most lines agree: a dispatch about code is still a dispatch. */
function notNews(text: string, extension: string): Detected {
  if (CODE_EXTENSIONS.test(extension)) return unknown("is source code");
  if (SETTINGS_EXTENSIONS.test(extension)) return unknown("is a file of settings");
  if (extension === "log") return unknown("is a log");
  if (/^#!\s?\//.test(text)) return unknown("is source code");
  if (/^WEBVTT\b|^1\r?\n\d\d:\d\d:\d\d,\d{3} -->/.test(text)) return unknown("is a file of subtitles");
  if (/^BEGIN:V(?:CALENDAR|CARD)/i.test(text)) return unknown("is a calendar or an address card");
  if (/^-----BEGIN [A-Z ]+-----/.test(text)) return unknown("is a key or a certificate");
  if (/^(?:diff --git |--- a\/|Index: )/.test(text)) return unknown("is a patch");
  if (/^\\documentclass|^%PDF/.test(text)) return unknown("is LaTeX");
  const lines = text
    .slice(0, 32_768)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 200);
  if (lines.length < 5) return null;
  const share = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length / lines.length;
  if (share(LOG_LINE) > 0.6) return unknown("is a log");
  // Lists end their lines in semicolons as well: code has brackets and assignments.
  if (share(CODE_LINE) > 0.5 && share(/[{}]|\w\(|[^=]=[^=]|^\s*(?:#include|import|from) /) > 0.3)
    return unknown("is source code");
  return null;
}

const LOG_LINE =
  /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d\d\/[A-Z][a-z]{2}\/\d{4}:)|^\S+ \S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}|^(?:DEBUG|INFO|WARN|WARNING|ERROR|TRACE)\b/;
const CODE_LINE =
  /[;{}]\s*(?:\/\/.*)?$|^\s*(?:\/\/|#include|import .+ from |from \S+ import |def \w+\(|class \w+[:({]|function \w*\(|return\b|if \(|for \(|const |let |var |public |private |\w+ = \S+\($|@\w+$|#\s*(?:define|if|endif))/;
