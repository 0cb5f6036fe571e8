import { defineConfig } from "vitest/config";
import { webAssembly } from "./src/kernel/webassembly.js";

export default defineConfig({
  plugins: [webAssembly],
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "./tests/fresh-build.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", "./tests/count-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/build/**", "src/**/*.d.ts", "src/text/countries/country-names.ts"],
      reporter: ["text", "html"],
    },
  },
});
