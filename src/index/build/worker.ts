/** A thread that builds segments: a task in, a segment's bytes out. */
import { parentPort } from "node:worker_threads";
import { buildSegment } from "./batch.js";
import type { Answer, Task } from "./pool.js";
import { lexicon } from "./term-analyzer.js";

/** Bytes between two reports of progress. */
const STEP = 512 * 1024;

/** Does a task and sends what comes of it. */
export async function work(
  { number, files }: Task,
  send: (answer: Answer, transfer?: ArrayBuffer[]) => void,
): Promise<void> {
  let unsent = 0;
  const built = await buildSegment(
    files,
    (bytes) => {
      unsent += bytes;
      if (unsent < STEP) return;
      send({ type: "progress", bytes: unsent });
      unsent = 0;
    },
    lexicon,
  );
  send({ type: "progress", bytes: unsent });
  const { bytes } = built;
  send({ type: "built", number, ...built }, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
}

parentPort?.on("message", (task: Task) => {
  const working = work(task, (answer, transfer) => parentPort?.postMessage(answer, transfer));
  // An error that nobody catches ends the thread, and the pool hears of it.
  working.catch((error: unknown) => {
    setImmediate(() => {
      throw error;
    });
  });
});
