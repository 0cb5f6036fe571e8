/** What is written as one word here and as two there: `ceasefire`, `cease-fire`, `cease fire`; `1000` and `1 000`. */
import type { Snapshot } from "../../index/read/snapshot.js";
import { functionWords } from "../../text/function-words.js";
import { COMPOUND } from "../../text/joined-units.js";

/** Words that English writes with a space as well, which no hyphen in an archive shows. */
const OPEN =
  "per-cent web-site any-one some-one every-one air-port life-time world-wide nation-wide health-care child-care " +
  "life-style data-base on-line off-line border-line head-quarters news-paper spokes-man spokes-woman police-man " +
  "fire-fighter land-mark land-slide earth-quake war-time peace-time policy-maker law-maker super-power sea-port " +
  "cease-fire air-strike drug-store birth-place market-place work-place work-force time-table text-book foot-ball " +
  "basket-ball hand-ball volley-ball";

let open: ReadonlyMap<string, readonly string[]> | undefined;

function openParts(word: string): readonly string[] | undefined {
  open ??= new Map(OPEN.split(" ").map((entry) => [entry.replace("-", ""), entry.split("-")]));
  return open.get(word);
}

/** The parts in which a word stands in the archive, each list side by side. */
export function splitForms(snapshot: Snapshot, word: string): string[][] {
  const forms: string[][] = [];
  if (/^[0-9]/.test(word)) {
    if (/^[0-9]{4,12}$/.test(word)) forms.push(groupsOfThree(word));
    return forms;
  }
  const parts = openParts(word);
  if (parts) forms.push([...parts]);
  const found = new Set<string>();
  for (const { segment } of snapshot.segments)
    for (const { word: part } of segment.withSpelling(COMPOUND + word)) found.add(part);
  for (const first of found) {
    const second = word.slice(first.length);
    if (!word.startsWith(first) || !found.has(second)) continue;
    if (!forms.some(([known]) => known === first)) forms.push([first, second]);
  }
  return forms;
}

function groupsOfThree(digits: string): string[] {
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups;
}

/** More letters no word has that is written in parts. */
const LONGEST = 24;

/** Two words as one, if the archive has it; null as well where both only say how a sentence is built: `may be`. */
export function joinedForm(snapshot: Snapshot, first: string, second: string): string | null {
  const joined = first + second;
  if (joined.length > LONGEST || joined.length < 3) return null;
  const isNumber = /^[0-9]/.test(joined);
  if (isNumber && !(/^[0-9]{1,3}$/.test(first) && /^[0-9]{3}$/.test(second))) return null;
  if (!snapshot.segments.some(({ segment }) => segment.term(joined))) return null;
  const common = functionWords(null);
  return first.length > 1 && common.has(first) && common.has(second) ? null : joined;
}

/** A phrase has at most so many other spellings. */
const MOST_FORMS = 6;

/** The words of a phrase with two of them joined, or one of them in parts, one at a time. */
export function otherForms(snapshot: Snapshot, words: readonly string[]): string[][] {
  const forms: string[][] = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    const joined = next === undefined ? null : joinedForm(snapshot, word, next);
    if (joined !== null) forms.push([...words.slice(0, i), joined, ...words.slice(i + 2)]);
    for (const parts of splitForms(snapshot, word))
      forms.push([...words.slice(0, i), ...parts, ...words.slice(i + 1)]);
  });
  return forms.slice(0, MOST_FORMS);
}
