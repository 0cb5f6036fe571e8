import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ArchiveError } from "../../src/api/errors.js";
import {
  identityOf,
  joinPath,
  listFolder,
  rootKind,
  type WalkedFolder,
  walk,
} from "../../src/corpus/walk.js";
import { inPathOrder } from "../../src/index/format/file-key.js";
import { explain } from "../../src/platform/system-error.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "walk-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(...places: string[]): void {
  for (const place of places) {
    mkdirSync(join(root, place, ".."), { recursive: true });
    writeFileSync(join(root, place), "An invented dispatch.");
  }
}

/** What a walk finds and reports, as paths below the root. */
function walked(start = root): { found: string[]; reported: string[]; entered: string[] } {
  const reported: string[] = [];
  const folders = [...walk(start, { report: (path, message) => reported.push(`${path} ${message}`) })];
  const found = folders.flatMap(({ relativePath, files, linkedFiles }) =>
    [...(files ?? []), ...linkedFiles].map((name) => ({
      root: 0,
      relativePath: joinPath(relativePath, name),
    })),
  );
  return {
    found: inPathOrder(found).map(({ relativePath }) => relativePath),
    reported: reported.sort(),
    entered: folders.map(({ relativePath }) => relativePath),
  };
}

/** Root is not kept out of a folder by its mode, so that it has to be someone else for a while. */
function asOrdinaryUser(action: () => void): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    action();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe("what is found", () => {
  test("files in the order of their paths, component by component", () => {
    write("b.txt", "a/2.txt", "a/10.txt", "a.txt", "a-b/1.txt", "B/x", "ə.txt", "a/b/c/d.txt", "z");
    expect(walked().found).toEqual([
      "B/x",
      "a/10.txt",
      "a/2.txt",
      "a/b/c/d.txt",
      "a-b/1.txt",
      "a.txt",
      "b.txt",
      "z",
      "ə.txt",
    ]);
  });

  test("any tree is found whole, in the order of its paths split into components", () => {
    const name = fc.constantFrom("a", "b", "A", "a.txt", "a-b", "ab", "ə", "1", "10", "2");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        (paths) => {
          rmSync(root, { recursive: true, force: true });
          mkdirSync(root);
          const places: string[] = [];
          for (const path of paths) {
            try {
              write(`${path.join("/")}`);
              places.push(path.join("/"));
            } catch {
              // A file stands where this one needs a folder, or the other way round.
            }
          }
          const key = (place: string): string => place.replaceAll("/", "\0");
          const unique = [...new Set(places)];
          expect(walked().found).toEqual(unique.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("hidden files and folders and an editor's backups are passed over, a hidden root is not", () => {
    write("a.txt", ".b.txt", ".git/c.txt", "d.txt~", "old~/e.txt", ".archive/f.txt");
    expect(walked()).toMatchObject({ found: ["a.txt"], reported: [] });
    expect(walked(join(root, ".archive")).found).toEqual(["f.txt"]);
  });

  test("a root may be a file or a folder", () => {
    write("a.txt");
    expect(rootKind(join(root, "a.txt"))).toBe("file");
    expect(rootKind(root)).toBe("folder");
  });

  test("an empty folder has nothing, and says nothing", () => {
    expect(walked()).toEqual({ found: [], reported: [], entered: [""] });
  });

  test("each folder is told before its files, in order", () => {
    write("a/1.txt", "b/c/2.txt");
    mkdirSync(join(root, "empty"));
    expect(walked().entered).toEqual(["", "a", "b", "b/c", "empty"]);
  });
});

describe("links", () => {
  test("those to files and folders are followed", () => {
    write("real/a.txt");
    symlinkSync(join(root, "real"), join(root, "folder-link"));
    symlinkSync(join(root, "real/a.txt"), join(root, "file-link.txt"));
    expect(walked()).toMatchObject({
      found: ["file-link.txt", "folder-link/a.txt", "real/a.txt"],
      reported: [],
    });
  });

  test("a loop of links is seen: to the folder itself, to the one above, and through two folders", () => {
    write("a/1.txt", "b/2.txt");
    symlinkSync(".", join(root, "self"));
    symlinkSync("..", join(root, "a/up"));
    symlinkSync("../b", join(root, "a/b"));
    symlinkSync("../a", join(root, "b/a"));
    const { found, reported } = walked();
    expect(found).toEqual(["a/1.txt", "a/b/2.txt", "b/2.txt", "b/a/1.txt"]);
    expect(reported).toEqual([
      "a/b/a is a loop of links",
      "a/up is a loop of links",
      "b/a/b is a loop of links",
      "b/a/up is a loop of links",
      "self is a loop of links",
    ]);
  });

  test("a link to nothing and a link to itself are reported", () => {
    symlinkSync(join(root, "nowhere"), join(root, "broken"));
    symlinkSync("turning", join(root, "turning"));
    expect(walked()).toMatchObject({
      found: [],
      reported: ["broken is a link to nothing", "turning is a loop of links"],
    });
  });

  test("twelve folders that all link to one another are not walked in every order there is", () => {
    const names = Array.from({ length: 12 }, (_, i) => `f${String(i).padStart(2, "0")}`);
    for (const name of names) write(`${name}/article.txt`);
    for (const name of names) {
      for (const other of names)
        if (other !== name) symlinkSync(`../${other}`, join(root, name, `to-${other}`));
    }
    const { found, entered, reported } = walked();
    // The root, each folder, and each once more through a link.
    expect(entered.length).toBeLessThanOrEqual(1 + 2 * names.length);
    expect(reported).toContain("f02/to-f03 is one more link to a folder that is already read");
    for (const name of names) expect(found).toContain(`${name}/article.txt`);
  });

  test("a ladder of folders with two links each to the next is walked in no time", () => {
    for (let i = 0; i < 30; i++) {
      write(`s${i}/article.txt`);
      for (const side of ["left", "right"]) symlinkSync(`../s${i + 1}`, join(root, `s${i}`, side));
    }
    write("s30/article.txt");
    expect(walked().entered.length).toBeLessThan(1_000);
  });
});

describe("what is not a file is reported and never opened", () => {
  test("a pipe (mkfifo), also through a link", () => {
    expect(spawnSync("mkfifo", [join(root, "pipe")]).status).toBe(0);
    symlinkSync("pipe", join(root, "link"));
    write("a.txt");
    expect(walked()).toMatchObject({ found: ["a.txt"], reported: ["link is a pipe", "pipe is a pipe"] });
    expect(() => rootKind(join(root, "pipe"))).toThrow(
      new ArchiveError(`cannot read "${join(root, "pipe")}": it is a pipe`),
    );
  });

  test("a socket", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "socket"), resolve));
    try {
      expect(walked()).toMatchObject({ found: [], reported: ["socket is a socket"] });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test("a device", () => {
    symlinkSync("/dev/null", join(root, "null"));
    expect(walked()).toMatchObject({ found: [], reported: ["null is a device"] });
    expect(() => rootKind("/dev/null")).toThrow('cannot read "/dev/null": it is a device');
  });
});

describe("what can't be read", () => {
  test("a root that is missing throws", () => {
    const path = join(root, "missing");
    const start = (): unknown => rootKind(path);
    expect(() => walked(path)).toThrow(ArchiveError);
    expect(start).toThrow(ArchiveError);
    expect(start).toThrow(`cannot read "${path}": no such file or folder`);
    expect(() => rootKind(join(root, "\0"))).toThrow(ArchiveError);
    expect(() => rootKind("")).toThrow(ArchiveError);
  });

  test("a folder without permission is reported, as a root it throws", () => {
    write("a/1.txt", "b/2.txt");
    chmodSync(root, 0o755);
    chmodSync(join(root, "a"), 0);
    try {
      asOrdinaryUser(() => {
        expect(walked()).toMatchObject({
          found: ["b/2.txt"],
          reported: ["a cannot be read: permission denied"],
        });
        expect(() => walked(join(root, "a"))).toThrow(
          new ArchiveError(`cannot read "${join(root, "a")}": permission denied`),
        );
      });
    } finally {
      chmodSync(join(root, "a"), 0o700);
    }
  });

  test("a folder that vanishes between its listing and its turn is left out, and its parent is listed again", () => {
    write("a/1.txt", "b/2.txt", "c/3.txt");
    const reported: string[] = [];
    const folders: WalkedFolder[] = [];
    for (const folder of walk(root, { report: (path, message) => reported.push(`${path} ${message}`) })) {
      folders.push(folder);
      if (folder.relativePath === "a") rmSync(join(root, "b"), { recursive: true });
    }
    expect(folders.map(({ relativePath }) => relativePath)).toEqual(["", "a", "c"]);
    expect(reported).toEqual([]);
    expect(folders[0]?.stamp.mtimeMs).toBe(0);
  });

  test("a folder nested more deeply than any archive is reported, not followed for ever", () => {
    write(`${"d/".repeat(205)}deep.txt`, "a.txt");
    const { found, reported } = walked();
    expect(found).toEqual(["a.txt"]);
    expect(reported).toEqual([`${"d/".repeat(200).slice(0, -1)} is nested too deeply`]);
  });

  test("a file whose name is not UTF-8 is reported; one with a replacement character in its name is found", () => {
    write("fine\ufffd.txt");
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]), "x");
    expect(walked()).toMatchObject({
      found: ["fine\ufffd.txt"],
      reported: ["bad\ufffd.txt is named in bytes that are not UTF-8"],
    });
  });

  test("regression B13: a name that is not UTF-8 beside the valid name it reads like", () => {
    const name = (byte: number[]): Buffer =>
      Buffer.concat([Buffer.from(`${root}/u`), Buffer.from(byte), Buffer.from(".txt")]);
    for (const byte of [[0xff], [0xfe], [0xef, 0xbf, 0xbd]]) writeFileSync(name(byte), "x");
    expect(walked()).toMatchObject({
      found: ["u\ufffd.txt"],
      reported: ["u\ufffd.txt is named in bytes that are not UTF-8"],
    });
  });

  test("the system's errors are told in words", () => {
    const system = (code: string): Error => Object.assign(new Error(`${code}: bad`), { code });
    expect(explain(system("EACCES"))).toBe("permission denied");
    expect(explain(system("ENOENT"))).toBe("no such file or folder");
    expect(explain(system("EWEIRD"))).toBe("EWEIRD: bad");
    expect(explain("text")).toBe("text");
  });
});

