/** An updated index says the same as one built from scratch, whatever happened to the files in between. */
import {
  appendFileSync,
  chmodSync,
  chownSync,
  type Dirent,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ArchiveError } from "../../../src/api/errors.js";
import type { Answer, BuildWorker, Task } from "../../../src/index/build/pool.js";
import { work } from "../../../src/index/build/worker.js";
import type { Searcher } from "../../../src/index/read/searcher.js";
import { openSearcher } from "../../../src/index/store/open.js";
import { randomFrom } from "./stored.js";

const FULL = process.env.AZERTAC_TEST_FULL !== undefined;
const SEEDS = FULL ? 40 : 4;
const STEPS = FULL ? 120 : 60;

const made = mkdtempSync(join(tmpdir(), "azertac-update-"));
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A worker that works in this thread, a turn later. */
function inlineWorker(): BuildWorker {
  const listeners: ((answer: Answer) => void)[] = [];
  return {
    postMessage(task: Task) {
      setImmediate(() => work(task, (answer) => listeners.forEach((listen) => void listen(answer))));
    },
    on(event: string, listener: (value: never) => void) {
      if (event === "message") listeners.push(listener as (answer: Answer) => void);
      return this;
    },
    terminate: () => Promise.resolve(),
  };
}

/** All that a reader can learn of an archive without a query. */
interface View {
  articles: string[];
  warnings: string[];
  /** Pairs of articles that are copies. */
  copies: string[];
  fileCount: number;
}

function view(searcher: Searcher, root: string): View {
  const { snapshot, ids } = searcher;
  const articles: string[] = [];
  snapshot.segments.forEach(({ segment, deleted }, at) => {
    for (let document = 0; document < segment.articleCount; document++) {
      if (deleted?.[document]) continue;
      const number = (snapshot.bases[at] ?? 0) + document;
      const { file: _, ...record } = segment.record(document);
      const path = relative(root, searcher.pathOf(searcher.fileOf(number)));
      articles.push(`${path} ${JSON.stringify({ ...record, id: ids.idOf(number, record.id) })}`);
    }
  });
  const named = (number: number): string => {
    const { segment, document } = snapshot.locate(number);
    const { offset, id } = segment.record(document);
    return `${relative(root, searcher.pathOf(searcher.fileOf(number)))}#${offset}#${id}`;
  };
  const copies = [...snapshot.links()].map(({ a, b }) => [named(a), named(b)].sort().join(" = "));
  const warnings = searcher.warnings.map(({ path, message }) => `${relative(root, path)}: ${message}`);
  return {
    articles: articles.sort(),
    warnings: warnings.sort(),
    copies: copies.sort(),
    fileCount: searcher.fileCount,
  };
}

/** A folder that is changed at random. */
class Playground {
  readonly base: string;
  readonly wire: string;
  readonly cache: string;
  private readonly random: () => number;
  private count = 0;

