/** `azertac browse`: hits change with every key that is typed, with a preview beside them. */
import { Finder } from "../../browse/finder.js";
import type { Look } from "../../browse/frame.js";
import { ORDERS, type Order } from "../../browse/model.js";
import { readArticle } from "../../browse/reader.js";
import { type Doings, Session } from "../../browse/session.js";
import { openTty } from "../../browse/tty.js";
import {
  type ArchiveOptions,
  countOptionsOf,
  type FilterOptions,
  filterOf,
  type MatchOptions,
} from "../../config/options.js";
import { CallError } from "../../io/call-error.js";
import { speaksUtf8 } from "../../io/environment.js";
import { FOUND, NOTHING } from "../../io/errors.js";
import { open } from "../../io/open.js";
import { isTerminal, print, STDOUT } from "../../io/output.js";
import { terminal } from "../../io/terminal.js";
import { safe } from "../../render/safe.js";
import { themeFor } from "../../render/theme.js";
import { measureFor } from "../../render/width.js";

export type BrowseCall = ArchiveOptions & FilterOptions & MatchOptions & { ids?: true };

export async function browse(words: readonly string[], options: BrowseCall): Promise<number> {
  const chooses = options.ids === true || !isTerminal(STDOUT);
  const tty = openTty();
  if (!tty || process.env.TERM === "dumb") {
    tty?.close();
    throw new CallError(
      tty ? "browse can't draw on this terminal (TERM=dumb)" : "browse needs a terminal to draw on",
    );
  }
  const opened = await open(options).catch((error: unknown) => {
    tty.close();
    throw error;
  });
  try {
    // A date that is none is said before anything is drawn.
    await opened.archive.list({ ...filterOf(options), limit: 1 });
    opened.silence();
    const finder = new Finder(opened.archive, countOptionsOf(options));
    const doings: Doings = {
      read: chooses ? null : (article, mark) => readArticle(article, mark, options),
      async edit(article, mark) {
        const { edit } = await import("../../io/editor.js");
        await edit({ articles: [article], mark }, true);
      },
      async reload() {
        await opened.archive.refresh();
        finder.forget();
      },
    };
    const start = { query: words.join(" "), order: orderOf(options) };
    const ids = await new Session(tty, finder, await lookFor(options), doings, start).run();
    print(ids.map((id) => `${safe(id)}\n`));
    return chooses && ids.length === 0 ? NOTHING : FOUND;
  } finally {
    opened.warn();
    await opened.close();
  }
}

/** The order that the options ask for, which need not be one of those that a key goes through. */
function orderOf({ sort = "relevance", reverse: reversed }: FilterOptions): Order {
  const reverse = reversed === true;
  const known = ORDERS.find((order) => order.sort === sort && order.reverse === reverse);
  return known ?? { name: `${sort}, reversed`, sort, reverse };
}

/** Characters that are wider than one column or have none are met sooner or later. */
const WIDE = "\u4e2d";

async function lookFor(options: BrowseCall): Promise<Look> {
  const utf8 = speaksUtf8(process.env);
  return {
    theme: await themeFor(terminal(options, true).color),
    measure: await measureFor([WIDE]),
    vertical: utf8 ? "│" : "|",
    horizontal: utf8 ? "─" : "-",
    filters: filtersText(options),
  };
}

/** `place Baku · since 2024`. */
function filtersText(options: BrowseCall): string {
  return Object.entries(filterOf(options))
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${safe([value].flat().join(" or "))}`))
    .join(" · ");
}