describe("a walk that remembers", () => {
  /** Walks with what an earlier walk found. */
  function again(before: readonly WalkedFolder[]): { folders: WalkedFolder[]; reported: string[] } {
    const known = new Map(before.map((folder) => [folder.relativePath, { ...folder, ...folder.stamp }]));
    const reported: string[] = [];
    const folders = [
      ...walk(root, {
        report: (path, message) => reported.push(`${path} ${message}`),
        remembered: (path) => known.get(path),
      }),
    ];
    return { folders, reported };
  }

  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

  test("lists only folders whose stamp has changed, and enters all", async () => {
    write("a/1.txt", "b/2.txt");
    await later();
    const first = again([]).folders;
    expect(first.map(({ files }) => files)).toEqual([[], ["1.txt"], ["2.txt"]]);
    write("b/3.txt");
    const second = again(first).folders;
    expect(second.map(({ files }) => files)).toEqual([null, null, ["2.txt", "3.txt"]]);
  });

  test("follows the links of folders that it does not list, and reports again what it cannot use", async () => {
    write("a/1.txt");
    const target = mkdtempSync(join(realpathSync(tmpdir()), "target-"));
    writeFileSync(join(target, "2.txt"), "x");
    symlinkSync(target, join(root, "link"));
    spawnSync("mkfifo", [join(root, "pipe")]);
    await later();
    const first = again([]).folders;
    rmSync(target, { recursive: true });
    const away = again(first);
    expect(away.folders.map(({ relativePath }) => relativePath)).toEqual(["", "a"]);
    expect(away.folders[0]?.files).toBeNull();
    expect(away.reported).toEqual(["pipe is a pipe", "link is a link to nothing"]);
    mkdirSync(target);
    expect(again(away.folders).folders.map(({ relativePath }) => relativePath)).toEqual(["", "a", "link"]);
    rmSync(target, { recursive: true });
  });

  test("leaves out a folder that is excluded, but never the root", () => {
    write("a/1.txt", "cache/2.txt");
    const excluded = new Set(["a", ""].map((name) => identityOf(statSync(join(root, name)))));
    const folders = [...walk(root, { report: () => {}, excluded })];
    expect(folders.map(({ relativePath }) => relativePath)).toEqual(["", "cache"]);
  });
});

describe("listFolder", () => {
  test("gives files, folders, links and other names, each in order", () => {
    write("b.txt", "a.txt", "z/1.txt", "y/2.txt", ".hidden");
    symlinkSync("y", join(root, "link"));
    symlinkSync("nowhere", join(root, "broken"));
    spawnSync("mkfifo", [join(root, "aa")]);
    expect(listFolder(root)).toEqual({
      files: ["a.txt", "b.txt"],
      folders: ["y", "z"],
      links: ["broken", "link"],
      others: [{ name: "aa", kind: "a pipe" }],
    });
  });

  test("throws the system's error for what is no folder", () => {
    write("a.txt");
    expect(() => listFolder(join(root, "a.txt"))).toThrow("ENOTDIR");
  });
});
