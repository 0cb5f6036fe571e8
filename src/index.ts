/** The public library: an archive of articles to list, read, search and summarise. */
export {
  AmbiguousIdError,
  type Archive,
  ArchiveError,
  type OpenOptions,
  type SearchSummaryOptions,
  type SummaryOptions,
} from "./archive/types.js";
export { DateError } from "./article/date.js";
export type * from "./article/model.js";
export { CorruptIndexError } from "./index/bytes.js";
export { CacheError } from "./index/folder.js";
export { clearIndex, type IndexReport, type IndexStatus, indexStatus, updateIndex } from "./maintain.js";
export { openArchive } from "./open.js";
export { QueryError } from "./search/query-error.js";
