/** A transmission of IPTC 7901: source and number, keywords, then headline and text, and the day in the last line. */
import { readDate } from "../dates.js";
import type { SourceRecord } from "../record.js";

/** `131137 GMT Nov 13` is day, hour, minute, month and year; also with a German month, and without a zone. */
function trailerMoment(trailer: string): ReturnType<typeof readDate> {
  const match = /\b(\d{2})(\d{2})(\d{2})\s+(?:([A-Z]{3,4})\s+)?(\p{L}{3,4})\.?\s+(\d{2})\b/u.exec(trailer);
  if (!match) return null;
  const [, day, hour, minute, zone = "", month, year] = match;
  return readDate(`${day} ${month} 20${year} ${hour}:${minute} ${zone}`.trim());
}

const VERSION =
  /^(?:\d(?:ST|ND|RD|TH) (?:LEAD|NET|UPDATE|ROUNDUP)|URGENT|CORRECTION|UPDATE \d|EIL|SPERRFRIST)$/i;
const BYLINE = /^(?:By|Von|Par|Por)\s+(.{3,100}?)\s*=?\s*$/;
/** What agencies send to editors after the text. */
const NOTES = /^(?:#{1,2} |\* \* \*|\(Achtung|-- ?dpa|dpa-Notizblock)/;

export function iptcRecord(transmission: string, position: number): SourceRecord | null {
  const plain = transmission.replace(/^[\x00-\x20]+/, "");
  const [service = ""] = plain.split("\n");
  const codes = /^([a-z]{2,4})(\d{2,6}) (\d) ([a-z]{1,3}) (\d{1,4})\s*(?:\w+\s+)?([a-z][a-z/-]{1,12})?/i.exec(
    service,
  );
  const end = plain.indexOf("\x03");
  const body = (end < 0 ? plain : plain.slice(0, end)).slice(service.length).replaceAll("\x02", "\n\x02");
  const trailer = end < 0 ? plain.slice(-200) : plain.slice(end);
  const lines = body.split("\n");
  let at = 0;
  while (at < lines.length && (lines[at] ?? "").replace(/[\x00-\x20]/g, "") === "") at++;
  // A line of keywords with slashes.
  const keywords = /\/\s*$/.test(lines[at] ?? "")
    ? (lines[at++] ?? "").split("/").map((word) => word.trim())
    : [];
  const head: string[] = [];
  while (at < lines.length && (lines[at] ?? "").replace(/[\x00-\x20]/g, "") === "") at++;
  const headStart = at;
  for (; at < lines.length && (lines[at] ?? "").replace(/[\x00-\x20]/g, "") !== ""; at++)
    head.push((lines[at] ?? "").replaceAll("\x02", "").trim());
  // A block that does not end in the sign of headlines, and is long, is the text already.
  const isHead = head.length <= 8 && (/=\s*$/.test(head.at(-1) ?? "") || head.join(" ").length < 250);
  const versions = head.filter((line) => VERSION.test(line));
  const bylineAt = head.findIndex((line) => BYLINE.test(line));
  const title = head
    .filter((line, i) => !VERSION.test(line) && i !== bylineAt)
    .join(" ")
    .replace(/\s*=\s*$/, "")
    .trim();
  const text = isHead ? lines.slice(at) : lines.slice(headStart);
  const notes = text.findIndex((line) => NOTES.test(line.trim()));
  const moment = trailerMoment(trailer);
  const subjects = keywords.filter((word) => word !== "");
  return {
    id: codes ? `${codes[1]}${codes[2]}` : undefined,
    title: isHead && title !== "" ? title : undefined,
    text: withoutTrailer((notes < 0 ? text : text.slice(0, notes)).join("\n")),
    date: moment?.date,
    time: moment?.time ?? undefined,
    agency: codes?.[6]?.replace(/-.*$/, ""),
    byline: isHead && bylineAt >= 0 ? BYLINE.exec(head[bylineAt] ?? "")?.[1] : undefined,
    subjects: subjects.length > 0 ? subjects : undefined,
    version: isHead && versions.length > 0 ? versions.join(" ") : undefined,
    position,
  };
}

/** The line of initials and the day where nothing marks the end. */
function withoutTrailer(text: string): string {
  const lines = text
    .replace(/[\x00-\x08\x0e-\x1f\x7f]/g, "")
    .trimEnd()
    .split("\n");
  const dropLast = (pattern: RegExp): void => {
    if (lines.length < 2 || !pattern.test(lines.at(-1)?.trim() ?? "")) return;
    lines.pop();
    while (lines.length > 1 && lines.at(-1)?.trim() === "") lines.pop();
  };
  dropLast(/^\d{6} .{5,20}$/);
  dropLast(/^[a-z]{2,4}(?: [a-z]{2,4}){1,4}$/);
  return lines.join("\n");
}
