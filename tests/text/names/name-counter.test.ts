import { describe, expect, test } from "vitest";
import { NameCounter } from "../../../src/text/names/name-counter.js";

/** Names of texts of one paragraph each, with the number of texts that have them. */
function names(...texts: string[]): Record<string, number> {
  const counter = new NameCounter();
  for (const text of texts) counter.add([text]);
  return Object.fromEntries(counter.top(100).map(({ written: [name = ""], texts: count }) => [name, count]));
}

describe("NameCounter", () => {
  test("counts texts, not mentions", () => {
    expect(names("In Northport, Quill and again Quill spoke of Northport.", "he saw Northport")).toEqual({
      Northport: 2,
      Quill: 1,
    });
  });

  test("one name in every spelling, the most frequent first", () => {
    const counter = new NameCounter();
    counter.add(["the speech of Ilham Aliyev"]);
    counter.add(["again Ilham Aliyev spoke"]);
    counter.add(["bu gün İlham Əliyev danışdı"]);
    counter.add(["сегодня Ильхам Алиев выступил"]);
    expect(counter.top(1)).toEqual([{ texts: 4, written: ["Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев"] }]);
  });

  test("a last name is the full name of the same text, in any spelling", () => {
    expect(names("so Marta Quill came, and Quill spoke", "so Marta Quill left")).toEqual({
      "Marta Quill": 2,
    });
    expect(names("сегодня Ильхам Алиев выступил, с Алиевым были", "so Aliyev spoke")).toEqual({
      "Ильхам Алиев": 1,
      Aliyev: 1,
    });
  });

  test("a word that only begins a sentence is no name", () => {
    expect(names("Boats came to Northport.", "The boats left.", "Meanwhile it rained.")).toEqual({
      Northport: 1,
    });
    expect(names("The Harbour Board met.", "the clerk of the Harbour Board")).toEqual({ "Harbour Board": 2 });
  });

  test("what stands in lower case elsewhere is no name by itself", () => {
    expect(names("said the Company of the company, a company")).toEqual({});
  });

  test("titles, days and months are no part of names", () => {
    expect(names("on Monday, Prime Minister Marta Quill and in April, Mr. Quill")).toEqual({
      "Marta Quill": 1,
    });
    expect(names("the President left")).toEqual({});
    expect(names("the Westland Deputy Foreign Minister Marta Quill")).toEqual({ "Marta Quill": 1 });
    expect(names("the Westland Deputy Foreign Minister")).toEqual({ Westland: 1 });
    expect(names("the Minister of Trade")).toEqual({ "Minister of Trade": 1 });
    expect(names("the Foreign Ministry")).toEqual({ "Foreign Ministry": 1 });
    expect(names("bu gün Azərbaycan Respublikasının Prezidenti İlham Əliyev danışdı")).toEqual({
      "İlham Əliyev": 1,
    });
    expect(names("bu gün Əlcəzair Prezidentinin məktubu")).toEqual({ Əlcəzair: 1 });
    expect(names("сегодня от имени Президента Ильхама Алиева")).toEqual({ "Ильхама Алиева": 1 });
  });

  test("two names side by side are told apart by how they stand elsewhere", () => {
    expect(
      names(
        "so Republic of Westland Marta Quill came",
        "the Republic of Westland and its harbour",
        "here Marta Quill spoke",
      ),
    ).toEqual({ "Marta Quill": 2, "Republic of Westland": 2 });
    expect(names("a pair, Westland and Eastland")).toEqual({ Westland: 1, Eastland: 1 });
  });

  test("a name with `and` in it that stands often is one", () => {
    const text = "to the Harbours and Fisheries Board";
    expect(names(text, text, text)).toEqual({ "Harbours and Fisheries Board": 3 });
  });

  test("capitals make no other spelling", () => {
    const counter = new NameCounter();
    counter.add(["so OPEC met"]);
    counter.add(["then OPEC rose"]);
    counter.add(["and Opec fell"]);
    expect(counter.top(1)).toEqual([{ texts: 3, written: ["OPEC"] }]);
  });

  test("no texts, no names", () => {
    expect(new NameCounter().top(10)).toEqual([]);
  });
});
