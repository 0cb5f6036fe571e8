/** RIS, which Zotero, EndNote, Mendeley and JabRef import: a record of type NEWS a article, its text in N1. */
import { authorsOf, type Exporter, oneLine } from "./article.js";

export const exporter: Exporter = {
  extension: "ris",
  start: "",
  article(article) {
    const lines = ["TY  - NEWS"];
    const put = (tag: string, value: string | null | undefined): void => {
      const text = oneLine(value ?? "");
      if (text !== "") lines.push(`${tag}  - ${text}`);
    };
    put("ID", article.id);
    put("TI", article.title);
    for (const author of authorsOf(article.byline)) put("AU", author);
    // The publication's name; importers read it from different tags.
    put("T2", article.agency);
    put("PB", article.agency);
    put("CY", article.place);
    if (article.date !== null) {
      put("PY", article.date.slice(0, 4));
      put("DA", article.date.replaceAll("-", "/"));
    }
    put("LA", article.language);
    put("UR", article.url);
    put("ET", article.version);
    for (const subject of article.subjects ?? []) put("KW", subject);
    put("AB", article.body[0]);
    for (const paragraph of article.body) put("N1", paragraph);
    return `${lines.join("\r\n")}\r\nER  - \r\n`;
  },
  between: "\r\n",
  end: "",
};
