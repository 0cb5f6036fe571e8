/** How a call wants files to be read, checked before anything is opened. */
import { fieldRoles, isEncoding } from "../../api/arguments.js";
import type { ReadingOptions } from "../../index.js";
import type { ArchiveOptions } from "../config/options.js";
import { CallError } from "./call-error.js";

/** Throws CallError for a field or an encoding that azertac does not know. */
export function readingFor({ map, encoding, year, type }: ArchiveOptions): ReadingOptions {
  if (map) {
    const known = fieldRoles();
    const typed = Object.keys(map).find((role) => !known.includes(role));
    if (typed !== undefined)
      throw new CallError(`--map: there is no field "${typed}": the fields are ${known.join(", ")}`, {
        typed,
        known,
      });
  }
  if (encoding !== undefined && !isEncoding(encoding))
    throw new CallError(`--encoding: "${encoding}" is not an encoding that azertac knows, such as koi8-r`);
  return {
    ...(map && { map }),
    ...(encoding !== undefined && { encoding }),
    ...(year !== undefined && { year }),
    // Then text files of unknown formats are what the call asks for.
    ...(type?.some((name) => name.toLowerCase() === "text") && { unknownText: true }),
  };
}
