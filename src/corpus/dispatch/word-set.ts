/** A set of words that is made at its first question: most calls of the tool ask few of them. */

export class WordSet {
  private words: Set<string> | undefined;

  /** The words with the separator between them. */
  constructor(
    private readonly list: string,
    private readonly separator = " ",
  ) {}

  has(word: string): boolean {
    this.words ??= new Set(this.list.split(this.separator));
    return this.words.has(word);
  }
}
