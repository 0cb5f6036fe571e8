/** Passages of an article that show why it was found. */
import type { Match, MatchKind, Snippet } from "../api/types.js";
import { lowerUnits, type Token, tokenize } from "../text/tokenize.js";
import type { TermMatcher } from "./match/term-matcher.js";

/** A word of the article's text that answers the query. */
interface Mark {
  token: Token;
  /** Which matcher, and the place in its phrase. */
  matcher: number;
  weight: number;
}

const closeness: Record<MatchKind, number> = {
  exact: 1,
  form: 0.9,
  prefix: 0.9,
  wildcard: 0.9,
  spelling: 0.9,
  synonym: 0.7,
  fuzzy: 0.5,
};
/** Snippets are about this long, in UTF-16 units. */
const LENGTH = 200;

type Marked = Mark & { match: Match };

/** What does not stand in the vocabulary as it stands in a text in lower case: see `lowerCase`. */
const CHANGING =
  /(?:^|[\s("'«“-])[^\s\d]\.[^\s\d]|\d[.,'’]\d{3}|[^\0-\x7f\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u018f\u0259\u0400-\u045f\u2010-\u2027]/;

/** For each word of the articles the matchers that it answers. */
type Answers = Map<string, { matcher: number; slot: number; match: Match }[]>;

function answersOf(matchers: readonly TermMatcher[]): Answers {
  const answers: Answers = new Map();
  matchers.forEach((matcher, at) => {
    matcher.slots.forEach((variants, slot) => {
      for (const { word, kind, distance } of variants) {
        const list = answers.get(word) ?? [];
        list.push({ matcher: at, slot, match: { term: matcher.text, word, kind, distance } });
        answers.set(word, list);
      }
    });
  });
  return answers;
}

/** Shows articles found by the same matchers. */
export class Highlighter {
  private readonly answers: Answers;
  /** Their words. */
  private readonly words: readonly string[];
  /** For a phrase the words around one that answers must be known. */
  private readonly hasPhrase: boolean;

  private readonly matchers: readonly TermMatcher[];
  /** By matcher, for each slot of a phrase what its words answer. */
  private readonly phraseMatches = new Map<number, ReadonlyMap<string, Match>[]>();

  /** Of a matcher that is given several times, once is enough. */
  constructor(matchers: readonly TermMatcher[]) {
    this.matchers = [...new Set(matchers)];
    this.answers = answersOf(this.matchers);
    this.words = [...this.answers.keys()];
    this.hasPhrase = this.matchers.some(({ slots }) => slots.length > 1);
  }

  /** The words of an article that answer, each once, in the order of the query; and the best one or two passages. */
  show(title: string | null, body: readonly string[]): { matched: Match[]; snippets: Snippet[] } {
    const texts = title === null ? body : [title, ...body];
    const marked = texts.map((text) => this.marks(text));
    const matched = new Map<string, { matcher: number; match: Match }>();
    for (const { marks } of marked) {
      for (const { matcher, match } of marks) matched.set(`${matcher} ${match.word}`, { matcher, match });
    }
    const order = [...matched.values()].sort(
      (a, b) =>
        a.matcher - b.matcher ||
        closeness[b.match.kind] - closeness[a.match.kind] ||
        a.match.distance - b.match.distance,
    );
    const first = title === null ? 0 : 1;
    const snippets = bestSnippets(
      body,
      marked.slice(first).map(({ marks }) => marks),
      this.matchers.length,
    );
    return { matched: order.map(({ match }) => match), snippets };
  }

  /** Where the words of a text that answer stand: UTF-16 offsets, ascending, not overlapping. */
  ranges(text: string): [start: number, end: number][] {
    return rangesOf(this.marks(text).marks);
  }

  /** What part of the query a text answers, 0 to 1; a near word answers half. */
  share(text: string): number {
    const answered = new Map<number, number>();
    for (const { matcher, weight } of this.marks(text).marks)
      answered.set(matcher, Math.max(answered.get(matcher) ?? 0, weight));
    let sum = 0;
    for (const weight of answered.values()) sum += weight;
    return sum / Math.max(1, this.matchers.length);
  }

  /** The tokens of a text that answer; words of a phrase only where the phrase stands. */
  private marks(text: string): { marks: Marked[] } {
    // Most paragraphs have none of the words: to look for that takes a tenth of the time of cutting them into words.
    if (!CHANGING.test(text) && !this.mayHave(lowerUnits(text))) return { marks: [] };
    const tokens = this.hasPhrase ? tokenize(text) : tokenize(text, (word) => this.answers.has(word));
    const marks: Marked[] = [];
    for (const token of tokens) {
      for (const { matcher, match } of this.answers.get(token.word) ?? [])
        if (this.slotCount(matcher) < 2) marks.push({ token, matcher, weight: closeness[match.kind], match });
    }
    if (!this.hasPhrase) return { marks };
    for (const [matcher, starts] of this.phraseStarts(tokens))
      this.addPhrases(matcher, starts, tokens, marks);
    return { marks: marks.sort((a, b) => a.token.start - b.token.start || a.matcher - b.matcher) };
  }

  private mayHave(lower: string): boolean {
    return this.words.some((word) => lower.includes(word));
  }

  private slotCount(matcher: number): number {
    return this.matchers[matcher]?.slots.length ?? 0;
  }

  /**
   * By matcher, the tokens with which a phrase begins. One pass: of each slot the last token is kept up to which the phrase
   * stands. Slots come from the last to the first, so that each still sees what the token before left.
   */
  private phraseStarts(tokens: readonly Token[]): Map<number, number[]> {
    const starts = new Map<number, number[]>();
    const reached = this.matchers.map(({ slots }) => new Int32Array(slots.length).fill(-2));
    tokens.forEach(({ word }, i) => {
      const answers = this.answers.get(word) ?? [];
      for (let n = answers.length - 1; n >= 0; n--) {
        const { matcher = 0, slot = 0 } = answers[n] ?? {};
        const upTo = reached[matcher];
        const count = this.slotCount(matcher);
        if (!upTo || count < 2 || (slot > 0 && upTo[slot - 1] !== i - 1)) continue;
        upTo[slot] = i;
        if (slot < count - 1) continue;
        const known = starts.get(matcher);
        if (known) known.push(i - slot);
        else starts.set(matcher, [i - slot]);
      }
    });
    return starts;
  }

  /** Adds the tokens of phrases, each once where phrases overlap. */
  private addPhrases(
    matcher: number,
    starts: readonly number[],
    tokens: readonly Token[],
    marks: Marked[],
  ): void {
    const count = this.slotCount(matcher);
    let done = 0;
    for (const start of starts) {
      for (let i = Math.max(start, done); i < start + count; i++) {
        const token = tokens[i];
        const match = token && this.matchOf(matcher, i - start, token.word);
        if (match) marks.push({ token, matcher, weight: closeness[match.kind], match });
      }
      done = start + count;
    }
  }

  /** What a word answers in a phrase's slot. */
  private matchOf(matcher: number, slot: number, word: string): Match | undefined {
    let slots = this.phraseMatches.get(matcher);
    if (!slots) {
      const { slots: variants, text = "" } = this.matchers[matcher] ?? { slots: [] };
      slots = variants.map(
        (of) => new Map(of.map(({ word, kind, distance }) => [word, { term: text, word, kind, distance }])),
      );
      this.phraseMatches.set(matcher, slots);
    }
    return slots[slot]?.get(word);
  }
}

interface Window {
  paragraph: number;
  from: number;
  to: number;
  score: number;
  matchers: Set<number>;
}

/** Best passage first by what it shows; a second one only where it shows a word that the first lacks. */
function bestSnippets(
  body: readonly string[],
  marks: readonly (readonly Mark[])[],
  matchers: number,
): Snippet[] {
  const windows = body.flatMap((_, paragraph) => windowsOf(paragraph, marks[paragraph] ?? []));
  windows.sort((a, b) => b.score - a.score || a.paragraph - b.paragraph || a.from - b.from);
  const [best] = windows;
  if (!best) {
    const [lead] = body;
    return lead ? [cut(lead, 0, lead.length, [])] : [];
  }
  const chosen = [best];
  if (best.matchers.size < matchers) {
    const second = windows.find(
      (window) =>
        window.paragraph !== best.paragraph &&
        [...window.matchers].some((matcher) => !best.matchers.has(matcher)),
    );
    if (second) chosen.push(second);
  }
  return chosen.map(({ paragraph, from, to }) =>
    cut(body[paragraph] ?? "", from, to, marks[paragraph] ?? []),
  );
}

/** For each mark the window that begins with it, as far as a snippet is long. */
function windowsOf(paragraph: number, marks: readonly Mark[]): Window[] {
  return marks.map((first, i) => {
    const matchers = new Map<number, number>();
    let to = first.token.end;
    for (let j = i; j < marks.length; j++) {
      const mark = marks[j];
      if (!mark || mark.token.end - first.token.start > LENGTH * 0.8) break;
      to = mark.token.end;
      matchers.set(mark.matcher, Math.max(matchers.get(mark.matcher) ?? 0, mark.weight));
    }
    const span = (to - first.token.start) / LENGTH;
    const shown = [...matchers.values()].reduce((sum, weight) => sum + weight, 0);
    return {
      paragraph,
      from: first.token.start,
      to,
      score: shown - span * 0.5,
      matchers: new Set(matchers.keys()),
    };
  });
}

/** The passage around a window, cut between words, with an ellipsis where text was left out. */
function cut(text: string, from: number, to: number, marks: readonly Mark[]): Snippet {
  let start = 0;
  let end = text.length;
  if (text.length > LENGTH) {
    const room = Math.max(0, LENGTH - (to - from));
    start = wordStart(text, Math.max(0, Math.min(from - Math.floor(room / 3), text.length - LENGTH)));
    if (start > from) start = from;
    end = Math.max(Math.min(to, from + LENGTH), wordEnd(text, Math.min(text.length, start + LENGTH)));
  }
  const before = start > 0 ? "… " : "";
  const after = end < text.length ? " …" : "";
  const shift = before.length - start;
  const inside = marks.filter(({ token }) => token.start >= start && token.end <= end);
  const ranges = rangesOf(inside).map(([from, to]): [number, number] => [from + shift, to + shift]);
  return { text: before + text.slice(start, end).trimEnd() + after, ranges };
}

/** A token that answers several matchers is one range. */
function rangesOf(marks: readonly Mark[]): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const { token } of marks) {
    if (ranges.at(-1)?.[0] !== token.start) ranges.push([token.start, token.end]);
  }
  return ranges;
}

/** The beginning of the first word at or after an offset, or the offset where a word is too long for that. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at - 1);
  return space >= 0 && space - at < 40 ? space + 1 : atCharacter(text, at);
}

/** The end of the last word that ends at or before an offset. */
function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(" ", at);
  return space > 0 && at - space < 40 ? space : atCharacter(text, at);
}

/** Never between the halves of a surrogate pair. */
function atCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
