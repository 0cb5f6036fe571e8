/** The values of articles and hits that CSV, tables and templates are made of, under the keys of the JSON. */
import type { Article, Hit, Related } from "../../index.js";
import { CallError } from "../io/call-error.js";

export type Fields<A extends Article> = Readonly<Record<string, (article: A) => string | number | null>>;

export const ARTICLE_FIELDS: Fields<Article> = {
  id: ({ id }) => id,
  path: ({ path }) => path,
  date: ({ date }) => date,
  place: ({ place }) => place,
  agency: ({ agency }) => agency,
  language: ({ language }) => language,
  title: ({ title }) => title,
  titleFrom: ({ titleFrom }) => titleFrom,
  words: ({ words }) => words,
  paragraphs: ({ paragraphs }) => paragraphs,
};

/** Fields that few archives have: not in CSV unless they are asked for. */
export const FURTHER_FIELDS: Fields<Article> = {
  type: ({ type }) => type,
  time: ({ time }) => time,
  dateline: ({ dateline }) => dateline,
  byline: ({ byline }) => byline,
  subjects: ({ subjects }) => subjects.join("; "),
  url: ({ url }) => url,
  version: ({ version }) => version,
  status: ({ status }) => status,
};

/** `snippet`, the first of them, is what CSV has by itself. */
export const HIT_FIELDS = {
  ...ARTICLE_FIELDS,
  score: ({ score }) => score,
  matched: ({ matched }) => matched.map(({ word }) => word).join(", "),
  snippets: ({ snippets }) => snippets.map(({ text }) => text).join(" "),
  snippet: ({ snippets }) => snippets[0]?.text ?? null,
} satisfies Fields<Hit>;

/** What a related article has besides. */
export const RELATED_FIELDS: Fields<Related> = {
  score: ({ score }) => score,
  ties: ({ ties }) => ties.join(" "),
};

/** Other names under which people look for a field: those of options and queries. */
const ALIASES: ReadonlyMap<string, string> = new Map([["lang", "language"]]);

/** Some of the fields, in the order of their names. Throws CallError for a name that is none. */
export function chosenFields<A extends Article>(names: readonly string[], fields: Fields<A>): Fields<A> {
  return Object.fromEntries(names.map((name) => [ALIASES.get(name) ?? name, fieldOf(name, fields)]));
}

/** Throws CallError if there is no such field. */
export function fieldOf<A extends Article>(name: string, fields: Fields<A>): Fields<A>[string] {
  const key = ALIASES.get(name) ?? name;
  const all: Fields<A> = { ...fields, ...FURTHER_FIELDS };
  const field = Object.hasOwn(all, key) ? all[key] : undefined;
  if (field) return field;
  const known = Object.keys(all);
  throw new CallError(`there is no key "${name}": the keys are ${known.join(", ")}`, { typed: name, known });
}
