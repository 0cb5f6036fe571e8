// How many instructions does a short call take, on each Node, with the package installed as users have it?
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Instructions in millions that a call may take on the sample, by the major version of Node. */
const MOST = {
  20: { list: 140, "search Algeria": 200 },
  22: { list: 150, "search Algeria": 215 },
  24: { list: 150, "search Algeria": 215 },
};
/** Node looks for prime numbers when it starts: by luck, a start takes up to 15 million instructions more. */
const RUNS = 5;

/** The program of a Node by its major version: the running one, else that of npm's package `node`; null without. */
function nodeOf(major) {
  if (Number(process.versions.node.split(".")[0]) === major) return process.execPath;
  const words = ["--yes", "--package", `node@${major}`, "node", "--print", "process.execPath"];
  const { status, stdout } = spawnSync("npx", words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 && existsSync(stdout.trim()) ? stdout.trim() : null;
}

/** Installs the packed package into an empty folder and gives the path of its command. */
function installed(work) {
  const folder = join(work, "installed");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(execFileSync("npm", pack, { cwd: ROOT, encoding: "utf8" }));
  const install = [
    "install",
    "--prefer-offline",
    "--silent",
    "--no-audit",
    "--no-fund",
    join(folder, filename),
  ];
  execFileSync("npm", install, { cwd: folder });
  return { folder, bin: join(folder, "node_modules", "azertac", "bin", "azertac.js") };
}

/** Millions of instructions of a call: the fewest of some runs. */
function count(call, { cwd, env, work }) {
  const file = join(work, "cachegrind");
  const options = ["--tool=cachegrind", "--cache-sim=no", `--cachegrind-out-file=${file}`];
  const counts = [];
  for (let run = 0; run < RUNS; run++) {
    const { status, stderr } = spawnSync("valgrind", [...options, ...call], { cwd, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${call.join(" ")}: ${stderr}`);
    counts.push(Number(/^summary: (\d+)/m.exec(readFileSync(file, "utf8"))?.[1]) / 1e6);
    rmSync(file);
  }
  return Math.min(...counts);
}

export default function instructions({ env, work }) {
  if (spawnSync("valgrind", ["--version"]).status !== 0) throw new Error("valgrind is not installed");
  const { folder, bin } = installed(work);
  return Object.entries(MOST).map(([major, limits]) => {
    const node = nodeOf(Number(major));
    if (node === null) {
      console.error(`instructions: there is no Node ${major}: skipped`);
      return null;
    }
    const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
    const cwd = folder;
    const lines = [
      ["node -e 0", ["-e", "0"]],
      ...Object.keys(limits).map((what) => [what, [bin, ...what.split(" ")]]),
    ].map(([what, words]) => {
      // The first call writes what V8 compiled; the second and all others are counted.
      execFileSync(node, words, { cwd, env, stdio: "ignore" });
      const value = count([node, ...words], { cwd, env, work });
      return { what, value, shown: `${value.toFixed(1)} M`, limit: limits[what] };
    });
    return { title: `Node ${version}, second call, fewest of ${RUNS} runs`, lines };
  });
}
