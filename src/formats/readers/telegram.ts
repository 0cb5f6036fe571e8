/** Exports of Telegram Desktop: a channel's messages as JSON or HTML. A message with a text is an article. */
import { readDate } from "../dates.js";
import { isFields } from "../fields.js";
import type { Context, SourceRecord } from "../record.js";
import { sourceText } from "../source-text.js";
import { attribute, descendants, paragraphsOf, parseXml, textOf, type XmlElement } from "../xml.js";
import { jsonOf } from "./json-values.js";

export function records(bytes: Uint8Array, context: Context): Iterable<SourceRecord> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 100)).toString("latin1");
  return /^[\s\xef\xbb\xbf]*</.test(start) ? fromHtml(bytes, context) : fromJson(bytes, context);
}

/** A text is a string, or pieces: strings, and objects for links and bold words. */
function textIn(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value
    .map((part) =>
      isFields(part)
        ? typeof part.text === "string"
          ? part.text
          : ""
        : typeof part === "string"
          ? part
          : "",
    )
    .join("");
}

const paragraphsIn = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");

function* fromJson(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const value = jsonOf(bytes, context);
  const chats =
    isFields(value) && isFields(value.chats) && Array.isArray(value.chats.list) ? value.chats.list : [value];
  let position = 0;
  for (const chat of chats) {
    if (!isFields(chat) || !Array.isArray(chat.messages)) continue;
    for (const message of chat.messages) {
      if (!isFields(message) || message.type === "service") continue;
      const paragraphs = paragraphsIn(textIn(message.text));
      if (paragraphs.length === 0) {
        context.skipped.add("message", "messages", "skipped: no text (pictures, films)");
        continue;
      }
      const unix = typeof message.date_unixtime === "string" ? Number(message.date_unixtime) : Number.NaN;
      const local = readDate(message.date);
      const moment = local ?? (Number.isFinite(unix) ? readDate(unix) : null);
      const name = typeof chat.name === "string" ? chat.name : undefined;
      const from = typeof message.from === "string" ? message.from : undefined;
      yield {
        id: typeof message.id === "number" ? String(message.id) : undefined,
        paragraphs,
        date: moment?.date,
        time: moment?.time ?? undefined,
        agency: name ?? from,
        byline: typeof message.author === "string" ? message.author : from === name ? undefined : from,
        position: ++position,
      };
    }
  }
  if (position === 0) context.report("has no messages with a text");
}

const hasClass = (element: XmlElement, name: string): boolean =>
  (attribute(element, "class") ?? "").split(" ").includes(name);

function* withClass(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    if (hasClass(child, name)) yield child;
    else yield* withClass(child, name);
  }
}

const firstWith = (parent: XmlElement, name: string): XmlElement | undefined => {
  for (const found of withClass(parent, name)) return found;
  return undefined;
};

function* fromHtml(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const source = sourceText(bytes, context);
  if (source === null) return;
  const { root } = parseXml(source, { html: true });
  const header = firstWith(root, "page_header");
  const channel = header ? textOf(firstWith(header, "text")) : undefined;
  let position = 0;
  let author: string | undefined;
  for (const message of withClass(root, "message")) {
    if (!hasClass(message, "default")) continue;
    const name = firstWith(message, "from_name");
    // A joined message has the sender of the one before.
    if (name) author = textOf(name);
    const text = firstWith(message, "text");
    const paragraphs = text ? paragraphsOf(text) : [];
    if (paragraphs.length === 0) {
      context.skipped.add("message", "messages", "skipped: no text (pictures, films)");
      continue;
    }
    const dated = [...descendants(message, "div")]
      .map((div) => attribute(div, "title"))
      .concat([...withClass(message, "date")].map((div) => attribute(div, "title")));
    const moment = dated.map((title) => readDate(title)).find((date) => date !== null) ?? null;
    yield {
      id: attribute(message, "id")?.replace(/^message/, ""),
      paragraphs,
      date: moment?.date,
      time: moment?.time ?? undefined,
      agency: channel ?? author,
      byline: author === channel ? undefined : author,
      position: ++position,
    };
  }
  if (position === 0) context.report("has no messages with a text");
}
