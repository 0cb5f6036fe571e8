/** Articles and passages as an assistant gets them: without control characters, and so that quotations can be checked. */
import type { Archive, Article, FullArticle } from "../../../index.js";
import { safe } from "../../render/safe.js";

/** A part of an article's text, word for word. */
export interface Passage extends Record<string, unknown> {
  id: string;
  date: string | null;
  agency: string | null;
  /** Where it is in the article's text, whose paragraphs `show` gives: UTF-16 units, end excluded, two for each gap. */
  range: [start: number, end: number];
  quote: string;
}

const GAP = "\n\n";
/** Characters of one passage at the most. */
const LONGEST_PIECE = /.{1,5000}/gsu;
/** UTF-16 units of a title or an address at the most. */
const LONGEST_LINE = 500;

/** What a list says of an article. */
export function articleOf({ id, date, time, place, agency, language, title, url, words, status }: Article) {
  return {
    ...{ id: safe(id), date, time: nullSafe(time), place: nullSafe(place), agency: nullSafe(agency) },
    ...{
      language,
      title: safe(title).slice(0, LONGEST_LINE),
      url: nullSafe(url)?.slice(0, LONGEST_LINE) ?? null,
      words,
      status,
    },
  };
}

const nullSafe = (text: string | null): string | null => (text === null ? null : safe(text));

/** The paragraphs of an article, one passage each; very long ones in pieces. */
export function paragraphsOf(article: FullArticle): Passage[] {
  let start = 0;
  return article.body.flatMap((paragraph) => {
    const passages = piecesOf(safe(paragraph)).map((quote) => {
      const passage = passageOf(article, start, quote);
      start += quote.length;
      return passage;
    });
    start += GAP.length;
    return passages;
  });
}

/** Cuts a text into pieces, between characters. */
function piecesOf(text: string): string[] {
  return text.match(LONGEST_PIECE) ?? [];
}

function passageOf({ id, date, agency }: Article, start: number, quote: string): Passage {
  return { id: safe(id), date, agency: nullSafe(agency), range: [start, start + quote.length], quote };
}

/** The passages that some texts are from. A text that is not there word for word is given as its whole paragraph, or not. */
export async function locate(
  archive: Archive,
  article: Article,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Passage[]> {
  const full = texts.length > 0 ? await archive.get(article.id, { signal }) : null;
  if (!full) return [];
  const text = full.body.map(safe).join(GAP);
  return texts.flatMap((one) => {
    // A snippet has an ellipsis where it was cut.
    const quote = safe(one)
      .replace(/^…\s*|\s*…$/g, "")
      .trim();
    const start = text.indexOf(quote);
    return quote === "" || start === -1 ? [] : [passageOf(full, start, quote)];
  });
}
