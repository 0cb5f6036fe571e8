/** The numbers that ranking is tuned with. docs/ranking.md says on which data, and what else was tried. */
export const weights = {
  /** BM25: how soon more of the same word stops counting, and how much length is held against an article. */
  k1: 1.6,
  b: 0.6,
  /** What one occurrence in the title or the lead is worth in the body. */
  title: 4,
  lead: 2,
  /** What an occurrence of another form, spelling or ending is worth beside the word itself. */
  exact: 1,
  form: 0.9,
  spelling: 0.9,
  synonym: 0.7,
  prefix: 0.9,
  wildcard: 0.9,
  /** What a word one or two edits away is worth, and what where no article has the word itself. */
  near: [0.6, 0.4],
  nearUnknown: [0.9, 0.7],
  /** How much the nearness of the query's words may add, as a share of what the rarer of two words gives. */
  nearness: 0.5,
  /** What the weightiest word of feedback counts beside a word of the query. */
  feedback: 0.5,
};
