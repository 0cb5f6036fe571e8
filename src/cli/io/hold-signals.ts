/** Keeps signals away from this process while another program, a pager or an editor, has the terminal. */

/**
 * Ctrl-C is the other program's. What would end this process waits until the other program ends, which only then gives
 * the terminal back as it was: `end` tells it to. Returns a function that lets signals through again.
 */
export function holdSignals(end: (signal: NodeJS.Signals) => void): () => void {
  let held: NodeJS.Signals | undefined;
  const ignore = (): void => {};
  const hold = (signal: NodeJS.Signals): void => {
    held ??= signal;
    end(signal);
  };
  const listeners = [
    ["SIGINT", ignore],
    ["SIGQUIT", ignore],
    ["SIGTERM", hold],
    ["SIGHUP", hold],
  ] as const;
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
    if (held) process.kill(process.pid, held);
  };
}
