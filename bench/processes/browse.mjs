// Prints how long keys take until their hits are written, while queries are typed letter by letter in `azertac browse`:
// the real session and the real archive behind a terminal that only keeps what it is sent. Milliseconds; `busy` is how
// many of them the process was at work.
//   node browse.mjs <archive> <cache folder>
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const [path, cache] = process.argv.slice(2);
const QUERIES = [
  "Algeria",
  "algera",
  "foreign minister",
  "oil price OPEC",
  "ministers of foreign affairs",
  "trade deficit place:London",
  "production -oil",
];
/** Milliseconds between two keys: a quick typist's. */
const PAUSE = 80;

const work = mkdtempSync(join(tmpdir(), "azertac-bench-"));
const source = (name) => new URL(`../../src/${name}`, import.meta.url).pathname;
const bundle = await rolldown({
  platform: "node",
  input: {
    index: source("index.ts"),
    worker: source("index/build/worker.ts"),
    session: source("cli/browse/session.ts"),
    finder: source("cli/browse/finder.ts"),
    model: source("cli/browse/model.ts"),
    theme: source("cli/render/theme.ts"),
    width: source("cli/render/width.ts"),
  },
});
await bundle.write({ dir: join(work, "code"), format: "esm" });
writeFileSync(join(work, "code", "package.json"), '{ "type": "module" }');
const load = (name) => import(pathToFileURL(join(work, "code", `${name}.js`)).href);
const [{ openArchive }, { Session }, { Finder }, { ORDERS }, { themeFor }, { measureFor }] =
  await Promise.all(["index", "session", "finder", "model", "theme", "width"].map(load));

const archive = await openArchive({ dir: path, cache });
let told;
let sent = 0;
const tty = {
  write: (text) => {
    sent += text.length;
  },
  raw: () => {},
  size: () => ({ columns: 80, rows: 24 }),
  listen: (listener) => {
    told = listener;
  },
  pause: () => {},
  close: () => {},
};
const look = {
  theme: await themeFor("dark"),
  measure: await measureFor(["\u4e2d"]),
  vertical: "│",
  horizontal: "─",
  filters: "",
};
let shown = () => {};
const doings = { read: null, reload: async () => {}, shown: (ms) => shown(ms) };
const session = new Session(tty, new Finder(archive, {}), look, doings, { query: "", order: ORDERS[0] });
const ended = session.run();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
await pause(1000);

/** Milliseconds until the hits are written, and how many of them this process was at work. */
const press = (key) =>
  new Promise((resolve) => {
    const before = process.cpuUsage();
    shown = (ms) => {
      const { user, system } = process.cpuUsage(before);
      resolve({ ms, busy: (user + system) / 1000 });
    };
    told.key(key);
  });

const times = [];
for (const query of QUERIES) {
  for (const character of query) {
    times.push(await press({ sequence: character }));
    await pause(PAUSE);
  }
  await press({ name: "u", ctrl: true, sequence: "\x15" });
  await pause(PAUSE);
}
told.key({ name: "escape", sequence: "\x1b" });
await ended;
await archive.close();
rmSync(work, { recursive: true });

const keys = times.length;
const charactersSent = Math.round(sent / keys);
const ms = times.map((one) => one.ms);
// What a machine that does nothing else needs: threads that collect garbage are counted too.
const busy = times.map((one) => one.busy);
console.log(JSON.stringify({ keys, charactersSent, ms, busy }));
