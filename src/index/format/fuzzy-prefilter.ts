/**
 * A prefilter for near words: of each word of a vocabulary its length and its letters as bits, through which nearly all words
 * that are not near fall before they are read. An edit makes a word longer or shorter by one at the most; of its letters,
 * each counted as often as it stands there, it takes one away and adds one at the most.
 */

import { kernelFor } from "../../kernel/kernel.js";
import { CLASSES, PREFILTER_SIZE } from "../../kernel/search-loops.js";

/** Lengths from this on are one. */
const LONGEST = 31;

/** The bits of the letters, without those of the length. */
export const LETTER_BITS = (1 << CLASSES) - 1;

/** Numbers of 32 bits of each word. */
export const PREFILTER_NUMBERS = PREFILTER_SIZE / 4;

/**
 * What the prefilter has of a word: its letters as bits, of one alphabet nearly all apart, and above them its length; the
 * letters that stand in it twice.
 */
export function letterBitsOf(word: string): [letters: number, twice: number] {
  let letters = 0;
  let twice = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = 1 << (word.charCodeAt(i) % CLASSES);
    twice |= letters & letter;
    letters |= letter;
  }
  return [letters | (Math.min(word.length, LONGEST) << CLASSES), twice];
}

/** The prefilter of some words. */
export function prefilterFor(words: readonly string[]): Uint8Array {
  const prefilter = new Int32Array(words.length * PREFILTER_NUMBERS);
  words.forEach((word, i) => {
    prefilter.set(letterBitsOf(word), i * PREFILTER_NUMBERS);
  });
  return new Uint8Array(prefilter.buffer);
}

/** The places of those that may be within `most` edits of a word. */
export function prefilter(prefilter: Uint8Array, word: string, most: number): number[] {
  const [letters, twice] = letterBitsOf(word);
  const shortest = Math.min(word.length - most, LONGEST);
  const longest = Math.min(word.length + most, LONGEST);
  return kernelFor(prefilter.length / PREFILTER_SIZE).prefilter(prefilter, {
    letters,
    twice,
    shortest,
    longest,
    most,
  });
}
