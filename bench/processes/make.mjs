// Writes a corpus: invented dispatches, or those of a JSONL file or folder, as a JSONL file or as a folder.
//   node make.mjs <number | file.jsonl | folder> <file.jsonl | folder> [at most so many]
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, extname, join } from "node:path";
import { createInterface } from "node:readline";
import { dispatches } from "./generate.mjs";

const FILES_OF_A_FOLDER = 1000;
const PENDING = 4e6;

async function* articlesOf(source) {
  if (/^\d+$/.test(source)) yield* dispatches(Number(source));
  else if (statSync(source).isFile()) {
    for await (const line of createInterface({ input: createReadStream(source) })) {
      if (line.trim()) yield JSON.parse(line);
    }
  } else {
    const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    for (const { path, parentPath = path, name } of files) {
      yield { id: basename(name, extname(name)), text: readFileSync(join(parentPath, name), "utf8") };
    }
  }
}

function fileOf(path) {
  const file = openSync(path, "w");
  let pending = "";
  const flush = () => {
    writeSync(file, pending);
    pending = "";
  };
  return {
    add(article) {
      pending += `${JSON.stringify(article)}\n`;
      if (pending.length > PENDING) flush();
    },
    end() {
      flush();
      closeSync(file);
    },
  };
}

function folderOf(path) {
  let count = 0;
  let folder = path;
  return {
    add({ id, text }) {
      if (count % FILES_OF_A_FOLDER === 0) {
        folder = join(path, String(count / FILES_OF_A_FOLDER).padStart(4, "0"));
        mkdirSync(folder, { recursive: true });
      }
      // The name must be one on every system, whatever the id has.
      const safe = String(id ?? "").replace(/[^\w-]/g, "_");
      writeFileSync(join(folder, `${String(count).padStart(6, "0")}_${safe}.txt`), text);
      count++;
    },
    end() {},
  };
}

const [source, target, most = Infinity] = process.argv.slice(2);
const out = target.includes(".jsonl") ? fileOf(target) : folderOf(target);
let left = Number(most);
for await (const article of articlesOf(source)) {
  if (left-- <= 0) break;
  out.add(article);
}
out.end();
