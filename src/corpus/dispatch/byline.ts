/** Reads lines that name who wrote a dispatch: `By John Smith`, `By WAM`, `Elena Petrova - Trend:`. */
import { agencyOf } from "./agencies.js";
import { agencyAt } from "./credit.js";
import { runAt } from "./runs.js";
import { isCapitalised, Kind, lowered, Tokens } from "./tokens.js";
import { WordSet } from "./word-set.js";

export interface Byline {
  byline: string | null;
  agency: string | null;
}

const LONGEST = 90;
const MOST_NAMES = 4;
/** Words that begin the line, and those that names begin with as well. */
const LABELS = new WordSet("by автор авторы müəllif yazar autor autora auteur door av");
const AMBIGUOUS_LABELS = new WordSet("von par por di od от");
/** Words before `by`. */
const BEFORE_BY = new WordSet("text written reported story");
const LONGEST_LABEL = 9;

/** Between two names, and inside them. */
const BETWEEN = /^(?:and|und|et|y|e|и|en|og|och|və|ve|&)$/;
const PARTICLE = /^(?:de|da|do|di|del|della|der|den|van|von|al|el|bin|ibn|la|le|ter|dos|du|of)$/;

/** The byline that a whole line is, or null. */
export function bylineOf(line: string): Byline | null {
  if (line.length > LONGEST) return null;
  const text = "=<:".includes(line.charAt(line.length - 1)) ? line.replace(/\s*[=<:]+\s*$/, "") : line;
  const space = text.indexOf(" ");
  if (space > 0 && space <= LONGEST_LABEL) {
    const label = lowered(text.slice(0, text.charAt(space - 1) === ":" ? space - 1 : space));
    if (LABELS.has(label)) return named(text.slice(space).trim());
    if (BEFORE_BY.has(label) && /^ by \S/i.test(text.slice(space)))
      return named(text.slice(space + 4).trim());
    if (AMBIGUOUS_LABELS.has(label)) return namedIfSure(text.slice(space).trim());
  }
  const mayName =
    line.endsWith(":") || line.includes(",") || / [-–—] (?:rep[oó]rter|correspond|enviad)/i.test(line);
  return mayName ? nameThenAgency(text, line) : null;
}

/** `Von Ulf Brandes`: two or three capitalised words, which no sentence is. */
function namedIfSure(name: string): Byline | null {
  const words = name.split(",", 1)[0]?.split(/\s+/) ?? [];
  const isName = words.length >= 2 && words.length <= 3 && words.every((word) => isCapitalised(word));
  return isName && !/[.!?]$/.test(name) ? named(name) : null;
}

/** `by Xinhua writers Li Si and Wang Wu`. */
const STAFF =
  /^(?:[A-Z]\w{1,15} )?(?:(?:staff|sports?) )?(?:writers?|correspondents?|reporters?) (?=\p{Lu})/u;

/** Names after `By`: capitalised words, `and` between them, what they are after a comma. */
function named(text: string): Byline | null {
  const rest = text.replace(STAFF, "");
  if (rest !== text) return named(rest);
  if (text === "" || /[!?;"“«]|[a-zа-я]{3}\.$/.test(text)) return null;
  const whole = agencyOf(text);
  if (whole !== null) return { byline: null, agency: whole };
  const parts = text.split(/\s*[,/|]\s*|\s+[-–—]\s+/);
  let agency: string | null = null;
  for (const [i, part] of parts.entries()) {
    if (!isNameLike(part) && (i === 0 || agencyOf(part) === null)) return null;
    if (i > 0) agency = agencyOf(part) ?? agency;
  }
  const kept = agency !== null && agencyOf(parts.at(-1) ?? "") !== null ? parts.slice(0, -1) : parts;
  return { byline: kept.join(", "), agency };
}

/** `John Smith`, `JOHN SMITH and MARY JONES`, `AP Sports Writer`. */
function isNameLike(part: string): boolean {
  const words = part.split(/\s+/);
  if (words.length > MOST_NAMES * 2 || part === "") return false;
  let capitals = 0;
  for (const word of words) {
    if (/\d/.test(word)) return false;
    if (isCapitalised(word)) capitals++;
    else if (!BETWEEN.test(word) && !PARTICLE.test(word)) return false;
  }
  return capitals > 0;
}

/** What somebody is for an agency. */
const ROLE = /^(?:rep[oó]rter|correspondente?|corresponsal|enviad[oa]|especial|d[aoe]|para|of|for|the)$/i;

/** `Elena Petrova - Trend:`, `Ali Həsənov, AZƏRTAC`. */
function nameThenAgency(text: string, line: string): Byline | null {
  const t = new Tokens(text, LONGEST);
  if (t.get(0).kind !== Kind.Word || !isCapitalised(t.word(0))) return null;
  const run = runAt(t, 0, 3);
  if (!run || run.words < 2) return null;
  const sign = t.get(run.end);
  if (
    sign.kind !== Kind.Dash &&
    sign.kind !== Kind.Comma &&
    sign.kind !== Kind.Pipe &&
    sign.kind !== Kind.Slash
  )
    return null;
  // `Ana Souza - Repórter da Agência Brasil`.
  let from = run.end + 1;
  while (from < run.end + 4 && ROLE.test(t.word(from))) from++;
  const isRole = from > run.end + 1;
  const agency = agencyAt(t, from);
  if (!agency) return null;
  let end = agency.end;
  while (t.get(end).kind === Kind.Dot || t.get(end).kind === Kind.Close || t.get(end).kind === Kind.Slash)
    end++;
  // Without the colon a headline may end so: `Talks Go On - Reuters`.
  const isSure = line.trimEnd().endsWith(":") || isRole || (sign.kind === Kind.Comma && run.words === 2);
  return t.get(end).kind === Kind.End && isSure ? { byline: run.text, agency: agency.name } : null;
}
