/** Markdown (CommonMark) with the fields in YAML front matter. */
import { type ExportArticle, type Exporter, oneLine } from "./article.js";

/** A JSON string is a YAML string. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Characters that mark something anywhere in a line, and those that do at its beginning. */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, "\\$&")
    .replace(/^(?:[#+=-]|(\d{1,9})(?=[.)]))/, (start, digits: string | undefined) =>
      digits === undefined ? `\\${start}` : digits,
    )
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** A number sign at the end of a heading closes it. */
const escapeHeading = (text: string): string => escapeMarkdown(text).replace(/#(?=#*$)/g, "\\#");

function frontMatter(article: ExportArticle): string {
  const lines: string[] = [];
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== "") lines.push(`${name}: ${quoted(value)}`);
  };
  put("id", article.id);
  put("title", article.titleFrom === "headline" ? article.title : null);
  put("date", article.date);
  put("time", article.time);
  put("dateline", article.dateline);
  put("place", article.place);
  put("agency", article.agency);
  put("byline", article.byline);
  put("language", article.language);
  if (article.subjects?.length) lines.push(`subjects: [${article.subjects.map(quoted).join(", ")}]`);
  put("url", article.url);
  put("version", article.version);
  put("status", article.status);
  return `---\n${lines.join("\n")}\n---\n`;
}

export const exporter: Exporter = {
  extension: "md",
  start: "",
  article(article) {
    const title = article.titleFrom === "headline" ? `# ${escapeHeading(article.title)}\n\n` : "";
    return `${frontMatter(article)}\n${title}${article.body.map(escapeMarkdown).join("\n\n")}\n`;
  },
  between: "\n",
  end: "",
};
