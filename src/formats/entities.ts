/** Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`. */

/** HTML 4 names of the characters U+00A0 to U+00FF, in order. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/** Greek, from U+0391 and U+03B1; U+03A2 is not assigned and has no name. */
const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";

const OTHERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  OElig: "Œ",
  oelig: "œ",
  Scaron: "Š",
  scaron: "š",
  Zcaron: "Ž",
  zcaron: "ž",
  Ccaron: "Č",
  ccaron: "č",
  Yuml: "Ÿ",
  Gbreve: "Ğ",
  gbreve: "ğ",
  Scedil: "Ş",
  scedil: "ş",
  inodot: "ı",
  imath: "ı",
  Idot: "İ",
  lstrok: "ł",
  Lstrok: "Ł",
  fnof: "ƒ",
  circ: "ˆ",
  tilde: "˜",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  zwnj: "\u200c",
  zwj: "\u200d",
  lrm: "\u200e",
  rlm: "\u200f",
  ndash: "–",
  mdash: "—",
  horbar: "―",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  dagger: "†",
  Dagger: "‡",
  bull: "•",
  hellip: "…",
  permil: "‰",
  prime: "′",
  Prime: "″",
  lsaquo: "‹",
  rsaquo: "›",
  euro: "€",
  trade: "™",
  numero: "№",
  larr: "←",
  uarr: "↑",
  rarr: "→",
  darr: "↓",
  minus: "−",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  infin: "∞",
  num: "#",
  dollar: "$",
  percnt: "%",
  lpar: "(",
  rpar: ")",
  ast: "*",
  comma: ",",
  period: ".",
  colon: ":",
  semi: ";",
  excl: "!",
  quest: "?",
  commat: "@",
  sol: "/",
  bsol: "\\",
  lsqb: "[",
  rsqb: "]",
  lowbar: "_",
  Tab: "\t",
  NewLine: "\n",
};

let names: Map<string, string> | undefined;

function namedCharacters(): Map<string, string> {
  const made = new Map(Object.entries(OTHERS));
  LATIN.split(" ").forEach((name, i) => {
    made.set(name, String.fromCharCode(0xa0 + i));
  });
  GREEK.split(" ").forEach((name, i) => {
    made.set(name, String.fromCharCode(0x3b1 + i));
    if (name !== "sigmaf")
      made.set(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, String.fromCharCode(0x391 + i));
  });
  return made;
}

/** Windows-1252 from 80 to 9F: HTML reads `&#146;` so, because pages written on Windows mean it so. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS.charAt(code - 0x80);
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
  // Control characters and halves of surrogate pairs are not text.
  if (code < 0x20 || code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return "";
  return String.fromCodePoint(code);
}

const REFERENCE = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g;

function decodeOnce(text: string): string {
  return text.replace(REFERENCE, (whole, decimal: string, hex: string, name: string) => {
    if (decimal !== undefined) return characterOf(Number(decimal));
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    names ??= namedCharacters();
    return names.get(name) ?? whole;
  });
}

/** An ampersand that was escaped although it began a reference: `&amp;#39;`, `&amp;quot;`. */
const ESCAPED_TWICE = /&amp;(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,9});/;

/** References as characters, also those that were escaped twice or three times. Unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  let decoded = text;
  for (let i = 0; i < 3 && ESCAPED_TWICE.test(decoded); i++) decoded = decoded.replaceAll("&amp;", "&");
  return decodeOnce(decoded);
}