  constructor(seed: number) {
    this.base = join(made, String(seed));
    this.wire = join(this.base, "wire");
    this.cache = join(this.base, "cache");
    this.random = randomFrom(seed);
    mkdirSync(join(this.base, "out/deep"), { recursive: true });
    mkdirSync(this.wire);
    mkdirSync(this.cache, { mode: 0o700 });
    for (const name of ["out/x1.txt", "out/deep/x2.txt"]) writeFileSync(join(this.base, name), this.text());
    for (let i = 0; i < 4; i++) this.create();
    this.lines();
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  private text(): string {
    return `Baku, April ${1 + (this.count % 28)}, AZERTAC\n\nThe ministers number ${this.count++} met on Monday to discuss trade.\n`;
  }

  /** A text that others have too, nearly. */
  private copy(): string {
    const street = this.pick(["Harbour", "Market"]) ?? "";
    const words = Array.from({ length: 40 }, (_, i) => `${street.toLowerCase()}${i}`).join(" ");
    return `Baku, April ${1 + (this.count % 3)}, AZERTAC\n\n${words} number ${this.count++} of ${street} Street.\n`;
  }

  private line(id: string): string {
    return `${JSON.stringify({ id, text: this.text() })}\n`;
  }

  private paths(is: (entry: Dirent) => boolean, folder = this.wire, depth = 0): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      const inside = entry.isDirectory() && depth < 5 ? this.paths(is, path, depth + 1) : [];
      return is(entry) ? [path, ...inside] : inside;
    });
  }

  private file(ending = ""): string | undefined {
    return this.pick(this.paths((entry) => entry.isFile() && entry.name.endsWith(ending)));
  }

  private folder(): string {
    return this.pick([this.wire, ...this.paths((entry) => entry.isDirectory())]) ?? this.wire;
  }

  private create(): void {
    writeFileSync(join(this.folder(), `n${this.count}.txt`), this.text());
  }

  private lines(): void {
    const n = this.count;
    writeFileSync(
      join(this.folder(), `j${n}.jsonl`),
      [1, 2, 3].map((i) => this.line(`j${n}${i}`)).join("") +
        (this.chance(0.3) ? "no record\n".repeat(6) : ""),
    );
  }

  append(): void {
    const path = this.file(".jsonl");
    if (path) appendFileSync(path, this.line(`a${this.count}`));
  }

  /** What may happen to a folder of articles between two calls. */
  private readonly steps: Record<string, () => void> = {
    create: () => this.create(),
    copy: () => writeFileSync(join(this.folder(), `c${this.count}.txt`), this.copy()),
    edit: () => {
      const path = this.file();
      if (path) writeFileSync(path, extname(path) === ".jsonl" ? this.line(`j${this.count}`) : this.text());
    },
    remove: () => {
      const path = this.file();
      if (path) unlinkSync(path);
    },
    rename: () => {
      const path = this.file();
      if (path) renameSync(path, join(this.folder(), `m${this.count++}${extname(path)}`));
    },
    makeFolder: () => {
      const path = join(this.folder(), `k${this.count++}`);
      mkdirSync(path);
      if (this.chance(0.7)) writeFileSync(join(path, "i.txt"), this.text());
    },
    moveFolder: () => {
      const path = this.folder();
      const to = this.folder();
      if (path !== this.wire && !`${to}/`.startsWith(`${path}/`))
        renameSync(path, join(to, `r${this.count++}`));
    },
    removeFolder: () => {
      const path = this.folder();
      if (path !== this.wire && this.chance(0.4)) rmSync(path, { recursive: true });
    },
    link: () => {
      const targets = ["out", "out/deep", "nothing", "out/x1.txt", relative(this.base, this.folder())];
      if (this.links().length < 4)
        symlinkSync(join(this.base, this.pick(targets) ?? "out"), join(this.folder(), `l${this.count++}`));
    },
    unlink: () => {
      const path = this.pick(this.links());
      if (path) unlinkSync(path);
    },
    targetAway: () => {
      const [out, away] = [join(this.base, "out"), join(this.base, "away")];
      if (existsSync(out)) renameSync(out, away);
      else renameSync(away, out);
    },
    targetChanges: () => {
      const path = join(this.base, "out", this.chance(0.5) ? "x1.txt" : `x${this.count}.txt`);
      if (existsSync(dirname(path))) writeFileSync(path, this.text());
    },
    lines: () => this.lines(),
    append: () => this.append(),
    duplicate: () => writeFileSync(join(this.folder(), `d${this.count}.jsonl`), this.line("twice").repeat(2)),
    empty: () => writeFileSync(join(this.folder(), `e${this.count++}.txt`), ""),
    binary: () => {
      const bytes = Buffer.from([0, 1, 2, 3, 0, 0, 9, 250, 251]);
      writeFileSync(join(this.folder(), `b${this.count++}.bin`), bytes);
    },
    hide: () => {
      const path = this.chance(0.7) ? this.file() : this.folder();
      if (path && path !== this.wire) renameSync(path, join(dirname(path), `.h${this.count++}`));
    },
    fileToFolder: () => {
      const path = this.file();
      if (!path || !this.chance(0.5)) return;
      unlinkSync(path);
      mkdirSync(path);
      writeFileSync(join(path, "q.txt"), this.text());
    },
    forbid: () => {
      const path = this.chance(0.5) ? this.file() : this.folder();
      if (path && path !== this.wire) chmodSync(path, 0);
    },
    allow: () => this.allowAll(),
  };

  private links(): string[] {
    return this.paths((entry) => entry.isSymbolicLink());
  }

  allowAll(folder = this.wire): void {
    chmodSync(folder, 0o755);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) this.allowAll(join(folder, entry.name));
      else if (entry.isFile()) chmodSync(join(folder, entry.name), 0o644);
    }
  }

  /** Does some of the steps and gives their names. */
  change(): string[] {
    return Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => {
      const [name, step] = this.pick(Object.entries(this.steps)) ?? ["", () => {}];
      asRoot(() => {
        try {
          step();
        } catch (error) {
          // A name that is taken, a folder that is away: nothing happens then.
          if (!(error instanceof Error && "code" in error)) throw error;
        }
      });
      return name;
    });
  }
}

