/**
 * The languages (ISO 639-1) whose words have stems. Apart from the stemmers: an index is built with the codes alone, and to
 * load the stemmers takes longer than a small archive takes to be read.
 */
export const STEMMED_LANGUAGES = [
  "en",
  "ru",
  "tr",
  "de",
  "fr",
  "es",
  "ar",
  "az",
  "fa",
  "ka",
  "hy",
  "kk",
  "uk",
] as const;

export type StemmedLanguage = (typeof STEMMED_LANGUAGES)[number];
