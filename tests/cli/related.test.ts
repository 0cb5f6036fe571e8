/** `azertac related` as a user runs it. */
import { expect, test } from "vitest";
import { archiveOf, azertac, dispatch, SAMPLE_NOTE, SEED_ID, shell } from "./tool.js";

const FLEET = "The keeper of the Northport lighthouse counted the boats of the herring fleet twice.";
const wire = archiveOf({
  "001_aaaaaaaaaaaaaaaa.txt": dispatch("2024-01-10", "Baku", "January 10", FLEET),
  "002_bbbbbbbbbbbbbbbb.txt": dispatch("2024-02-20", "Ganja", "February 20", FLEET),
  "003_cccccccccccccccc.txt": dispatch(
    "2025-03-30",
    "Paris",
    "March 30",
    "Grain prices fell on the exchange.",
  ),
});

test("in a pipe: the columns of list, and the words that tie", () => {
  const { code, out, err } = azertac(["related", "1", "-d", wire]);
  const columns = ["bbbbbbbb", "2024-02-20", "Ganja", FLEET.slice(0, -1)].join("\t");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.startsWith(`${columns}\t`)).toBe(true);
  expect(out.trimEnd().split("\t")[4]?.split(", ")).toEqual(
    expect.arrayContaining(["Northport", "lighthouse"]),
  );
});

test("as JSON, lines, CSV and ids", () => {
  const [article] = JSON.parse(azertac(["related", "1", "-d", wire, "--json"]).out);
  expect(article).toMatchObject({ id: "bbbbbbbbbbbbbbbb", place: "Ganja", score: expect.any(Number) });
  expect(article.ties).toContain("Northport");
  expect(JSON.parse(azertac(["related", "1", "-d", wire, "--jsonl"]).out)).toEqual(article);
  const [header, record] = azertac(["related", "1", "-d", wire, "--csv"]).out.split("\r\n");
  expect(header).toBe("id,path,date,place,agency,language,title,titleFrom,words,paragraphs,score,ties");
  expect(record).toContain("Northport");
  const shown = shell(`azertac show -d "${wire}" $(azertac related 1 -d "${wire}" --ids)`);
  expect(shown.out).toContain("bbbbbbbbbbbbbbbb");
});

test("nothing related: exit code 1", () => {
  expect(azertac(["related", SEED_ID])).toEqual({
    code: 1,
    out: "",
    err: `${SAMPLE_NOTE}azertac: no other article is related to ${SEED_ID}\n`,
  });
  const { code, out, err } = azertac(["related", "1", "-d", wire, "--place", "Gnaja", "--json"]);
  expect({ code, out }).toEqual({ code: 1, out: "[]\n" });
  expect(err).toContain("did you mean Ganja?");
});

test("nothing to show although something is related: why", () => {
  const err = (...words: string[]): string => azertac(["related", "1", "-d", wire, ...words]).err;
  expect(err("--since", "2030")).toBe("azertac: no article that is related to 1 matches the filters\n");
  expect(err("--offset", "5")).toBe("azertac: no more articles are related to 1\n");
});

test("an id that is not there: exit code 1 and the nearest; a wrong call: 2", () => {
  const { code, out, err } = azertac(["related", "zebra", "-d", wire]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain('there is no article "zebra"');
  expect(azertac(["related"]).code).toBe(2);
  expect(azertac(["related", "1", "-d", wire, "--since", "soon"]).code).toBe(2);
});

test("a stored archive gives the same, also when the article has changed since", () => {
  const lines = Array.from({ length: 4_000 }, (_, i) =>
    JSON.stringify({
      id: `n${i}`,
      text: `Report ${i}: the harvest of plot number ${i} was neither good nor bad.`,
    }),
  );
  const big = archiveOf({ "wire.jsonl": `${lines.join("\n")}\n`, "a.txt": FLEET, "b.txt": FLEET });
  const cache = { AZERTAC_CACHE: `${big}-cache` };
  const ids = () => azertac(["related", "a", "-d", big, "--ids"], cache).out;
  expect(ids()).toBe("b\n");
  expect(ids()).toBe("b\n");
  shell(`echo "Report: the harvest of plot number 7 was neither good nor bad." > "${big}/a.txt"`);
  expect(ids()).toContain("n7\n");
});
