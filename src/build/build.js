/** Run by `npm run build`: writes dist/. Prints nothing unless something is wrong. */
import { build } from "rolldown";
import bundles from "../../rolldown.config.js";
import { writeTypes } from "./types.js";

// One after the other: the script that starts the command has the hash of its chunks.
for (const bundle of bundles) await build(bundle);
await writeTypes();
