/** ninjs 3.0 (IPTC): an array of news items. What the standard has no name for is left out. */
import type { ExportArticle, Exporter } from "./article.js";

/** ninjs has times with an offset only: what has none, or is a day alone, is given at midnight UTC. */
function versionCreated(article: ExportArticle): string | undefined {
  const { time, date } = article;
  if (time && /(?:Z|[+-]\d\d:\d\d)$/.test(time)) return time;
  return date === null ? undefined : `${date}T00:00:00Z`;
}

/** `usable` is what an item is unless it is withdrawn or held back. */
const pubStatus = (status: ExportArticle["status"]): string =>
  status === "withdrawn" ? "canceled" : status === "embargoed" ? "withheld" : "usable";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === "&" ? "&amp;" : char === "<" ? "&lt;" : "&gt;"));

/** An id that is an address or a name of its own stays; others are given a scheme. */
const uriOf = (id: string): string =>
  /^[a-z][a-z0-9+.-]*:[!#-;=?-[\]_a-z~]+$/i.test(id) ? id : `urn:azertac:${encodeURIComponent(id)}`;

export function ninjsOf(article: ExportArticle): Record<string, unknown> {
  const item: Record<string, unknown> = {
    uri: uriOf(article.id),
    standard: {
      name: "ninjs",
      version: "3.0",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
    },
    type: "text",
    pubStatus: pubStatus(article.status),
  };
  const put = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined && value !== "") item[name] = value;
  };
  put("versionCreated", versionCreated(article));
  put("version", article.version);
  put("language", article.language);
  put("by", article.byline);
  put("located", article.place);
  put("infoSources", article.agency === null ? undefined : [{ name: article.agency }]);
  put("subjects", article.subjects?.length ? article.subjects.map((name) => ({ name })) : undefined);
  if (article.titleFrom === "headline") item.headlines = [{ role: "main", value: article.title }];
  item.bodies = [
    {
      role: "main",
      contentType: "text/html",
      value: article.body.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join(""),
    },
  ];
  const { url } = article;
  if (url && url !== item.uri) item.altIds = [{ role: "url", value: url }];
  return item;
}

export const exporter: Exporter = {
  extension: "json",
  start: "[\n",
  article: (article) => JSON.stringify(ninjsOf(article), null, 2),
  between: ",\n",
  end: "\n]\n",
};
