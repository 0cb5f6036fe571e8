/** XML as a tree. Tolerant: what is not well-formed is read as far as it goes, and no entity is ever expanded. */
import { Parser } from "htmlparser2";
import { decodeEntities } from "./entities.js";
import { BLOCKS, HIDDEN, ParagraphBuilder, squeeze } from "./html-text.js";

export interface XmlElement {
  /** The local name in lower case: `newsitem` for `<ns0:newsItem>`. */
  name: string;
  /** The prefix in lower case, "" if there is none. */
  prefix: string;
  /** By local name in lower case. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

export interface XmlDocument {
  root: XmlElement;
  /** True if the file ends inside an element. */
  truncated: boolean;
  /** True if the file declares entities of its own, which are left as they are. */
  entities: boolean;
}

/** Deeper elements become part of the one at this depth: every walk over a tree is recursive. */
const MAX_DEPTH = 200;

/** At this depth the rest is read as text without tags: the parser's time grows with the square of it. */
const DEEPEST = 2000;

class TooDeep extends Error {}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function localName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0
    ? ["", name.toLowerCase()]
    : [name.slice(0, colon).toLowerCase(), name.slice(colon + 1).toLowerCase()];
}

/**
 * The document type declaration taken off: its internal subset declares entities, and htmlparser2 would take a bracket
 * in it for the end.
 */
function withoutDoctype(text: string): { text: string; entities: boolean } {
  const start = /<!DOCTYPE\b/i.exec(text.slice(0, 10_000))?.index ?? -1;
  if (start < 0) return { text, entities: false };
  const bracket = text.indexOf("[", start);
  const plainEnd = text.indexOf(">", start);
  if (plainEnd < 0) return { text, entities: false };
  if (bracket < 0 || bracket > plainEnd)
    return { text: text.slice(0, start) + text.slice(plainEnd + 1), entities: false };
  const close = /\]\s{0,100}>/g;
  close.lastIndex = bracket;
  const end = close.exec(text);
  const after = end ? end.index + end[0].length : text.length;
  const subset = text.slice(bracket, after);
  return { text: text.slice(0, start) + text.slice(after), entities: /<!ENTITY\s+[^%\s]/.test(subset) };
}

/** The root is an element of its own around all that the file has at its top. Never throws. */
export function parseXml(source: string, options: { html?: boolean } = {}): XmlDocument {
  const { text, entities } = options.html ? { text: source, entities: false } : withoutDoctype(source);
  const root: XmlElement = { name: "#document", prefix: "", attributes: NO_ATTRIBUTES, children: [] };
  const stack: XmlElement[] = [root];
  let tooDeep = 0;
  let truncated = false;
  let ended = false;
  const top = (): XmlElement => stack.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stack.length > MAX_DEPTH) {
          if (++tooDeep > DEEPEST) throw new TooDeep();
          return;
        }
        const [prefix, local] = localName(name);
        const pairs = Object.entries(attributes);
        const element: XmlElement = {
          name: local,
          prefix,
          attributes:
            pairs.length === 0
              ? NO_ATTRIBUTES
              : new Map(pairs.map(([key, value]) => [localName(key)[1], value])),
          children: [],
        };
        top().children.push(element);
        stack.push(element);
      },
      onclosetag(_name, implied) {
        if (implied && ended) truncated = true;
        if (tooDeep > 0) tooDeep--;
        else if (stack.length > 1) stack.pop();
      },
      ontext(data) {
        const { children } = top();
        const last = children.length - 1;
        const before = children[last];
        // One string for what the parser gives in pieces.
        if (typeof before === "string") children[last] = before + data;
        else children.push(data);
      },
    },
    { xmlMode: options.html !== true, decodeEntities: true, recognizeSelfClosing: options.html !== true },
  );
  try {
    parser.write(text);
    ended = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    top().children.push(text.slice(parser.endIndex + 1).replace(/<[^<>]*>/g, " "));
  }
  return { root, truncated, entities };
}

export const elementsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => typeof child !== "string");

/** The children of a name, in order. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent ? elementsOf(parent).filter((child) => child.name === name) : [];
}

/** The first element along a path of names: `at(item, "head", "docdata")`. */
export function at(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = parent;
  for (const name of path) found = childrenOf(found, name)[0];
  return found;
}

/** All elements of a name below, in document order; those inside of a found one are not looked for. */
export function* descendants(parent: XmlElement | undefined, ...names: string[]): Generator<XmlElement> {
  if (!parent) return;
  for (const child of elementsOf(parent)) {
    if (names.includes(child.name)) yield child;
    else yield* descendants(child, ...names);
  }
}

export function first(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  for (const found of descendants(parent, ...names)) return found;
  return undefined;
}

/** All text inside, as written. */
export function rawText(element: XmlElement | undefined): string {
  if (!element) return "";
  return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

/** All text inside on one line; undefined if there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return squeeze(decodeEntities(rawText(element))) || undefined;
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name);
  return value === undefined ? undefined : squeeze(decodeEntities(value)) || undefined;
}

/** The text of an element as paragraphs, as its block elements divide it. `skip` names elements to leave out. */
export function paragraphsOf(element: XmlElement | undefined, skip: ReadonlySet<string> = HIDDEN): string[] {
  const builder = new ParagraphBuilder();
  const walk = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === "string") builder.text(decodeEntities(child));
      else if (skip.has(child.name)) builder.end();
      else if (child.name === "br") builder.lineBreak();
      else {
        const block = BLOCKS.has(child.name);
        if (block) builder.end();
        walk(child);
        if (block) builder.end();
      }
    }
  };
  if (element) walk(element);
  return builder.finish();
}
