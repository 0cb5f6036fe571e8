/** Holds together what the full stops of an acronym and the separators of a large number would cut apart. */

/** What the key of a word in two parts (`well-being`) begins with in the table of spellings: `+wellbeing`. */
export const COMPOUND = "+";

/** Belongs to the word before it and is left out of its normal form: see tokenize.ts. */
const JOINT = "\u00ad";
/** What stands between groups of three digits beside a full stop. A plain space is none: two numbers may stand side by side. */
const SEPARATORS = [",", "'", "’", "\u00a0", "\u2009", "\u202f", "٬"];

function isDigit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39;
  return (unit >= 0x660 && unit <= 0x669) || (unit >= 0x6f0 && unit <= 0x6f9);
}

/** Letters of alphabets in which acronyms have full stops. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  return (
    (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7) ||
    (unit >= 0x370 && unit <= 0x587) ||
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0x671 && unit <= 0x6d3) ||
    (unit >= 0x10d0 && unit <= 0x10ff)
  );
}

/**
 * The same text, unit for unit, in which `u.s.` and `1,000` are one word each, `us` and `1000`. The text is in lower
 * case. An acronym is two or more single letters with full stops between them; a large number is one to three digits
 * and then groups of three.
 */
export function withJoints(lower: string): string {
  let joints: number[] | undefined;
  // By what the platform finds fastest, one character: this is done for all text that is indexed.
  for (let at = lower.indexOf(".", 1); at > 0; at = lower.indexOf(".", at + 1)) {
    // Mostly a sentence ends.
    if (lower.charCodeAt(at + 1) <= 0x2f) continue;
    const end = acronymEnd(lower, at) || numberEnd(lower, at);
    if (end === 0) continue;
    joints ??= [];
    addJoints(joints, lower, at, end);
    at = end;
  }
  for (const separator of SEPARATORS)
    for (let at = lower.indexOf(separator, 1); at > 0; at = lower.indexOf(separator, at + 1)) {
      const end = isDigit(lower.charCodeAt(at + 1)) ? numberEnd(lower, at) : 0;
      if (end === 0) continue;
      joints ??= [];
      addJoints(joints, lower, at, end);
      at = end;
    }
  return joints ? replaced(lower, joints) : lower;
}

function addJoints(joints: number[], text: string, from: number, end: number): void {
  for (let at = from; at < end; at++) if (!isWordy(text, at)) joints.push(at);
}

function replaced(text: string, joints: number[]): string {
  let result = "";
  let done = 0;
  for (const at of joints.sort((a, b) => a - b)) {
    result += text.slice(done, at) + JOINT;
    done = at + 1;
  }
  return result + text.slice(done);
}

/** Behind the last letter of an acronym whose first full stop stands at a place; 0 if there is none. */
function acronymEnd(text: string, stop: number): number {
  if (!isLetter(text.charCodeAt(stop - 1)) || isWordy(text, stop - 2)) return 0;
  let end = stop;
  while (text.charCodeAt(end) === 0x2e && isLetter(text.charCodeAt(end + 1))) end += 2;
  // The last letter must stand alone as well: `j.smith` is no acronym.
  return end > stop && !isWordy(text, end) ? end : 0;
}

function isWordy(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isLetter(unit) || isDigit(unit);
}

/** Behind the last digit of a number whose first separator stands at a place; 0 if it is none. */
function numberEnd(text: string, separator: number): number {
  let start = separator;
  while (start > 0 && separator - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
  const digits = separator - start;
  if (digits < 1 || digits > 3 || isLetter(text.charCodeAt(start - 1)) || text.charCodeAt(start) === 0x30)
    return 0;
  const sign = text.charCodeAt(separator);
  let end = separator;
  while (text.charCodeAt(end) === sign && hasThreeDigits(text, end + 1)) end += 4;
  const isOpen = isWordy(text, end) || (text.charCodeAt(end) === sign && isDigit(text.charCodeAt(end + 1)));
  // A number with a point before it goes on: 1.234.5 is a version.
  const before = text.charCodeAt(start - 1);
  const isPart = (before === sign || before === 0x2e) && isDigit(text.charCodeAt(start - 2));
  return end > separator && !isOpen && !isPart ? end : 0;
}

function hasThreeDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2));
}
