/**
 * How alike two rows of sounds are: the cheapest alignment, in which each sound is taken for another or left out.
 *
 * Costs are tenths of a sound. They say which letters languages write for each other's, and were chosen by hand on
 * lists of names (tests/fixtures/names.tsv is one) against a vocabulary of English news, where few words may meet.
 */
import { isGlide, isVowel, type Row, SOUNDS } from "./phonemes.js";

/** What two rows of sounds may differ in, and what that costs. */
export interface Costs {
  /** By `sound * STRIDE + other`: to take one sound for another. */
  substitute: Uint8Array;
  /** The same for last consonants. */
  hardened: Uint8Array;
  /** A vowel more: beside a vowel, at the end, at the end of a word that has cases, elsewhere. */
  vowelBesideVowel: number;
  lastVowel: number;
  caseVowel: number;
  vowel: number;
  /** A vowel more in an alphabet that writes long ones alone. */
  longVowel: number;
  /** A y more: at the beginning, elsewhere. */
  firstGlide: number;
  glide: number;
  /** A consonant doubled; e or o doubled, which are other sounds in English. */
  doubled: number;
  doubledVowel: number;
  /** Multiplies the cost of the last vowels, which are often inflection. */
  last: number;
}

const NEVER = 99;
const STRIDE = 64;

/** Substitutions where two alphabets meet; pairs not named never match. */
const ACROSS =
  "aE0 eE0 iI0 oO0 uU0 iy0 Iy0 ae4 ao6 ou6 ie6 eo8 Ei6 Eo8 EO8 EI8 eI6 Iu4 Io9 IU5 iU5 eO6 uO6 UO5 oU8 ai9 aI9 au9 iu8 " +
  "eU9 aO9 EU9 Eu9 kK0 Kx8 Kq2 KH8 kq2 qg0 gG0 gk6 gH0 hH1 qH0 GH0 kH8 xh1 xH4 xG6 xq8 xk8 qG2 hG8 kG8 gh9 gx9 hk9 " +
  "vw0 fF0 cs2 cz12 cZ9 JZ2 zZ9 CJ8 sS9 sz6 dt7 bp7";

/** Substitutions within an alphabet: what transliterations differ in and other words seldom do. */
const WITHIN =
  "aE4 eE4 iI2 uU2 oO2 iy1 Iy2 ae10 ao10 aO12 ie10 eI10 eo10 ou10 Iu8 iU9 kK5 Kq5 kq4 qg3 gG3 qG5 gH0 gh8 xh4 xG5 gx10 kx10 " +
  "gk9 hH9 xH9 JZ3 dt10 bp10 sz8 cz10 cs10 vw5 fF5";

/** What Arabic writes for sounds that it has no letter for. */
const ABJAD =
  "bp1 vf1 gG0 gJ1 gk3 gq2 ZJ1 CS2 Kq1 kq0 sz4 ts4 td3 dz2 iy0 Iy0 ey1 Ey1 aE0 uv1 Uv1 ov1 uw0 ow1 vw0 xh1 ou0 oO0 uU0";

function substitutions(spec: string): Uint8Array {
  const table = new Uint8Array(STRIDE * STRIDE).fill(NEVER);
  for (let sound = 0; sound < SOUNDS.length; sound++) table[sound * (STRIDE + 1)] = 0;
  for (const entry of spec.split(" ")) {
    const a = SOUNDS.indexOf(entry[0] ?? "");
    const b = SOUNDS.indexOf(entry[1] ?? "");
    table[a * STRIDE + b] = table[b * STRIDE + a] = Number(entry.slice(2));
  }
  return table;
}

let across: Costs | undefined;
let within: Costs | undefined;

/** Between two alphabets: Cyrillic, Latin with Turkic or other marks, plain Latin. */
export function costsAcross(): Costs {
  across ??= {
    substitute: substitutions(ACROSS),
    hardened: substitutions("dt2 bp2 zs2 JC3"),
    vowelBesideVowel: 4,
    lastVowel: 8,
    caseVowel: 4,
    vowel: 8,
    longVowel: 8,
    firstGlide: 3,
    glide: 0,
    doubled: 1,
    doubledVowel: 5,
    last: 1,
  };
  return across;
}

