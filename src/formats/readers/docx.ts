/** Word documents (ECMA-376): the paragraphs of the main part. An export of Nexis in a document is read as one. */
import { Package } from "../containers/package.js";
import { squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";
import { attribute, childrenOf, descendants, elementsOf, first, textOf, type XmlElement } from "../xml.js";
import { isLexisNexis, lexisNexisRecords } from "./lexisnexis.js";

interface Paragraph {
  style: string;
  text: string;
}

/** The text of a paragraph's runs; deleted text and instructions of fields are not shown and not read. */
function runsOf(paragraph: XmlElement): string {
  let text = "";
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === "t") text += child.children.filter((part) => typeof part === "string").join("");
      else if (child.name === "tab") text += "\t";
      else if (child.name === "br" || child.name === "cr") text += "\n";
      else if (child.name === "nobreakhyphen") text += "-";
      else if (!/^(?:del|instrtext|deltext|ppr|rpr|pict|drawing|txbxcontent|fallback|p)$/.test(child.name))
        walk(child);
    }
  };
  walk(paragraph);
  return text;
}

export function* records(bytes: Uint8Array, context: Context): Generator<SourceRecord> {
  const document = new Package(bytes, context);
  const main = document.xml("word/document.xml");
  if (!main) {
    context.report("has no text in it");
    return;
  }
  const paragraphs: Paragraph[] = [];
  for (const element of descendants(main, "p"))
    paragraphs.push({ style: attribute(first(element, "pstyle"), "val") ?? "", text: runsOf(element) });
  const lines = paragraphs.flatMap(({ text }) => text.split("\n"));
  if (isLexisNexis(lines.join("\n"))) {
    yield* lexisNexisRecords(lines.join("\n"), context);
    return;
  }
  const texts = paragraphs
    .map(({ style, text }) => ({ style, text: squeeze(text) }))
    .filter(({ text }) => text !== "");
  const core = document.xml("docProps/core.xml");
  const titled = texts.findIndex(({ style }) =>
    /^(?:title|titre|titel|heading1|heading 1|überschrift1)$/i.test(style),
  );
  // A heading further down is a part of the text.
  const hasTitle = titled >= 0 && titled < 3;
  const title = hasTitle ? texts[titled]?.text : undefined;
  const body = texts.filter((_, i) => !hasTitle || i !== titled).map(({ text }) => text);
  if (body.length === 0 && title === undefined) {
    context.report("has no text in it");
    return;
  }
  const properties = first(core ?? undefined, "coreproperties");
  const creator = textOf(childrenOf(properties, "creator")[0]);
  yield {
    title,
    text: body.join("\n\n"),
    language: textOf(childrenOf(properties, "language")[0]),
    extra: creator === undefined ? undefined : { creator },
    position: 1,
  };
}
