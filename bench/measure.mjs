// Times whole processes: each round runs every call once, so that what else the machine does falls on all alike.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const BIN = fileURLToPath(new URL("../bin/azertac.js", import.meta.url));
export const BARE = "node -e 0";

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs a command line once; milliseconds. */
export function time([command, ...words], env = process.env) {
  const started = performance.now();
  const { error, status, signal } = spawnSync(command, words, { env, stdio: ["ignore", "ignore", "ignore"] });
  if (error || signal || status > 1)
    throw error ?? new Error(`${words.join(" ")}: exit code ${status ?? signal}`);
  return performance.now() - started;
}

/** Medians of `rounds` runs of each call, as milliseconds and as ratios to a bare `node -e 0` in the same rounds. */
export function compare(calls, { rounds = 9, env = process.env } = {}) {
  const all = { [BARE]: [process.execPath, "-e", "0"], ...calls };
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(all)) times[name].push(time(call, env));
  }
  const bare = median(times[BARE]);
  return Object.entries(times).map(([call, list]) => ({
    call,
    ms: Math.round(median(list)),
    ratio: Number((median(list) / bare).toFixed(2)),
  }));
}

export const azertac = (...words) => [process.execPath, BIN, ...words];
