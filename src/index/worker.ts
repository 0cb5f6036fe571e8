/** A thread that builds segments: a task in, a segment's bytes out. */
import { parentPort } from "node:worker_threads";
import { buildSegment } from "./batch.js";
import { lexicon } from "./lexicon.js";
import type { Answer, Task } from "./pool.js";

/** Bytes between two reports of progress. */
const STEP = 512 * 1024;

parentPort?.on("message", ({ number, files }: Task) => {
  let unsaid = 0;
  const send = (answer: Answer, transfer: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(answer, transfer);
  const built = buildSegment(
    files,
    (bytes) => {
      unsaid += bytes;
      if (unsaid < STEP) return;
      send({ type: "progress", bytes: unsaid });
      unsaid = 0;
    },
    lexicon,
  );
  send({ type: "progress", bytes: unsaid });
  const { bytes, articles, warnings } = built;
  const own = bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
  send({ type: "built", number, bytes, articles, warnings }, own);
});
