/**
 * Replaces `node:child_process` in the bundle for commander, which uses it to run subcommands that are executables.
 * azertac has none, and loading the module takes longer than parsing the command line. The pager imports the real one.
 */
const spawn = (): never => {
  throw new Error("azertac has no subcommands that are executables");
};

export default { spawn };
