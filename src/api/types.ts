/** What an article is, and the values that the library gives and the JSON output prints. */

/** A parsed dispatch: what the text does not say is null. */
export interface Dispatch {
  /** ISO date, `2025-04-22`. */
  date: string | null;
  place: string | null;
  /** One spelling an agency: `AZERTAC` however the dispatch spells it. */
  agency: string | null;
  headline: string | null;
  /** The body: one string a paragraph, lines unwrapped, no header text left in it. */
  paragraphs: string[];
  /** As written: `BAKU, April 22 (AZERTAC)`. */
  dateline: string | null;
  /** ISO 8601, `2025-04-22T14:05:00+04:00`; local time without an offset where the text names none. */
  time: string | null;
  /** The day of a dateline without a year, where no other line completes it: `date` is null then. */
  monthDay: { month: number; day: number } | null;
  /** The country, state or province beside the place: `Kenya`, `Pa.`. */
  region: string | null;
  /** Who wrote it, as written. */
  byline: string | null;
  /** The line above the headline, as written. */
  kicker: string | null;
  /** A summary between headline and dateline. */
  abstract: string | null;
  /** Sections and key words that the text names, as written. */
  subjects: string[];
  url: string | null;
  /** `2nd Ld-Writethru`, `UPDATE 2`: as written. */
  version: string | null;
  status: "corrected" | "withdrawn" | "embargoed" | null;
  /** Lines above the text that are in no other field, as written. */
  header: string[];
  /** Sign-offs and other lines below the text, as written. */
  footer: string[];
}

/** What is read of an article: its headline and its body. */
export type ArticleText = Pick<Dispatch, "headline" | "paragraphs">;

/** All that a listing tells of an article. Unknown values are null. */
export interface Article {
  id: string;
  /** As the folder was given, with the file's place below it. */
  path: string;
  /** The file format that it was read from: `text`, `jsonl`, `ninjs`. */
  type: string;
  /** ISO date, `2025-04-22`. */
  date: string | null;
  /** ISO 8601, `2025-04-22T14:05:00+04:00`; null unless the source gives a time. Without an offset it is local time. */
  time: string | null;
  /** As written: `BAKU, April 22 (AZERTAC)`. */
  dateline: string | null;
  place: string | null;
  agency: string | null;
  /** Who wrote it, as written. */
  byline: string | null;
  /** ISO 639-1, `en`. */
  language: string | null;
  title: string;
  titleFrom: "headline" | "lead";
  /** Sections and key words, as the source gives them. */
  subjects: string[];
  url: string | null;
  /** As the source gives it: `2`, `2nd Ld-Writethru`. */
  version: string | null;
  status: "corrected" | "withdrawn" | "embargoed" | null;
  /** How many words title and body have. */
  words: number;
  /** How many paragraphs the body has. */
  paragraphs: number;
  /** Every other field of the source, as it is. */
  extra: Record<string, unknown>;
}

/** An article as one of those that a question gives. */
export interface Listed extends Article {
  /** The ids of its copies and other versions, at most 100, the one that a group is shown by first. */
  copies: readonly string[];
}

/** An article with its text. */
export interface FullArticle extends Article {
  body: string[];
}

/** How a word of the query met a word of an article. */
export type MatchKind = "exact" | "form" | "prefix" | "wildcard" | "spelling" | "synonym" | "fuzzy";

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
export interface Hit extends Listed {
  /** Falls from hit to hit where the order is by relevance. */
  score: number;
  matched: Match[];
  snippets: Snippet[];
  /** Only if `explain` asks for it. */
  explanation?: Explanation;
}

/** Where a score comes from: the scores of the parts add up to it. */
export interface Explanation {
  /** One for each word and phrase of the query, in its order. */
  terms: TermScore[];
  /** Words of the query that are neighbours there and come near to each other in the article. */
  nearness: NearnessScore[];
  /** What else was added. */
  others: OtherScore[];
}

/** What a word or a phrase of the query gives. */
export interface TermScore {
  term: string;
  /** In how many articles it stands in any form; or, where only near words answer, these. */
  articles: number;
  /** How much it counts, being so rare. */
  weight: number;
  score: number;
  /** The words of the article that answer it; none if the article lacks it. */
  words: WordScore[];
}

/** What one word of the article gives, or the words of a phrase together. */
export interface WordScore extends Pick<Match, "word" | "kind" | "distance"> {
  /** In how many articles it stands. */
  articles: number;
  /** How often it stands in each part of the article. */
  title: number;
  lead: number;
  body: number;
  /** 0 for a near word beside the word itself. */
  score: number;
}

