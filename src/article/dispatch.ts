/** The parser of dispatches, under the name that callers outside `corpus` import. */
export { type KnownFields, parseDispatch } from "../corpus/dispatch/parse.js";
