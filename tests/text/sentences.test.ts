import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencePieces, splitSentences } from "../../src/text/sentences.js";

/** Sentences are divided by a bar. */
function expectSplit(marked: string, language?: string): void {
  const sentences = marked.split("|").map((one) => one.trim());
  expect(splitSentences(sentences.join(" "), language)).toEqual(sentences);
}

describe("English", () => {
  test.each([
    "Officials of the U.S. Navy came. | They left.",
    "He lives in the U.S. | The army does not.",
    "It was No. 5 of ten. | Mr. Smith agreed.",
    "He said no. | Then he left.",
    "The Rev. J. R. Smith spoke. | J.R.R. Tolkien and George W. Bush did not.",
    "I. Aliyev opened it. | H.E. Jones closed it.",
    "Ex-Gen. Colin Powell met Lt. Col. Brown on Jan. 5. | On Feb. 6 they met St. Ives.",
    "Prices rose 5.81 pct. | They fell by $1.5 bn in 2024. | Sales were .5 higher.",
    "It grew in 2024. | 5 people saw it. | The value was 22. | Then it fell.",
    "Apple Inc. said so. | Smith & Co. Ltd. Manchester denied it. | It was Acme Corp. | They knew.",
    'So said Acme Corp. | “We count.” | H. “Harry” Smith sold Acme Inc. | "We do not."',
    "Yahoo! Inc. was sold. | What now? | Who knows!",
    "They met at 5 p.m. Monday in Washington, D.C. | In the morning, e.g. Tuesday, they left at 3 a.m. | Nobody saw them.",
    "1. The parties agreed. | 2. The treaty holds.",
    "Nicholas II. of Russia came. | Henry VIII. | He did not.",
    "Smith et al. wrote it, vs. Jones, approx. 5 pages.",
    "See www.azertac.az or mail a.b@c.org. | Node.js 20.19.1 is out.",
    "The Ph.D. Programme began. | iPhone sales rose.",
  ])("%s", (marked) => expectSplit(marked));
});

describe("quotations and ellipses", () => {
  test.each([
    "“We count.” | He left.",
    "“We count,” he said. | “We sail.”",
    '"Why?" he asked. | "Because!" she said. | "Well." | They left.',
    "He said: “We count. | We sail.” | (He had said it before.) | Then he left.",
    "‘We count.’ | ‘We sail.’",
    "„Wir zählen.“ | Er ging.",
    "« Nous comptons. » | Il partit.",
    "«Мы пришли!» — сказал он. | «Мы уйдём».",
    "Well... he said, and left... | They stayed… | Nobody knows… not even he.",
    "...and so it ended. | It did.",
    "What?! | No!!! | Really?..",
    "He left (the door was open). | [It was.] | So.",
  ])("%s", (marked) => expectSplit(marked));

  test("a last mark that stands apart belongs to the sentence before it", () => {
    expect(splitSentences("“We count. ”")).toEqual(["“We count. ”"]);
    expect(splitSentences("They left. ***")).toEqual(["They left. ***"]);
    expect(splitSentences("...")).toEqual(["..."]);
  });
});

describe("other languages", () => {
  test.each([
    ["az", "Görüşdə dos. Ə. Məmmədov və prof. R. Əliyev çıxış etdilər. | Sonra alma, armud və s. satıldı."],
    ["az", "“Biz gəldik!” – deyə o bildirib. | İ. Əliyev cavab verdi. | Bu, son deyildi."],
    ["az", "Qiymət 5.81 faiz artıb. | Bakıda küç. 28 May, ev 5 tapılıb."],
    ["ru", "Президент И. Г. Алиев прибыл в г. Баку. | Его встретили на ул. Низами, д. 5."],
    ["ru", "Это было в апреле прошлого, то есть 2024 г. | Стороны обсудили нефть, газ и т. д. в деталях."],
    ["ru", "В 2025 г. Азербайджан продал 5 млн. баррелей, т.е. больше. | Так сказал акад. Дж. Смит."],
    ["ru", "Пришли Алиев, Гасанов и др. | Они говорили. | См. стр. 5."],
    ["tr", "Prof. Dr. Ahmet Yılmaz ve Doç. Ayşe Kaya konuştu. | 8. Cumhurbaşkanı Turgut Özal anıldı."],
    ["de", "Er kam am 22. April mit Dr. Meier. | Am 3. Oktober ging er."],
    ["ar", "عاد الوفد؟ | نعم عاد. | قال د. أحمد ذلك."],
    ["ur", "وفد آیا۔ | وہ چلا گیا۔"],
    ["hi", "वे आए। | वे गए।"],
    ["ka", "ისინი მოვიდნენ. | შემდეგ წავიდნენ."],
  ])("%s: %s", (language, marked) => expectSplit(marked, language));

  test("Chinese and Japanese need no space", () => {
    expect(splitSentences("代表团来了。双方讨论了合作！他问：“为什么？”然后离开了。")).toEqual([
      "代表团来了。",
      "双方讨论了合作！",
      "他问：“为什么？”",
      "然后离开了。",
    ]);
    expect(splitSentences('他说:"来了。"他走了。"好。"她说。')).toEqual([
      '他说:"来了。"',
      "他走了。",
      '"好。"',
      "她说。",
    ]);
    expect(splitSentences("「来ました。」彼は言った。")).toEqual(["「来ました。」", "彼は言った。"]);
  });
});

