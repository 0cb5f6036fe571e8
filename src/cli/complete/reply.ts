/** Candidates as each shell's script takes them: see azertac.bash, azertac.zsh and azertac.fish. */
import { safe } from "../render/safe.js";
import { cut, measureFor, pad } from "../render/width.js";
import type { Answer, Candidate } from "./candidates.js";
import { type Quote, readWord, type Word } from "./shell-words.js";
import type { Shell } from "./shells.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The lines of a reply. The first says what follows: `files` (nothing: the shell knows), `open` (a word to which no
 * space is added) or `words`. Then for zsh and fish a candidate a line, a tab, and what it is; for bash what is put
 * in the place of what was typed, quoted for the shell.
 */
export async function replyLines(
  shell: Shell,
  { prefix, candidates }: Answer,
  current: Word,
  environment: Environment,
): Promise<string[]> {
  if (candidates === "files") return ["files"];
  const words = (shell === "bash" ? candidates : alikeQuoted(candidates))
    .map((candidate) => ({ ...candidate, value: prefix + candidate.value }))
    // What can't be printed can't be shown to be chosen, and is no word that somebody would type.
    .filter(({ value }) => value !== "" && safe(value) === value);
  const kind = words.length > 0 && words.every(({ open }) => open) ? "open" : "words";
  if (shell !== "bash") return [kind, ...words.map(({ value, text }) => `${value}\t${safe(text)}`)];
  return [kind, ...(await bashReplies(words, current, environment))];
}

/**
 * Candidates with quotation marks where one of them needs these. zsh puts what all have in common in the place of what
 * was typed, which without the marks would be less than that; fish leaves out what does not begin as the others do.
 */
function alikeQuoted(candidates: readonly Candidate[]): readonly Candidate[] {
  if (!candidates.some(({ value, typed }) => typed !== undefined && typed !== value)) return candidates;
  return candidates.map((one) => (one.value.startsWith('"') ? one : { ...one, value: `"${one.value}"` }));
}

/** What COMP_TYPE is when a list of candidates may be shown: Tab, and Tab once more. */
const LISTS: readonly unknown[] = ["9", "63"];
const USUAL_BREAKS = " \t\n\"'><=;|&(:";
const USUAL_COLUMNS = 80;

/**
 * Only a part of the word is replaced: what stands behind an open quote, or behind the last of COMP_WORDBREAKS, which
 * has `:` and `=` in it. Where several can be chosen from, each has behind it what it is, in brackets: bash types what
 * all have in common, and that ends before. Nothing is offered after a quote that was closed: bash may replace less than that.
 */
async function bashReplies(
  candidates: readonly Candidate[],
  current: Word,
  { COMP_WORDBREAKS = USUAL_BREAKS, COMP_TYPE = "9", COLUMNS }: Environment,
): Promise<string[]> {
  if (current.closed && current.quote === "") return [];
  const kept = current.raw.slice(0, replacedFrom(current, COMP_WORDBREAKS));
  const keptValue = readWord(kept, 0).value;
  const words = candidates.filter(({ value }) => value.startsWith(keptValue));
  const replies = words.map(({ value }) =>
    withOpenQuote(quoted(value.slice(keptValue.length), current.quote), current.quote),
  );
  if (words.length < 2 || current.quote !== "" || !LISTS.includes(COMP_TYPE)) return replies;
  const texts = words.map(({ text }) => safe(text));
  const measure = await measureFor([...replies, ...texts]);
  const widest = Math.min(40, Math.max(...replies.map(measure)));
  const room = (Number(COLUMNS) || USUAL_COLUMNS) - widest - 5;
  if (room < 10) return replies;
  return replies.map((reply, i) => {
    const text = cut(texts[i] ?? "", room, measure);
    return text === "" ? reply : `${pad(reply, widest, measure)}  (${text})`;
  });
}

/** Behind an open quote, bash takes the quote that a reply begins with for the same one. */
function withOpenQuote(reply: string, quote: Quote): string {
  return quote !== "" && reply.startsWith(quote) ? quote + reply : reply;
}

/** Where the part of a word begins that bash replaces. */
function replacedFrom({ raw, quote, quotedFrom }: Word, breaks: string): number {
  if (quote !== "") return quotedFrom;
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === "\\") at++;
    else if (breaks.includes(raw[at] ?? "")) from = at + 1;
  }
  return from;
}

/** Characters that need no quotes in any shell. */
const BARE = /[^\w@%+=:,./\u00a0-\u{10ffff}-]/gu;

/** A value as it is typed, behind an open quote if there is one. */
export function quoted(value: string, quote: Quote): string {
  if (quote === "'") return value.replaceAll("'", "'\\''");
  if (quote === '"') return value.replace(/[$`"\\]/g, "\\$&").replaceAll("!", '"\\!"');
  return value.replace(BARE, "\\$&");
}
