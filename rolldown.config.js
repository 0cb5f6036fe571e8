import { fileURLToPath } from "node:url";
import { defineConfig } from "rolldown";

const noChildProcess = fileURLToPath(new URL("src/cli/no-child-process.ts", import.meta.url));

// One entry for the command, one for the library, one for the threads that build an index; what only one command
// needs lands in a chunk of its own. All in one folder, so that the threads' file is found from any chunk.
export default defineConfig({
  input: { cli: "src/cli/main.ts", index: "src/index.ts", worker: "src/index/worker.ts" },
  platform: "node",
  treeshake: true,
  plugins: [
    {
      name: "no-child-process",
      resolveId: {
        filter: { id: /^node:child_process$/ },
        handler: (_id, importer) => (importer?.includes("commander") ? noChildProcess : null),
      },
    },
  ],
  output: { dir: "dist", format: "esm", minify: true, chunkFileNames: "[name]-[hash].js" },
});
