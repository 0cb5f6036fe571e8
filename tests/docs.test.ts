/** The documents name files that are there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
const names = new Set([...sources, ...readdirSync(join(ROOT, "bench"))].map((path) => basename(path)));

test.each(pages)("%s names no file of the sources that is gone", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, inner = ""]) => inner);
  const paths = code.filter((inner) => /^(?:src|tests|bench|docs)\/[\w./-]+$/.test(inner));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const modules = code.filter((inner) => /^[\w-]+\.ts$/.test(inner));
  expect(modules.filter((name) => !names.has(name))).toEqual([]);
});

test("comments of the sources name no module that is gone", () => {
  const gone: string[] = [];
  for (const path of sources.filter((name) => /\.(?:ts|js)$/.test(name))) {
    const text = readFileSync(join(ROOT, "src", path), "utf8");
    for (const [, named = ""] of text.matchAll(/^\s*(?:\/\/|\*|\/\*\*).*?\b((?:src\/)[\w/.-]+\.ts)\b/gm))
      if (!existsSync(join(ROOT, named))) gone.push(`${path}: ${named}`);
    for (const [, named = ""] of text.matchAll(/^\s*(?:\/\/|\*|\/\*\*).*?(?:^|[\s(`])([\w-]+\.ts)\b/gm))
      if (!names.has(named)) gone.push(`${path}: ${named}`);
  }
  expect(gone).toEqual([]);
});
