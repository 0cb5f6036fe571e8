/** Names that a user has set as those of one thing. */
import { tokenize } from "../tokenize.js";

/** Lists of names, each as `lowerCase` gives it, its words with a space between. */
export type Synonyms = readonly (readonly string[])[];

/** What a user has set, in the form in which it is looked up. */
export function synonymsOf(lists: readonly (readonly string[])[]): Synonyms {
  return lists.map((names) =>
    names.map((name) =>
      tokenize(name)
        .map(({ word }) => word)
        .join(" "),
    ),
  );
}
