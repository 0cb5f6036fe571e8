/** Cuts paragraphs into sentences. */

let segmenter: Intl.Segmenter | undefined;

/** Ends of pieces at which no sentence ends: titles, numbers, months, initials, dotted abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(«"“'‘[])(?:\p{Lu}|(?:\p{L}\.){1,5}\p{L}|mr|mrs|ms|dr|prof|gen|col|lt|capt|maj|sgt|gov|sen|rep|st|no|nos|vs|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|est|fig|vol|pp|им|г|ул|др|пр|проф|акад|ген|см|стр|т\.\s?д|т\.\s?п|т\.\s?е|təq|müəl|dos|akad|prof|cən|sm)\.\s*$/iu;
const LOWER_START = /^[\s"“”«»'’)\]]*[\p{Ll}\d]/u;
const SINGLE = /(?:^|[\s(«"“])\p{Lu}\.\s*$/u;

/** Sentences in their order; joined they are the paragraph again, but for white space between them. */
export function splitSentences(paragraph: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "sentence" });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const last = sentences.at(-1);
    if (last !== undefined && continues(last, segment)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

/** True if a piece goes on with the sentence that the segmenter took to be over. */
function continues(before: string, next: string): boolean {
  const end = before.slice(-40);
  if (/\.\s*$/u.test(end)) {
    if (SINGLE.test(end)) return true;
    if (ABBREVIATION.test(end)) return /^[\s"“«(]*[\p{L}\d]/u.test(next);
    if (LOWER_START.test(next) && /\p{L}/u.test(next.charAt(0)) && !/\.\.\s*$/.test(end)) return true;
  }
  // A closing mark that the segmenter left at the beginning of the next sentence.
  return /^[\s]*["”»’)\]]+\s*$/u.test(next);
}