describe("where no sentence ends", () => {
  test.each([
    ["en", "The case Quill v. Fenn was heard. | Nobody came."],
    [
      "en",
      "It was sent by Com. & Adm. in the night. | It was seen in vol. IX of the works. | See Fig. V. | He said no. | I left.",
    ],
    ["en", "Pvt. Odo Fenn and Det. Marta Quill met Fr. Tarn. | They left (see no. XIV of it)."],
    ["de", "Die Firma hat 300 Mio. Euro und 3 Mrd. Dollar verloren. | Er zahlte 5 Mio. | Das war viel."],
    [
      "de",
      "Der Preis ist von 3 bzw. 4 Euro gestiegen. | Das gilt z. B. Berlin, i. A. Dr. Fenn, vgl. Bd. 3 und Abs. IV.",
    ],
    [
      "es",
      "Los EE. UU. han dicho que no. | La Sra. López y la Dra. Pérez están en los JJ. OO. de Madrid. | El Gral. Quill habló.",
    ],
    ["es", "Véase la pág. 5 y el núm. 7, p. ej. Madrid. | Así fue en EE. UU. | El ministro calló."],
    [
      "it",
      "Il dott. Rossi e l'on. Verdi sono a Roma. | La sig.ra Bianchi e l'avv. Neri, pag. 5. | Il governo tace.",
    ],
    ["fr", "MM. Quill et Fenn ont payé env. 300 euros. | Mgr. Tarn est venu. | Il est parti."],
    ["pt", "O Exmo. Sr. Quill e a Dra. Fenn vieram. | Ver pág. 5. | Ele saiu."],
    ["nl", "Dhr. Quill en mevr. Fenn kwamen, bijv. Tarn, zie blz. 5. | Hij ging."],
    ["az", "Bakı ş. Nizami küç. 5 ünvanında yığışıblar. | Sonra getdilər."],
    ["tr", "Org. Quill ve Op. Dr. Fenn geldi. | Sonra gittiler."],
    ["ja", "これは「はい。」と首相が述べた。 | 会談は終わった。"],
  ])("%s: %s", (language, marked) => expectSplit(marked, language));

  test("the words of other languages are words", () => {
    expectSplit("He turned it on. | Then it broke, as did the arch. | They bowed.", "en");
  });
});

describe("ends as they are typed", () => {
  test.each([
    ["hy", "Նախարարը ժամանեց Երևան: | Նա հանդիպեց նախագահին: | Ժամը 10:30 էր:"],
    ["el", "Τι είπε ο υπουργός; | Δεν είπε τίποτα. | Γιατί\u037e | Κανείς δεν ξέρει."],
  ])("%s: %s", (language, marked) => {
    expectSplit(marked, language);
    expectSplit(marked);
  });

  test("a colon and a semicolon end nothing in other languages", () => {
    expectSplit("He said: We count; They sail.", "en");
  });
});

test("a full stop without a space behind it ends a sentence, but no name of a site", () => {
  expect(
    splitSentences("So he said.President Aliyev left. Oxu.Az and Node.js wrote of St.Petersburg."),
  ).toEqual(["So he said.", "President Aliyev left.", "Oxu.Az and Node.js wrote of St.Petersburg."]);
});

test("a text without capitals is cut at its full stops", () => {
  expect(splitSentences("the ship sailed. it came back.")).toEqual(["the ship sailed.", "it came back."]);
});

const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(..."aB5. .!?…。”“\"'()«» —\n\u00a0г"), maxLength: 60 }),
);

test("property: joined, the pieces are the text unit for unit, and none is empty", () => {
  fc.assert(
    fc.property(anything, fc.constantFrom("en", "tr", null), (paragraph, language) => {
      const pieces = sentencePieces(paragraph, language);
      expect(pieces.join("")).toBe(paragraph);
      expect(pieces.every((piece) => piece !== "")).toBe(true);
    }),
  );
});

test("property: a sentence is not cut again", () => {
  fc.assert(
    fc.property(fc.constantFrom("It rose. ", "He left? ", "“So.” ", "Who! "), fc.nat(50), (one, times) => {
      const sentences = splitSentences(one.repeat(times));
      expect(sentences).toEqual(Array.from({ length: times }, () => one.trim()));
    }),
  );
});

test.each([
  ["full stops", ".".repeat(1_000_000)],
  ["stops and spaces", "a. ".repeat(300_000)],
  ["spaces", `a.${" ".repeat(1_000_000)}b`],
  ["quotes", `a。${'"'.repeat(300_000)}`],
  ["quotes behind stops", 'a。"'.repeat(200_000)],
  ["openers", `a. ${"(".repeat(500_000)}`],
  ["numbers and year signs", "5 г. ".repeat(100_000)],
  ["one long sentence of abbreviations", "г. Dr. U.S. ".repeat(50_000)],
])("megabytes of %s are no trouble", (_, text) => {
  expect(sentencePieces(text).join("")).toBe(text);
});
