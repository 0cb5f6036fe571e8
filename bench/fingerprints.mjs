// Which fingerprint finds near-copies: MinHash (the smallest hashes of the shingles, which the index has) or SimHash.
// Usage: node bench/fingerprints.mjs FILE.jsonl, with "text" or "body" in each record. For each fingerprint: bytes per
// article, pairs that it proposes, and how many of the pairs that share half of their shingles are among these.
import { readFileSync } from "node:fs";

const WORDS = 6;
const LEAST = 40;
const [file] = process.argv.slice(2);
if (!file) throw new Error("usage: node bench/fingerprints.mjs FILE.jsonl");

function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const sets = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => {
    const { text, body } = JSON.parse(line);
    const words = (text ?? body ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const shingles = new Set();
    for (let i = 0; i + WORDS <= words.length; i++) shingles.add(hash(words.slice(i, i + WORDS).join(" ")));
    return shingles;
  });

/** Calls `visit` with each pair of articles that have a key in common, and how many they have. */
function pairsBy(keysOf) {
  const holders = new Map();
  sets.forEach((set, article) => {
    for (const key of keysOf(set, article)) {
      const list = holders.get(key);
      if (list) list.push(article);
      else holders.set(key, [article]);
    }
  });
  const shared = new Map();
  for (const list of holders.values()) {
    if (list.length > 400) continue;
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const code = list[i] * sets.length + list[j];
        shared.set(code, (shared.get(code) ?? 0) + 1);
      }
  }
  return shared;
}

const truth = new Set();
for (const [code, shared] of pairsBy((set) => set)) {
  const [a, b] = [sets[Math.floor(code / sets.length)], sets[code % sets.length]];
  if (Math.min(a.size, b.size) >= LEAST && shared / (a.size + b.size - shared) >= 0.5) truth.add(code);
}
console.log(`${sets.length} articles, ${truth.size} pairs that share half of their shingles`);

function report(name, bytes, started, proposed) {
  const found = [...truth].filter((code) => proposed.has(code)).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(
    `${name.padEnd(34)} ${bytes} bytes, ${proposed.size} pairs, ${((100 * found) / truth.size).toFixed(1)} % found, ${seconds} s`,
  );
}

for (const count of [4, 7, 12]) {
  const started = performance.now();
  const keys = (set) => [...set].sort((a, b) => a - b).slice(0, count);
  report(`MinHash, ${count} smallest, one in common`, count * 4, started, pairsBy(keys));
}

/** 64 bits: for each the sign of the sum over all shingles. */
function simHash(set) {
  const sums = new Int32Array(64);
  for (const shingle of set) {
    const [low, high] = [shingle, hash(String(shingle))];
    for (let bit = 0; bit < 32; bit++) {
      sums[bit] += (low >>> bit) & 1 ? 1 : -1;
      sums[32 + bit] += (high >>> bit) & 1 ? 1 : -1;
    }
  }
  const half = (from) =>
    sums.slice(from, from + 32).reduce((bits, sum, i) => (sum > 0 ? bits | (1 << i) : bits), 0);
  return [half(0) >>> 0, half(32) >>> 0];
}

const hashes = sets.map(simHash);
function ones(bits) {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

// Every pair is compared here: a look-up finds fewer.
for (const most of [3, 7, 15, 20]) {
  const started = performance.now();
  const proposed = new Set();
  for (let a = 0; a < hashes.length; a++)
    for (let b = a + 1; b < hashes.length; b++) {
      const differing = ones(hashes[a][0] ^ hashes[b][0]) + ones(hashes[a][1] ^ hashes[b][1]);
      if (differing <= most && sets[a].size > 0 && sets[b].size > 0) proposed.add(a * sets.length + b);
    }
  report(`SimHash, at most ${most} of 64 bits differ`, 8, started, proposed);
}
