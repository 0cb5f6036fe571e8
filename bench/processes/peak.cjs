// Loaded before a script (node --require), writes the process's peak memory in KiB to the file AZERTAC_BENCH_PEAK as
// it ends.
const { readFileSync, writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) process.on("exit", () => writeFileSync(process.env.AZERTAC_BENCH_PEAK, String(peak())));

function peak() {
  try {
    // On Linux a process inherits the maximum of the one that started it; this one begins anew.
    const [, kib] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(kib);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
