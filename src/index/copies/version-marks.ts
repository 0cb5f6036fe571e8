/** What an article says about being a version of another: marks in its headline, its version and its status. */
import type { Article } from "../../api/types.js";

/** What the marks say. */
export interface VersionMarks {
  /** It corrects what was sent before. */
  corrects: boolean;
  /** It says in some way that it follows an earlier text: an update, a lead, a refile, a correction. */
  isMarked: boolean;
}

/** Words for a correction, at the start of a mark. */
const CORRECTION =
  "correct(?:ed|ion|s)|berichtig[^\\s()\\[\\]:–—-]*|korrig[^\\s()\\[\\]:–—-]*|korrektur|corregido|corrección|rectifica[^\\s()\\[\\]:–—-]*|rettifica|corrigé|исправлен[^\\s()\\[\\]:–—-]*|уточнен[^\\s()\\[\\]:–—-]*|düzəliş|düzeltme|تصحيح";
/** Words for any other version. */
const UPDATE =
  "update[ds]?|upd|refile[ds]?|rpt|repeat(?:ed)?|recast(?:s)?|wrapup|writethru|lead|ld|aktualisiert|neufassung|überblick|zusammenfassung|wiederholung|actualiza[^\\s()\\[\\]:–—-]*|ampliación|mise à jour|actualisé|aggiornamento|обновлен[^\\s()\\[\\]:–—-]*|повтор|дополнен[^\\s()\\[\\]:–—-]*|güncelle[^\\s()\\[\\]:–—-]*|yenilə[^\\s()\\[\\]:–—-]*|عاجل تحديث|تحديث";
const NUMBER = "(?:\\d{1,2}(?:st|nd|rd|th|\\.)?|first|second|third)";

interface Patterns {
  /** Marks at the start: `CORRECTED-`, `(CORRECTED) - `, `UPDATE 2-`, `(2nd LD) `. */
  start: RegExp;
  /** Marks at the end: `(Update 1)`, `(AKTUALISIERT)`. */
  end: RegExp;
  corrects: RegExp;
}

let made: Patterns | undefined;

/** Made when they are first needed; without the flags for case and Unicode, with which they take far longer to make. */
function patterns(): Patterns {
  const words = `(?:${NUMBER} )?(?:${CORRECTION}|${UPDATE})(?:[ -](?:${UPDATE}))*(?: ${NUMBER})?`;
  made ??= {
    start: new RegExp(`^\\s*(?:[(\\[*]+\\s*(?:${words})\\s*[)\\]*]+\\s*[-–—:]*|(?:${words})\\s*[-–—:])\\s*`),
    end: new RegExp(`\\s*(?:[(\\[]\\s*(?:${words})\\s*[)\\]]|[-–—:]\\s*(?:${words}))\\s*$`),
    corrects: new RegExp(CORRECTION),
  };
  return made;
}

type Marked = Pick<Article, "title" | "version" | "status">;

/** The first letters of all words of marks: few titles begin or end with a word like these. */
const STARTS = new Set(
  "cor ber kor rec ret исп уто düz تصح upd ref rpt rep wra wri lea akt neu übe zus wie act amp mis agg обн пов доп gün yen عاج تحد fir sec thi jou".split(
    " ",
  ),
);

const LONGEST_MARK = 40;

/** Whether a title may have a mark at its start or end, without the patterns, which take far longer. */
function mayBeMarked(title: string): boolean {
  let first = 0;
  while (first < title.length && !isLetter(title, first) && !isDigit(title, first)) first++;
  if (isDigit(title, first) || beginsMark(title, first))
    if (/[)\]\-–—:]/.test(title.slice(0, LONGEST_MARK))) return true;
  let last = title.length - 1;
  while (last > first && !isLetter(title, last)) last--;
  while (last > first && isLetter(title, last - 1)) last--;
  // At the end a mark is in brackets or after a dash or a colon.
  return beginsMark(title, last) && /[)\]\-–—:]/.test(title.slice(-LONGEST_MARK));
}

function beginsMark(title: string, at: number): boolean {
  const start = title.slice(at, at + 3);
  return STARTS.has(start) || start.startsWith("ld");
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

/** Of what is not ASCII, signs too. */
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x61 && unit <= 0x7a) || (unit > 0x7f && unit !== 0x2013 && unit !== 0x2034);
}

/** The marks of an article. */
export function marksOf({ title, version, status }: Marked): VersionMarks {
  const plain = lower(title);
  if (!mayBeMarked(plain))
    return { corrects: status === "corrected", isMarked: status === "corrected" || isLater(version) };
  const { start, end, corrects } = patterns();
  const found = [start.exec(plain)?.[0], end.exec(plain)?.[0]].filter((mark) => mark !== undefined);
  const isCorrection = status === "corrected" || found.some((mark) => corrects.test(mark));
  return { corrects: isCorrection, isMarked: isCorrection || found.length > 0 || isLater(version) };
}

/** A title in lower case; that of the Turkish capital has a mark of its own, which no pattern has. */
const lower = (title: string): string =>
  (title.includes("İ") ? title.replaceAll("İ", "I") : title).toLowerCase();

/** True for any version but the first. */
function isLater(version: string | null): boolean {
  return version !== null && !/^(?:0|1|1\.0|original|new)$/i.test(version.trim());
}

/** A title without its marks and without tickers, in lower case: what versions have in common. */
export function plainTitle(title: string): string {
  let plain = lower(title);
  if (mayBeMarked(plain)) plain = withoutMarks(plain);
  return plain.includes("<") ? plain.replace(/<[^<>]{1,12}>/g, " ") : plain;
}

function withoutMarks(title: string): string {
  const { start, end } = patterns();
  let plain = title;
  // Marks may follow one another: `CORRECTED-UPDATE 2-`.
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(start, "").replace(end, "");
  }
  return plain;
}
