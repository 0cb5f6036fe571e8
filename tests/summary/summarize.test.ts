import { describe, expect, test } from "vitest";
import { type SummarizeOptions, summarize, summarizeTogether } from "../../src/summary/summarize.js";
import { splitSentences } from "../../src/text/sentences.js";
import { tokenize } from "../../src/text/tokenize.js";

const LEAD = "The lighthouse keepers of the northern shore met on Monday to count the boats of the season.";
const paragraphs = [
  LEAD,
  "The weather was fine. Three keepers came by bicycle.",
  "The keepers counted boats of the northern shore twice, as in every season, the harbour office said.",
  "Tea was served afterwards. A dog barked at the gate.",
];
const source = { paragraphs, language: "en" };
const all = paragraphs.flatMap((paragraph) => splitSentences(paragraph));
const countWords = (sentences: readonly string[]): number => tokenize(sentences.join(" ")).length;

describe("one article", () => {
  test("so many sentences, in the article's order, each one of the article's", () => {
    for (const sentences of [1, 2, 3, 5]) {
      const places = summarize(source, { sentences }).map((one) => all.indexOf(one));
      expect(places).toHaveLength(sentences);
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(summarize(source)).toHaveLength(3);
  });

  test("the lead that says it all is in the summary", () => {
    expect(summarize(source, { sentences: 1 })).toEqual([LEAD]);
  });

  test("the first sentence of a dispatch is worth more than that of another article", () => {
    const body = {
      language: "en",
      paragraphs: [
        "Keepers met on the northern shore.",
        "The keepers of the northern shore counted the boats and the nets of the season.",
        "The season had fewer boats and nets than the last one, the keepers of the shore found.",
      ],
    };
    const [first = ""] = body.paragraphs;
    expect(summarize(body, { sentences: 1 })).not.toEqual([first]);
    expect(summarize({ ...body, isDispatch: true }, { sentences: 2 })).toContain(first);
  });

  test("the weight of a place falls from sentence to sentence, steeply in a dispatch", () => {
    // All alike but for a word, so that only the place tells them apart.
    const body = ["oak", "elm", "ash", "fir", "yew", "box"].map(
      (tree) => `Keepers counted boats and nets near the ${tree}.`,
    );
    const fillers = ["Grain fell.", "Tea was served with bread.", "Rain went on."];
    for (const isDispatch of [true, false]) {
      const chosen = summarize(
        { language: "en", paragraphs: [...body, ...fillers], isDispatch },
        { sentences: 1 },
      );
      expect(chosen).toEqual(body.slice(0, 1));
    }
    // Said better in the third sentence: that weighs more than the first but in a dispatch.
    const told = [
      "Keepers of the shore met for boats.",
      "Tea was served.",
      "Keepers of the shore counted boats, nets and oars.",
      "The boats, nets and oars of the shore are old.",
      "Oars and nets are counted.",
    ];
    expect(summarize({ language: "en", paragraphs: told }, { sentences: 1 })).toEqual([told[2]]);
    expect(summarize({ language: "en", paragraphs: told, isDispatch: true }, { sentences: 1 })).toEqual([
      told[0],
    ]);
  });

  test("what all sentences are about wins over little words, wherever it stands", () => {
    const body = [
      "It was what it was and they were as they were, or so it would seem to him and to her.",
      "Boats were counted on the shore.",
      "Of the boats on the shore nine were new.",
      "It is as it is, he said, and that is what they are.",
    ];
    expect(summarize({ paragraphs: body, language: "en" }, { sentences: 2 })).toEqual(body.slice(1, 3));
  });

  test("an article of few sentences is its own summary, one of none has none", () => {
    expect(summarize({ paragraphs: ["One. Two."] }, { sentences: 3 })).toEqual(["One.", "Two."]);
    expect(summarize({ paragraphs: [] })).toEqual([]);
    expect(summarize({ paragraphs: ["***", "…"] })).toEqual(["***", "…"]);
  });

  test("a signature is no sentence while there are others", () => {
    const signed = { paragraphs: [...paragraphs, "REUTER"], language: "en" };
    expect(summarize(signed, { words: 1_000 })).toEqual(all);
    expect(summarize(signed, { sentences: all.length })).toEqual(all);
    expect(summarize(signed, { sentences: all.length + 1 })).toEqual([...all, "REUTER"]);
  });

  test("a sentence that stands twice is taken once, even if nothing else is left", () => {
    const again = [LEAD, LEAD, ...paragraphs.slice(1), LEAD];
    for (const sentences of [2, 3, 4, 9]) {
      const summary = summarize({ paragraphs: again, language: "en" }, { sentences });
      expect(summary.filter((one) => one === LEAD)).toHaveLength(1);
      expect(summary).toHaveLength(Math.min(sentences, all.length));
    }
  });

  test("a text as long as a book has a summary", () => {
    const long = Array.from(
      { length: 5_000 },
      (_, i) => `Keeper ${i} counted ${i * 7} boats on shore ${i % 13}.`,
    );
    expect(summarize({ paragraphs: long, language: "en" }, { sentences: 50 })).toHaveLength(50);
  });
});

describe("a budget of words", () => {
  test.each([12, 20, 30, 45, 60])("%i", (words) => {
    const summary = summarize(source, { words });
    expect(countWords(summary)).toBeLessThanOrEqual(words);
    expect(summary.length).toBeGreaterThan(0);
  });

  test("as many sentences as it takes, unless their number is given too", () => {
    expect(summarize(source, { words: 1_000 })).toEqual(all);
    expect(summarize(source, { words: 1_000, sentences: 2 })).toHaveLength(2);
  });

  test("the shortest sentence if none fits", () => {
    expect(summarize(source, { words: 1 })).toEqual(["The weather was fine."]);
  });
});

describe("a question", () => {
  const asked = (word: string): SummarizeOptions => ({
    answers: (sentence) => (sentence.toLowerCase().includes(word) ? 1 : 0),
  });

  test("leans the summary towards what answers it", () => {
    expect(summarize(source, { sentences: 1, ...asked("bicycle") })).toEqual([
      "Three keepers came by bicycle.",
    ]);
    expect(summarize(source, { sentences: 2, ...asked("bicycle") })).toContain(LEAD);
  });

  test("that nothing answers changes nothing", () => {
    expect(summarize(source, asked("zebra"))).toEqual(summarize(source));
  });
});

/** Each of these has a centre in its own language, told in several forms of the same words. */
test.each([
  [
    "az",
    [
      "Azərbaycan və Əlcəzair xarici işlər nazirlikləri arasında siyasi məsləhətləşmələr keçirilib.",
      "Hava yaxşı olub.",
      "Məsləhətləşmələrdə Azərbaycanla Əlcəzairin siyasi münasibətləri müzakirə edilib.",
      "Çay süfrəsi açılıb.",
      "Nazirliklər siyasi məsləhətləşmələri gələn il Azərbaycanda davam etdirəcək.",
    ],
  ],
  [
    "ru",
    [
      "Министерства иностранных дел Азербайджана и Алжира провели политические консультации.",
      "Погода была хорошей.",
      "На консультациях обсудили политические отношения Азербайджана с Алжиром.",
      "Подали чай.",
      "Министерства продолжат политические консультации в Азербайджане.",
    ],
  ],
  [
    "tr",
    [
      "Azerbaycan ve Cezayir dışişleri bakanlıkları siyasi istişareler gerçekleştirdi.",
      "Hava güzeldi.",
      "İstişarelerde Azerbaycan'ın Cezayir ile siyasi ilişkileri ele alındı.",
      "Çay ikram edildi.",
      "Bakanlıklar siyasi istişareleri Azerbaycan'da sürdürecek.",
    ],
  ],
  [
    "zh",
    [
      "阿塞拜疆和阿尔及利亚外交部举行政治磋商。",
      "天气很好。",
      "双方在磋商中讨论了阿塞拜疆与阿尔及利亚的政治关系。",
      "上了茶。",
      "外交部将在阿塞拜疆继续政治磋商。",
    ],
  ],
  [
    "ar",
    [
      "أجرت وزارتا خارجية أذربيجان والجزائر مشاورات سياسية في العاصمة.",
      "كان الطقس جميلا.",
      "ناقشت المشاورات العلاقات السياسية بين أذربيجان والجزائر.",
      "قدم الشاي.",
      "ستواصل الوزارتان مشاورات سياسية في أذربيجان.",
    ],
  ],
])("%s: what is central is found without English", (language, body) => {
  const chosen = summarize({ paragraphs: [body.join(language === "zh" ? "" : " ")], language });
  expect(chosen).toEqual([body[0], body[2], body[4]]);
});

describe("several articles", () => {
  const second = {
    language: "en",
    paragraphs: [
      "The harbour office published its yearly report on boats of the northern shore on Friday.",
      LEAD,
      "The report names every keeper.",
    ],
  };

  test("each sentence has the number of its article, in the order of these", () => {
    const picked = summarizeTogether([source, second], { sentences: 4 });
    expect(picked).toHaveLength(4);
    expect(picked.map(({ source }) => source)).toEqual([...picked.map(({ source }) => source)].sort());
    for (const { source: at, text } of picked)
      expect([paragraphs, second.paragraphs][at]?.join(" ")).toContain(text);
  });

  test("what two articles say alike is said once", () => {
    const picked = summarizeTogether([source, second], { sentences: 5 });
    expect(picked.filter(({ text }) => text === LEAD)).toHaveLength(1);
    expect(new Set(picked.map(({ source }) => source)).size).toBe(2);
  });

  test("articles without text are passed over", () => {
    expect(summarizeTogether([{ paragraphs: [] }, source], { sentences: 1 })).toEqual([
      { source: 1, text: LEAD },
    ]);
  });
});