/** What two neighbouring words of the query give for coming near to each other in the article. */
export interface NearnessScore {
  /** The two words, as the query has them. */
  terms: [string, string];
  /** 1 is side by side. */
  distance: number;
  score: number;
}

/**
 * `feedback` is what an article has of the words that tell the best ones from others, where one word is enough;
 * `closeness` is what sets exact matches above forms and spellings, and these above near words: the same for all
 * articles that answer as closely.
 */
export interface OtherScore {
  part: "feedback" | "closeness" | "rest";
  score: number;
}

/** What a search gives. */
export interface SearchResult {
  query: string;
  /** How many articles answer, however few of them are in `hits`. */
  total: number;
  /** Only if copies are grouped: how many lines that makes, each group one. */
  groups?: number;
  /** True if no article has all the words and those with most of them are given. */
  relaxed: boolean;
  hits: Hit[];
}

/** What may have been meant by a query that few articles answer. */
export interface Suggestion {
  /** The query with likelier words, which finds more; null if there is none. */
  query: string | null;
  /** The words, phrases and fields, as typed, that no article has in any form, nor anything near them. */
  missing: string[];
}

/** The sentences that carry an article, in its order. */
export interface Summary extends Article {
  sentences: string[];
}

/** Sentences that carry the best hits of a search together. */
export interface SearchSummary {
  query: string;
  /** How many articles answer, however few of them are in `articles`. */
  total: number;
  /** True if no article has all the words and those with most of them are summarised. */
  relaxed: boolean;
  /** What was summarised, the best hit first. */
  articles: Article[];
  /** In the order of the articles, each with the id of its own and what of it answers the query. */
  sentences: (Snippet & { id: string })[];
}

/** `relevance` and `words`: highest first; `date`: newest first; `title`: alphabetical. */
export type SortOrder = "relevance" | "date" | "title" | "words";

/** An article that is near another in what it says. */
export interface Related extends Listed {
  /** Falls from article to article; 1 is the same text. */
  score: number;
  /** The telling words that both have, as the other one writes them, the most telling first. */
  ties: string[];
}

/** A run of text that is the same in two articles, or only in one of them. */
export interface DifferencePart {
  type: "same" | "removed" | "added";
  text: string;
}

/** What changed from one article to another. */
export interface Difference {
  from: Article;
  to: Article;
  /** The title and the paragraphs of both, in order, each in parts; all parts that are not `added` are the old text. */
  paragraphs: DifferencePart[][];
}

/** Units of a timeline. Weeks begin on Monday. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** A stretch of time and how many articles it has. */
export interface Period {
  /** `2025-04-22`, `2025-W17` (as ISO 8601 counts weeks), `2025-04` or `2025`. */
  period: string;
  /** First and last day, ISO. */
  from: string;
  to: string;
  articles: number;
}

/** Articles, or those that answer a query, over time. */
export interface Timeline {
  query: string | null;
  /** True if no article has all the words of the query and those with most of them are counted. */
  relaxed: boolean;
  by: TimeUnit;
  /** All that were counted, those without a date too. */
  total: number;
  undated: number;
  /** From the first to the last that has an article, the empty ones between them too. */
  periods: Period[];
}

/** A name and how many articles have it. */
export interface NameCount {
  /** As it is mostly written. */
  name: string;
  articles: number;
  /** Other ways in which it is written, the most frequent first. */
  spellings: string[];
}

/** A value of a field and how many articles have it. */
export interface FieldValue {
  value: string;
  count: number;
}

/** Counts of an archive, or of the articles that answer a query. */
export interface Stats {
  query: string | null;
  /** True if no article has all the words of the query and those with most of them are counted. */
  relaxed: boolean;
  articles: number;
  words: number;
  /** First and last day, ISO; null if no article has a date. */
  from: string | null;
  to: string | null;
  undated: number;
  /** The most frequent first. */
  places: FieldValue[];
  agencies: FieldValue[];
  languages: FieldValue[];
  /** In how many articles names were looked for: all of them, or a sample spread evenly. */
  namesFrom: number;
  names: NameCount[];
}

/** The fields whose values can be listed. */
export type FieldName = "place" | "agency" | "language" | "type";

