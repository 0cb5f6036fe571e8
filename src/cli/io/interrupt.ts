/** Ctrl-C while something is on the terminal that must not stay there half done. */

/**
 * Lets a Ctrl-C be heard that came while this process computed; to be awaited before it is no longer listened to. Two
 * turns, since the first may come before the system is asked for signals.
 */
export async function hearInterrupt(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * From here on, `clean` runs before Ctrl-C ends the process, which then ends by the signal as it would have without it:
 * shells call that exit code 130. Returns a function that undoes this. While this process computes, and lets nothing else
 * have its turn, Ctrl-C has to wait: this is for work that pauses.
 */
export function beforeInterrupt(clean: () => void): () => void {
  const interrupt = (): void => {
    release();
    clean();
    process.kill(process.pid, "SIGINT");
  };
  const release = (): void => {
    process.off("SIGINT", interrupt);
  };
  process.on("SIGINT", interrupt);
  return release;
}
