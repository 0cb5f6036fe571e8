/** The lines of a dispatch without the empty ones, each with its indent and whether an empty line stands before it. */

export interface Line {
  /** Without white space at the ends. */
  text: string;
  /** Columns before the text; a tab counts as eight. */
  indent: number;
  /** The first line, or an empty one stands before it. */
  opens: boolean;
}

const RARE_ENDS = ["\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];
const TAB = 8;

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let opens = true;
  const raw = RARE_ENDS.some((end) => text.includes(end))
    ? text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)
    : text.split("\n");
  for (const line of raw) {
    const trimmed = line.trim();
    if (trimmed === "") {
      opens = true;
      continue;
    }
    lines.push({ text: trimmed, indent: line.length === trimmed.length ? 0 : indentOf(line), opens });
    opens = false;
  }
  return lines;
}

function indentOf(line: string): number {
  let indent = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x20 || code === 0xa0) indent++;
    else if (code === 0x09) indent += TAB;
    else if (code === 0x3000) indent += 2;
    else break;
  }
  return indent;
}

/** White space other than single spaces. */
const MESSY = /[^\S ]| {2}/;

/** One space for any run of white space, none at the ends. */
export function clean(text: string): string {
  return MESSY.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}
