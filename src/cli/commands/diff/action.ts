/** `azertac diff`: what changed between two versions of an article. */
import type { Archive, Difference } from "../../../index.js";
import { type ArchiveOptions, type OutputOptions, outputForm } from "../../config/options.js";
import { FOUND, logError, NOTHING } from "../../io/errors.js";
import { noArticles } from "../../io/no-results.js";
import { open } from "../../io/open.js";
import { print } from "../../io/output.js";
import { page } from "../../io/page.js";
import { terminal } from "../../io/terminal.js";
import { idLike } from "../show/id-like.js";
import { offer } from "../show/print-articles.js";

export type DiffCall = ArchiveOptions & OutputOptions & { width?: number };

export async function diff(typed: string, other: string | undefined, options: DiffCall): Promise<number> {
  const { archive, warn, close } = await open(options);
  try {
    const ids: string[] = [];
    for (const one of other === undefined ? [typed] : [typed, other]) {
      const id = await idOf(archive, one);
      if (id === null) {
        warn();
        if (archive.size === 0) logError(noArticles(options));
        else await offer(archive, one);
        return NOTHING;
      }
      ids.push(id);
    }
    const [id = "", second] = ids;
    const found = await archive.diff(id, second);
    warn();
    if (!found) {
      logError(`there is no other version of ${id}; give a second id to compare it with`);
      return NOTHING;
    }
    return await printDifference(found, options);
  } finally {
    await close();
  }
}

/** The full id of what is typed for one. */
async function idOf(archive: Archive, typed: string): Promise<string | null> {
  return (await archive.get(typed))?.id ?? idLike(archive, typed);
}

async function printDifference(found: Difference, options: DiffCall): Promise<number> {
  if (outputForm(options) === "json") {
    const { json } = await import("../../render/json.js");
    print([json(found)]);
    return FOUND;
  }
  const isSame = found.paragraphs.every((parts) => parts.every(({ type }) => type === "same"));
  const { differenceLines } = await import("./view.js");
  await page([await differenceLines(found, terminal(options), options.width)], options);
  if (isSame) logError(`the texts of ${found.from.id} and ${found.to.id} are the same`);
  return FOUND;
}
