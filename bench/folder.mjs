// How long do searches take in a folder of files with a stored index, and right after a file was added?
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { azertac, compare } from "./measure.mjs";
import { searches, stored } from "./questions.mjs";

const ADDED = "azertac-bench-added-";

/** The last folder within, or the folder itself. */
function lastFolder(path) {
  const folders = readdirSync(path, { withFileTypes: true }).filter((one) => one.isDirectory());
  return join(
    path,
    folders
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? "",
  );
}

export default async function folder({ corpus, rounds, env }) {
  const path = corpus.folder();
  const grows = lastFolder(path);
  let added = 0;
  const nameOf = (number) => join(grows, `${ADDED}${number}.txt`);
  // From a run that was killed.
  for (const name of readdirSync(grows)) if (name.startsWith(ADDED)) rmSync(join(grows, name));
  stored(path, env);
  const lines = await compare(searches(path, corpus, { env, limit: 1.6 }), { rounds, env });
  const before = () => {
    const text = ` date 2026-01-02 Baku, January 2, AZERTAC\n\nArticle ${added} of Algeria was added.\n`;
    writeFileSync(nameOf(added++), text);
  };
  try {
    const call = azertac("search", "-d", path, "Algeria");
    const what = "search Algeria, a file added before each";
    const [, line] = await compare([{ what, call, limit: 2.5, before }], { rounds, env });
    return { title: "a folder of files, its index stored", lines: [...lines, line] };
  } finally {
    while (added > 0) rmSync(nameOf(--added));
  }
}
