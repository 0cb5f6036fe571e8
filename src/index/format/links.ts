/** The section `links`: pairs of articles of a segment that are copies or versions of each other, or an excerpt. */
import { ByteReader, ByteWriter, CorruptIndexError } from "./bytes.js";

/** 0: the same; 1: the first is an excerpt of the second; 2: the second is an excerpt of the first. */
export type LinkKind = 0 | 1 | 2;

/** Two articles by their numbers, `a` below `b`. */
export interface Link {
  a: number;
  b: number;
  kind: LinkKind;
}

/** The links as they are stored: for each, varint gap of `a`, varint (b - a - 1) × 3 + kind. */
export function writeLinks(links: Iterable<Link>): Uint8Array {
  const out = new ByteWriter(64);
  let last = 0;
  for (const { a, b, kind } of inOrder(links)) {
    out.varint(a - last);
    out.varint((b - a - 1) * 3 + kind);
    last = a;
  }
  return out.view();
}

/** Throws CorruptIndexError if a link names an article that is not there. */
export function readLinks(bytes: Uint8Array, articles: number): Link[] {
  const reader = new ByteReader(bytes);
  const links: Link[] = [];
  let a = 0;
  while (!reader.done) {
    a += reader.varint();
    const code = reader.varint();
    const b = a + 1 + Math.floor(code / 3);
    if (b >= articles) throw new CorruptIndexError("a link leads nowhere");
    links.push({ a, b, kind: kindOf(code % 3) });
  }
  return links;
}

function kindOf(code: number): LinkKind {
  return code === 1 ? 1 : code === 2 ? 2 : 0;
}

function inOrder(links: Iterable<Link>): Link[] {
  return [...links].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** A link between two articles given in any order, `kind` as from the first to the second. */
export function linkOf(first: number, second: number, kind: LinkKind): Link {
  if (first < second) return { a: first, b: second, kind };
  const reversed = kind === 0 ? 0 : kind === 1 ? 2 : 1;
  return { a: second, b: first, kind: reversed };
}
