/** The public library: an archive of articles to list, read, search and summarise. */
export type {
  Archive,
  OpenOptions,
  SearchSummaryOptions,
  SummaryOptions,
  UpdateOptions,
} from "./api/archive.js";
export { AmbiguousIdError, ArchiveError, ClosedError, StaleError } from "./api/errors.js";
export { DateError } from "./article/date.js";
export type * from "./article/model.js";
export { CorruptIndexError } from "./index/bytes.js";
export { CacheError } from "./index/folder.js";
export { clearIndex, type IndexReport, type IndexStatus, indexStatus, updateIndex } from "./maintain.js";
export { openArchive } from "./open.js";
export { QueryError } from "./search/query-error.js";
