/** What a builder is told of an article, for tests that care about a few fields only. */
import type { Source } from "../../src/index/build/segment-builder.js";

/** An article with a text in memory; all other fields say nothing unless they are given. */
export function builderSource(more: Pick<Source, "dispatch" | "id"> & Partial<Source>): Source {
  return {
    type: "text",
    date: null,
    time: null,
    dateline: null,
    place: null,
    agency: null,
    byline: null,
    language: null,
    title: "",
    titleFrom: "headline",
    subjects: [],
    url: null,
    version: null,
    status: null,
    extra: {},
    offset: 0,
    length: 0,
    isStored: false,
    range: null,
    names: [],
    further: [],
    ...more,
  };
}