/** What every call takes. */
export interface CallOptions {
  /** Ends the call: once it is aborted, the call rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Which articles: those that match all that is given. Dates take the forms that `--since` takes, such as `2025-04-22`,
 * `2025-04`, `yesterday` or `7d`; both ends are included. Other values are compared without case and accents,
 * and an article matches a list of them if it has one of its values.
 */
export interface Filter {
  /** From this day; of a month or year, from its first day. */
  since?: string | undefined;
  /** Up to this day; of a month or year, up to its last day. */
  until?: string | undefined;
  place?: string | readonly string[] | undefined;
  agency?: string | readonly string[] | undefined;
  /** ISO 639-1, `en`. */
  language?: string | readonly string[] | undefined;
  /** The file format that articles were read from: `text`, `jsonl`, `newsml-g2`. */
  type?: string | readonly string[] | undefined;
}

/** What becomes of articles that are copies or versions of each other. */
export interface CopiesOptions {
  /**
   * `show` (default): every article is given. `group` and `hide`: one of each group, and `limit` and `offset` count
   * groups; a correction is given in place of what it corrects, else the newest.
   */
  copies?: "show" | "group" | "hide" | undefined;
}

/** Whether articles that are copies or versions of each other count once. */
export interface UniqueOptions {
  /** Count one article of each group of copies and versions. Default: false. */
  unique?: boolean | undefined;
}

/** A filter, an order and a page. */
export interface ListOptions extends Filter, CopiesOptions, CallOptions {
  /** Default: `date` for a listing, `relevance` for a search. */
  sort?: SortOrder | undefined;
  /** Reverse the order. Default: false. */
  reverse?: boolean | undefined;
  /** The most articles to give, from 0. Default: all. */
  limit?: number | undefined;
  /** The number of articles to skip first, from 0. Default: 0. */
  offset?: number | undefined;
}

/** A filter, an order and a page, and how the words of the query match. */
export interface SearchOptions extends ListOptions {
  /**
   * `all` (default): articles that have every word come first and are counted in `total`; others fill the page after
   * them. `strict`: only articles that have every word. `any`: one word is enough.
   */
  match?: "all" | "strict" | "any" | undefined;
  /** Match neither other forms nor near words. Default: false. */
  exact?: boolean | undefined;
  /** Give each hit an `explanation` of its score. Default: false. */
  explain?: boolean | undefined;
  /** False: leave `matched` and `snippets` empty, so that no text needs to be read. Default: true. */
  snippets?: boolean | undefined;
}

/** How the words of a query are found in a text. */
export interface HighlighterOptions extends CallOptions {
  /** Find neither other forms nor near words. Default: false. */
  exact?: boolean | undefined;
}

/** A filter and a page. */
export interface RelatedOptions extends Filter, CopiesOptions, CallOptions {
  /** The most articles to give, from 0. Default: 10. */
  limit?: number | undefined;
  /** The number of articles to skip first, from 0. Default: 0. */
  offset?: number | undefined;
}

/** A filter, and how the words of the query match. */
export interface CountOptions extends Filter, CallOptions {
  /** `all` (default): every word must match; if no article has all, those with most of the query are counted. `strict`: every word must match. `any`: one is enough. */
  match?: "all" | "strict" | "any" | undefined;
  /** Match neither other forms nor near words. Default: false. */
  exact?: boolean | undefined;
}

/** A filter, how the words of the query match, and the unit of time. */
export interface TimelineOptions extends CountOptions, UniqueOptions {
  /** Default: the finest unit that does not make too many periods. */
  by?: TimeUnit | undefined;
}

/** A filter, how the words of the query match, and how much to count. */
export interface StatsOptions extends CountOptions, UniqueOptions {
  /** The most values of each field, and the most names, from 0. Default: 10. */
  limit?: number | undefined;
  /** Look for names in all articles instead of in a sample of 1,000. Default: false. */
  all?: boolean | undefined;
}

/** Something that could not be read; the rest went on. */
export interface Warning {
  /** The file, as the folder was given. */
  path: string;
  /** What happened, in words for a person: `is empty`. */
  message: string;
}

/** Names of fields in records, by what they mean: `{ text: "story", date: "when" }`. A dot leads into an object. */
export type FieldMap = Partial<Record<FieldRole, string>>;

export type FieldRole =
  | "id"
  | "title"
  | "text"
  | "date"
  | "time"
  | "dateline"
  | "place"
  | "agency"
  | "byline"
  | "language"
  | "subjects"
  | "url"
  | "version"
  | "status";

/** How files are read where they leave something open, or where the caller knows better. */
export interface ReadingOptions {
  /**
   * The names of fields in JSON and CSV records, by what they mean: `{ text: "story", date: "when" }`. A dot leads into
   * an object. Other fields are still found under their usual names.
   */
  map?: FieldMap | undefined;
  /** The encoding of every text file, such as `koi8-r`. Default: as each file declares or looks. */
  encoding?: string | undefined;
  /** The year of datelines that have none, unless the path has a date. Default: such articles have no date. */
  year?: number | undefined;
  /** Read text files of formats that azertac does not know as plain text. Default: false, with a warning for each. */
  unknownText?: boolean | undefined;
}
