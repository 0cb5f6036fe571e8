/** What an article is, and the values that the library gives and the JSON output prints. */

/** A dispatch taken apart: whatever the text does not say is null. */
export interface Dispatch {
  /** ISO date, `2025-04-22`. */
  date: string | null;
  place: string | null;
  /** One spelling an agency: `AZERTAC` however the dispatch spells it. */
  agency: string | null;
  headline: string | null;
  /** The body: one string a paragraph, lines unwrapped, no header text left in it. */
  paragraphs: string[];
}

/** All that a listing tells of an article. Unknown values are null. */
export interface Article {
  id: string;
  /** As the folder was given, with the file's place below it. */
  path: string;
  /** ISO date, `2025-04-22`. */
  date: string | null;
  place: string | null;
  agency: string | null;
  /** ISO 639-1, `en`. */
  language: string | null;
  title: string;
  titleFrom: "headline" | "lead";
  /** How many words title and body have. */
  words: number;
  /** How many paragraphs the body has. */
  paragraphs: number;
}

/** An article with its text. */
export interface FullArticle extends Article {
  body: string[];
}

/** How a word of the query met a word of an article. */
export type MatchKind = "exact" | "form" | "prefix" | "spelling" | "fuzzy";

/** One word of an article that answered one word of the query. */
export interface Match {
  /** The query's word. */
  term: string;
  /** The article's word. */
  word: string;
  kind: MatchKind;
  /** Edits between the two; 0 unless the kind is `fuzzy`. */
  distance: number;
}

/** A passage of an article with the matches in it. */
export interface Snippet {
  text: string;
  /** UTF-16 offsets in `text`, end excluded, ascending, not overlapping. */
  ranges: [start: number, end: number][];
}

/** An article that answers a query. */
export interface Hit extends Article {
  /** Falls from hit to hit where the order is by relevance. */
  score: number;
  matched: Match[];
  snippets: Snippet[];
}

/** What a search gives. */
export interface SearchResult {
  query: string;
  /** How many articles answer, however few of them are in `hits`. */
  total: number;
  /** True if no article has all the words and those with most of them are given. */
  relaxed: boolean;
  hits: Hit[];
}

/** The sentences that carry an article, in its order. */
export interface Summary extends Article {
  sentences: string[];
}

export type SortOrder = "relevance" | "date" | "title" | "words";

/** What narrows a listing or a search. Dates take every form that `--since` takes; both ends are included. */
export interface Filter {
  since?: string | undefined;
  until?: string | undefined;
  place?: string | undefined;
  agency?: string | undefined;
  language?: string | undefined;
}

/** A filter, an order and a page. `sort` is `date` (newest first) for a listing, `relevance` for a search. */
export interface ListOptions extends Filter {
  sort?: SortOrder | undefined;
  reverse?: boolean | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface SearchOptions extends ListOptions {
  /** `all` (default): every word must match. `any`: one is enough. */
  match?: "all" | "any" | undefined;
  /** Neither fuzzy nor form matches. */
  exact?: boolean | undefined;
}

/** Something that could not be read; the rest went on. */
export interface Warning {
  /** The file, as the folder was given. */
  path: string;
  /** What happened, in words for a person: `is empty`. */
  message: string;
}
