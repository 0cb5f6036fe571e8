/** The operators that stand between two parts of a query, in azertac's form and in those of other tools. */

/** How near two parts must be. */
export interface Nearness {
  /** In words from one to the other; null within a sentence or a paragraph. */
  distance: number | null;
  within: "text" | "sentence" | "paragraph";
  /** The left part stands first. */
  ordered: boolean;
}

/** Words apart where an operator has no number, as in notmuch and SQLite. */
const USUAL = 10;
/** Words may not be farther apart. */
export const FARTHEST = 1_000;

/** With a number: `w/5`, `NEAR/5`, `pre/5`; in any letter case, since a slash and a number are no word. */
const NUMBERED = /^(?:(w|near|n|within|prox)|(pre|adj|onear|p|followed))?\/(\d{1,4})$/i;
/** `w/s`, `w/p`, `/s`, `/p`. */
const SCOPED = /^(?:w|near)?\/(s|p|sent|para|seg)$/i;
/** In capitals only: `NEAR`, `NEAR5`, `N5`, `ADJ3`, `SAME`, `SENT`. */
const CAPITALS = /^(?:(NEAR|N|W)|(ADJ|PRE|ONEAR))(\d{1,4})?$/;

/** The nearness that an operator asks for; undefined for any other text. */
export function nearnessOf(text: string): Nearness | undefined {
  const numbered = NUMBERED.exec(text);
  // `P/5` is ProQuest's "precedes", `w/p` a paragraph.
  if (numbered) return inWords(Number(numbered[3]), numbered[2] !== undefined);
  const scoped = SCOPED.exec(text)?.[1]?.toLowerCase();
  if (scoped === "s" || scoped === "sent") return { distance: null, within: "sentence", ordered: false };
  if (scoped === "p" || scoped === "para" || scoped === "seg")
    return { distance: null, within: "paragraph", ordered: false };
  if (text === "SAME") return { distance: null, within: "paragraph", ordered: false };
  if (text === "SENT") return { distance: null, within: "sentence", ordered: false };
  const capitals = CAPITALS.exec(text);
  if (!capitals || (capitals[3] === undefined && /^[NW]$/.test(text))) return undefined;
  const ordered = capitals[2] !== undefined;
  const usual = ordered && text === "ADJ" ? 1 : USUAL;
  return inWords(capitals[3] === undefined ? usual : Number(capitals[3]), ordered);
}

const inWords = (distance: number, ordered: boolean): Nearness => ({ distance, within: "text", ordered });

/** An operator in azertac's own form. */
export function nearnessText({ distance, within, ordered }: Nearness): string {
  if (within === "sentence") return "w/s";
  if (within === "paragraph") return "w/p";
  return `${ordered ? "pre" : "w"}/${distance}`;
}

/** Functions of other tools that azertac does not have, and what it has instead. */
export const FOREIGN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["caps", "letter case is ignored"],
  ["allcaps", "letter case is ignored"],
  ["nocaps", "letter case is ignored"],
  ["plural", 'write the word in quotation marks, "oils"'],
  ["singular", 'write the word in quotation marks, "oil"'],
  ["near", "write a w/5 b"],
  ["regex", "use * and ? as wildcards"],
  ["fuzzy", "write oil~1"],
  ["exact", 'write "oil"'],
  ["boost", "write oil^2"],
]);
