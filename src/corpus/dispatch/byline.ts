/** Reads lines that name who wrote a dispatch: `By John Smith`, `By WAM`, `Elena Petrova - Trend:`. */
import { agencyOf } from "./agencies.js";
import { agencyAt } from "./credit.js";
import { runAt } from "./runs.js";
import { isCapitalised, Kind, Tokens } from "./tokens.js";

export interface Byline {
  byline: string | null;
  agency: string | null;
}

const LONGEST = 90;
const MOST_NAMES = 4;
/** Words that begin the line, and whether prose begins with them too. */
const LABEL =
  /^(?:by|text by|written by|reported by|story by|автор:?|авторы:?|müəllif:|yazar:|autor:|autora:|auteur:|door:?|av:?)\s+(?=\S)/i;
const AMBIGUOUS_LABEL = /^(?:von|par|por|di|od|от|от:)\s+(?=\S)/i;
/** What either begins with. */
const LABEL_LETTERS = "bBtTwWrRsSаАmMyYaAdDvVpPoOоО";
/** Between two names, and inside them. */
const BETWEEN = /^(?:and|und|et|y|e|и|en|og|och|və|ve|&)$/;
const PARTICLE = /^(?:de|da|do|di|del|della|der|den|van|von|al|el|bin|ibn|la|le|ter|dos|du|of)$/;

/** The byline that a whole line is, or null. */
export function bylineOf(line: string): Byline | null {
  if (line.length > LONGEST) return null;
  const text = "=<:".includes(line.charAt(line.length - 1)) ? line.replace(/\s*[=<:]+\s*$/, "") : line;
  const mayHaveLabel = LABEL_LETTERS.includes(line.charAt(0));
  const label = mayHaveLabel ? LABEL.exec(text) : null;
  if (label) return named(text.slice(label[0].length).trim());
  const ambiguous = mayHaveLabel ? AMBIGUOUS_LABEL.exec(text) : null;
  if (ambiguous) {
    const name = text.slice(ambiguous[0].length).trim();
    const words = name.split(",", 1)[0]?.split(/\s+/) ?? [];
    const isName = words.length >= 2 && words.length <= 3 && words.every((word) => isCapitalised(word));
    return isName && !/[.!?]$/.test(name) ? named(name) : null;
  }
  const mayName = line.endsWith(":") || line.includes(",");
  return mayName ? nameThenAgency(text, line) : null;
}

/** Names after `By`: capitalised words, `and` between them, what they are behind a comma. */
function named(text: string): Byline | null {
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
  const agency = agencyAt(t, run.end + 1);
  if (!agency) return null;
  let end = agency.end;
  while (t.get(end).kind === Kind.Dot || t.get(end).kind === Kind.Close || t.get(end).kind === Kind.Slash)
    end++;
  // Without the colon a headline may end so: `Talks Go On - Reuters`.
  const isSure = line.trimEnd().endsWith(":") || (sign.kind === Kind.Comma && run.words === 2);
  return t.get(end).kind === Kind.End && isSure ? { byline: run.text, agency: agency.name } : null;
}
