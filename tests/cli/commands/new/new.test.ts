/** `azertac new`: what it prints, runs and writes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "htmlparser2";
import { expect, test, vi } from "vitest";
import { archiveOf, azertac, BIN, environment, folder, type Ran } from "../../tool.js";

const article = (day: number, text: string): string =>
  `BAKU, April ${day}, 2025 (AZERTAC)\n\n${text}\n\nMore <of> it & "more".\n`;

interface Beat {
  wire: string;
  variables: Record<string, string>;
  run(...words: string[]): Ran;
  add(name: string, day: number, text: string): void;
}

/** An archive with two saved searches that was never asked. */
function beat(): Beat {
  const wire = archiveOf({
    "a.txt": article(1, "Oil output rose."),
    "b.txt": article(2, "Grain harvest begins."),
  });
  const home = folder();
  const config = join(home, "config.toml");
  writeFileSync(config, '[saved]\noil = "oil"\nall = { query = "oil OR grain", place = "baku" }\n');
  const variables = {
    AZERTAC_CONFIG: config,
    AZERTAC_CACHE: join(home, "c"),
    AZERTAC_STATE: join(home, "s"),
  };
  return {
    wire,
    variables,
    run: (...words) => azertac(["new", "-d", wire, ...words], variables),
    add: (name, day, text) => writeFileSync(join(wire, name), article(day, text)),
  };
}

test("a person reads what is new under each search, and then nothing", () => {
  const { run, add } = beat();
  expect(run().out).toBe(
    "# oil\na\t2025-04-01\tBaku\tOil output rose.\n# all\na\t2025-04-01\tBaku\tOil output rose.\nb\t2025-04-02\tBaku\tGrain harvest begins.\n",
  );
  expect(run()).toEqual({ code: 1, out: "", err: "" });
  add("a.txt", 1, "Oil output fell.");
  expect(run("oil").out).toBe("# oil\na\t2025-04-01\tBaku\t(update) Oil output fell.\n");
  expect(run("@all", "--ids").out).toBe("a\n");
});

test("programs read the search and whether it is an update", () => {
  const { run } = beat();
  const { searches } = JSON.parse(run("--json", "--since-last").out) as {
    searches: { name: string; query: string; articles: { id: string; update: boolean }[] }[];
  };
  expect(
    searches.map(({ name, articles }) => [name, articles.map(({ id, update }) => `${id} ${update}`)]),
  ).toEqual([
    ["oil", ["a false"]],
    ["all", ["a false", "b false"]],
  ]);
  expect(run("--csv", "--columns", "search,id,update", "--since-last").out).toBe(
    "search,id,update\r\noil,a,new\r\nall,a,new\r\nall,b,new\r\n",
  );
  expect(run("--format", "{search}:{id}").out).toBe("oil:a\nall:a\nall:b\n");
});

test("--since-last shows until --mark-read, which leaves what came in between", () => {
  const { run, add } = beat();
  expect(run("oil", "--since-last", "--ids").out).toBe("a\n");
  expect(run("oil", "--since-last", "--ids").out).toBe("a\n");
  add("c.txt", 3, "Oil again.");
  expect(run("oil", "--mark-read")).toEqual({ code: 0, out: "", err: "" });
  expect(run("oil", "--ids").out).toBe("c\n");
  expect(run("all", "--mark-read").code).toBe(0);
  expect(run("all").code).toBe(1);
});

test("-n leaves the others for the next call", () => {
  const { run } = beat();
  expect(run("all", "-n", "1", "--ids").out).toBe("a\n");
  expect(run("all", "-n", "1", "--ids").out).toBe("b\n");
  expect(run("all", "-n", "1").code).toBe(1);
});

test("--exec runs a command for each article without a shell", () => {
  const { run, add } = beat();
  add("c.txt", 3, "Oil $(touch pwned); `x` 'y' \"z\" & rest");
  expect(run("oil", "--exec", "echo '{search}  {id}' {title}").out).toBe(
    "oil  a Oil output rose.\noil  c Oil $(touch pwned); `x` 'y' \"z\" & rest\n",
  );
  expect(run("oil").code).toBe(1);
  expect(run("all", "--exec", "echo").out).toBe("a\nb\nc\n");
});

