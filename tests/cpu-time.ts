/** Milliseconds of processor time that a call takes: what else the machine does hardly changes them. */
export async function cpuTime(call: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
