/** Hyperlinks from what a terminal shows of an article to the article's file (OSC 8). */
import { pathToFileURL } from "node:url";
import { os } from "../../platform/system.js";

/** Makes text that `safe` has made printable, styled or not, a link to a file. */
export type Link = (text: string, path: string) => string;

const OPEN = "\x1b]8;;";
const END = "\x1b\\";
const LINK = /\x1b\]8;;[^\x1b]*\x1b\\/g;

/** Where the terminal makes no links of it, text stays itself. */
export function linkFor({ hyperlinks }: { hyperlinks: boolean }): Link {
  if (!hyperlinks) return (text) => text;
  const host = os().hostname();
  // One path follows itself: that of a row's id and title, that of a file's records.
  let last = { path: "", url: "" };
  return (text, path) => {
    if (text === "") return text;
    if (path !== last.path) last = { path, url: fileUrl(path, host) };
    return `${OPEN}${last.url}${END}${text}${OPEN}${END}`;
  };
}

/** `file://host/path`: over ssh the host tells a terminal that the file is not one of its own machine. */
export function fileUrl(path: string, host: string): string {
  const url = pathToFileURL(path);
  // On Windows a host would be that of a share.
  if (process.platform !== "win32") url.hostname = host;
  return url.href;
}

export function hasLinks(text: string): boolean {
  return text.includes(OPEN);
}

/** The same text for what can't pass links on. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, "");
}
