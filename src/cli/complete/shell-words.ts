/** The command line as it has been typed so far, taken apart as bash, zsh and fish do, without running anything of it. */

/** Which quote is open at the end. */
export type Quote = "" | "'" | '"';

export interface Word {
  /** Without its quotes and backslashes. */
  value: string;
  /** As it was typed. */
  raw: string;
  /** Open at the end of the line, and where in `raw` it begins. */
  quote: Quote;
  quotedFrom: number;
  /** Quotes were opened and closed in it. */
  closed: boolean;
}

export interface Line {
  /** `NAME=value` before the command. */
  assignments: Map<string, string>;
  /** Behind the command, up to the one that is being typed. */
  words: string[];
  current: Word;
  /** What is being typed is a file to read from or write to: `> it`. */
  redirected: boolean;
}

interface Manner {
  /** Variables that have their values; none where a word is to stay as it was typed. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** In fish a backslash speaks for `'` and `\\` between single quotes too. */
  fish?: boolean;
}

/** Characters that a backslash between double quotes speaks for; before others it is itself. */
const ESCAPED_IN_DOUBLE = '$`"\\';
const ESCAPED_IN_SINGLE = "'\\";
const VARIABLE = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/;
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;
const REDIRECTION = /^(?:\d*|&)[<>]/;
const COMMAND_INSIDE = /^(?:[$<>]\(|`)[^)]*$/;

/**
 * Reads a line up to the cursor. In all words but the last, variables of the environment and a leading `~` have their
 * values, as they will have when the line is run; commands in the line are never run, and are left as they stand.
 */
export function readLine(text: string, manner: Manner): Line {
  const { environment = {}, fish = false } = manner;
  const all = wordsOf(text, manner);
  const last = text.endsWith(all.at(-1)?.raw ?? " ") ? all.pop() : undefined;
  const words = all.slice(Math.max(0, startOfCommand(all)));
  const assignments = new Map<string, string>();
  for (let first = words[0]; first && ASSIGNMENT.test(first.raw); first = words[0]) {
    const [, name = "", value = ""] = ASSIGNMENT.exec(first.value) ?? [];
    assignments.set(name, withHome(value, environment.HOME));
    words.shift();
  }
  return {
    assignments,
    words: words
      .slice(1)
      .map(({ value, raw }) => (raw.startsWith("~") ? withHome(value, environment.HOME) : value)),
    current: readWord(last?.raw ?? "", 0, { fish }),
    redirected: REDIRECTION.test(last?.raw ?? "") || /^(?:\d*|&)(?:<|>[>|]?)$/.test(all.at(-1)?.raw ?? ""),
  };
}

function wordsOf(text: string, manner: Manner): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at] ?? "")) continue;
    const word = readWord(text, at, manner);
    words.push(word);
    at += word.raw.length;
  }
  return words;
}

/** The place of the word that begins a command inside another's words: `show $(azertac search`. */
function startOfCommand(words: readonly Word[]): number {
  const start = words.findLastIndex(({ raw }) => COMMAND_INSIDE.test(raw));
  return words.slice(start + 1).some(({ raw }) => raw.includes(")")) ? 0 : start;
}

/** Reads the word that begins at a place. */
export function readWord(text: string, start: number, { environment = {}, fish = false }: Manner = {}): Word {
  const word: Word = { value: "", raw: "", quote: "", quotedFrom: 0, closed: false };
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] ?? "";
    const next = text[at + 1];
    if (word.quote === "" && /\s/.test(character)) break;
    if (character === "\\" && (word.quote !== "'" || fish)) {
      const escaped = { "": null, '"': ESCAPED_IN_DOUBLE, "'": ESCAPED_IN_SINGLE }[word.quote];
      if (escaped !== null && !(next !== undefined && escaped.includes(next))) word.value += character;
      word.value += next ?? "";
      at++;
    } else if (word.quote !== "" && character === word.quote) {
      word.quote = "";
      word.closed = true;
    } else if (word.quote === "" && (character === "'" || character === '"')) {
      word.quote = character;
      word.quotedFrom = at - start + 1;
    } else if (character === "$" && word.quote !== "'") {
      const variable = VARIABLE.exec(text.slice(at, at + 256));
      const value = environment[variable?.[1] ?? variable?.[2] ?? ""];
      word.value += value ?? character;
      if (value !== undefined) at += (variable?.[0].length ?? 1) - 1;
    } else word.value += character;
  }
  word.raw = text.slice(start, at);
  return word;
}

/** `~` and what is below it, in the user's home. */
function withHome(path: string, home: string | undefined): string {
  return home && /^~(?:\/|$)/.test(path) ? home + path.slice(1) : path;
}
