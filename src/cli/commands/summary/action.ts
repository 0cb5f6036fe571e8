/** `azertac summary`: the sentences that carry an article, or the best hits of a search together. */
import type { Archive, Article, SearchSummary, Summary } from "../../../index.js";
import type { Choice } from "../../config/choice.js";
import {
  countOptionsOf,
  type FilterOptions,
  hasChoice,
  hasDates,
  type MatchOptions,
  outputForm,
  type UniqueCall,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { FOUND, logError, NOTHING } from "../../io/errors.js";
import { inItsArchive, recalledHit } from "../../io/last-search.js";
import { explainNothing } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { print } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { refuseEmpty } from "../../main/mistakes.js";
import { ARTICLE_FIELDS, type Fields } from "../../render/fields.js";
import type { Mark } from "../../render/marked.js";
import { safe } from "../../render/safe.js";
import { type EachOptions, printEach } from "../show/print-articles.js";

export type SummaryCall = EachOptions &
  FilterOptions &
  MatchOptions &
  UniqueCall & {
    sentences?: number;
    words?: number;
    query?: string;
    search?: string;
  };

export async function summary(ids: readonly string[], options: SummaryCall): Promise<number> {
  const { sentences, words, query, search, last } = options;
  if (last !== undefined) {
    if (ids.length > 0 || search !== undefined)
      throw new CallError(`use ${ids.length > 0 ? "ids" : "--search"} or --last, not both`);
    const hit = recalledHit(last);
    if (!hit) return NOTHING;
    const { last: _, ...others } = options;
    return summary([hit.id], inItsArchive(others, hit));
  }
  if (search !== undefined) {
    if (ids.length > 0) throw new CallError("use ids or --search, not both");
    return summarizeSearch(search, options);
  }
  if (ids.length === 0)
    throw new CallError("give an id, --last for a hit of the last search, or --search <query>");
  refuseFilters(options);
  let made: Promise<Mark> | undefined;
  const highlighter = (archive: Archive, words: string): Promise<Mark> =>
    (made ??= archive.highlighter(words));
  return printEach<Summary>(ids, options, {
    async get(archive, id) {
      const found = await archive.summarize(id, { sentences, words, query });
      if (found && query !== undefined) sayUnanswered(found, query, await highlighter(archive, query));
      return found;
    },
    paragraphs: ({ sentences }) => [joined(sentences)],
    columns: { sentences: ({ sentences }) => joined(sentences) },
    ...(query !== undefined && { highlighter: (archive: Archive) => highlighter(archive, query) }),
  });
}

/** A paragraph of sentences. Behind the wide full stop of Chinese and Japanese there is no space. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, one) => text + (/(?:^|[。！？][”’」』）]?)$/.test(text) ? "" : " ") + one,
    "",
  );
}

/** A summary that no question has leaned looks as if it had. */
function sayUnanswered({ id, sentences }: Summary, query: string, mark: Mark): void {
  if (!sentences.some((sentence) => mark(sentence).length > 0))
    logError(`no sentence of ${id} answers ${query}`);
}

const ONLY_WITH_SEARCH = [
  "since",
  "until",
  "place",
  "agency",
  "lang",
  "limit",
  "any",
  "exact",
  "unique",
] as const;

/** Ids say which articles: throws CallError for what chooses among hits. */
function refuseFilters(options: SummaryCall): void {
  const given = ONLY_WITH_SEARCH.find((name) => options[name] !== undefined);
  if (given) throw new CallError(`--${given} only goes with --search`);
}

async function summarizeSearch(query: string, options: SummaryCall): Promise<number> {
  refuseEmpty(query);
  const choice = hasChoice(options)
    ? (await import("../../config/choice.js")).choiceOf(options, SENTENCE_FIELDS)
    : null;
  const { archive, warn, close } = await open(options);
  try {
    const { sentences, words, query: question, limit, unique } = options;
    const wanted = { ...countOptionsOf(options), sentences, words, query: question, limit, unique };
    const found = await archive.summarizeSearch(query, wanted);
    warn();
    if (hasDates(options)) await (await import("../../io/undated.js")).sayUndated(archive, query, options);
    if (found.relaxed) logError("no article has all the words; showing those with most of them");
    if (choice) await printChosen(found, options, choice);
    else await printFound(found, options);
    if (found.articles.length > 0) return FOUND;
    await explainNothing(archive, options, `nothing found for ${query}`);
    return NOTHING;
  } finally {
    await close();
  }
}

/** A sentence with what is known of its article. */
type Sentence = Article & { text: string };

const SENTENCE_FIELDS: Fields<Sentence> = { ...ARTICLE_FIELDS, text: ({ text }) => text };

/** The sentences by a template or in chosen columns. */
async function printChosen(
  { articles, sentences }: SearchSummary,
  options: SummaryCall,
  choice: Choice<Sentence>,
): Promise<void> {
  const known = new Map(articles.map((article) => [article.id, article]));
  const rows = sentences.flatMap(({ id, text }): Sentence[] => {
    const article = known.get(id);
    return article ? [{ ...article, text }] : [];
  });
  if (outputForm(options) === "text") {
    await page(await choice.lines(rows, terminal(options)), options);
  } else {
    const { csvRecords } = await import("../../render/csv.js");
    print(csvRecords(rows, choice.fields));
  }
}

async function printFound(found: SearchSummary, options: SummaryCall): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { sentenceLines } = await import("./view.js");
    await page(await sentenceLines(found, terminal(options), options.width), options);
  } else if (form === "csv") {
    const { csvTable } = await import("../../render/csv.js");
    const articles = new Map(found.articles.map((article) => [article.id, article]));
    const rows = found.sentences.map(({ id, text }) => {
      const { date = null, place = null, title = null } = articles.get(id) ?? {};
      return { id, date, place, title, text };
    });
    print(csvTable(["id", "date", "place", "title", "text"], rows));
  } else if (form === "ids") {
    print([...new Set(found.sentences.map(({ id }) => id))].map((id) => `${safe(id)}\n`));
  } else {
    const { json, jsonLines } = await import("../../render/json.js");
    print(form === "json" ? [json(found)] : jsonLines(found.sentences));
  }
}
