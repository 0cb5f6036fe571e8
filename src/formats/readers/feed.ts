/** RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, and WordPress exports (WXR), which are RSS with more elements. */
import { readDate } from "../dates.js";
import { hasHtml, paragraphsOfHtml, plainText, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import {
  at,
  attribute,
  childrenOf,
  descendants,
  elementsOf,
  first,
  paragraphsOf,
  rawText,
  textOf,
  type XmlElement,
} from "../xml.js";
import { documentOf } from "./nitf.js";

/** What the feed says about all its items. */
interface Channel {
  title: string | undefined;
  language: string | undefined;
  link: string | undefined;
  author: string | undefined;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = documentOf(bytes, context);
  if (!document) return;
  const channelElement = first(document, "channel", "feed");
  const channel: Channel = {
    title: textOf(plain(channelElement, "title")),
    language: textOf(plain(channelElement, "language")) ?? attribute(channelElement, "lang"),
    link: linkOf(channelElement, undefined),
    author: undefined,
  };
  let position = 0;
  for (const item of descendants(document, "item", "entry")) {
    // A WordPress export has its pictures and menus as items too.
    const postType = textOf(childrenOf(item, "post_type")[0]);
    if (postType === "attachment" || postType === "nav_menu_item" || postType === "revision") {
      context.skipped.add("attachment or menu", "attachments and menus", "skipped: no text");
      continue;
    }
    const record = recordOf(item, channel, position + 1);
    if (!record) {
      context.skipped.add("item", "items", "skipped: neither text nor title");
      continue;
    }
    position++;
    yield record;
  }
  if (position === 0) context.report("has no items with a text");
}

/** A child of the feed's own vocabulary: `media:title` and `itunes:author` are about something else. */
function plain(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = childrenOf(parent, name);
  return (
    found.find((child) => child.prefix === "" || child.prefix === "atom" || child.prefix === "rss") ??
    found.find((child) => child.prefix === "dc" || child.prefix === "dcterms")
  );
}

/** HTML in CDATA or escaped, XHTML in elements, or plain text. */
function textIn(element: XmlElement | undefined): string[] {
  if (!element) return [];
  if (elementsOf(element).length > 0) return paragraphsOf(element);
  const raw = rawText(element);
  if (hasHtml(raw)) return paragraphsOfHtml(raw);
  // Escaped once more than HTML in a feed has to be.
  const text = plainText(raw.replace(/\n\s*\n/g, "\u2029"));
  return hasHtml(text)
    ? paragraphsOfHtml(text)
    : text
        .split("\u2029")
        .map(squeeze)
        .filter((part) => part !== "");
}

function recordOf(item: XmlElement, channel: Channel, position: number): SourceRecord | null {
  const title = plain(item, "title");
  // The text is in `content:encoded` or Atom's `content`; what is called a description may be the text or a summary.
  const full =
    childrenOf(item, "encoded").find((child) => child.prefix !== "excerpt") ?? plain(item, "content");
  const short = plain(item, "description") ?? plain(item, "summary") ?? childrenOf(item, "fulltext")[0];
  const content = textIn(full);
  const summary = textIn(short);
  const paragraphs = content.join("").length >= summary.join("").length ? content : summary;
  const headline = title ? textIn(title).join(" ") || undefined : undefined;
  if (paragraphs.length === 0 && headline === undefined) return null;
  const dates = [
    plain(item, "pubdate"),
    plain(item, "published"),
    plain(item, "issued"),
    plain(item, "date"),
    plain(item, "updated"),
    plain(item, "modified"),
    childrenOf(item, "post_date_gmt")[0],
  ];
  const moment = dates.map((date) => readDate(textOf(date))).find((date) => date !== null) ?? null;
  const link = linkOf(item, channel.link);
  const subjects = childrenOf(item, "category")
    .map((category) => attribute(category, "term") ?? textOf(category))
    .concat(childrenOf(item, "subject").map(textOf))
    .filter((subject) => subject !== undefined);
  return {
    id: textOf(plain(item, "guid")) ?? textOf(plain(item, "id")) ?? attribute(item, "about"),
    title: headline,
    paragraphs,
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: textOf(at(item, "source", "title")) ?? textOf(plain(item, "source")) ?? channel.title,
    byline: authorOf(item),
    language: textOf(plain(item, "language")) ?? attribute(item, "lang") ?? channel.language,
    subjects: subjects.length > 0 ? [...new Set(subjects)] : undefined,
    url: link,
    status: undefined,
    extra: summary.length > 0 && paragraphs !== summary ? { summary: summary.join(" ") } : undefined,
    position,
  };
}

/** Atom's names, RSS's mail addresses with names, Dublin Core's creators. */
function authorOf(item: XmlElement): string | undefined {
  const authors = childrenOf(item, "author").concat(childrenOf(item, "creator"));
  const names = authors
    .map((author) => textOf(at(author, "name")) ?? textOf(author))
    .map((name) => /^\S+@\S+\s+\((.+)\)$/.exec(name ?? "")?.[1] ?? name)
    .filter((name) => name !== undefined && !/^\S+@\S+$/.test(name));
  return [...new Set(names)].join(", ") || undefined;
}

function linkOf(item: XmlElement | undefined, base: string | undefined): string | undefined {
  const links = childrenOf(item, "link").filter((link) => link.prefix === "" || link.prefix === "atom");
  const alternate = links.find(
    (link) => /^(?:alternate)?$/.test(attribute(link, "rel") ?? "") && attribute(link, "href"),
  );
  const text = links.map(textOf).find((link) => link !== undefined);
  const guid = childrenOf(item, "guid").find((id) => attribute(id, "ispermalink") !== "false");
  const id = textOf(guid);
  const address =
    text ?? attribute(alternate, "href") ?? (id !== undefined && /^https?:/.test(id) ? id : undefined);
  if (address === undefined || base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
