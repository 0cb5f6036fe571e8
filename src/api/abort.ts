/** Lets a caller's AbortSignal end long work. */

/** How long work goes on before other work has its turn, in milliseconds. */
const SLICE_MS = 20;

/** The pauses in the loops of one call: without them no timer runs, and no signal is aborted. */
export class Pauses {
  // Not performance.now(): Node loads that when it is first used, which takes 4 million instructions.
  private due = Date.now() + SLICE_MS;

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** True if it is time for {@link take}: asked first, so that most steps of a loop await nothing. */
  get isDue(): boolean {
    return Date.now() >= this.due;
  }

  /** Resolves when other work has had its turn. Rejects with the signal's reason if it is aborted. */
  async take(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.signal?.throwIfAborted();
    this.due = Date.now() + SLICE_MS;
  }
}

type Progress = (done: number, total: number) => void;

/**
 * Runs work that reports its progress, and ends it there with the signal's reason once the signal is aborted. The
 * signal ends no later work that reports to the same function.
 */
export async function abortable<T>(
  signal: AbortSignal | undefined,
  onProgress: Progress = () => {},
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  let isRunning = true;
  signal?.throwIfAborted();
  try {
    return await work((done, total) => {
      onProgress(done, total);
      if (isRunning) signal?.throwIfAborted();
    });
  } finally {
    isRunning = false;
  }
}
