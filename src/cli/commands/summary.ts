/** `azertac summary`: the sentences that carry an article, or the best hits of a search together. */
import type { Archive, SearchSummary, Summary } from "../../index.js";
import { CallError } from "../call-error.js";
import { type EachOptions, printEach } from "../each.js";
import { complain, FOUND, NOTHING } from "../exit.js";
import { explainNothing } from "../nothing.js";
import { open } from "../open.js";
import { countOptionsOf, type FilterOptions, type MatchOptions, outputForm } from "../options.js";
import { print } from "../output.js";
import { page } from "../page.js";
import type { Mark } from "../render/marked.js";
import { safe } from "../render/safe.js";
import { terminal } from "../terminal.js";

type SummaryCall = EachOptions &
  FilterOptions &
  MatchOptions & {
    sentences?: number;
    words?: number;
    query?: string;
    search?: string;
  };

export async function summary(ids: readonly string[], options: SummaryCall): Promise<number> {
  const { sentences, words, query, search } = options;
  if (search !== undefined) {
    if (ids.length > 0) throw new CallError("either ids or --search can say what to summarise, not both");
    return summarizeSearch(search, options);
  }
  if (ids.length === 0)
    throw new CallError("missing required argument 'id', or --search for the hits of a search");
  refuseFilters(options);
  let made: Promise<Mark> | undefined;
  const marker = (archive: Archive, words: string): Promise<Mark> => (made ??= archive.marker(words));
  return printEach<Summary>(ids, options, {
    async get(archive, id) {
      const found = await archive.summarize(id, { sentences, words, query });
      if (found && query !== undefined) sayUnanswered(found, query, await marker(archive, query));
      return found;
    },
    paragraphs: ({ sentences }) => [joined(sentences)],
    columns: { sentences: ({ sentences }) => joined(sentences) },
    ...(query !== undefined && { marker: (archive: Archive) => marker(archive, query) }),
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
    complain(`no sentence of ${id} answers ${query}`);
}

const ONLY_WITH_SEARCH = ["since", "until", "place", "agency", "lang", "limit", "any", "exact"] as const;

/** Ids say which articles: throws CallError for what chooses among hits. */
function refuseFilters(options: SummaryCall): void {
  const given = ONLY_WITH_SEARCH.find((name) => options[name] !== undefined);
  if (given) throw new CallError(`--${given} goes with --search: ids say already what to summarise`);
}

async function summarizeSearch(query: string, options: SummaryCall): Promise<number> {
  const { archive, warn, close } = await open(options);
  try {
    const { sentences, words, query: question, limit } = options;
    const wanted = { ...countOptionsOf(options), sentences, words, query: question, limit };
    const found = await archive.summarizeSearch(query, wanted);
    warn();
    if (found.relaxed) complain("no article has all the words: these have most of them");
    await printFound(found, options);
    if (found.articles.length > 0) return FOUND;
    await explainNothing(archive, options, `nothing found for ${query}`);
    return NOTHING;
  } finally {
    await close();
  }
}

async function printFound(found: SearchSummary, options: SummaryCall): Promise<void> {
  const form = outputForm(options);
  if (form === "text") {
    const { sentenceLines } = await import("../render/sentences.js");
    await page(await sentenceLines(found, terminal(options), options.width), options);
  } else if (form === "csv") {
    const { csvTable } = await import("../render/csv.js");
    const articles = new Map(found.articles.map((article) => [article.id, article]));
    const rows = found.sentences.map(({ id, text }) => {
      const { date = null, place = null, title = null } = articles.get(id) ?? {};
      return { id, date, place, title, text };
    });
    print(csvTable(["id", "date", "place", "title", "text"], rows));
  } else if (form === "ids") {
    print([...new Set(found.sentences.map(({ id }) => id))].map((id) => `${safe(id)}\n`));
  } else {
    const { json, jsonLines } = await import("../render/json.js");
    print(form === "json" ? [json(found)] : jsonLines(found.sentences));
  }
}
