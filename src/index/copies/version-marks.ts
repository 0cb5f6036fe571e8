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
  "correct(?:ed|ion|s)|berichtig\\p{L}*|korrig\\p{L}*|korrektur|corregido|corrección|rectifica\\p{L}*|rettifica|corrigé|исправлен\\p{L}*|уточнен\\p{L}*|düzəliş|düzeltme|تصحيح";
/** Words for any other version. */
const UPDATE =
  "update[ds]?|upd|refile[ds]?|rpt|repeat(?:ed)?|recast(?:s)?|wrapup|writethru|lead|ld|aktualisiert|neufassung|überblick|zusammenfassung|wiederholung|actualiza\\p{L}*|ampliación|mise à jour|actualisé|aggiornamento|обновлен\\p{L}*|повтор|дополнен\\p{L}*|güncelle\\p{L}*|yenilə\\p{L}*|عاجل تحديث|تحديث";
const NUMBER = "(?:\\d{1,2}(?:st|nd|rd|th|\\.)?|first|second|third)";

interface Patterns {
  /** Marks at the start: `CORRECTED-`, `(CORRECTED) - `, `UPDATE 2-`, `(2nd LD) `. */
  start: RegExp;
  /** Marks at the end: `(Update 1)`, `(AKTUALISIERT)`. */
  end: RegExp;
  corrects: RegExp;
}

let made: Patterns | undefined;

/** Made when they are first needed: patterns with Unicode classes take time to compile. */
function patterns(): Patterns {
  const words = `(?:${NUMBER} )?(?:${CORRECTION}|${UPDATE})(?:[ -](?:${UPDATE}))*(?: ${NUMBER})?`;
  made ??= {
    start: new RegExp(
      `^\\s*(?:[(\\[*]+\\s*(?:${words})\\s*[)\\]*]+\\s*[-–—:]*|(?:${words})\\s*[-–—:])\\s*`,
      "iu",
    ),
    end: new RegExp(`\\s*(?:[(\\[]\\s*(?:${words})\\s*[)\\]]|[-–—:]\\s*(?:${words}))\\s*$`, "iu"),
    corrects: new RegExp(`(?:^|\\P{L})(?:${CORRECTION})(?!\\p{L})`, "iu"),
  };
  return made;
}

type Marked = Pick<Article, "title" | "version" | "status">;

/** The marks of an article. */
export function marksOf({ title, version, status }: Marked): VersionMarks {
  const { start, end, corrects } = patterns();
  const plain = withoutDot(title);
  const found = [start.exec(plain)?.[0], end.exec(plain)?.[0]].filter((mark) => mark !== undefined);
  const isCorrection = status === "corrected" || found.some((mark) => corrects.test(mark));
  return { corrects: isCorrection, isMarked: isCorrection || found.length > 0 || isLater(version) };
}

/** No pattern takes the Turkish capital for an i. */
const withoutDot = (title: string): string => title.replaceAll("İ", "I");

/** True for any version but the first. */
function isLater(version: string | null): boolean {
  return version !== null && !/^(?:0|1|1\.0|original|new)$/i.test(version.trim());
}

/** A title without its marks and without tickers, in lower case: what versions have in common. */
export function plainTitle(title: string): string {
  const { start, end } = patterns();
  let plain = withoutDot(title);
  // Marks may follow one another: `CORRECTED-UPDATE 2-`.
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(start, "").replace(end, "");
  }
  return plain.replace(/<[^<>]{1,12}>/g, " ").toLowerCase();
}
