/** The public library: an archive of articles to list, read, search and summarise. */
export {
  AmbiguousIdError,
  type Archive,
  ArchiveError,
  type FieldValue,
  type OpenOptions,
  type SummaryOptions,
} from "./archive/types.js";
export { DateError } from "./article/date.js";
export type * from "./article/model.js";
export { openArchive } from "./open.js";
export { QueryError } from "./search/query.js";
