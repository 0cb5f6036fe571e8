/** Builds the segments of a whole archive on all cores. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Warning } from "../article/model.js";
import { type BatchFile, type Built, batches, buildInTurn, type Progress } from "./batch.js";
import type { InputFile } from "./ingest.js";
import { lexicon } from "./lexicon.js";

/** What a worker is asked and answers. */
export interface Task {
  number: number;
  files: BatchFile[];
}
export type Answer =
  | { type: "progress"; bytes: number }
  | { type: "built"; number: number; bytes: Uint8Array; articles: number; warnings: Warning[] };

/** Builds segments and hands each to `done`, in whatever order they are ready. */
export async function buildAll(
  files: readonly InputFile[],
  progress: Progress,
  done: (number: number, built: Built) => void,
): Promise<void> {
  const workers = Math.min(availableParallelism(), 8);
  const { batches: tasks, total } = batches(files, workers);
  if (tasks.length === 1 || workers < 2) {
    buildInTurn(tasks, total, progress, lexicon, done);
    return;
  }
  let read = 0;
  const queue = tasks.map((batch, number): Task => ({ number, files: batch }));
  await Promise.all(
    Array.from({ length: Math.min(workers, tasks.length) }, () =>
      runWorker(queue, done, (bytes) => {
        read += bytes;
        progress(read, total);
      }),
    ),
  );
}

function runWorker(
  queue: Task[],
  done: (number: number, built: Built) => void,
  progress: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    const next = (): void => {
      const task = queue.shift();
      if (task) worker.postMessage(task);
      else worker.terminate().then(() => resolve(), reject);
    };
    worker.on("error", reject);
    worker.on("message", (answer: Answer) => {
      try {
        if (answer.type === "progress") {
          progress(answer.bytes);
          return;
        }
        const { number, bytes, articles, warnings } = answer;
        done(number, {
          bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
          articles,
          warnings,
        });
        next();
      } catch (error) {
        // The other workers end after what they are at.
        queue.length = 0;
        reject(error instanceof Error ? error : new Error(String(error)));
        void worker.terminate();
      }
    });
    next();
  });
}
