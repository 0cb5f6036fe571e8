/** What `--format` and `--columns` ask for. */
import type { Article } from "../../index.js";
import type { Terminal } from "../io/terminal.js";
import { chosenFields, type Fields } from "../render/fields.js";
import { tableLines } from "../render/table.js";
import { parseTemplate, templateLines } from "../render/template.js";
import type { ChoiceOptions } from "./options.js";

export interface Choice<A extends Article> {
  /** What a person reads, each line with its line end. */
  lines(articles: readonly A[], terminal: Terminal): Promise<Iterable<string>>;
  /** The columns of CSV. */
  fields: Fields<A>;
}

/** Null if neither is asked for. Throws CallError for a template that can't be read or a name that is none. */
export function choiceOf<A extends Article>(
  { format, columns }: ChoiceOptions,
  fields: Fields<A>,
): Choice<A> | null {
  if (format !== undefined) {
    const template = parseTemplate(format, fields);
    return { lines: (articles) => templateLines(template, articles), fields };
  }
  if (columns === undefined) return null;
  const names = columns.split(",").map((name) => name.trim());
  const chosen = chosenFields(names, fields);
  return { lines: (articles, terminal) => tableLines(articles, chosen, terminal), fields: chosen };
}
