/** PDF with a text layer: the whole document is one article. Scanned pages have no text and are reported. */
import { getDocumentProxy, getMeta } from "unpdf";
import { squeeze } from "../html-text.js";
import type { Context, SourceRecord } from "../record.js";

const MOST_PAGES = 2000;

interface TextItem {
  str: string;
  hasEOL: boolean;
  /** The last two numbers are the place on the page, in points. */
  transform: readonly number[];
  height: number;
}

const isTextItem = (item: object): item is TextItem => "str" in item && "transform" in item;

/** Lines of a page; a gap of more than a line and a half divides paragraphs. */
function pageText(items: readonly object[]): string {
  const lines: string[] = [];
  let line = "";
  let lastY: number | null = null;
  let lineHeight = 0;
  const end = (): void => {
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
  };
  for (const item of items) {
    if (!isTextItem(item)) continue;
    const y = item.transform[5] ?? 0;
    if (item.str.trim() !== "") {
      if (lastY !== null && Math.abs(lastY - y) > Math.max(lineHeight, item.height) * 0.6) {
        end();
        if (Math.abs(lastY - y) > Math.max(lineHeight, item.height) * 1.6) lines.push("");
      }
      lastY = y;
      lineHeight = item.height || lineHeight;
    }
    line += item.str;
    if (item.hasEOL) end();
  }
  end();
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}

export async function* records(bytes: Uint8Array, context: Context): AsyncGenerator<SourceRecord> {
  // pdf.js takes the buffer it is given for its own. Scripts and forms in the file are not run.
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  try {
    const pages: string[] = [];
    const count = Math.min(document.numPages, MOST_PAGES);
    if (document.numPages > MOST_PAGES)
      context.report(`has ${document.numPages} pages; read up to page ${MOST_PAGES}`);
    for (let number = 1; number <= count; number++) {
      context.budget.checkTime();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pageText(items));
    }
    const text = pages.filter((page) => page !== "").join("\n\n");
    if (text.trim() === "") {
      context.report("is a PDF without text: its pages are pictures");
      return;
    }
    const { info } = await getMeta(document);
    const string = (value: unknown): string | undefined =>
      typeof value === "string" ? squeeze(value) || undefined : undefined;
    const title = string(info.Title);
    // Programs write the name of the file, or their own, where the title belongs.
    const named =
      title !== undefined &&
      !/\.(?:docx?|pdf|indd|qxd|tex|dvi|txt)$|^(?:untitled|microsoft word)/i.test(title);
    yield {
      title: named ? title : undefined,
      text,
      extra: string(info.Author) === undefined ? undefined : { author: string(info.Author) },
      position: 1,
    };
  } finally {
    await document.destroy();
  }
}
