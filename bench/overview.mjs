// How long do related articles and counts over time take in a JSONL file with a stored index?
import { azertac, compare } from "./measure.mjs";
import { stored } from "./questions.mjs";

export default async function overview({ corpus, rounds, env }) {
  const path = stored(corpus.jsonl(), env);
  const { id } = corpus.profile;
  const calls = [
    { what: `related ${id}`, call: azertac("related", "-d", path, id), limit: 2 },
    { what: "timeline", call: azertac("timeline", "-d", path), limit: 2 },
    {
      what: "timeline foreign minister",
      call: azertac("timeline", "-d", path, "foreign minister"),
      limit: 2,
    },
    { what: "stats", call: azertac("stats", "-d", path) },
  ];
  return { title: "a JSONL file, its index stored", lines: await compare(calls, { rounds, env }) };
}
