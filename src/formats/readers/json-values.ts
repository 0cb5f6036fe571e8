/** JSON files as values: parsed within a bound of depth. */
import type { Context } from "../record.js";
import { sourceText } from "../source-text.js";

/** V8 parses JSON without recursion, but what walks over a value is recursive. */
const MAX_DEPTH = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Undefined, with a report, if the file is no JSON. */
export function jsonOf(bytes: Uint8Array, context: Context): unknown {
  const text = sourceText(bytes, context);
  if (text === null) return undefined;
  if (isTooDeep(text)) {
    context.report(`skipped: its values lie more than ${MAX_DEPTH} deep in each other`);
    return undefined;
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    context.report("is not valid JSON; it may be cut off");
    return undefined;
  }
}
