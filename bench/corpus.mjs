// The articles that are measured on, as a JSONL file, as a folder of files, or only the first of them: invented and
// kept in the folder for temporary files, or the user's own. They are made and read by other processes, since a large
// one takes longer to start others.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { run, script } from "./measure.mjs";

const HOME = join(tmpdir(), `azertac-bench-${userInfo().username}`);
/** To be raised when processes/generate.mjs changes what it makes. */
const VERSION = 1;

/** Makes a path with `make` if it is not there: whole or not at all. */
function once(path, make) {
  if (existsSync(path)) return path;
  const part = path.replace(/(\.jsonl)?$/, `.${process.pid}.part$1`);
  console.error(`making ${path}`);
  try {
    make(part);
    renameSync(part, path);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return path;
}

/** So many invented articles. */
export function inventedCorpus(count, work) {
  mkdirSync(HOME, { recursive: true, mode: 0o700 });
  const stem = join(HOME, `${VERSION}-${count}`);
  return corpusOf(`${stem}.jsonl`, stem, (path) => run(script("make.mjs", String(count), path)), work);
}

/** The articles of a JSONL file or a folder. What has to be written is written to the folder `work`. */
export function ownCorpus(path, work) {
  const own = resolve(path);
  const isFile = statSync(own).isFile();
  const jsonl = isFile ? own : join(work, "corpus.jsonl");
  const corpus = corpusOf(jsonl, join(work, "corpus"), (to) => run(script("make.mjs", own, to)), work);
  if (isFile) return corpus;
  // A copy, since files are added to it.
  const copy = () => once(join(work, "corpus"), (to) => cpSync(own, to, { recursive: true }));
  return { ...corpus, folder: copy };
}

function corpusOf(jsonl, folder, make, work) {
  const file = () => once(jsonl, make);
  let profile;
  return {
    jsonl: file,
    folder: () => once(folder, (path) => run(script("make.mjs", file(), path))),
    first: (count) =>
      once(join(work, `first-${count}.jsonl`), (path) =>
        run(script("make.mjs", file(), path, String(count))),
      ),
    get profile() {
      profile ??= JSON.parse(run(script("profile.mjs", file())));
      return profile;
    },
  };
}
