import { defineConfig } from "rolldown";

// One entry for the command, one for the library; what only one command needs lands in a chunk of its own.
export default defineConfig({
  input: { cli: "src/cli/main.ts", index: "src/index.ts" },
  platform: "node",
  treeshake: true,
  output: { dir: "dist", format: "esm", cleanDir: false, chunkFileNames: "chunks/[name]-[hash].js" },
});
