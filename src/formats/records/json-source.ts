/** Finds a number in JSON as it is written: JSON.parse rounds what is beyond 2^53. */

/**
 * The text of a number that is a member of an object, given the whole text of the object, which is valid JSON; undefined
 * where no member of this name is a number. Of several members of one name the last counts, as for JSON.parse.
 */
export function numberSource(json: string, name: string): string | undefined {
  let found: string | undefined;
  let depth = 0;
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    const char = json.charAt(at);
    if (char === "{" || char === "[") {
      depth++;
      isKey = char === "{";
    } else if (char === "}" || char === "]") depth--;
    else if (char === ",") isKey = true;
    else if (char === '"') {
      const end = stringEnd(json, at);
      if (depth === 1 && isKey && JSON.parse(json.slice(at, end)) === name)
        found = /^\s*:\s*(-?\d[\d.eE+-]*)/.exec(json.slice(end, end + LONGEST))?.[1];
      isKey = false;
      at = end - 1;
    }
  }
  return found;
}

/** UTF-16 units in which a colon and a number are looked for. */
const LONGEST = 1_024;

/** Where a string ends that begins at an offset. */
function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}
