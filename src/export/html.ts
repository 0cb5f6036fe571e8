/** A page of HTML with all articles, for reading and printing. Nothing in it is run or loaded from elsewhere. */
import type { ExportArticle, Exporter } from "./article.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters are not allowed in HTML, not even as references. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "")
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

const isAddress = (url: string): boolean => /^https?:\/\//i.test(url);

function factsOf(article: ExportArticle): string {
  const facts = [article.place, article.agency, article.byline]
    .filter((fact) => fact)
    .map((fact) => escapeHtml(fact ?? ""));
  const time = article.time ?? article.date;
  if (time) facts.unshift(`<time datetime="${escapeHtml(time)}">${escapeHtml(article.date ?? time)}</time>`);
  if (article.status) facts.push(`<strong>${escapeHtml(article.status)}</strong>`);
  // Only addresses of the web become links: others may run something.
  if (article.url)
    facts.push(
      isAddress(article.url) ? `<a href="${escapeHtml(article.url)}">source</a>` : escapeHtml(article.url),
    );
  return facts.length === 0 ? "" : `<p class="facts">${facts.join(" · ")}</p>\n`;
}

const STYLE =
  "body{max-width:42em;margin:2em auto;padding:0 1em;font:1em/1.5 serif}article{margin-bottom:3em}.facts{color:#555;font-size:.9em}";

export const exporter: Exporter = {
  extension: "html",
  start: `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Articles</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`,
  article(article) {
    const language = article.language ? ` lang="${escapeHtml(article.language)}"` : "";
    const paragraphs = article.body.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("\n");
    return `<article id="${escapeHtml(article.id)}"${language} dir="auto">\n<h1>${escapeHtml(article.title)}</h1>\n${factsOf(article)}${paragraphs}\n</article>\n`;
  },
  between: "",
  end: "</body>\n</html>\n",
};
