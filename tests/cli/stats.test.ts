/** `azertac stats` as a user runs it. */
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch } from "./tool.js";

const wire = archiveOf({
  "1.txt": dispatch("2024-01-10", "Baku", "January 10", "The clerk of Ilham Aliyev counted the boats."),
  "2.txt": dispatch("2024-01-12", "Ganja", "January 12", "The boats of the fleet were seen by Ilham Aliyev."),
  "notes.txt": "сегодня корабли видел и Ильхам Алиев, сказал он в порту.\n",
});

test("a report", () => {
  const { code, out, err } = azertac(["stats", "-d", wire]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(
    [
      "3 articles, 28 words",
      "2024-01-10 to 2024-01-12",
      "1 without a date",
      "",
      "Places",
      "  Baku   1",
      "  Ganja  1",
      "",
      "Agencies",
      "  AZERTAC  2",
      "",
      "Languages",
      "  en  2",
      "  ru  1",
      "",
      "Names",
      "  Ilham Aliyev  3  Ильхам Алиев",
      "",
    ].join("\n"),
  );
});

test("a query, filters, how many of each, JSON", () => {
  const { out } = azertac(["stats", "boats", "-clerk", "-d", wire, "--since", "2024", "-n", "1", "--json"]);
  expect(JSON.parse(out)).toMatchObject({
    query: "boats -clerk",
    articles: 1,
    places: [{ value: "Ganja", count: 1 }],
    namesFrom: 1,
    names: [{ name: "Ilham Aliyev", articles: 1, spellings: [] }],
  });
});

test("nothing to count: exit code 1; a wrong call: 2", () => {
  expect(azertac(["stats", "zebra", "-d", wire])).toEqual({
    code: 1,
    out: "",
    err: "azertac: nothing found for zebra\n",
  });
  expect(azertac(["stats", "-d", wire, "--place", "Gnaja"]).err).toContain("did you mean Ganja?");
  expect(azertac(["stats", "-d", wire, "--ids"]).code).toBe(2);
  expect(azertac(["stats", "-d", wire, "-n", "0"]).code).toBe(2);
});

test("as CSV: a record a value, under its field", () => {
  const { code, out } = azertac(["stats", "-d", wire, "-n", "1", "--csv"]);
  expect(code).toBe(0);
  expect(out.trimEnd().split("\r\n")).toEqual([
    "field,value,articles",
    "place,Baku,1",
    "agency,AZERTAC,2",
    "language,en,2",
    "name,Ilham Aliyev,3",
  ]);
  expect(azertac(["stats", "zebra", "-d", wire, "--csv"])).toMatchObject({
    code: 1,
    out: "field,value,articles\r\n",
  });
});
