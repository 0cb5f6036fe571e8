/** See webassembly.js. */
import type { Plugin } from "vite";

export const webAssembly: Plugin;
