/** What is read from the lines above and below the text of a dispatch, before it becomes the fields of an article. */

/** A dateline as far as it says anything. */
export interface Dateline {
  /** As written, without the dash or colon that closes it. */
  text: string;
  place: string | null;
  /** The country, state or province beside the place. */
  region: string | null;
  agency: string | null;
  /** A correspondent named beside the agency. */
  byline: string | null;
  /** Null for the year that is not given, and for all three where no day is. */
  year: number | null;
  month: number | null;
  day: number | null;
  /** How much of the line it is, with what closes it. */
  length: number;
}

/** A day and a time of day, as far as a line gives them. */
export interface Stamp {
  year: number | null;
  month: number | null;
  day: number | null;
  /** `14:05:00`, or null. */
  clock: string | null;
  /** `+04:00`; null where the line does not say. */
  offset: string | null;
}

/** Collected while the lines of a dispatch are read from the top and from the end. */
export interface Fields {
  /** The day of a line of its own, which wins over that of the dateline. Without a day it completes the dateline's. */
  stamp: Stamp | null;
  clock: { clock: string; offset: string | null } | null;
  dateline: Dateline | null;
  /** Of a line of its own. */
  agency: string | null;
  place: string | null;
  byline: string | null;
  headline: string | null;
  kicker: string | null;
  abstract: string | null;
  subjects: string[];
  url: string | null;
  version: string | null;
  status: "corrected" | "withdrawn" | "embargoed" | null;
  /** Lines above the text that are in no other field, as written. */
  header: string[];
  /** Lines and words below the text, as written. */
  footer: string[];
}

export function noFields(): Fields {
  return {
    stamp: null,
    clock: null,
    dateline: null,
    agency: null,
    place: null,
    byline: null,
    headline: null,
    kicker: null,
    abstract: null,
    subjects: [],
    url: null,
    version: null,
    status: null,
    header: [],
    footer: [],
  };
}
