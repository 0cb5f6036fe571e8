/** News agencies, each under one name however a dispatch spells it. */

/** The name that is given, then spellings in lower case (the name itself is one). */
const AGENCIES: readonly (readonly string[])[] = [
  ["AZERTAC", "azertag", "azertaj", "azertadj", "azərtac", "azərtəc", "азертадж", "азертач", "azertac.az"],
  ["APA", "апа"],
  ["Report", "report informasiya agentliyi"],
  ["Trend", "тренд"],
  ["Turan", "туран"],
  ["AzerNews"],
  ["Reuters", "reuter", "рейтер"],
  ["AFP", "afp"],
  ["AP", "associated press"],
  ["dpa"],
  ["EFE"],
  ["ANSA"],
  ["UPI"],
  ["TASS", "тасс", "itar-tass", "итар-тасс"],
  ["RIA Novosti", "ria", "риа новости", "риа"],
  ["Interfax", "интерфакс"],
  ["Sputnik"],
  ["Xinhua", "синьхуа"],
  ["Kyodo"],
  ["Yonhap"],
  ["PTI"],
  ["Anadolu", "aa", "anadolu agency", "anadolu ajansı", "анадолу"],
  ["IRNA", "ирна"],
  ["MENAFN"],
  ["Ukrinform", "укринформ"],
  ["Unian", "унiан", "униан"],
  ["Kazinform", "казинформ", "qazinform"],
  ["KazTAG", "казтаг"],
  ["UzA", "уза"],
  ["Kabar", "кабар"],
  ["BelTA", "белта"],
  ["Moldpres"],
  ["Armenpress", "арменпресс"],
  ["Interpressnews"],
  ["Agerpres"],
  ["WAM"],
  ["QNA"],
  ["SPA"],
  ["BTA"],
];

let made: Map<string, string> | undefined;

/** By their spellings. Every start asks: lists of pairs would be as much garbage again. */
function names(): Map<string, string> {
  const bySpelling = new Map<string, string>();
  for (const spellings of AGENCIES) {
    const name = spellings[0] ?? "";
    bySpelling.set(name.toLowerCase(), name);
    for (let i = 1; i < spellings.length; i++) bySpelling.set(spellings[i] ?? "", name);
  }
  return bySpelling;
}

/** The agency of a spelling; null for what is not known to be one. */
export function agencyOf(spelling: string): string | null {
  made ??= names();
  const key = spelling.trim().replaceAll("İ", "i").toLowerCase();
  return made.get(key) ?? null;
}
