/** Office files and books: XML files in a zip, found by name. */
import type { Context } from "../record.js";
import { parseXml, type XmlElement } from "../xml.js";
import { contentOf, entriesOf, type ZipEntry } from "./zip.js";

/** The members of a package. Their XML is parsed when asked for; a missing or damaged one is null. */
export class Package {
  private readonly entries = new Map<string, ZipEntry>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly context: Context,
  ) {
    for (const entry of entriesOf(bytes)) this.entries.set(entry.name, entry);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  bytesOf(name: string): Uint8Array | null {
    const entry = this.entries.get(name.replace(/^\//, ""));
    if (!entry) return null;
    try {
      const content = contentOf(this.bytes, entry, this.context.budget.room);
      this.context.budget.take(content.length);
      return content;
    } catch (error) {
      this.context.report(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  xml(name: string): XmlElement | null {
    const content = this.bytesOf(name);
    return content
      ? parseXml(
          Buffer.from(content)
            .toString("utf8")
            .replace(/^\ufeff/, ""),
        ).root
      : null;
  }
}
