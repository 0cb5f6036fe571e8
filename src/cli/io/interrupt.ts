/** Ctrl-C while something is on the terminal that must not stay there half done. */

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