const isRoot = process.getuid?.() === 0;

/** Permissions do not keep root out, so the archive is read as somebody else: see `asReader`. */
function asRoot(action: () => void): void {
  if (isRoot) process.seteuid?.(0);
  action();
}

function asReader(): void {
  if (isRoot) process.seteuid?.(65534);
}

async function runSeed(seed: number): Promise<void> {
  const place = new Playground(seed);
  if (isRoot) chmodSync(made, 0o755);
  // It has to belong to whoever reads the archive.
  if (isRoot) chownSync(place.cache, 65534, 65534);
  const options = {
    cache: place.cache,
    progress: () => {},
    always: true,
    workers: 2,
    createWorker: inlineWorker,
  };
  const open = async (more: object): Promise<Searcher> => {
    asReader();
    try {
      return (await openSearcher([place.wire], { ...options, ...more })).searcher;
    } finally {
      asRoot(() => {});
    }
  };
  let held: Searcher | null = null;
  for (let step = 0; step < STEPS; step++) {
    const steps = place.change();
    // Stamps of recent changes are not trusted, those of older ones are: both have to do.
    if (place.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, 55));
    const appends = place.chance(0.2);
    if (place.chance(0.1)) {
      renameSync(place.wire, `${place.wire}-away`);
      await expect(open({})).rejects.toThrow(ArchiveError);
      if (place.chance(0.5)) {
        writeFileSync(place.wire, "A file for a while.\n");
        (await open({})).release();
        unlinkSync(place.wire);
      }
      renameSync(`${place.wire}-away`, place.wire);
      steps.push("root away");
    }
    if (appends) {
      let done = false;
      const progress = (): void => {
        if (!done) asRoot(() => place.append());
        done = true;
        asReader();
      };
      (await open({ progress, rebuild: place.chance(0.5) })).release();
      steps.push("append while building");
    }
    const updated = await open({ thorough: place.chance(0.3) });
    const fresh = await open({ cache: null });
    const label = `seed ${seed}, step ${step}: ${steps.join(", ")}`;
    const expected = view(fresh, place.base);
    expect(view(updated, place.base), label).toEqual(expected);
    expect(new Set(expected.warnings).size, label).toBe(expected.warnings.length);
    fresh.release();
    held?.release();
    held = updated;
  }
  held?.release();
  asRoot(() => place.allowAll());
}

describe("an updated index equals a rebuilt one", () => {
  test.each(Array.from({ length: SEEDS }, (_, i) => i + 1))("seed %i", (seed) => runSeed(seed), 120_000);
});
