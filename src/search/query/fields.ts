/** The fields of the query language: one table for the parser, completion, the help and the manual. */

/** Where in an article words are looked for. */
export type Scope = "any" | "title" | "lead" | "hlead" | "body";

/** What the value of a field is. */
export type FieldKind =
  /** Words in a part of the text. */
  | { type: "text"; scope: Scope }
  /** A name that many articles share. */
  | { type: "value"; column: "place" | "agency" | "language" | "type" }
  | { type: "id" }
  /** A day, or a range of days; from a day on; up to a day. */
  | { type: "date"; bound: "both" | "from" | "to" | "before" }
  /** A number of words. */
  | { type: "length" }
  /** Words in a field of the article that is no text. */
  | { type: "record"; key: string }
  /** Whether the article has a field. */
  | { type: "has" };

export interface QueryField {
  name: string;
  aliases: readonly string[];
  kind: FieldKind;
  /** What it finds, for people: `place:Baku` finds articles "from a place". */
  help: string;
}

export const QUERY_FIELDS: readonly QueryField[] = [
  {
    name: "title",
    aliases: ["headline", "hl", "ti"],
    kind: { type: "text", scope: "title" },
    help: "words of the title",
  },
  {
    name: "lead",
    aliases: ["lp"],
    kind: { type: "text", scope: "lead" },
    help: "words of the first paragraph",
  },
  {
    name: "hlead",
    aliases: ["hlp"],
    kind: { type: "text", scope: "hlead" },
    help: "words of the title or the first paragraph",
  },
  {
    name: "body",
    aliases: ["text"],
    kind: { type: "text", scope: "body" },
    help: "words after the first paragraph",
  },
  {
    name: "place",
    aliases: ["dateline", "city"],
    kind: { type: "value", column: "place" },
    help: "from a place",
  },
  {
    name: "agency",
    aliases: ["source", "provider", "publisher"],
    kind: { type: "value", column: "agency" },
    help: "of an agency",
  },
  {
    name: "lang",
    aliases: ["language", "la"],
    kind: { type: "value", column: "language" },
    help: "in a language",
  },
  { name: "type", aliases: ["filetype"], kind: { type: "value", column: "type" }, help: "of a file type" },
  {
    name: "byline",
    aliases: ["by", "author", "authors", "au", "reporter", "writer"],
    kind: { type: "record", key: "byline" },
    help: "by a correspondent",
  },
  {
    name: "subject",
    aliases: [
      "subjects",
      "topic",
      "topics",
      "tag",
      "tags",
      "category",
      "categories",
      "section",
      "keyword",
      "keywords",
    ],
    kind: { type: "record", key: "subjects" },
    help: "on a subject",
  },
  { name: "url", aliases: ["link"], kind: { type: "record", key: "url" }, help: "from a web address" },
  {
    name: "status",
    aliases: [],
    kind: { type: "record", key: "status" },
    help: "corrected, withdrawn or embargoed",
  },
  { name: "id", aliases: [], kind: { type: "id" }, help: "the article with an id" },
  { name: "date", aliases: ["pd"], kind: { type: "date", bound: "both" }, help: "of a day, or from..to" },
  { name: "since", aliases: ["after", "from"], kind: { type: "date", bound: "from" }, help: "from a day on" },
  { name: "until", aliases: ["to"], kind: { type: "date", bound: "to" }, help: "up to a day" },
  { name: "before", aliases: [], kind: { type: "date", bound: "before" }, help: "before a day" },
  {
    name: "words",
    aliases: ["length", "wc"],
    kind: { type: "length" },
    help: "with more or fewer words: >300",
  },
  { name: "has", aliases: [], kind: { type: "has" }, help: "that have a field, such as byline" },
];

const byName = new Map<string, QueryField>();

/** The field of a name or an alias, in any letter case. */
export function fieldNamed(typed: string): QueryField | undefined {
  if (byName.size === 0)
    for (const field of QUERY_FIELDS)
      for (const name of [field.name, ...field.aliases]) byName.set(name, field);
  return byName.get(typed.toLowerCase());
}

/** Addresses begin so, and are words. */
export const SCHEMES: ReadonlySet<string> = new Set([
  "http",
  "https",
  "ftp",
  "file",
  "mailto",
  "tel",
  "urn",
  "doi",
]);
