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

let names: Map<string, string> | undefined;

/** The agency of a spelling; null for what is not known to be one. */
export function agencyOf(spelling: string): string | null {
  names ??= new Map(
    AGENCIES.flatMap(([name = "", ...more]) => [name.toLowerCase(), ...more].map((key) => [key, name])),
  );
  const key = spelling.trim().replaceAll("İ", "i").toLowerCase();
  return names.get(key) ?? null;
}
