/** Reads datelines of Chinese, Japanese and Korean agencies, which put no spaces between their parts. */
import { agencyOf } from "./agencies.js";
import type { Dateline } from "./fields.js";
import { isKnownCity } from "./places.js";

/** UTF-16 units in which such a dateline ends. */
const REACH = 90;

/** Characters of `阿塞拜疆国家通讯社` and a few more. */
const LONGEST_AGENCY_NAME = 12;

const HAN = "[\\u3400-\\u9fff\\u00b7\\u30fb]";
const DAY = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日";
const REPORTER =
  "[（(]\\s?((?:[\\u3400-\\u9fff]{0,3}记者|[\\u3400-\\u9fff]{0,3}記者|編譯|编译)[^）)]{1,40})[）)]";

let patterns:
  | { chinese: RegExp; newsroom: RegExp; japanese: RegExp; korean: RegExp; northKorean: RegExp }
  | undefined;

/** Compiled at the first dispatch of these languages. */
function compiled(): NonNullable<typeof patterns> {
  patterns ??= {
    // 新华社北京5月20日电（记者王明）
    chinese: new RegExp(
      `^[【（(［]?\\s?(${HAN}{2,8}?)(?:(?:记者|記者)(${HAN}{2,8}?))?(${HAN}{0,10}?)${DAY}(?:上午|下午|晚|凌晨)?` +
        `(?:综合|綜合|专|專)?(?:外电|外電)?(?:电|電|讯|訊|报道|報導|消息)[】）)］]?\\s?(?:${REPORTER})?[\\s:：,，-]{0,3}`,
    ),
    // （中央社記者王明台北22日電）
    newsroom: new RegExp(
      `^[（(【]\\s?(${HAN}{2,8}?)(?:记者|記者)(${HAN}{4,14})${DAY}(?:专|專)?(?:电|電|讯|訊)[）)】]\\s?`,
    ),
    // 【ワシントン共同】, 【北京時事】, ［東京 22日 ロイター］ -
    japanese: /^[【［[(（]\s?([^】］\])）\n]{2,40})[】］\])）]\s?(?:[-–—]+\s?)?/,
    // (서울=연합뉴스) 홍길동 기자 =
    korean:
      /^[([（【]\s?([^=＝()\]\n]{1,20})[=＝]([^()\]\n]{2,12})[)\]）】]\s?(?:([\uac00-\ud7a3·, ]{2,30}?)\s?(?:특파원|기자)\s?)?(?:[=＝]\s?)?/,
    // (평양 4월 22일발 조선중앙통신)
    northKorean:
      /^[(（]\s?([\uac00-\ud7a3]{2,8})\s(\d{1,2})월\s?(\d{1,2})일발\s([\uac00-\ud7a3]{4,12})[)）][-–—\s]{0,3}/,
  };
  return patterns;
}

/** The dateline at the beginning of such a line, or null. */
export function spacelessDateline(line: string): Dateline | null {
  const head = line.slice(0, REACH);
  return newsroom(head) ?? chinese(head) ?? northKorean(head) ?? korean(head) ?? japanese(head);
}

function made(
  text: string,
  place: string | null,
  agency: string | null,
  byline: string | null = null,
): Dateline {
  return {
    text: text.trim(),
    place: place === "" ? null : place,
    region: null,
    agency,
    byline,
    year: null,
    month: null,
    day: null,
    length: text.length,
  };
}

function withDay(dateline: Dateline, year?: string, month?: string, day?: string): Dateline {
  if (month === undefined || day === undefined) return dateline;
  dateline.year = year === undefined ? null : Number(year);
  dateline.month = Number(month);
  dateline.day = Number(day);
  return dateline;
}

function chinese(head: string): Dateline | null {
  const match = compiled().chinese.exec(head);
  if (!match) return null;
  const [text, start = "", , more = "", year, month, day, reporter] = match;
  const written = start + more;
  // The shortest beginning that is an agency; what follows it is the place.
  for (let end = Math.min(LONGEST_AGENCY_NAME, written.length); end >= 2; end--) {
    const agency = agencyOf(written.slice(0, end));
    if (agency === null) continue;
    const place = written.slice(end);
    return withDay(made(text, place, agency, reporter ?? null), year, month, day);
  }
  // 本报 is the newspaper itself.
  if (!/^本[报報台社]/.test(written)) return null;
  return withDay(made(text, written.slice(2), null, reporter ?? null), year, month, day);
}

function newsroom(head: string): Dateline | null {
  const match = compiled().newsroom.exec(head);
  const agency = match ? agencyOf(match[1] ?? "") : null;
  if (!match || agency === null) return null;
  const [text, , names = "", year, month, day] = match;
  // The name stands before the place: the longest known city at the end divides them.
  for (let at = 2; at < names.length; at++) {
    const place = names.slice(at);
    if (isKnownCity(place)) return withDay(made(text, place, agency, names.slice(0, at)), year, month, day);
  }
  return withDay(made(text, null, agency, names), year, month, day);
}

function japanese(head: string): Dateline | null {
  const match = compiled().japanese.exec(head);
  if (!match) return null;
  const [text, written = ""] = match;
  // Some papers set digits as wide as letters.
  const inside = written.normalize("NFKC");
  const day = /(?:(\d{4})年\s?)?(?:(\d{1,2})月\s?)?(\d{1,2})日/.exec(inside);
  const words = (day ? inside.replace(day[0], " ") : inside)
    .replace(/[=＝、,・/]/g, " ")
    .trim()
    .split(/\s+/);
  const last = words.at(-1) ?? "";
  const whole = agencyOf(last);
  if (whole !== null && words.length <= 3)
    return withDay(made(text, words.slice(0, -1).join(" "), whole), day?.[1], day?.[2], day?.[3]);
  for (let at = 2; at < last.length - 1 && words.length === 1; at++) {
    const agency = agencyOf(last.slice(at));
    if (agency !== null) return withDay(made(text, last.slice(0, at), agency), day?.[1], day?.[2], day?.[3]);
  }
  return null;
}

function korean(head: string): Dateline | null {
  const match = compiled().korean.exec(head);
  const agency = match ? agencyOf((match[2] ?? "").trim()) : null;
  if (!match || agency === null) return null;
  return made(match[0], (match[1] ?? "").trim(), agency, match[3]?.trim() ?? null);
}

function northKorean(head: string): Dateline | null {
  const match = compiled().northKorean.exec(head);
  const agency = match ? agencyOf(match[4] ?? "") : null;
  if (!match || agency === null) return null;
  return withDay(made(match[0], match[1] ?? null, agency), undefined, match[2], match[3]);
}
