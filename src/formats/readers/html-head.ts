/** What a page says about its article in JSON-LD (schema.org) and in its meta tags. */
import { isFields } from "../fields.js";
import { hasHtml, paragraphsOfHtml, plainText } from "../html-text.js";
import { attribute, descendants, first, rawText, textOf, type XmlElement } from "../xml.js";

export interface PageHead {
  title: string | undefined;
  /** Of the window, with the site's name often. */
  pageTitle: string | undefined;
  published: string | undefined;
  /** The last change, where nothing says when it was published. */
  modified: string | undefined;
  publisher: string | undefined;
  byline: string | undefined;
  language: string | undefined;
  url: string | undefined;
  description: string | undefined;
  subjects: string[];
  /** Paragraphs of `articleBody`. */
  body: string[] | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|NewsItem|Report|LiveBlogPosting)$/;
const MAX_DEPTH = 8;

/** The article among the objects of a page's JSON-LD, which may lie in arrays and in `@graph`. */
function articleIn(value: unknown, depth = 0): Fields | null {
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    for (const part of value.slice(0, 200)) {
      const found = articleIn(part, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isFields(value)) return null;
  const types = Array.isArray(value["@type"]) ? value["@type"] : [value["@type"]];
  if (types.some((type) => typeof type === "string" && ARTICLE.test(type))) return value;
  return articleIn(value["@graph"] ?? value.mainEntity ?? value.mainEntityOfPage, depth + 1);
}

function jsonLd(tree: XmlElement): Fields | null {
  for (const script of descendants(tree, "script")) {
    if (!/ld\+json/i.test(script.attributes.get("type") ?? "")) continue;
    const source = rawText(script).replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*;?\s*$/g,
      "",
    );
    try {
      // Line ends inside of strings are not JSON, but pages have them.
      const found = articleIn(JSON.parse(source.replace(/[\u0000-\u001f]+/g, " ")));
      if (found) return found;
    } catch {
      // The next one may be whole.
    }
  }
  return null;
}

function string(value: unknown): string | undefined {
  if (typeof value === "string") return plainText(value) || undefined;
  if (Array.isArray(value)) return string(value[0]);
  return isFields(value) ? string(value.name ?? value["@value"]) : undefined;
}

/** `"mainEntityOfPage": { "@id": "https://…" }`, or the address alone. */
function addressOf(value: unknown): string | undefined {
  const address = isFields(value) ? value["@id"] : value;
  return typeof address === "string" && /^https?:/.test(address) ? address : undefined;
}

/** Companies and sites name themselves as authors. */
const COMPANY = /\b(?:GmbH|AG|Inc|Ltd|LLC|S\.?A|SAS|Corp|Co KG|Media|Redaktion)\b\.?/;

/** `Example Online, Hamburg, Germany`: who publishes the page. */
const IMPRINT =
  /, \p{Lu}[\p{L} .-]{1,30}, (?:Germany|Deutschland|Austria|Österreich|Switzerland|Schweiz|France|Italy|Italia|Spain|España)$/u;

/** Every name, without addresses of profiles. */
function names(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values
    .map(string)
    .filter((name) => name !== undefined && name !== "" && !/^https?:/.test(name))
    .filter((name) => name !== undefined);
}

function bodyOf(value: unknown): string[] | undefined {
  if (typeof value !== "string" || value.trim() === "") return undefined;
  if (hasHtml(value)) return paragraphsOfHtml(value);
  const parts = value
    .split(/[\r\n]+/)
    .map(plainText)
    .filter((part) => part !== "");
  return parts.length > 0 ? parts : undefined;
}

export function headOf(tree: XmlElement): PageHead {
  const metas = new Map<string, string[]>();
  for (const meta of descendants(tree, "meta")) {
    const name = (
      attribute(meta, "property") ??
      attribute(meta, "name") ??
      attribute(meta, "itemprop") ??
      ""
    ).toLowerCase();
    const content = attribute(meta, "content");
    if (name !== "" && content !== undefined) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const meta = (...wanted: string[]): string | undefined => {
    // `property="article:published_time"` is read by its last part.
    for (const name of wanted) {
      const found = metas.get(name)?.find((value) => value.trim() !== "");
      if (found !== undefined) return plainText(found);
    }
    return undefined;
  };
  const article = jsonLd(tree);
  const canonical = [...descendants(tree, "link")].find(
    (link) => attribute(link, "rel")?.toLowerCase() === "canonical",
  );
  const pageTitle = textOf(first(tree, "title"));
  const publisher =
    string(article?.publisher) ?? meta("og:site_name", "application-name", "dc.publisher", "copyright");
  const isPerson = (name: string): boolean =>
    name !== publisher && !/^https?:/.test(name) && !COMPANY.test(name) && !IMPRINT.test(name);
  const personIn = (name: string | undefined): string | undefined =>
    name !== undefined && isPerson(name) ? name : undefined;
  const authors = article ? names(article.author).filter(isPerson) : [];
  const metaAuthors = (metas.get("article:author") ?? metas.get("author") ?? []).filter(isPerson);
  const html = first(tree, "html");
  return {
    title:
      string(article?.headline) ??
      meta("og:title", "twitter:title", "dc.title", "title", "headline") ??
      microdata(tree, "headline"),
    pageTitle,
    published:
      string(article?.datePublished) ??
      meta(
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "publishdate",
        "cxenseparse:recs:publishtime",
      ) ??
      string(article?.dateCreated) ??
      microdata(tree, "datepublished"),
    modified: string(article?.dateModified) ?? meta("article:modified_time", "last-modified"),
    publisher,
    byline:
      [...new Set(authors.length > 0 ? authors : metaAuthors.map(plainText))].join(", ") ||
      personIn(meta("byl", "dc.creator", "parsely-author", "sailthru.author")),
    language:
      string(article?.inLanguage) ??
      attribute(html, "lang") ??
      meta("og:locale", "language", "content-language", "dc.language"),
    url:
      attribute(canonical, "href") ??
      meta("og:url") ??
      string(article?.url) ??
      addressOf(article?.mainEntityOfPage),
    description: string(article?.description) ?? meta("og:description", "description"),
    subjects: subjectsOf(article, metas),
    body: bodyOf(article?.articleBody),
  };
}

/** `<span itemprop="datePublished" content="…">` and the like. */
function microdata(tree: XmlElement, name: string): string | undefined {
  const walk = (element: XmlElement): string | undefined => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.attributes.get("itemprop")?.toLowerCase() === name)
        return attribute(child, "content") ?? attribute(child, "datetime") ?? textOf(child);
      const found = walk(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(tree);
}

function subjectsOf(article: Fields | null, metas: ReadonlyMap<string, string[]>): string[] {
  const keywords = article?.keywords;
  const listed =
    typeof keywords === "string"
      ? keywords.split(/[,;]/)
      : Array.isArray(keywords)
        ? keywords.map(string)
        : [];
  const tags =
    metas.get("article:tag") ?? metas.get("news_keywords")?.flatMap((value) => value.split(",")) ?? [];
  const all = [...listed, ...tags]
    .filter((subject) => subject !== undefined && subject !== "")
    .filter((subject) => subject !== undefined);
  return [...new Set(all.map(plainText).filter((subject) => subject !== ""))].slice(0, 50);
}
