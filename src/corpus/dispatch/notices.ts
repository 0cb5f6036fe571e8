/** Tells lines around a dispatch that are no text of it: addresses, controls of a web page, notices of a newsroom. */
import type { Fields } from "./fields.js";
import { WordSet } from "./word-set.js";

const LONGEST_ADDRESS = 2_000;
const LONGEST_NOTICE = 90;
const LONGEST_CONTROLS = 48;

/** The address that a whole line is, or null. */
export function urlOf(line: string): string | null {
  if (
    !"hHuUlL".includes(line.charAt(0)) ||
    line.length > LONGEST_ADDRESS ||
    !/^(?:url:\s*|link:\s*)?https?:\/\/\S+$/i.test(line)
  )
    return null;
  return line.replace(/^[a-z]+:\s+(?=http)/i, "").replace(/^url:(?=http)/i, "");
}

/** Words on the buttons and counters of a page. */
const CONTROLS = new WordSet(
  "share print tweet facebook twitter whatsapp telegram linkedin email e-mail mail pdf listen copy link save font size " +
    "px pt text larger smaller increase decrease reset comments comment views advertisement photo image zoom a aa " +
    "çap et paylaş oxu dinlə şrift ölçüsü распечатать поделиться печать слушать шрифт размер версия для печати " +
    "drucken teilen merken schriftgröße anhören imprimer partager écouter imprimir compartir escuchar stampa condividi " +
    "yazdır paylaş dinle azalt büyüt طباعة مشاركة شارك حجم الخط چاپ اشتراک گذاری 打印 分享 字号 大 中 小",
);

const FIRST_WORD = /[\p{L}\p{N}]+/u;

/** `+ ↺ − 16 px`, `A- A A+`, `Share | Print`. */
export function isPageControl(line: string): boolean {
  if (line.length > LONGEST_CONTROLS) return false;
  const first = FIRST_WORD.exec(line)?.[0].toLowerCase();
  if (first !== undefined && !CONTROLS.has(first) && !/^\d/.test(first)) return false;
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (!words) return true;
  let known = 0;
  for (const word of words) {
    if (CONTROLS.has(word)) known++;
    else if (!/^\d{1,5}$/.test(word)) return false;
  }
  return known > 0;
}

const STATUS: readonly [Fields["status"], RegExp][] = [
  [
    "withdrawn",
    /^(?:withdrawn|kill(?:ed)?|recall(?:ed)?|mandatory kill|story withdrawn|bulletin kill|отозвано|аннулировано|annulliert|annulation)\b/,
  ],
  ["embargoed", /^(?:strictly )?(?:embargo(?:ed)?|sperrfrist|эмбарго|embargado|embargué)\b/],
  [
    "corrected",
    /^(?:correct(?:ed|ion|s)|berichtigung|korrigiert|corregido|rectificatif|rettifica|исправлено|исправленная|düzəliş)/,
  ],
];

/** The first letters of them all: most lines begin otherwise. */
const STATUS_STARTS = new WordSet(
  "with kill reca mand stor bull отоз анну annu stri emba sper эмба corr beri korr rect rett испр düzə",
);

/** The first letters of a line in small letters, without the signs before them. */
function startOf(line: string, length: number): string {
  let at = 0;
  while (at < 4 && "*([+-—– ".includes(line.charAt(at))) at++;
  return line.slice(at, at + length).toLowerCase();
}

/** What a notice of the newsroom says of the whole dispatch, or null. */
export function statusOf(line: string): Fields["status"] {
  if (line.length > LONGEST_NOTICE || !STATUS_STARTS.has(startOf(line, 4))) return null;
  const text = line.toLowerCase().replace(/^[^\p{L}]+/u, "");
  for (const [status, pattern] of STATUS) if (pattern.test(text)) return status;
  return null;
}

/** A label that is the whole line, perhaps with what it labels: `CORRECTED`, `CORRECTED STORY`, `WITHDRAWN:`. */
const LABEL_ALONE =
  /^[^\p{L}]{0,4}(?:correct(?:ed|ion|s)|withdrawn|kill(?:ed)?|mandatory kill|recall(?:ed)?|embargo(?:ed)?|berichtigung|korrigiert|rectificatif|rettifica|исправлено|отозвано|эмбарго|sperrfrist)(?: story| version| repeat| copy| item)?[^\p{L}\p{N}]{0,4}$/iu;

/** A notice in a line of its own: `CORRECTED`, `(CORRECTED)`, `*** EMBARGOED UNTIL 10:00 GMT ***`. */
export function isStatusLine(line: string): boolean {
  const status = statusOf(line);
  if (status === null) return false;
  if (LABEL_ALONE.test(line) || (/^[*([]/.test(line) && /[*)\]]$/.test(line))) return true;
  return status === "embargoed" && /\d/.test(line) && !/[.!?]$/.test(line);
}

const NOTICE_STARTS = new WordSet(
  "att sou que fon fue ист mən kay الم med pre new for сро urg fla bul ale eds bc- am- pm- eil",
);
const NOTICES = [
  /^(?:source|quelle|fonte|fuente|источник|mənbə|kaynak|المصدر)\s?[:：]\s?\S/i,
  /^(?:media|press|news) release(?:$|[\s:#-]{1,3}[A-Z]{0,4}\d+$)/i,
  /^(?:for immediate release|срочно|urgent|flash|bulletin|alert)[.:!]?$/i,
  /^\(?(?:eds|attn)\s?[.:]/i,
  /^(?:bc|am|pm)-[A-Z]{2}-/i,
  /^\+{2,3}\s?(?:eil|eilmeldung|urgent)\s?\+{2,3}$/i,
];

/** `Source: Orbit Net, Inc.`, `MEDIA RELEASE PR67276`, `FOR IMMEDIATE RELEASE`, `Eds: with photos.`, `BC-AS--Talks`. */
export function isNewsroomNotice(line: string): boolean {
  if (line.length > LONGEST_NOTICE || !NOTICE_STARTS.has(startOf(line, 3))) return false;
  return NOTICES.some((pattern) => pattern.test(line));
}

const VERSION = /\b((?:\d(?:st|nd|rd|th)|first|second|third) ?(?:lead|ld|take|update)(?:[- ]?writethru)?)\b/i;
const BRACKETED_VERSION = /^\(((?:\d(?:st|nd|rd|th) )?(?:lead|ld))\)/i;
const REUTERS_VERSION = /^((?:UPDATE|WRAPUP|REFILE|RPT|ADVISORY|ANALYSIS) \d{1,2})\s?[-–—:]/;

/** `2nd LD`, `1st Ld-Writethru`: as written; null where a line of the wire names none. */
export function versionOf(line: string): string | null {
  return VERSION.exec(line)?.[1] ?? versionOfHeadline(line);
}

/** `UPDATE 2-Profit rises`, `(2nd LD) Ministry …`, `(LEAD) …`: as written; null where a headline begins otherwise. */
export function versionOfHeadline(headline: string): string | null {
  const first = headline.charAt(0);
  if (first === "(") return BRACKETED_VERSION.exec(headline)?.[1] ?? null;
  return "UWRA".includes(first) ? (REUTERS_VERSION.exec(headline)?.[1] ?? null) : null;
}
