/** JSON schemas of tools, made of the tables by which the library checks its options. */
import type { Rule, RuleTable } from "../../../api/arguments.js";

interface Property {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  anyOf?: Property[];
  items?: Property;
  minItems?: number;
  description?: string;
}

export interface InputSchema {
  [key: string]: unknown;
  type: "object";
  properties: Record<string, Property & Record<string, unknown>>;
  required: string[];
  additionalProperties: false;
}

/** What the options of the library are for, in a few words; an option that is not here is not offered. */
const MEANINGS: Readonly<Record<string, string>> = {
  since: "from this day on: 2025-04-22, 2025-04, 2025, today, 7d, 2w, 3m, 1y",
  until: "up to this day, in the same forms",
  place: "only from this place, or one of several",
  agency: "only of this news agency, or one of several",
  language: "only in this language (ISO 639-1), or one of several",
  sort: "the order; relevance unless there is no query",
  reverse: "in reverse order",
  match: "all: every word must match; any: one is enough",
  exact: "allow no other forms, spellings or typos",
  sentences: "how many sentences",
  words: "as many sentences as fit in this many words",
  query: "prefer sentences that answer this query",
  by: "the unit of time of each count",
  limit: "how many results at most",
};

/** The most results of one call. */
export const MOST = 50;

function propertyOf(rule: Rule): Property {
  if (typeof rule === "object") return { type: "string", enum: Object.keys(rule) };
  switch (rule) {
    case "boolean":
      return { type: "boolean" };
    case "from0":
    case "from1":
      return { type: "integer", minimum: rule === "from0" ? 0 : 1 };
    case "values":
      return { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }] };
    default:
      return { type: "string" };
  }
}

/** The schema of a tool that takes these options, and arguments of its own before them. */
export function schemaOf(
  own: Readonly<Record<string, string>>,
  required: string[],
  table: RuleTable,
): InputSchema {
  const properties: InputSchema["properties"] = {};
  for (const [name, description] of Object.entries(own)) properties[name] = { type: "string", description };
  for (const [name, rule] of Object.entries(table)) {
    const description = MEANINGS[name];
    if (description === undefined || Object.hasOwn(properties, name)) continue;
    const property = propertyOf(rule);
    if (name === "limit") Object.assign(property, { minimum: 1, maximum: MOST });
    properties[name] = { ...property, description };
  }
  return { type: "object", properties, required, additionalProperties: false };
}
