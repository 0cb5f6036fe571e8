/** The text of a piece of HTML as paragraphs. Light enough for the fields of every JSON line. */
import { decodeEntities } from "./entities.js";

/** Elements that begin and end a paragraph. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hl1 hl2 hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);

const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label link mark meta q rp rt ruby s samp small source span strike strong sub sup time track tt u var wbr input picture".split(
    " ",
  ),
);

/** Elements whose content is no text of the article. */
export const HIDDEN: ReadonlySet<string> = new Set(
  "script style noscript iframe object embed svg math template video audio canvas select textarea button".split(
    " ",
  ),
);

const isHtmlName = (name: string): boolean => BLOCKS.has(name) || INLINE.has(name) || HIDDEN.has(name);

const TAG_NAME = /<\/?([a-zA-Z][a-zA-Z0-9]{0,15})(?=[\s/>])/y;
/** Longer tags are taken for text: no attribute list of a page is so long but an embedded picture's. */
const LONGEST_TAG = 100_000;

/** True if the text has a tag of HTML in it. `<VIA>`, a stock symbol, is none. */
export function hasHtml(text: string): boolean {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    TAG_NAME.lastIndex = at;
    const match = TAG_NAME.exec(text);
    if (match && isHtmlName((match[1] ?? "").toLowerCase())) return true;
  }
  return false;
}

/** Where a tag ends, -1 if it does not. Angle brackets in quoted attributes do not count. */
function tagEnd(html: string, from: number): number {
  const limit = Math.min(html.length, from + LONGEST_TAG);
  let quote = "";
  for (let i = from; i < limit; i++) {
    const char = html.charAt(i);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return i;
    else if (char === "<") return -1;
    else if ((char === '"' || char === "'") && /[=\s]/.test(html.charAt(i - 1))) quote = char;
  }
  // A quotation mark that is not closed: the first bracket ends the tag.
  const plain = html.indexOf(">", from);
  return plain >= 0 && plain < limit ? plain : -1;
}

/** Collects text into paragraphs. */
export class ParagraphBuilder {
  readonly paragraphs: string[] = [];
  private parts: string[] = [];
  private breaks = 0;

  text(text: string): void {
    if (text === "") return;
    if (this.breaks > 0 && text.trim() !== "") {
      if (this.breaks > 1) this.end();
      this.breaks = 0;
    }
    this.parts.push(text);
  }

  /** A line break is a space; two of them end the paragraph. */
  lineBreak(): void {
    this.breaks++;
    this.parts.push(" ");
  }

  end(): void {
    if (this.parts.length === 0) return;
    const paragraph = squeeze(this.parts.join(""));
    this.parts = [];
    this.breaks = 0;
    if (paragraph !== "") this.paragraphs.push(paragraph);
  }

  finish(): string[] {
    this.end();
    return this.paragraphs;
  }
}

/** White space other than single spaces. */
const MESSY = /[^\S ]|\s\s/;

/** One space for any run of white space, none at the ends. */
export function squeeze(text: string): string {
  return MESSY.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}

/** Never throws. Linear in the length of the text, but for tags that never end, which are bounded. */
export function paragraphsOfHtml(html: string): string[] {
  const builder = new ParagraphBuilder();
  const unclosed = new Set<string>();
  /** Where the text begins that is not yet in the builder. */
  let start = 0;
  const takeText = (end: number): void => builder.text(decodeEntities(html.slice(start, end)));
  let open = html.indexOf("<");
  while (open >= 0) {
    const end = markupEnd(html, open);
    if (end < 0) {
      open = html.indexOf("<", open + 1);
      continue;
    }
    takeText(open);
    start = end;
    const name = nameAt(html, open);
    if (name === "br") builder.lineBreak();
    else if (BLOCKS.has(name)) builder.end();
    else if (HIDDEN.has(name) && html.charAt(open + 1) !== "/" && html.charAt(end - 2) !== "/") {
      const close = unclosed.has(name) ? -1 : closingTag(html, name, end);
      if (close >= 0) start = close;
      else if (name === "script" || name === "style") start = html.length;
      else unclosed.add(name);
    }
    open = html.indexOf("<", start);
  }
  takeText(html.length);
  return builder.finish();
}

const closers = new Map<string, RegExp>();

/** Where an element's closing tag begins, -1 if it has none. Not by lower case: that of `İ` is longer than it. */
export function closingTag(html: string, name: string, from: number): number {
  let pattern = closers.get(name);
  if (!pattern) {
    pattern = new RegExp(`</${name}`, "gi");
    closers.set(name, pattern);
  }
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

function nameAt(html: string, open: number): string {
  TAG_NAME.lastIndex = open;
  return (TAG_NAME.exec(html)?.[1] ?? "").toLowerCase();
}

/** The end of the tag, comment or declaration that begins at a bracket; -1 if the bracket is text. */
function markupEnd(html: string, open: number): number {
  if (html.startsWith("<!--", open)) {
    const end = html.indexOf("-->", open + 4);
    return end < 0 ? html.length : end + 3;
  }
  if (/^<(?:!(?:doctype|\[)|\?xml)/i.test(html.slice(open, open + 10)))
    return html.indexOf(">", open) + 1 || -1;
  const name = nameAt(html, open);
  return isHtmlName(name) ? tagEnd(html, open + 1 + name.length) + 1 || -1 : -1;
}

/** A field as plain text on one line: without tags and references. */
export function plainText(text: string): string {
  return squeeze(hasHtml(text) ? paragraphsOfHtml(text).join(" ") : decodeEntities(text));
}