let abjad: Costs | undefined;

/** Where one alphabet writes no short vowels, and has no p, v, g and ch of its own. */
export function costsOfAbjad(): Costs {
  abjad ??= {
    substitute: substitutions(`${ACROSS} ${ABJAD}`),
    hardened: substitutions("dt2 bp2 zs2 JC3"),
    vowelBesideVowel: 1,
    lastVowel: 3,
    caseVowel: 3,
    vowel: 1,
    longVowel: 4,
    firstGlide: 2,
    glide: 2,
    doubled: 0,
    doubledVowel: 1,
    last: 1,
  };
  return abjad;
}

/** Between two words of one alphabet. */
export function costsWithin(): Costs {
  within ??= {
    substitute: substitutions(WITHIN),
    hardened: substitutions("dt8 bp8 zs5 JC8"),
    vowelBesideVowel: 8,
    lastVowel: 30,
    caseVowel: 30,
    vowel: 10,
    longVowel: 10,
    firstGlide: 5,
    glide: 2,
    doubled: 6,
    doubledVowel: 10,
    last: 2,
  };
  return within;
}

const E = SOUNDS.indexOf("e");
const O = SOUNDS.indexOf("o");
const DOUBLED_OTHER_VOWEL = 1;
const isLong = (sound: number): boolean => sound === E || sound === O;

/** No row is longer: see `Row`. */
const ROOM = 160;
let above = new Uint16Array(ROOM);
let here = new Uint16Array(ROOM);

/** The cost of the cheapest alignment (Needleman and Wunsch), two lines of the matrix at a time. */
export function align(a: Row, b: Row, costs: Costs): number {
  above[0] = 0;
  for (let j = 0; j < b.length; j++) above[j + 1] = (above[j] ?? 0) + leftOut(b, j, costs);
  for (let i = 0; i < a.length; i++) {
    const drop = leftOut(a, i, costs);
    here[0] = (above[0] ?? 0) + drop;
    for (let j = 0; j < b.length; j++) {
      const both = (above[j] ?? 0) + taken(a, i, b, j, costs);
      here[j + 1] = Math.min(both, (above[j + 1] ?? 0) + drop, (here[j] ?? 0) + leftOut(b, j, costs));
    }
    [above, here] = [here, above];
  }
  return above[b.length] ?? NEVER;
}

/** What it costs to take one row's sound for the other's. */
function taken(a: Row, i: number, b: Row, j: number, costs: Costs): number {
  const sound = a.at(i);
  let cost = costs.substitute[sound * STRIDE + b.at(j)] ?? NEVER;
  if (i === a.length - 1 && j === b.length - 1) {
    cost = isVowel(sound)
      ? cost * costs.last
      : Math.min(cost, costs.hardened[sound * STRIDE + b.at(j)] ?? NEVER);
  }
  if (a.doubled[i] !== b.doubled[j]) {
    if (!isVowel(sound)) cost += costs.doubled;
    else cost += isLong(sound) || isLong(b.at(j)) ? costs.doubledVowel : DOUBLED_OTHER_VOWEL;
  }
  return cost;
}

/** What it costs that the other row lacks this sound. */
function leftOut(row: Row, i: number, costs: Costs): number {
  const sound = row.at(i);
  if (isGlide(sound)) return i === 0 ? costs.firstGlide : costs.glide;
  if (!isVowel(sound)) return NEVER;
  // Where short vowels are not written, those that are written are long.
  if (row.isAbjad) return costs.longVowel;
  if (i === row.length - 1) return row.hasCases ? costs.caseVowel : costs.lastVowel;
  const before = row.at(i - 1);
  const after = row.at(i + 1);
  const beside = isVowel(before) || isGlide(before) || isVowel(after) || isGlide(after);
  return beside ? costs.vowelBesideVowel : costs.vowel;
}
