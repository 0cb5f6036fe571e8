/** The lines of an article beside the list. */
import type { Article, FullArticle, Snippet } from "../../index.js";
import { factLines, factsOf } from "../render/facts.js";
import { type Mark, markedLines, safeSnippet } from "../render/marked.js";
import { safe } from "../render/safe.js";
import type { Theme } from "../render/theme.js";
import { cut, type Measure, wrap } from "../render/width.js";

export interface Preview {
  /** The article's. */
  id: string;
  /** What it was made for. */
  columns: number;
  mark: Mark;
  /** It has the key sentences instead of the text. */
  summary: boolean;
  /** Title and facts, which stay when the text is scrolled. */
  head: readonly string[];
  body: readonly string[];
  /** The line to begin with: the first match where it would be out of sight. */
  first: number;
}

/** How a preview is to look. */
export interface Shape {
  columns: number;
  rows: number;
  mark: Mark;
  summary: boolean;
}

/** What a preview has beside the article. */
export interface Extra {
  /** The key sentences, to be shown instead of the text. */
  sentences?: readonly string[] | undefined;
  /** The words that it shares with the article that it is related to. */
  ties?: readonly string[] | undefined;
}

/** So much of a text is looked at, in UTF-16 units: more than a person scrolls through in a preview. */
const MOST = 1 << 15;
/** The first half of a character whose other half is cut off. */
const HALF = /[\ud800-\udbff]$/;
/** Lines before the first match that are shown with it. */
const CONTEXT = 2;

export function previewOf(
  article: FullArticle,
  shape: Shape,
  theme: Theme,
  measure: Measure,
  { sentences, ties = [] }: Extra = {},
): Preview {
  const { columns, rows, mark, summary } = shape;
  const notes = [
    ...(sentences ? ["key sentences (Ctrl-T: the text)"] : []),
    ...(ties.length > 0 ? [`in common: ${ties.join(", ")}`] : []),
  ];
  const head = headOf(article, shape, theme, measure, notes);
  const body: string[] = [];
  let match: number | undefined;
  for (const snippet of snippetsOf(sentences ?? article.body, mark)) {
    if (body.length > 0) body.push("");
    const [range] = snippet.ranges;
    if (range && match === undefined)
      match = body.length + wrap(snippet.text, columns, measure).findIndex(([, end]) => end > range[0]);
    body.push(...markedLines(snippet, columns, theme, measure));
  }
  const room = rows - head.length - 1;
  const first = match !== undefined && match >= room ? Math.max(0, match - CONTEXT) : 0;
  return { id: article.id, columns, mark, summary, head, body, first };
}

/** What stands in place of a text that can't be read any more. */
export function goneOf(article: Article, shape: Shape, theme: Theme, measure: Measure): Preview {
  const { columns, mark, summary } = shape;
  const text = "The file of this article is gone, or can't be read. Ctrl-R looks for what there is now.";
  const body = wrap(text, columns, measure).map(([start, end]) => theme.faint(text.slice(start, end)));
  const head = headOf(article, shape, theme, measure);
  return { id: article.id, columns, mark, summary, head, body, first: 0 };
}

/** At most half of the rows: the list has the title too. One that was taken from the lead stands in the text. */
function headOf(
  article: Article,
  { columns, rows, mark }: Shape,
  theme: Theme,
  measure: Measure,
  notes: readonly string[] = [],
): string[] {
  const title = safeSnippet({ text: article.title, ranges: mark(article.title) });
  const { id, date, place, rest } = factsOf(article, theme);
  const lines = [
    ...(article.titleFrom === "lead" ? [] : markedLines(title, columns, theme, measure, theme.title)),
    ...factLines([date, place, ...rest, id], columns, theme, measure),
  ];
  const room = Math.max(1, Math.floor(rows / 2));
  // What is shown matters more than another line of facts.
  return [
    ...lines.slice(0, Math.max(1, room - notes.length)),
    ...notes.map((note) => theme.faint(cut(safe(note), columns, measure))),
  ].slice(0, Math.max(2, room));
}

/** The paragraphs up to a length, printable, with their matches. */
function* snippetsOf(paragraphs: readonly string[], mark: Mark): Generator<Snippet> {
  let room = MOST;
  for (const paragraph of paragraphs) {
    if (room <= 0) {
      yield { text: "… (Enter shows the rest)", ranges: [] };
      return;
    }
    const text = paragraph.length > room ? `${paragraph.slice(0, room).replace(HALF, "")} …` : paragraph;
    room -= text.length;
    yield safeSnippet({ text, ranges: mark(text) });
  }
}
