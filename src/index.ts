/** The public library: an archive of articles to list, read, search and summarise. */
export type {
  Archive,
  OpenOptions,
  SearchSummaryOptions,
  StoredOptions,
  SummaryOptions,
  UpdateOptions,
} from "./api/archive.js";
export { AmbiguousIdError, ArchiveError, ClosedError, StaleError } from "./api/errors.js";
export {
  clearIndex,
  type IndexReport,
  type IndexStatus,
  indexStatus,
  updateIndex,
} from "./api/index-admin.js";
export type * from "./api/types.js";
export { DateError } from "./corpus/typed-date.js";
export { openArchive } from "./engines/local/local-archive.js";
export { CorruptIndexError } from "./index/format/bytes.js";
export { MemoryLimitError } from "./kernel/arena.js";
export { CacheError } from "./platform/cache-folder.js";
export { QueryError } from "./search/query/query-error.js";
