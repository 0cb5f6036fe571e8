/** A mail (RFC 5322, MIME): its text is an article. Exports and dispatches that a mail carries are read in its place. */
import PostalMime, { type Email } from "postal-mime";
import { readDate } from "../dates.js";
import { detect } from "../detect.js";
import { paragraphsOfHtml, squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";

const NESTING = 50;
const HEADER_BYTES = 2 * 1024 * 1024;

/** Lines before the headers: some systems write a line of spaces. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && start < 4096 && [9, 10, 13, 32].includes(bytes[start] ?? 0)) start++;
  return bytes.subarray(start);
}

export async function* records(bytes: Uint8Array, context: Context): AsyncGenerator<SourceRecord> {
  const email = await PostalMime.parse(trimmed(bytes), {
    attachmentEncoding: "arraybuffer",
    maxNestingDepth: NESTING,
    maxHeadersSize: HEADER_BYTES,
  });
  const html = email.html ?? "";
  if (html !== "") {
    const inner = Buffer.from(html);
    const detected = detect(inner, "mail.html");
    if (detected && "format" in detected && /^(?:proquest|factiva|europresse)$/.test(detected.format)) {
      const { records: read } =
        detected.format === "proquest"
          ? await import("./proquest.js")
          : detected.format === "factiva"
            ? await import("./factiva.js")
            : await import("./europresse.js");
      yield* read(inner, { ...context, encoding: "utf-8" });
      return;
    }
  }
  const record = recordOf(email);
  for (const [i, { filename, content, mimeType }] of email.attachments.entries()) {
    if (SIGNATURES.test(mimeType)) continue;
    const bytes = bytesOf(content);
    // Only a name of its own tells what a file without a signature is.
    const name = filename?.replaceAll("/", "_") || `attachment-${i + 1}`;
    // Notes and pages beside a text belong to the mail; a mail without a text is an envelope for them.
    if (record?.text && isLoose(bytes, name)) {
      context.report(`the attachment "${name}" is left out`);
      continue;
    }
    context.attach({ name, bytes, known: { date: record?.date, time: record?.time } });
  }
  if (record) yield record;
  else context.report("has neither text nor subject");
}

/** Signatures and keys of mail programs, which nobody misses. */
const SIGNATURES = /^(?:application\/(?:x-)?pkcs7|application\/pgp|text\/rfc822-headers|message\/delivery)/;

/** Text without a form of its own: anything may be in it. */
function isLoose(bytes: Uint8Array, name: string): boolean {
  const detected = detect(bytes, name);
  return detected !== null && "format" in detected && /^(?:text|html|markdown)$/.test(detected.format);
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === "string"
    ? Buffer.from(content)
    : content instanceof Uint8Array
      ? content
      : new Uint8Array(content);
}

/** A mail's sender, by name. An address alone names nobody. */
function senderOf(email: Email): string | undefined {
  const name = email.from && "name" in email.from ? email.from.name.trim() : "";
  return name !== "" && !/^\S+@\S+$/.test(name) ? name : undefined;
}

function recordOf(email: Email): SourceRecord | null {
  const text = textOf(email.text ?? "");
  const paragraphs = text === "" && email.html ? paragraphsOfHtml(email.html) : undefined;
  const title = squeeze(email.subject ?? "") || undefined;
  if (text === "" && (paragraphs?.length ?? 0) === 0 && title === undefined) return null;
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  const moment = readDate(header("date")?.replace(/\s*\([^)]*\)\s*$/, "")) ?? readDate(email.date);
  return {
    id: email.messageId?.replace(/^<|>$/g, "") || undefined,
    title,
    ...(paragraphs ? { paragraphs } : { text }),
    date: moment?.date,
    time: moment?.time ?? undefined,
    byline: senderOf(email),
    language: header("content-language")?.split(",")[0]?.trim(),
    extra: email.from?.address ? { from: email.from.address } : undefined,
    position: 1,
  };
}

/** Without the signature (after `-- `, RFC 3676) and the marks of a forwarded part. */
function textOf(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?:^|\n)-- \n[\s\S]{0,4000}$/, "")
    .replace(/\n--[ \t]{0,3}\s{0,100}$/, "")
    .trim();
}
