// How long do searches, lists and single articles take in a JSONL file with a stored index, and how much memory?
import { azertac, compare, peakLine } from "./measure.mjs";
import { queries, searches, stored } from "./questions.mjs";

/** Up to so many articles the lower limit holds. */
const LARGE = 100_000;

export default async function search({ corpus, rounds, env, work }) {
  const path = stored(corpus.jsonl(), env);
  const { articles, id } = corpus.profile;
  const large = articles > LARGE;
  const lines = await compare(
    [
      ...searches(path, corpus, { env, limit: large ? 2 : 1.5 }),
      { what: "list -n 20", call: azertac("list", "-d", path, "-n", "20"), limit: 1.5 },
      { what: `show ${id}`, call: azertac("show", "-d", path, id), limit: 1.5 },
    ],
    { rounds, env },
  );
  const peaks = queries(corpus).map((query) =>
    peakLine("peak memory of a search", azertac("search", "-d", path, query), { env, work, limit: 200 }),
  );
  const [most] = peaks.sort((a, b) => b.value - a.value);
  return { title: "a JSONL file, its index stored", lines: [...lines, most] };
}
