/**
 * Stands in the bundle for `node:child_process`, which commander loads for commands that are programs of their own.
 * azertac has none, and loading it takes longer than parsing the command line; the pager loads it for itself.
 */
const spawn = (): never => {
  throw new Error("azertac has no commands that are programs of their own");
};

export default { spawn };
