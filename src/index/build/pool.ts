/** Builds the segments of an archive on all cores. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type BatchFile, type Built, batches, buildSegment, type Progress } from "./batch.js";
import { type InputFile, totalSize } from "./input-file.js";
import { lexicon } from "./term-analyzer.js";

/** What a worker is asked. */
export interface Task {
  number: number;
  files: BatchFile[];
}

/** What a worker answers. */
export type Answer =
  | { type: "progress"; bytes: number }
  | ({ type: "built"; number: number } & Omit<Built, "bytes"> & { bytes: Uint8Array });

/** What the pool uses of a worker thread. */
export interface BuildWorker {
  postMessage(task: Task): void;
  on(event: "message", listener: (answer: Answer) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  terminate(): Promise<unknown>;
}

export interface PoolOptions {
  progress: Progress;
  /** Receives each segment, in whatever order they are ready. */
  done: (number: number, built: Built) => void;
  signal?: AbortSignal | undefined;
  /** How many workers at the most; by default one a core. */
  workers?: number | undefined;
  createWorker?: (() => BuildWorker) | undefined;
}

const startWorker = (): BuildWorker => new Worker(new URL("./worker.js", import.meta.url));

/**
 * Builds segments of files that are in path order. Rejects with the signal's reason, and with what `done` throws. Where a
 * worker cannot start or runs out of memory, its work is done here.
 */
export async function buildAll(files: readonly InputFile[], options: PoolOptions): Promise<void> {
  const { progress, done, signal, createWorker = startWorker } = options;
  const workers = options.workers ?? Math.min(availableParallelism(), 8);
  const tasks = batches(files, workers);
  const total = totalSize(files);
  let read = 0;
  const advance = (bytes: number): void => {
    read += bytes;
    progress(read, total);
  };
  const queue = tasks.map((batch, number): Task => ({ number, files: batch }));
  if (tasks.length > 1 && workers > 1) {
    const pool = Array.from({ length: Math.min(workers, tasks.length) }, () =>
      runWorker(createWorker, queue, done, advance, signal),
    );
    const results = await Promise.allSettled(pool);
    signal?.throwIfAborted();
    for (const result of results) {
      if (result.status === "rejected") throw result.reason;
      if (result.value) queue.push(result.value);
    }
  }
  for (const task of queue) {
    signal?.throwIfAborted();
    done(task.number, await buildSegment(task.files, advance, lexicon));
    // Lets a signal be heard between two segments.
    await new Promise(setImmediate);
  }
}

/** Works through the queue in a thread. Resolves to the task that the thread failed at, if it did. */
function runWorker(
  createWorker: () => BuildWorker,
  queue: Task[],
  done: PoolOptions["done"],
  progress: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<Task | null> {
  return new Promise((resolve, reject) => {
    let task: Task | undefined;
    let worker: BuildWorker;
    try {
      worker = createWorker();
    } catch {
      resolve(null);
      return;
    }
    const finish = (settle: () => void): void => {
      signal?.removeEventListener("abort", abort);
      worker.terminate().then(settle, settle);
    };
    const abort = (): void => finish(() => resolve(null));
    signal?.addEventListener("abort", abort, { once: true });
    const next = (): void => {
      task = signal?.aborted ? undefined : queue.shift();
      if (task) worker.postMessage(task);
      else finish(() => resolve(null));
    };
    worker.on("error", () => {
      const failed = task ?? null;
      finish(() => resolve(failed));
    });
    worker.on("message", (answer) => {
      try {
        if (answer.type === "progress") {
          progress(answer.bytes);
          return;
        }
        const { number, bytes, articles, reports } = answer;
        done(number, { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), articles, reports });
        next();
      } catch (error) {
        // The other workers end with the task they are at.
        queue.length = 0;
        finish(() => reject(error));
      }
    });
    next();
  });
}
