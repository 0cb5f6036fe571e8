/** Reads a file to its end. */
import { type ReadOptions, readSource, type SourceArticle } from "../../src/formats/read.js";

export async function readAll(
  bytes: Uint8Array | string,
  name: string,
  options: Partial<ReadOptions> = {},
): Promise<{ found: SourceArticle[]; reported: string[] }> {
  const reported: string[] = [];
  const found: SourceArticle[] = [];
  const report = (message: string): void => void reported.push(message);
  for await (const article of readSource(Buffer.from(bytes), name, { report, ...options }))
    found.push(article);
  return { found, reported };
}
