/** The line that a person types a query into, and what keys do to it. */
import { safe } from "../render/safe.js";
import { characters } from "../render/width.js";

export interface Line {
  text: string;
  /** Where the cursor stands: a UTF-16 offset, never inside what a reader sees as one character. */
  cursor: number;
}

/** More is never typed, and what is pasted is cut: a query is a line, not a book. */
const LONGEST = 1_000;

export function lineOf(text: string): Line {
  return insert({ text: "", cursor: 0 }, text);
}

/** What is typed or pasted, in one line and without what can't be seen. */
export function insert({ text, cursor }: Line, typed: string): Line {
  const room = LONGEST - text.length;
  let added = "";
  for (const character of characters(safe(typed))) {
    if (added.length + character.length > room) break;
    added += character;
  }
  // A mark that is typed behind a letter becomes one character with it.
  const joined = text.slice(0, cursor) + added + text.slice(cursor);
  return { text: joined, cursor: boundaryFrom(joined, cursor + added.length) };
}

/** Where characters begin, and the end. */
function boundaries(text: string): number[] {
  const places = [0];
  let at = 0;
  for (const character of characters(text)) {
    at += character.length;
    places.push(at);
  }
  return places;
}

function boundaryFrom(text: string, at: number): number {
  return boundaries(text).find((place) => place >= at) ?? text.length;
}

type Place = (line: Line) => number;

const isLetter = (character: string): boolean => /^[\p{L}\p{N}\p{M}]/u.test(character);
const isVisible = (character: string): boolean => character.trim() !== "";

export const toStart: Place = () => 0;
export const toEnd: Place = ({ text }) => text.length;
export const toLeft: Place = ({ text, cursor }) => boundaries(text).findLast((place) => place < cursor) ?? 0;
export const toRight: Place = ({ text, cursor }) =>
  boundaries(text).find((place) => place > cursor) ?? text.length;
/** Over what is no letter, then over letters. */
export const toWordLeft: Place = (line) => leftOver(line, isLetter);
export const toWordRight: Place = ({ text, cursor }) => {
  let at = cursor;
  let inWord = false;
  for (const character of characters(text.slice(cursor))) {
    if (isLetter(character)) inWord = true;
    else if (inWord) break;
    at += character.length;
  }
  return at;
};
/** Over spaces, then over all else: what Ctrl-W deletes in a shell. */
export const toSpaceLeft: Place = (line) => leftOver(line, isVisible);

function leftOver({ text, cursor }: Line, isPart: (character: string) => boolean): number {
  const before = [...characters(text.slice(0, cursor))];
  let at = cursor;
  let inside = false;
  for (let last = before.pop(); last !== undefined; last = before.pop()) {
    if (isPart(last)) inside = true;
    else if (inside) break;
    at -= last.length;
  }
  return at;
}

export function move(line: Line, place: Place): Line {
  return { ...line, cursor: place(line) };
}

/** Deletes from the cursor to a place before or behind it. */
export function deleteTo(line: Line, place: Place): Line {
  const to = place(line);
  const [from, end] = [Math.min(to, line.cursor), Math.max(to, line.cursor)];
  return { text: line.text.slice(0, from) + line.text.slice(end), cursor: from };
}
