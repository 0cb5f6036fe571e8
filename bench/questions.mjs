// The searches that are timed on every archive, and the index that they need.
import { azertac, run } from "./measure.mjs";

/** A name, one that is mistyped, two words, and a name that hardly any article has. */
export const queries = ({ profile }) => ["Algeria", "Algera", "foreign minister", profile.rare];

/** Calls for `compare`, each with how many articles it finds. */
export function searches(path, corpus, { env, limit }) {
  return queries(corpus).map((query) => {
    const call = azertac("search", "-d", path, query);
    const { total } = JSON.parse(run([...call, "--json", "-n", "1"], { env }));
    return { what: `search ${query} (${total} hits)`, call, limit };
  });
}

/** Sees to it that the index of an archive is stored and up to date. */
export function stored(path, env) {
  console.error(`indexing ${path}`);
  run(azertac("index", "-d", path), { env });
  return path;
}
