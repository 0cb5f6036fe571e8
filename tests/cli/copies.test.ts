/** Copies and versions as a user sees them: one line a group, every article for programs, and what changed. */
import { expect, test } from "vitest";
import { archiveOf, azertac } from "./tool.js";

const body = (fare: string): string =>
  `The ferry to the island opens on Monday after a year of repairs, the harbour office said on Friday. The fare is ${fare} marks and children travel free until the end of the summer.`;
const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
const wire = archiveOf({
  "wire.jsonl":
    line({ id: "old", date: "2024-05-01", title: "Ferry opens", text: body("two") }) +
    line({ id: "new", date: "2024-05-02", title: "CORRECTED-Ferry opens", text: body("nine") }) +
    line({ id: "else", date: "2024-05-03", title: "Lamp sold", text: "A lamp was sold at the harbour." }),
});
const call = (...words: string[]) => azertac([...words, "-d", `${wire}/wire.jsonl`]);

test("list and search show one line a group, with how many copies there are", () => {
  expect(call("list").out).toBe(
    "else\t2024-05-03\t-\tLamp sold\nnew\t2024-05-02\t-\tCORRECTED-Ferry opens\t+1 copy\n",
  );
  expect(call("search", "ferry").out).toContain("new · 2024-05-02 · corrected · +1 copy\n");
  expect(call("search", "ferry").out).not.toContain("2. ");
});

test("--copies shows each or hides all but one", () => {
  expect(call("list", "--copies", "show").out.split("\n")).toHaveLength(4);
  expect(call("list", "--copies", "hide").out).toBe(
    "else\t2024-05-03\t-\tLamp sold\nnew\t2024-05-02\t-\tCORRECTED-Ferry opens\n",
  );
  expect(call("search", "two", "marks", "--copies", "hide", "--ids").out).toBe("new\n");
  const { code, err } = call("list", "--copies", "none");
  expect(code).toBe(2);
  expect(err).toContain("show, group, hide");
});

test("programs see every article, with the ids of its copies", () => {
  const { hits } = JSON.parse(call("search", "ferry", "--json").out);
  expect(hits.map(({ id, copies }: { id: string; copies: string[] }) => [id, copies])).toEqual(
    expect.arrayContaining([
      ["old", ["new"]],
      ["new", ["old"]],
    ]),
  );
  expect(call("list", "--ids").out).toBe("else\nnew\nold\n");
  const [first] = JSON.parse(call("list", "--json").out);
  expect(first.copies).toEqual([]);
  expect(JSON.parse(call("list", "--json", "--copies", "group").out)).toHaveLength(2);
});

test("--unique counts a group once", () => {
  expect(JSON.parse(call("stats", "--json").out).articles).toBe(3);
  expect(JSON.parse(call("stats", "--json", "--unique").out).articles).toBe(2);
  expect(JSON.parse(call("timeline", "--json", "--unique").out).total).toBe(2);
  const { articles } = JSON.parse(call("summary", "--search", "ferry", "--unique", "--json").out);
  expect(articles).toHaveLength(1);
  expect(call("summary", "new", "--unique").code).toBe(2);
});

test("diff shows what changed from the version before, word by word", () => {
  const { code, out, err } = call("diff", "new");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("--- old  2024-05-01  Ferry opens\n+++ new  2024-05-02  CORRECTED-Ferry opens\n");
  expect(out.replace(/\s+/g, " ")).toContain("The fare is [-two-]{+nine+} marks and");
  expect(call("show", "--diff", "new").out).toBe(out);
  expect(call("diff", "old", "new").out).toBe(out);
  const coloured = call("diff", "new", "--color", "always").out;
  expect(coloured).toContain("\u001b[9mtwo\u001b[29m");
  expect(coloured).toContain("\u001b[4mnine\u001b[24m");
  expect(coloured).not.toContain("[-");
  const { paragraphs } = JSON.parse(call("diff", "new", "--json").out);
  expect(paragraphs.flat()).toContainEqual({ type: "removed", text: "two" });
});

test("diff says what it lacks", () => {
  expect(call("diff", "else")).toMatchObject({ code: 1, out: "" });
  expect(call("diff", "else").err).toContain("no other version of else; give a second id");
  expect(call("diff", "nothing").err).toContain('there is no article "nothing"');
  expect(call("diff", "new", "nothing").code).toBe(1);
  expect(call("diff", "new", "new").err).toContain("are the same");
  expect(call("show", "--diff", "old", "new", "else").code).toBe(2);
});
