/** The article that is exported: what `show --json` prints of it, as the contract has it. */

export interface ExportArticle {
  id: string;
  /** Where it was read from. */
  path?: string | undefined;
  /** Its file format. */
  type?: string | undefined;
  /** ISO date. */
  date: string | null;
  /** ISO date and time, perhaps with an offset. */
  time?: string | null | undefined;
  /** As written. */
  dateline?: string | null | undefined;
  place: string | null;
  agency: string | null;
  byline?: string | null | undefined;
  language: string | null;
  title: string;
  titleFrom: "headline" | "lead";
  subjects?: readonly string[] | undefined;
  url?: string | null | undefined;
  version?: string | null | undefined;
  status?: "corrected" | "withdrawn" | "embargoed" | null | undefined;
  words: number;
  paragraphs: number;
  extra?: Readonly<Record<string, unknown>> | undefined;
  body: readonly string[];
}

/** A format to export to: the text before the first article, an article, the text between two, and the end. */
export interface Exporter {
  /** The extension of a file of it, without a full stop. */
  extension: string;
  start: string;
  /** One article, without what divides it from the next. */
  article(article: ExportArticle): string;
  between: string;
  end: string;
}

export type ExportFormat = "jsonl" | "ninjs" | "markdown" | "ris" | "bibtex" | "csl-json" | "csv" | "html";

/** Several names in one byline: `John Smith and Ann Lee`, `By John Smith, Ann Lee`. */
export function authorsOf(byline: string | null | undefined): string[] {
  if (!byline) return [];
  const names = byline
    .replace(/^(?:[Bb]y|BY|[Pp]ar|[Pp]or)\s+(?=\p{Lu})/u, "")
    .split(/\s*[;,&]\s*|\s+(?:and|und|et|y|и|və|ve)\s+/u);
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/** Text on one line, without control characters: the formats for references have a field a line. */
export const oneLine = (text: string): string =>
  text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();

/** An export piece by piece, as articles come. */
export async function* exportPieces(
  exporter: Exporter,
  articles: AsyncIterable<ExportArticle>,
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const article of articles) {
    yield (isFirst ? exporter.start : exporter.between) + exporter.article(article);
    isFirst = false;
  }
  if (!isFirst) yield exporter.end;
}

/** All of an export at once. */
export function exportAll(exporter: Exporter, articles: readonly ExportArticle[]): string {
  return (
    exporter.start +
    articles.map((article) => exporter.article(article)).join(exporter.between) +
    exporter.end
  );
}
