/**
 * Stands in the bundle for `node:child_process`, which commander loads for commands that are programs of their own.
 * azertac has none, and loading it takes longer than parsing the command line.
 */
const spawn = (): never => {
  throw new Error("azertac starts no other programs");
};

export default { spawn };
