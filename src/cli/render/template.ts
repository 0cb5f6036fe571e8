/**
 * Lines by a template: `{date} {title:40}\n`. `{key}` is a value, in `{key:40}` cut or filled up to 40 columns, in
 * `{key:>40}` from the left; `\n`, `\t`, `\0`, `\\`, `\{` and `\}` are what they are elsewhere.
 */
import type { Article } from "../../index.js";
import { CallError } from "../io/call-error.js";
import { type Fields, fieldOf } from "./fields.js";
import { safe } from "./safe.js";
import { cut, measureFor, pad } from "./width.js";

interface Value<A extends Article> {
  of: Fields<A>[string];
  /** Columns; undefined for as many as it has. */
  width: number | undefined;
  right: boolean;
}

/** Text that stands as it is, and values. */
export type Template<A extends Article> = readonly (string | Value<A>)[];

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  "0": "\0",
  "\\": "\\",
  "{": "{",
  "}": "}",
};

const TOKEN = /\\(.?)|\{([^{}]*)\}|(\{)|[^\\{]+/gs;
const VALUE = /^([^:]*)(?::(>?)([1-9]\d{0,3}))?$/s;

/** Throws CallError if the template can't be read. A line end is added if it has none, nor a `\0`, at its end. */
export function parseTemplate<A extends Article>(text: string, fields: Fields<A>): Template<A> {
  const parts: (string | Value<A>)[] = [];
  for (const [token, escaped, value, brace] of text.matchAll(TOKEN)) {
    if (brace !== undefined)
      throw new CallError('the template has a "{" without its "}" (\\{ is the brace itself)');
    if (value !== undefined) parts.push(parseValue(value, fields));
    else if (escaped === undefined) parts.push(token);
    else {
      const meant = ESCAPES[escaped];
      if (meant === undefined)
        throw new CallError(`the template has "${token}": \\\\ is the backslash itself`);
      parts.push(meant);
    }
  }
  const last = parts.at(-1);
  return typeof last === "string" && /[\n\0]$/.test(last) ? parts : [...parts, "\n"];
}

function parseValue<A extends Article>(text: string, fields: Fields<A>): Value<A> {
  const [, name, right, width] = VALUE.exec(text) ?? [];
  if (name === undefined)
    throw new CallError(`the template has "{${text}}": a width is a number from 1 to 9999, as in {title:40}`);
  const of = fieldOf(name.trim(), fields);
  return { of, width: width === undefined ? undefined : Number(width), right: right === ">" };
}

/** What the template makes of each article. Unknown values are empty. */
export async function templateLines<A extends Article>(
  template: Template<A>,
  articles: readonly A[],
): Promise<Iterable<string>> {
  const textOf = (article: A, { of }: Value<A>): string => safe(String(of(article) ?? ""));
  const sized = template.flatMap((part) =>
    typeof part === "string" || part.width === undefined ? [] : [part],
  );
  const measure = await measureFor(
    (function* () {
      for (const article of articles) for (const part of sized) yield textOf(article, part);
    })(),
  );
  const shown = (article: A, value: Value<A>): string => {
    const text = textOf(article, value);
    if (value.width === undefined) return text;
    const fitted = cut(text, value.width, measure);
    return value.right
      ? pad("", value.width - measure(fitted), measure) + fitted
      : pad(fitted, value.width, measure);
  };
  return (function* () {
    for (const article of articles) {
      yield template.map((part) => (typeof part === "string" ? part : shown(article, part))).join("");
    }
  })();
}
