import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "../../src/text/sentences.js";

test.each([
  ["Officials of the U.S. Navy came. They left.", ["Officials of the U.S. Navy came.", "They left."]],
  ["It was No. 5 of ten. Mr. Smith agreed.", ["It was No. 5 of ten.", "Mr. Smith agreed."]],
  ["Prices rose 5.81 pct. They fell later.", ["Prices rose 5.81 pct.", "They fell later."]],
  ["I. Aliyev opened it. И. Алиев закрыл его.", ["I. Aliyev opened it.", "И. Алиев закрыл его."]],
  ["“We count.” He left.", ["“We count.”", "He left."]],
  ["عاد الوفد؟ نعم عاد.", ["عاد الوفد؟", "نعم عاد."]],
  ["代表团来了。双方讨论了合作。", ["代表团来了。", "双方讨论了合作。"]],
])("%s", (paragraph, sentences) => {
  expect(splitSentences(paragraph)).toEqual(sentences);
});

test("property: no text is lost", () => {
  const bare = (text: string): string => text.replace(/\s+/gu, "");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (paragraph) => {
      expect(bare(splitSentences(paragraph).join(""))).toBe(bare(paragraph));
    }),
  );
});
