/** The texts of --help that are more than one line: examples, the query language, notes. They fit 80 columns. */

export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;

export const QUERY_HELP = `
The query:
  oil gas           both words, in any form or spelling, mistyped or not
  "oil and gas"     these words side by side, as typed
  -gas, NOT gas     without this word
  oil OR gas        either word
  petrol*           words that begin with petrol
  oil~1             words at most 1 edit away (0, 1 or 2)
  title:oil         in the title; also place:Baku agency:TASS lang:en id:6d47
  date:2025-04..2025-05
                    from one date to another
  ( )               groups; AND, OR and NOT only in capitals
A word after a single minus is excluded (except -n, -d, -h).
After -- everything is the query.
`;

export const NOTES = `
azertac reads the folder or file given with -d, or else those in AZERTAC_DIR,
or else the sample that ships with it. Options may also stand before the
command. Output to a terminal is in colour; NO_COLOR and FORCE_COLOR change
that. Put your defaults in ~/.config/azertac/config.toml.

More:
  $ man azertac
`;
