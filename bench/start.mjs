// How long do the commands take on the sample that ships with azertac, where starting is all there is?
import { azertac, compare } from "./measure.mjs";

const MOST = 1.35;

export default async function start({ rounds, env }) {
  const calls = [["list"], ["show", "000"], ["search", "Algeria"], ["summary", "000"], ["--version"]];
  const lines = await compare(
    calls.map((words, at) => ({
      what: words.join(" "),
      call: azertac(...words),
      limit: at < 3 ? MOST : undefined,
    })),
    { rounds, env },
  );
  return { title: "the sample", lines };
}
