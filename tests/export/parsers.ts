/** Strict parsers of the formats that are exported, after their specifications: what they do not take, no program need. */

/** RIS: each line a tag of two characters, two spaces, a hyphen and a space; `TY` begins and `ER` ends a record. */
export function parseRis(source: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  let current: Map<string, string[]> | null = null;
  const lines = source.split("\r\n");
  if (lines.pop() !== "") throw new Error("the last line does not end");
  for (const line of lines) {
    if (line === "" && current === null) continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    if (!match) throw new Error(`not a line of RIS: ${line}`);
    const [, tag = "", value = ""] = match;
    if (tag === "TY") {
      if (current) throw new Error("a record in a record");
      current = new Map();
    } else if (!current) throw new Error(`${tag} outside of a record`);
    if (tag === "ER") {
      if (value !== "") throw new Error("ER with a value");
      if (current) records.push(current);
      current = null;
      continue;
    }
    current?.set(tag, [...(current.get(tag) ?? []), value]);
  }
  if (current) throw new Error("a record without an end");
  return records;
}

/** BibTeX: values in braces, counted as BibTeX counts them, which knows no escapes. */
export function parseBibtex(source: string): { key: string; fields: Map<string, string> }[] {
  const entries: { key: string; fields: Map<string, string> }[] = [];
  let at = 0;
  const space = (): void => {
    while (/\s/.test(source.charAt(at))) at++;
  };
  const take = (pattern: RegExp): string => {
    const match = new RegExp(pattern.source, "y");
    match.lastIndex = at;
    const found = match.exec(source)?.[0];
    if (found === undefined) throw new Error(`expected ${pattern} at ${source.slice(at, at + 30)}`);
    at += found.length;
    return found;
  };
  const braced = (): string => {
    take(/\{/);
    const start = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= source.length) throw new Error("braces that do not close");
      if (source.charAt(at) === "{") depth++;
      else if (source.charAt(at) === "}") depth--;
    }
    return source.slice(start, at - 1);
  };
  for (space(); at < source.length; space()) {
    take(/@article\{/);
    const key = take(/[^\s,{}"#%'()=~\\]+/);
    const fields = new Map<string, string>();
    for (;;) {
      space();
      if (source.charAt(at) === "}") break;
      take(/,/);
      space();
      const name = take(/[a-z]+/);
      take(/ = /);
      fields.set(name, braced());
    }
    take(/\}/);
    entries.push({ key, fields });
  }
  return entries;
}

/** What LaTeX shows of a value. Throws for a character that it would take for a command. */
export function shownByLatex(value: string): string {
  const commands: Readonly<Record<string, string>> = {
    "\\textbackslash{}": "\\",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    "\\textbraceleft ": "{",
    "\\textbraceright ": "}",
    "\\par ": "\n",
  };
  let shown = "";
  for (let at = 0; at < value.length; ) {
    const command = Object.keys(commands).find((name) => value.startsWith(name, at));
    if (command !== undefined) {
      shown += commands[command] ?? "";
      at += command.length;
    } else if (value.charAt(at) === "\\") {
      const char = value.charAt(at + 1);
      if (!"{}$&#_%".includes(char) || char === "")
        throw new Error(`an unknown command: ${value.slice(at, at + 10)}`);
      shown += char;
      at += 2;
    } else if ("$&#_%~^".includes(value.charAt(at)))
      throw new Error(`not escaped: ${value.slice(at, at + 10)}`);
    else {
      if (!"{}".includes(value.charAt(at))) shown += value.charAt(at);
      at++;
    }
  }
  return shown;
}

/** HTML: tags must be closed in order, and no bracket or ampersand stands alone. */
export function checkHtml(source: string): void {
  const open: string[] = [];
  for (const [, text, close, name, attributes] of source.matchAll(
    /([^<]*)<(\/?)([a-z!][a-z0-9]*)([^<>]*)>/gi,
  )) {
    if (/&(?!(?:amp|lt|gt|quot|#39);)|>/.test(text ?? "")) throw new Error(`not escaped: ${text}`);
    if (/^!|^meta$/i.test(name ?? "")) continue;
    if (!/^(?:\s[a-z-]+="[^"<>]*")*$/.test(attributes ?? "")) throw new Error(`attributes: ${attributes}`);
    if (close) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else open.push(name ?? "");
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(" ")}`);
}
