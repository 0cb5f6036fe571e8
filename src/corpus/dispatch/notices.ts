/** Tells lines around a dispatch that are no text of it: addresses, controls of a web page, notices of a newsroom. */
import type { Fields } from "./fields.js";

const LONGEST_ADDRESS = 2_000;
const LONGEST_NOTICE = 90;
const LONGEST_CONTROLS = 60;

/** The address that a whole line is, or null. */
export function urlOf(line: string): string | null {
  if (line.length > LONGEST_ADDRESS || !/^(?:url:\s*|link:\s*)?https?:\/\/\S+$/i.test(line)) return null;
  return line.replace(/^[a-z]+:\s+(?=http)/i, "").replace(/^url:(?=http)/i, "");
}

/** Words on the buttons and counters of a page. */
const CONTROLS = new Set(
  (
    "share print tweet facebook twitter whatsapp telegram linkedin email e-mail mail pdf listen copy link save font size " +
    "px pt text larger smaller increase decrease reset comments comment views advertisement photo image zoom a aa " +
    "çap et paylaş oxu dinlə şrift ölçüsü распечатать поделиться печать слушать шрифт размер версия для печати " +
    "drucken teilen merken schriftgröße anhören imprimer partager écouter imprimir compartir escuchar stampa condividi " +
    "yazdır paylaş dinle azalt büyüt طباعة مشاركة شارك حجم الخط چاپ اشتراک گذاری 打印 分享 字号 大 中 小"
  ).split(" "),
);

/** `+ ↺ − 16 px`, `A- A A+`, `Share | Print`. */
export function isPageControl(line: string): boolean {
  if (line.length > LONGEST_CONTROLS) return false;
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

/** What a notice of the newsroom says of the whole dispatch, or null. */
export function statusOf(line: string): Fields["status"] {
  if (line.length > LONGEST_NOTICE) return null;
  const text = line.toLowerCase().replace(/^[^\p{L}]+/u, "");
  for (const [status, pattern] of STATUS) if (pattern.test(text)) return status;
  return null;
}

/** A notice in a line of its own: in capitals, or in brackets or asterisks: `CORRECTED`, `*** EMBARGOED UNTIL 10:00 ***`. */
export function isStatusLine(line: string): boolean {
  if (statusOf(line) === null) return false;
  const isMarked = /^[*([]/.test(line) && /[*)\]]$/.test(line);
  const isCapitals = line === line.toUpperCase();
  const words = line.split(/\s+/).length;
  const isLabel = /^(?:embargoed|embargo|sperrfrist|эмбарго)\b.{0,60}$/i.test(line) && /\d/.test(line);
  return (
    isMarked || (isCapitals && words <= (statusOf(line) === "embargoed" ? 12 : 4)) || isLabel || words === 1
  );
}

/** `Source: Orbit Net, Inc.`, `MEDIA RELEASE PR67276`, `FOR IMMEDIATE RELEASE`, `Eds: with photos.`, `BC-AS--Talks`. */
export function isNotice(line: string): boolean {
  if (line.length > LONGEST_NOTICE) return false;
  return (
    /^(?:source|quelle|fonte|fuente|источник|mənbə|kaynak|المصدر)\s?[:：]\s?\S/i.test(line) ||
    /^(?:media|press|news) release(?:$|[\s:#-]{1,3}[A-Z]{0,4}\d+$)/i.test(line) ||
    /^(?:for immediate release|урочно|urgent|flash|bulletin|alert)[.:!]?$/i.test(line) ||
    /^\(?eds[.:]/i.test(line) ||
    /^(?:bc|am|pm)-[A-Z]{2}-/i.test(line) ||
    /^\+{2,3}\s?(?:eil|eilmeldung|urgent)\s?\+{2,3}$/i.test(line)
  );
}

const VERSION =
  /\b((?:\d(?:st|nd|rd|th)|first|second|third) ?(?:lead|ld|take|net|update)(?:[- ]?writethru)?)\b/i;
const REUTERS_VERSION = /^((?:UPDATE|WRAPUP|REFILE|RPT|ADVISORY|ANALYSIS) \d{1,2})\s?[-–—:]/;

/** `2nd LD`, `1st Ld-Writethru`, `UPDATE 2`: as written; null where a line names none. */
export function versionOf(line: string): string | null {
  return (
    REUTERS_VERSION.exec(line)?.[1] ??
    VERSION.exec(line)?.[1] ??
    /^\(?(LEAD|\d(?:ST|ND|RD|TH) (?:LEAD|LD))\)/.exec(line)?.[1] ??
    null
  );
}
