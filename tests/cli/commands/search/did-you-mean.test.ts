/** What `search` says on standard error when it finds little. */
import { expect, test } from "vitest";
import { archiveOf, azertac } from "../../tool.js";

const wire = archiveOf({
  "wire.jsonl": [
    ...Array.from({ length: 25 }, (_, i) => ({
      id: `f${i}`,
      text: "The foreign minister spoke of oil prices.",
    })),
    { id: "abbey", text: "The minster by the abbey is a church.", place: "Ganja" },
    { id: "boats", text: "The keeper counted boats." },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n"),
});
const said = (...words: string[]): string => azertac(["search", "-d", wire, ...words]).err;

test("a phrase that no article has: what is missing, and what may have been meant", () => {
  const { code, out, err } = azertac(["search", "-d", wire, '"foriegn minster"']);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(
    'azertac: nothing found for "foriegn minster"\nazertac: no article has "foriegn"\nazertac: did you mean "foreign minister"?\n',
  );
});

test("a relaxed answer names the words that no article has", () => {
  const { code, err } = azertac(["search", "-d", wire, "zebra", "keeper", "unicorn"]);
  expect(code).toBe(0);
  expect(err).toBe(
    'azertac: no article has all the words; showing those with most of them\nazertac: no article has "zebra" or "unicorn"\n',
  );
});

test("few hits: the likelier spelling", () => {
  const inPart = "azertac: 1 article matches in full; the others match in part (--strict leaves them out)\n";
  expect(said("minster")).toBe(`${inPart}azertac: did you mean "minister"?\n`);
  expect(said("minster", "--exact")).toBe('azertac: did you mean "minister"?\n');
  expect(said("boast")).toBe('azertac: did you mean "boats"?\n');
});

test("nothing is said where there is nothing to doubt", () => {
  for (const query of ["boats", "abbey", "foreign minister", "foregin minister", "Ganja OR boats"])
    expect(said(query), query).toBe("");
});

test("what a program reads stays as it is", () => {
  const { code, out, err } = azertac(["search", "-d", wire, "boast", "--json"]);
  expect(code).toBe(0);
  expect(Object.keys(JSON.parse(out))).toEqual(["query", "total", "relaxed", "hits"]);
  expect(err).toBe('azertac: did you mean "boats"?\n');
  expect(azertac(["search", "-d", wire, "boast", "--ids"]).out).toBe("boats\n");
});

test("the value of a field; many missing words are counted", () => {
  expect(said("place:Gnaja")).toContain('did you mean "place:Ganja"?');
  expect(said("qaa qbb qcc qdd qee qff qgg")).toContain(
    'no article has "qaa", "qbb", "qcc", "qdd", "qee" and 2 more\n',
  );
});

test("a single word that no article has is named once", () => {
  expect(said("zebra")).toBe("azertac: nothing found for zebra\n");
});

test("timelines and statistics say the same of a query that finds nothing", () => {
  for (const command of ["timeline", "stats"]) {
    const { code, out, err } = azertac([command, "-d", wire, '"foriegn minister"']);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain('no article has "foriegn"\nazertac: did you mean "foreign minister"?\n');
    expect(azertac([command, "-d", wire, "zebra", "keeper"]).err).toContain('no article has "zebra"');
    expect(azertac([command, "-d", wire, "boast"]).err).not.toContain("azertac:");
  }
});

test("a long query that finds nothing is said by its beginning", () => {
  const err = said(`"${"foreign ".repeat(900)}"`);
  expect(err).toMatch(/^azertac: nothing found for "foreign [^\n]{180,200}…\n/);
  expect(err.length).toBeLessThan(600);
});

test("what was typed does not speak to the terminal", () => {
  const { err } = azertac(["search", "-d", wire, "zebra\u001b[2J", "unicorn"]);
  expect(err).toContain('no article has "zebra"');
  expect(err).not.toContain("\u001b");
});