test("an article whose command fails is new again, the others are not", () => {
  const { run, add } = beat();
  const script = join(folder(), "import");
  writeFileSync(script, '#!/bin/sh\n[ "$1" != a ]\n');
  chmodSync(script, 0o755);
  add("c.txt", 3, "Oil again.");
  const { code, err } = run("oil", "--exec", script);
  expect([code, err]).toEqual([2, `azertac: ${script} ended with exit code 1\n`]);
  expect(run("oil", "--ids").out).toBe("a\n");
});

test("a call that is killed reports again what it was at, and nothing before that", () => {
  const { run, add } = beat();
  add("c.txt", 3, "Oil again.");
  add("d.txt", 4, "Oil once more.");
  const script = join(folder(), "import");
  writeFileSync(script, '#!/bin/sh\n[ "$1" != c ] || kill -9 $PPID\n');
  chmodSync(script, 0o755);
  expect(run("oil", "--exec", script).code).toBe(null);
  expect(run("oil", "--ids").out).toBe("c\nd\n");
  expect(run("oil").code).toBe(1);
});

test("--exec-batch runs a command once with all articles", () => {
  const { run } = beat();
  expect(run("--exec-batch", "echo -- {id}.x end").out).toBe("-- a.x a.x b.x end\n");
  expect(run().code).toBe(1);
});

test.each([
  [["--exec", "echo '{id}"], /a ' that is not closed/],
  [["--exec", "echo {nope}"], /there is no key "nope"/],
  [["--exec", "{title}"], /cannot begin with a value/],
  [["--exec", " "], /is empty/],
  [["--exec", "/no/such/program"], /cannot run "\/no\/such\/program": no such file/],
  [["nope"], /there is no saved search "nope"/],
  [["--feed", "atm", "x.xml"], /--feed takes one of atom, rss, json.*\n\(Did you mean atom\?\)/],
  [["--feed", "atom"], /needs the file/],
])("new %j is an error, and nothing counts as reported", (words, message) => {
  const { run } = beat();
  const { code, err } = run(...words);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  expect(run("oil", "--ids").out).toBe("a\n");
});

test("without saved searches it says how to save one", () => {
  const { code, err } = azertac(["new", "-d", beat().wire]);
  expect([code, err]).toEqual([2, expect.stringContaining("azertac save <name> <query>")]);
});

test.each(["atom", "rss", "json"])("--feed %s keeps a feed that azertac reads back", (format) => {
  const { run, add } = beat();
  const feed = join(folder(), format === "json" ? "feed.json" : "feed.xml");
  expect(run("--feed", format, feed, "oil").code).toBe(0);
  add("c.txt", 3, "Oil & gas <rise> \u0007again.");
  expect(run("oil", "--feed", format, feed).code).toBe(0);
  const text = readFileSync(feed, "utf8");
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  const titles = azertac(["list", "-d", feed, "--format", "{date} {title}"]).out;
  expect(titles).toMatch(/^2025-04-03 Oil & gas <rise> .?again\.\n2025-04-01 Oil output rose\.\n$/);
  const before = readFileSync(feed, "utf8");
  expect(run("oil", "--feed", format, feed).code).toBe(1);
  expect(readFileSync(feed, "utf8")).toBe(before);
  if (format !== "json") expect(parseDocument(text, { xmlMode: true }).children.length).toBeGreaterThan(0);
});

test("--follow prints articles as their files arrive, until it is ended", async () => {
  const { wire, variables, add } = beat();
  const child = spawn(process.execPath, [BIN, "new", "oil", "-d", wire, "--ids", "--follow"], {
    env: environment(variables),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  const has = (text: string): Promise<void> =>
    vi.waitFor(() => expect(out).toContain(text), { timeout: 10_000, interval: 50 });
  await has("a\n");
  add("c.txt", 3, "Oil again.");
  await has("c\n");
  renameSync(join(wire, "c.txt"), join(wire, "d.txt"));
  add("e.txt", 4, "Oil once more.");
  await has("e\n");
  expect(out).toBe("a\nc\ne\n");
  child.kill("SIGINT");
  const [, signal] = await once(child, "close");
  expect(signal).toBe("SIGINT");
  expect(existsSync(variables.AZERTAC_STATE ?? "")).toBe(true);
}, 20_000);
