/** Which module writes which format; each is loaded when it is asked for. */
import type { Exporter, ExportFormat } from "./article.js";

const EXPORTERS: Readonly<Record<ExportFormat, () => Promise<{ exporter: Exporter }>>> = {
  jsonl: () => import("./jsonl.js"),
  ninjs: () => import("./ninjs.js"),
  markdown: () => import("./markdown.js"),
  ris: () => import("./ris.js"),
  bibtex: () => import("./bibtex.js"),
  "csl-json": () => import("./csl-json.js"),
  csv: () => import("./csv.js"),
  html: () => import("./html.js"),
};

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(EXPORTERS, name);

export async function loadExporter(format: ExportFormat): Promise<Exporter> {
  return (await EXPORTERS[format]()).exporter;
}
