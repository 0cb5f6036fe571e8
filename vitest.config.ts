import { defineConfig } from "vitest/config";
import { webAssembly } from "./src/kernel/webassembly.js";

export default defineConfig({
  plugins: [webAssembly],
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./tests/count-reporter.ts"],
  },
});
