/** Reads the dateline at the beginning of a dispatch: place, day and agency, in any of the orders agencies use. */
import { isDistinct, opensLine } from "./agencies.js";
import { type Agency, agencyAt, type Marked, markedAt } from "./credit.js";
import { type FoundDate, readDate } from "./dates.js";
import type { Dateline } from "./fields.js";
import { mayBeDateline } from "./lone.js";
import { isTurkic, isWeekday } from "./months.js";
import { isDesk, isKnownCity, isKnownCountry, nameOf, regionName } from "./places.js";
import { type PlaceRun, placeAt, runAt } from "./runs.js";
import { NOTHING, type Separator, separatorAt } from "./separators.js";
import { spacelessDateline } from "./spaceless.js";
import { isCapitalised, isUpper, Kind, Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

/** UTF-16 units of a line in which a dateline ends. */
const REACH = 220;
/** Elements and separators: no dateline has more. */
const MOST_ELEMENTS = 9;
/** Agencies that put the correspondent between two dashes after their name. */
const NAMES_CORRESPONDENT = new WordSet("Anadolu DHA İHA ANKA");
/** A line that begins with a place and a dash, and nothing else, must go on for so long to be prose. */
const SHORTEST_PROSE = 40;

/** The dateline that a line begins with, or null. `wrapped`: the text goes on in the next line. */
export function datelineOf(line: string, wrapped = false): Dateline | null {
  if (!mayBeDateline(line, REACH)) return null;
  if (isEastAsian(line.charCodeAt(0)) || isEastAsian(line.charCodeAt(1))) {
    const found = spacelessDateline(line);
    if (found) return found;
  }
  return new Reader(line, wrapped).read();
}

/** Han, kana, Hangul and their brackets. */
const isEastAsian = (code: number): boolean =>
  code >= 0x3000 && (code < 0xa000 || (code >= 0xac00 && code < 0xd7b0) || (code >= 0xff00 && code < 0xfff0));

class Reader {
  private readonly t: Tokens;
  private i = 0;
  private place: PlaceRun | null = null;
  private date: FoundDate | null = null;
  private agency: Agency | null = null;
  private byline: string | null = null;
  private placeIsLast = false;
  private dateIsLast = false;
  /** A separator stands between the place and the day. */
  private dateIsParted = false;
  private agencyAfterComma = false;
  private agencyAfterDot = false;
  private sep: Separator = NOTHING;

  constructor(
    private readonly line: string,
    private readonly wrapped: boolean,
  ) {
    this.t = new Tokens(line, REACH);
  }

  read(): Dateline | null {
    while (this.t.get(this.i).kind === Kind.Other && this.t.word(this.i) === "*") this.i++;
    let best: Dateline | null = null;
    const start = this.t.get(this.i).start;
    for (let n = 0; n < MOST_ELEMENTS; n++) {
      if (!this.element()) break;
      const last = this.t.get(this.i - 1).end;
      this.sep = separatorAt(this.t, this.i, this.dateIsLast);
      this.i = this.sep.next;
      if (this.isDateline()) best = this.made(this.line.slice(start, last));
    }
    return best;
  }

  /** Some separator stands before the element that comes now. */
  private isParted(): boolean {
    const { comma, dot, dash, colon, slash } = this.sep;
    return comma || dot || dash || colon || slash;
  }

  /** Takes the next element; false where none of those still missing is there. */
  private element(): boolean {
    const { kind } = this.t.get(this.i);
    this.placeIsLast = false;
    if (kind === Kind.End) return false;
    if (kind === Kind.Open || kind === Kind.Slash) {
      this.dateIsLast = false;
      return this.marked();
    }
    if (!this.date) {
      const date = readDate(this.t, this.i);
      // `Ann Lee | 05.06.2024 -`: a writer and a day on a page.
      if (date && this.sep.pipe && this.place && !this.agency && !isKnownCity(this.place.city)) return false;
      if (date) {
        this.date = date;
        this.dateIsLast = true;
        this.dateIsParted = this.sep.comma || this.sep.dot || this.sep.slash;
        this.i = date.end;
        return true;
      }
    }
    const isAfterDate = this.dateIsLast;
    this.dateIsLast = false;
    if (this.weekdayBeforeAgency()) return true;
    return (
      this.unmarkedAgency(isAfterDate) ||
      this.bylineThenAgency() ||
      this.placeRun() ||
      this.bylineAfterAgency()
    );
  }

  /** What brackets or slashes hold: `(Reuters)`, `/Корр. ТАСС/`, `(WAM - 02nd May, 2021)`, a region in brackets. */
  private marked(): boolean {
    const marked = markedAt(this.t, this.i, this.place !== null || this.date !== null);
    if (!marked) return false;
    if (marked.agency === null && marked.date === null && !this.isAgencyUnknown(marked)) return false;
    this.i = marked.end;
    if (marked.date && !this.date) {
      this.date = marked.date;
      this.dateIsLast = marked.agency === null;
      this.dateIsParted = true;
    }
    if (marked.byline !== null) this.byline ??= marked.byline;
    if (marked.place !== null && !this.place)
      this.place = { ...NO_REGION, city: marked.place, end: marked.end };
    if (marked.agency !== null) this.agency = marked.agency;
    return true;
  }

  /** Takes unknown words in brackets for the region where day or agency follow, else for an agency. */
  private isAgencyUnknown(marked: Marked): boolean {
    const { text } = marked;
    // Brackets after the dash that ends a dateline are text.
    if (text === null || this.sep.dash) return false;
    if (this.place && this.place.region === null && !this.date) {
      let next = marked.end;
      const sign = this.t.get(next).kind;
      if (sign === Kind.Comma || sign === Kind.Dot) next++;
      const follows = readDate(this.t, next) !== null || this.agency !== null || this.opensKnown(next);
      if (follows) {
        this.place.region = text;
        return true;
      }
    }
    if (this.agency || !this.place) return false;
    if (marked.byline !== null) this.byline ??= marked.byline;
    this.agency = { name: text, written: text, known: false, marked: true, end: marked.end };
    return true;
  }

  private opensKnown(i: number): boolean {
    return this.t.get(i).kind === Kind.Open && markedAt(this.t, i, true)?.agency?.known === true;
  }

  /** `København, onsdag /ritzau/`: a weekday stands for the day. */
  private weekdayBeforeAgency(): boolean {
    if (!this.place || this.date || !isWeekday(this.t.word(this.i))) return false;
    const marked = markedAt(this.t, this.i + 1, true);
    if (!marked?.agency?.known) return false;
    this.i++;
    return true;
  }

  private unmarkedAgency(isAfterDate: boolean): boolean {
    if (this.agency?.marked) return false;
    // Between a place and an agency something stands; a day may be all that does: `Dec. 9 Kyodo`.
    if (this.place && !this.isParted() && !isAfterDate) return false;
    const agency = agencyAt(this.t, this.i);
    if (!agency) return false;
    // `AZERTAC, TASS`: the last one wrote it. Without a place or a day before it a name must be distinct.
    const isLoose = !isDistinct(agency.written) && !opensLine(agency.written);
    if (!this.place && !this.date && isLoose && !this.isBeforePlaceAndDay(agency)) return false;
    if (this.place && !this.date && !isDistinct(agency.written)) {
      const isParted =
        this.sep.dot || this.sep.dash || this.sep.slash || isListed(this.t.get(agency.end).kind);
      if (!isParted || !isCapitalised(agency.written)) return false;
      if (!this.isPlaceSure()) return false;
    }
    if (this.sep.glued && this.place && !this.date && !isKnownCity(this.place.city)) return false;
    this.agencyAfterComma = this.sep.comma;
    this.agencyAfterDot = this.sep.dot;
    this.agency = agency;
    this.i = agency.end;
    return true;
  }

  /** `AGI - Milano, 1 lug. -`: what follows shows that it is no word. */
  private isBeforePlaceAndDay({ written, end }: Agency): boolean {
    if (!isUpper(written) || this.t.get(end).kind !== Kind.Dash) return false;
    const place = placeAt(this.t, end + 1);
    return (
      place !== null && this.t.get(place.end).kind === Kind.Comma && readDate(this.t, place.end + 1) !== null
    );
  }

  /** `Баку. Имя Фамилия - АПА`, `By Name - Trend`. */
  private bylineThenAgency(): boolean {
    if (!this.place || this.agency || this.byline !== null) return false;
    let from = this.i;
    if (/^(?:by|von|par|por)$/i.test(this.t.word(from))) from++;
    const run = runAt(this.t, from, 3);
    if (!run || run.words > 3) return false;
    const sign = this.t.get(run.end).kind;
    if (sign !== Kind.Dash && sign !== Kind.Comma && sign !== Kind.Slash) return false;
    const agency = agencyAt(this.t, run.end + 1);
    if (!agency) return false;
    const closing = this.t.get(agency.end).kind;
    if (closing === Kind.Word || closing === Kind.Comma) return false;
    this.byline = run.text;
    this.agency = agency;
    this.i = agency.end;
    return true;
  }

  private placeRun(): boolean {
    if (this.place) return false;
    const place = placeAt(this.t, this.i);
    if (!place) return false;
    // `Azerbaijan, Baku`: the country stands first.
    const { city, region } = place;
    if (region !== null && isKnownCountry(city) && !isKnownCountry(region)) {
      place.city = region;
      place.region = city;
    }
    this.place = place;
    this.placeIsLast = true;
    this.i = place.end;
    return true;
  }

  /** `(AA) - AHMET YILMAZ -`, `РИА Новости, Иван Петров.` */
  private bylineAfterAgency(): boolean {
    if (!this.agency || this.byline !== null) return false;
    const run = runAt(this.t, this.i, 4);
    if (!run || run.words < 2) return false;
    const sign = this.t.get(run.end);
    const after = this.t.get(run.end + 1);
    if (this.sep.dash && NAMES_CORRESPONDENT.has(this.agency.name)) {
      if (!isUpper(run.text) || sign.kind !== Kind.Dash) return false;
    } else {
      if (!this.sep.comma || this.agency.marked || run.words > 3) return false;
      // Without a day only a line of its own is certain: `Bakı, Trend, Ad Soyad`.
      if (!this.date && sign.kind !== Kind.End) return false;
      const closes =
        sign.kind === Kind.End || sign.kind === Kind.Dash || (sign.kind === Kind.Dot && after.spaced);
      if (!closes) return false;
    }
    this.byline = run.text;
    this.i = run.end;
    return true;
  }

  /** Whether what was read so far, and what closes it, is a dateline. */
  private isDateline(): boolean {
    if (this.date?.bare && !(this.agency?.marked && this.agency.known)) return false;
    if (this.place) return this.agency ? this.isCredited() : this.isUncredited();
    const { agency, sep } = this;
    if (!agency?.known) return false;
    const closes = sep.dash || sep.colon || sep.end;
    if (this.date) return agency.marked || closes || sep.dot || sep.slash;
    if (agency.marked)
      return closes || (agency.written.length > 2 && this.next().kind !== Kind.Comma && !sep.comma);
    return opensLine(agency.written) && (sep.dash || (sep.colon && !sep.end));
  }

  /** Place and agency, with or without a day. */
  private isCredited(): boolean {
    const { agency, sep, date, place } = this;
    if (!agency || !place) return false;
    const closes = sep.dash || sep.colon || sep.end;
    if (this.placeIsLast)
      return (closes || sep.dot) && (date !== null || (isKnownCity(place.city) && !sep.end));
    if (agency.marked) {
      if (sep.comma) return false;
      if (date) return true;
      if (isKnownCity(place.city)) return agency.known || sep.dash;
      if (!agency.known || (agency.written.length === 2 && agency.written !== "AP" && place.region === null))
        return false;
      return (
        sep.dash || sep.colon || (this.isPlaceSure() && (sep.dot || (sep.end && agency.written.length > 2)))
      );
    }
    if (date) {
      if (closes || sep.dot || sep.slash) return true;
      // `Baku, April 22, AZERTAC The ministers ...`: nothing closes it but the name, which must be written as a sign.
      const isSign = agency.written.length > 3 && /[A-ZƏА-Я]\S*[A-ZƏА-Я]/.test(agency.written);
      return this.agencyAfterComma && isSign && isCapitalised(this.t.word(this.i));
    }
    if (sep.end && this.agencyAfterComma && !isUpper(place.city + agency.written)) return true;
    // `ASTANA. KAZINFORM The capital ...`: both in capitals, and prose follows.
    if (this.agencyAfterDot && agency.written.length > 3 && isUpper(place.city + agency.written))
      return isKnownCity(place.city) && this.beginsSentence();
    return (closes || sep.dot || sep.slash) && this.isPlaceSure();
  }

  /** Place and day, or a place alone. */
  private isUncredited(): boolean {
    const { sep, date, place } = this;
    if (!place || date?.month === null) return false;
    if (!date) return this.placeIsLast && sep.dash && !sep.comma && this.isProse(place);
    if (sep.dash) return this.isDateSure(place, date);
    if (sep.end && !this.placeIsLast) return this.dateIsParted || isKnownCity(place.city);
    if (sep.colon) return this.isPlaceSure();
    if (!sep.dot || this.placeIsLast) return false;
    return (place.region !== null || this.isPlaceSure()) && this.beginsSentence();
  }

  /** Without a comma before it a day may be the end of a headline: `SUBSIDY TO END JULY 1 - MINISTER`. */
  private isDateSure(place: PlaceRun, date: FoundDate): boolean {
    if (date.year !== null || this.dateIsParted || this.placeIsLast || isKnownCity(place.city)) return true;
    return isUpper(place.city) && !isUpper(date.name) && place.words <= 3;
  }

  /** A place and a dash alone: the place must be certain, and prose must follow. */
  private isProse(place: PlaceRun): boolean {
    const rest = this.line.slice(this.next().start);
    if (rest.length < SHORTEST_PROSE || !this.beginsSentence() || rest === rest.toUpperCase()) return false;
    // The agency may sign in brackets: `… officials said. (PNA)`.
    const goesOn =
      this.wrapped || /[.!?…。؟][\s"»”’')]{0,3}(?:\s?\([^()\s]{2,12}\)\.?)?$/.test(rest.trimEnd());
    return (
      goesOn &&
      place.words <= 4 &&
      (isKnownCity(place.city) || (place.region !== null && isUpper(place.city)))
    );
  }

  private beginsSentence(): boolean {
    const next = this.next();
    if (next.kind === Kind.Quote || next.kind === Kind.Number || next.kind === Kind.Open) return true;
    return next.kind === Kind.Word && isCapitalised(this.t.word(this.i));
  }

  private next(): { kind: Kind; start: number } {
    return this.t.get(this.i);
  }

  /** In capitals, or a city that datelines often name. */
  private isPlaceSure(): boolean {
    return this.place !== null && (isUpper(this.place.city) || isKnownCity(this.place.city));
  }

  private made(text: string): Dateline {
    const { date, agency } = this;
    const length = this.t.get(this.i).start;
    const turkic =
      (date !== null && isTurkic(date.name)) ||
      text.includes("ə") ||
      text.includes("Ə") ||
      NAMES_CORRESPONDENT.has(agency?.name ?? "");
    let city = this.place?.city ?? null;
    const region = this.place?.region ?? null;
    let byline = this.byline;
    const slash = city?.lastIndexOf("/") ?? -1;
    // The Turkish agency DHA: `Ahmet YILMAZ/İSTANBUL, (DHA)`.
    if (city !== null && slash > 0 && agency?.name === "DHA") {
      byline ??= city.slice(0, slash).trim();
      city = city.slice(slash + 1).trim();
    }
    // In Croatian `listopada` is the month before.
    const isCroatian = agency?.name === "HINA" && date?.name.toLowerCase() === "listopada";
    const hasMonth = date !== null && date.month !== null;
    return {
      text: text.trim(),
      place: city === null || isDesk(city) ? null : nameOf(city, turkic),
      region: region === null ? null : regionName(region, turkic),
      agency: agency?.name ?? null,
      byline,
      year: hasMonth ? date.year : null,
      month: isCroatian ? 10 : (date?.month ?? null),
      day: hasMonth ? date.day : null,
      length: this.sep.end ? this.line.length : length,
    };
  }
}

const isListed = (kind: Kind): boolean => kind === Kind.Comma || kind === Kind.End || kind === Kind.Colon;

const NO_REGION = { region: null, words: 1 };
