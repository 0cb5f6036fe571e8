// Times whole processes: a bare Node is run before each call, so that what else the machine does falls on all alike.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../bin/azertac.js", import.meta.url));
const PEAK = fileURLToPath(new URL("processes/peak.cjs", import.meta.url));
const BARE = { what: "node -e 0", call: [process.execPath, "-e", "0"] };
/** Calls that take longer (ms) are run a few times only: there noise is a small share. */
const SLOW = 2000;
const ROUNDS_IF_SLOW = 3;

export const azertac = (...words) => [process.execPath, BIN, ...words];
export const script = (name, ...words) => [
  process.execPath,
  fileURLToPath(new URL(`processes/${name}`, import.meta.url)),
  ...words,
];

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs a call and gives what it prints. Throws if it fails; azertac and ripgrep may find nothing. */
export function run(call, { env, input = "" } = {}) {
  const [command, ...words] = call;
  const options = { env, input, encoding: "utf8", maxBuffer: 2 ** 30 };
  const { error, status, signal, stdout, stderr } = spawnSync(command, words, options);
  const foundNothing = status === 1 && (words[0] === BIN || command === "rg");
  if (error || (status !== 0 && !foundNothing))
    throw error ?? new Error(`${call.join(" ")}: ${stderr || signal}`);
  return stdout;
}

/** Milliseconds that a call takes, its output thrown away. */
function time([command, ...words], env) {
  const started = performance.now();
  const { status, signal } = spawnSync(command, words, { env, stdio: "ignore" });
  const ms = performance.now() - started;
  if (signal || status > 1) throw new Error(`${words.join(" ")}: ended with ${signal ?? status}`);
  return ms;
}

/** Lets signals come through that arrived while a process was waited for. */
export const signals = () => new Promise(setImmediate);

/**
 * Runs each call once to see that it works, then in rounds. A call is { what, call: [command, …words], limit?, before? }:
 * `before` is run untimed before each. Returns lines for a table, a bare Node first, each with the median in
 * milliseconds and the `ratio` to the bare Node's of all rounds.
 */
export async function compare(calls, { rounds, env }) {
  const timed = calls.map((one) => ({ ...one, times: [] }));
  for (const { call, before } of calls) {
    before?.();
    run(call, { env });
  }
  const bare = [];
  for (let round = 0; round < rounds; round++) {
    for (const { call, before, times } of timed) {
      await signals();
      if (round >= ROUNDS_IF_SLOW && median(times) > SLOW) continue;
      before?.();
      bare.push(time(BARE.call, env));
      times.push(time(call, env));
    }
  }
  const unit = median(bare);
  return [{ ...BARE, times: bare }, ...timed].map(({ what, limit, times }) => {
    const ms = median(times);
    return ratioLine(what, ms / unit, { limit, ms });
  });
}

const duration = (ms) => (ms < SLOW ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

export function ratioLine(what, ratio, { limit, ms }) {
  return { what, value: ratio, shown: `${ratio.toFixed(2)} ×`, limit, ms, more: ms && duration(ms) };
}

/** Peak memory of a call of node, as a line for a table. */
export function peakLine(what, [node, ...words], { env, work, limit }) {
  const file = join(work, "peak");
  run([node, "--require", PEAK, ...words], { env: { ...env, AZERTAC_BENCH_PEAK: file } });
  const mib = Number(readFileSync(file, "utf8")) / 1024;
  return { what, value: mib, shown: `${Math.round(mib)} MiB`, limit };
}

/** Prints lines { what, value, shown, limit?, least?, more? }: a value must be at most `limit`, or at least `least`. */
export function printTable(title, lines) {
  const rows = lines.map(({ what, value, shown, limit, least, more = "" }) => [
    what,
    shown,
    limit !== undefined ? `≤ ${limit}` : least !== undefined ? `≥ ${least}` : "",
    value > limit || value < least ? "missed" : "",
    more,
  ]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 || column === 3 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(`  ${cells.join("  ")}`.trimEnd());
  }
}
