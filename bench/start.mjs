// How long the commands take on the seed, beside a bare Node.
import { azertac, compare } from "./measure.mjs";

console.table(
  compare({
    "azertac --version": azertac("--version"),
    "azertac list": azertac("list"),
    "azertac show 000": azertac("show", "000"),
    "azertac summary 000": azertac("summary", "000"),
    'azertac search "Algeria"': azertac("search", "Algeria"),
    "Tab behind azertac show": azertac("__complete", "zsh", "azertac show "),
  }),
);
