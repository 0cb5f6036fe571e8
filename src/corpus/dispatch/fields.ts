/** What is read from the lines above and below the text of a dispatch, before it becomes the fields of an article. */

import type { Dispatch } from "../../api/types.js";

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

/** Fields that become those of the dispatch as they are. */
type SameFields =
  | "agency"
  | "place"
  | "byline"
  | "headline"
  | "kicker"
  | "abstract"
  | "subjects"
  | "url"
  | "version"
  | "status"
  | "header"
  | "footer";

/** Collected while the lines of a dispatch are read from the top and from the end: agency and place from lines of their own. */
export interface Fields extends Pick<Dispatch, SameFields> {
  /** The day of a line of its own, which wins over that of the dateline. Without a day it completes the dateline's. */
  stamp: Stamp | null;
  clock: { clock: string; offset: string | null } | null;
  dateline: Dateline | null;
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
