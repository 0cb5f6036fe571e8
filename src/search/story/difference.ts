/** What changed between two texts, word by word. */
import { diffArrays } from "diff";
import type { DifferencePart } from "../../api/types.js";

/** Between paragraphs, as one token. */
const BREAK = "\n\n";
/** More changes than this are not followed word by word: the time grows with their square. */
const MOST_CHANGES = 4000;
/** And more than this not paragraph by paragraph. */
const MOST_CHANGED_PARAGRAPHS = 2000;

/** The paragraphs of both texts, those that changed with what was removed and added. */
export function differenceOf(before: readonly string[], after: readonly string[]): DifferencePart[][] {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  return paragraphsOf(tidied(wordParts(old, young) ?? paragraphParts(before, after)));
}

/** Words, spaces and signs one by one; in scripts without spaces every character. */
function tokensOf(paragraphs: readonly string[]): string[] {
  const token =
    /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|./gsu;
  return paragraphs.flatMap((paragraph, i) => [
    ...(i > 0 ? [BREAK] : []),
    ...(paragraph.replace(/\s+/g, " ").match(token) ?? []),
  ]);
}

function wordParts(before: string[], after: string[]): DifferencePart[] | null {
  const changes = diffArrays(before, after, { maxEditLength: MOST_CHANGES });
  return changes ? changes.map((change) => partOf(change, "")) : null;
}

function paragraphParts(before: readonly string[], after: readonly string[]): DifferencePart[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGED_PARAGRAPHS });
  if (changes) return joined(changes.map((change) => partOf(change, BREAK)));
  return joined([
    { type: "removed", text: before.join(BREAK) },
    { type: "added", text: after.join(BREAK) },
  ]);
}

interface Change {
  added: boolean;
  removed: boolean;
  value: string[];
}

function partOf({ added, removed, value }: Change, separator: string): DifferencePart {
  return { type: added ? "added" : removed ? "removed" : "same", text: value.join(separator) };
}

/** Parts that are whole paragraphs, with breaks between them. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.map(({ type, text }, i) => ({ type, text: i > 0 ? BREAK + text : text }));
}

/** Joins changes that only a space separates, so that a phrase is removed and another added, not word for word. */
function tidied(parts: readonly DifferencePart[]): DifferencePart[] {
  const tidy: DifferencePart[] = [];
  let [removed, added] = ["", ""];
  const push = (type: DifferencePart["type"], text: string): void => {
    const last = tidy.at(-1);
    if (last?.type === type) last.text += text;
    else if (text !== "") tidy.push({ type, text });
  };
  const end = (): void => {
    const space = removed.endsWith(" ") && added.endsWith(" ") ? " " : "";
    push("removed", removed.slice(0, removed.length - space.length));
    push("added", added.slice(0, added.length - space.length));
    push("same", space);
    [removed, added] = ["", ""];
  };
  parts.forEach(({ type, text }, i) => {
    const isBetween = removed + added !== "" && i + 1 < parts.length && text.trim() === "" && text !== BREAK;
    if (type === "removed" || (type === "same" && isBetween)) removed += text;
    if (type === "added" || (type === "same" && isBetween)) added += text;
    if (type !== "same" || isBetween) return;
    end();
    push(type, text);
  });
  end();
  return tidy;
}

/** Cuts the parts at the breaks between paragraphs. */
function paragraphsOf(parts: readonly DifferencePart[]): DifferencePart[][] {
  const paragraphs: DifferencePart[][] = [[]];
  for (const { type, text } of parts)
    text.split(BREAK).forEach((piece, i) => {
      if (i > 0) paragraphs.push([]);
      if (piece !== "") paragraphs.at(-1)?.push({ type, text: piece });
    });
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
