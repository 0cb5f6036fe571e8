// How many queries a second does an archive answer that stays open in a program?
import { run, script } from "./measure.mjs";
import { stored } from "./questions.mjs";

export default function library({ corpus, env }) {
  const path = stored(corpus.jsonl(), env);
  const input = corpus.profile.words.join("\n");
  const { plain, bare, fuzzy } = JSON.parse(
    run(script("library.mjs", path, env.AZERTAC_CACHE), { env, input }),
  );
  const line = (what, { queries, found, perSecond }, least) => ({
    what: `${what} (${queries} words, ${found} found)`,
    value: perSecond,
    shown: `${Math.round(perSecond)} a second`,
    least,
  });
  return {
    title: "a JSONL file that stays open",
    lines: [
      line("one-word queries", plain, 2000),
      line("the same without passages", bare),
      line("mistyped ones", fuzzy, 200),
    ],
  };
}
