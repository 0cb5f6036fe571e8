// How long does a key take in `azertac browse` until its hits are written?
import { run, script } from "./measure.mjs";
import { stored } from "./questions.mjs";

export default function browse({ corpus, env }) {
  const path = stored(corpus.jsonl(), env);
  const { keys, charactersSent, ms, busy } = JSON.parse(
    run(script("browse.mjs", path, env.AZERTAC_CACHE), { env }),
  );
  const line = (what, list, share) => {
    const sorted = [...list].sort((a, b) => a - b);
    const value = sorted[Math.min(keys - 1, Math.floor(share * keys))];
    return { what, value, shown: `${value.toFixed(1)} ms` };
  };
  return {
    title: `${keys} keys, ${charactersSent} characters sent for each`,
    lines: [
      line("from key to frame, median", ms, 0.5),
      line("nine of ten", ms, 0.9),
      line("the slowest", ms, 1),
      line("processor time, median", busy, 0.5),
      line("nine of ten", busy, 0.9),
    ],
  };
}
