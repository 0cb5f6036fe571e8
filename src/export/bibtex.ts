/** BibTeX, for biber and classic BibTeX alike: an `article` each, its agency as the journal. */
import { authorsOf, type Exporter, oneLine } from "./article.js";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text as LaTeX sets it. Each brace is escaped and has its pair, so that no value ends early. */
export const escapeLatex = (text: string): string =>
  oneLine(text).replace(/[\\{}$&#_%~^]/g, (char) => SPECIAL[char] ?? char);

/** Braces are counted even when they are escaped: a value with unpaired ones writes them as commands. */
function value(text: string): string {
  const opened = (text.match(/\{/g) ?? []).length;
  const closed = (text.match(/\}/g) ?? []).length;
  const escaped = escapeLatex(text);
  if (opened === closed && !/\}[^{]*\{/.test(text)) return escaped;
  return escaped.replaceAll("\\{", "\\textbraceleft ").replaceAll("\\}", "\\textbraceright ");
}

/**
 * Letters, digits, hyphens and colons: everything else means something in some program. Where the id had more, a number
 * made of it keeps the keys of two ids apart: of two entries with one key, programs take one.
 */
function keyOf(id: string): string {
  const key = id
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9:.-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (key === id) return key;
  const hash = [...id].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 7);
  return `${key || "article"}-${hash.toString(36)}`;
}

/** An address is not escaped but for what would end the value: `url` fields are verbatim. */
const address = (url: string): string =>
  oneLine(url).replace(/[{}\\ ]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export const exporter: Exporter = {
  extension: "bib",
  start: "",
  article(article) {
    const fields: string[] = [];
    const put = (name: string, text: string | null | undefined): void => {
      if (text) fields.push(`  ${name} = {${text}}`);
    };
    // Double braces keep capitals as they are.
    put("title", `{${value(article.title)}}`);
    const authors = authorsOf(article.byline).map((name) => `{${value(name)}}`);
    put("author", authors.join(" and "));
    put("journal", article.agency && value(article.agency));
    put("date", article.date);
    put("year", article.date?.slice(0, 4));
    put("month", article.date && String(Number(article.date.slice(5, 7))));
    put("day", article.date && String(Number(article.date.slice(8, 10))));
    put("address", article.place && value(article.place));
    put("url", article.url && address(article.url));
    put("language", article.language && value(article.language));
    put("keywords", article.subjects?.map(value).join(", "));
    put("version", article.version && value(article.version));
    put("abstract", article.body[0] && value(article.body[0]));
    put("annotation", article.body.map(value).join("\\par "));
    return `@article{${keyOf(article.id)},\n${fields.join(",\n")}\n}\n`;
  },
  between: "\n",
  end: "",
};
