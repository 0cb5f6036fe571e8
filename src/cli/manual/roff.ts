/** Text as a page of the manual: roff with the macros of man(7). */

/** Text in which nothing is taken for a request, a macro or an escape. */
export function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll("`", "\\(ga")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti")
    .replace(/[\u0080-\u{10ffff}]/gu, (character) => `\\[u${hex(character)}]`)
    .replace(/^\./gm, "\\&.");
}

const hex = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");

export const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/** What is typed: names and options in bold, the names of values, in `<>` or `[]`, in italics. */
export function usage(text: string): string {
  return text
    .split(/([<[][^>\]]*[>\]])/)
    .map((part) => {
      const [, value, dots = ""] = /^[<[]([^.>\]]*)(\.\.\.)?[>\]]$/.exec(part) ?? [];
      if (value === undefined) return part.replace(/[^\s,]+/g, (word) => bold(word));
      const shown = italic(value) + roff(dots);
      return part.startsWith("[") ? `[${shown}]` : shown;
    })
    .join("");
}

/** Columns of a line of the source. */
const LINE = 78;

/** Running text, in short lines as those who read the source like it. */
export function text(words: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return roff([...lines, line].join("\n"));
}

export const section = (title: string): string => `.SH ${roff(title.toUpperCase())}`;

export const subsection = (title: string): string => `.SS ${title}`;

export const paragraph = (words: string): string => `.PP\n${text(words)}`;

/** A term and, indented below it, what it means; both as roff. */
export const entry = (term: string, meaning: string): string => `.TP\n${term}\n${meaning}`;

/** Lines as they are. */
export const verbatim = (lines: readonly string[]): string => `.PP\n.EX\n${lines.map(roff).join("\n")}\n.EE`;

/** The lines of a page; a paragraph needs no mark where a section begins with it. */
export function page(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`.replace(/^(\.S[HS] .*\n)\.PP\n/gm, "$1");
}
