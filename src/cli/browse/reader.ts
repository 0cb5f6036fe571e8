/** Shows an article to be read, between two screens of the browser. */
import type { FullArticle } from "../../index.js";
import { pagerOf } from "../io/environment.js";
import { print } from "../io/output.js";
import { terminal, type ViewOptions } from "../io/terminal.js";
import { articleText } from "../render/article.js";
import type { Mark } from "../render/marked.js";

/**
 * Options of less that win over the person's own: not to end where all fits the screen, since the browser would be
 * back before anything was read. `-+` sets an option back.
 */
const STAY = "-+F -+E -+e";

/** Who reads takes longer, in milliseconds: another pager that ends sooner has only printed. */
const UNREAD = 300;

/** Through the person's pager, else printed. False if nobody can have read it yet. Throws OutputError. */
export async function readArticle(article: FullArticle, mark: Mark, options: ViewOptions): Promise<boolean> {
  const text = await articleText(article, article.body, terminal(options), { mark });
  const set = typeof options.pager === "string" ? options.pager : undefined;
  const pager = options.pager === false ? null : pagerOf(process.env, set);
  if (pager === null) {
    print([text, "\n"]);
    return false;
  }
  const { isLess, throughPager } = await import("../io/pager.js");
  const less = `${process.env.LESS ?? "-R"} ${STAY}`;
  const started = performance.now();
  const keepLinks = options.hyperlinks === "always";
  const ran = await throughPager(pager, [text, "\n"], [][Symbol.iterator](), keepLinks, { LESS: less });
  return ran && (isLess(pager) || performance.now() - started > UNREAD);
}
