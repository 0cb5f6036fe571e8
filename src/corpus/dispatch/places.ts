/** Tells whether words can be a dateline's place, and writes a place in capitals as names are written. */
import { isCapitalised, isUpper, lowered } from "./tokens.js";
import { WordSet } from "./word-set.js";

/** Words inside names of places: `Rio de Janeiro`, `Frankfurt am Main`, `Los Angeles`. */
const CONNECTORS = new WordSet(
  "de da do dos das del della di la le les las los el al am an im der den des du en sur sous upon of " +
    "the and und et y e i na nad près by on in op aan bei à au aux och og и на та və ve ibn st",
);

/** Capitalised words that begin lines but no place. */
const NOT_A_PLACE = new WordSet(
  "a after all also an and as at but by for from he if in it its no not of on or our she since so that " +
    "the their they this to until we when while who with before between during about copyright contact " +
    "note notes editor editors update updated updates correction corrected corrects attention advisory " +
    "bulletin flash urgent alert embargoed embargo source sources date dated published posted photo " +
    "photos video audio graphic reporting writing editing press release news breaking exclusive analysis " +
    "opinion feature interview factbox timeline preview review summary highlights table read see follow " +
    "more today yesterday tomorrow weather sport sports business politics economy world culture society " +
    "part chapter day week month year mr mrs ms dr president minister pres sen rep gov gen q shr net qtr " +
    "der die das ein eine am im nach bei mit und un une des dans lo gli una en o os um uma " +
    "nota foto quelle stand wetter в на по из к с о об за как это фото видео " +
    "источник дата опубликовано обновлено bu və bir mənbə tarix ve kaynak usd eur gdp u.s eu nato opec " +
    "imf",
);

/** Words that make a name one of an organisation, wherever they stand in it. */
const ORGANISATION = new WordSet(
  "inc corp ltd plc llc gmbh company co group bank agency ministry agence agencia agenzia agentur " +
    "association press presse committee council commission parliament police министерство агентство банк " +
    "nazirliyi agentliyi bakanlığı",
);

/** Short words before a full stop that are parts of names: `St. Louis`, `Ft. Worth`. */
const SHORTENED = new WordSet("st ste sts sta sto mt mts ft pt gen sv dr frankfurt/m");

/** States, provinces and districts as agencies shorten them; the full stop belongs to them. */
const REGIONS = new WordSet(
  "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn " +
    "tex vt va wash wis wyo ont que alta man sask nfld id me",
);

/** Cities that many datelines name, in the languages of the news: one of these and a dash is a dateline. */
const CITIES = `abidjan|abu dhabi|abuja|accra|addis ababa|adelaide|aden|algiers|almaty|amman|amsterdam|ankara|
antananarivo|ashgabat|asmara|astana|asuncion|athens|atlanta|auckland|baghdad|baku|bamako|bangkok|barcelona|basel|
batumi|beijing|beirut|belfast|belgrade|belgrad|berlin|bern|berne|bishkek|bogota|bonn|boston|brasilia|bratislava|
brazzaville|brisbane|brussels|bruxelles|brüssel|brussel|bucharest|bucuresti|budapest|buenos aires|bujumbura|cairo|
calcutta|canberra|cape town|caracas|casablanca|chennai|chicago|chisinau|cologne|colombo|conakry|copenhagen|
københavn|kopenhagen|cotonou|dakar|dallas|damascus|dar es salaam|davos|delhi|den haag|denver|detroit|dhaka|djibouti|
doha|dortmund|dubai|dublin|durban|dushanbe|düsseldorf|edinburgh|frankfurt|freetown|gaborone|ganja|gaza|gaza city|
geneva|genève|geneve|genf|ginebra|genoa|glasgow|guangzhou|guatemala city|hague|the hague|hamburg|hannover|hanoi|
harare|havana|la habana|helsinki|ho chi minh city|hong kong|honolulu|houston|hyderabad|islamabad|istanbul|izmir|
jakarta|jeddah|jerusalem|johannesburg|kabul|kampala|karachi|kathmandu|khartoum|kiev|kyiv|kigali|kingston|kinshasa|
kolkata|köln|kuala lumpur|kuwait|kuwait city|lagos|lahore|la paz|lausanne|leipzig|libreville|lilongwe|lima|lisbon|
lisboa|ljubljana|lome|london|londres|londra|londen|los angeles|luanda|lusaka|luxembourg|luxemburg|lyon|madrid|malabo|
male|managua|manama|manila|maputo|marseille|mecca|melbourne|mexico city|méxico|miami|milan|milano|mailand|minsk|
mogadishu|monaco|monrovia|montevideo|montreal|montréal|moscow|moscou|moskau|moscú|mosca|moskva|moskova|mumbai|
munich|münchen|muscat|nagorno|nairobi|nakhchivan|naples|napoli|nassau|ndjamena|new delhi|nueva delhi|new york|
nueva york|niamey|nice|nicosia|nouakchott|nur-sultan|odessa|osaka|oslo|ottawa|ouagadougou|palermo|panama city|paris|
parigi|parís|perth|phnom penh|philadelphia|pittsburgh|podgorica|port-au-prince|prague|praha|prag|praga|pretoria|
pristina|pyongyang|qatar|quito|rabat|ramallah|rangoon|yangon|reykjavik|riga|rio de janeiro|riyadh|roma|rome|rom|
rotterdam|salvador|san francisco|san jose|san juan|san salvador|sana'a|sanaa|santiago|santo domingo|sao paulo|
são paulo|sarajevo|seattle|seoul|shanghai|sheki|shusha|singapore|skopje|sofia|srinagar|st. petersburg|
saint petersburg|stepanakert|stockholm|strasbourg|straßburg|stuttgart|sukhumi|sumgait|suva|sydney|taipei|tallinn|
tashkent|tbilisi|tiflis|tegucigalpa|tehran|teheran|téhéran|tel aviv|tirana|tokyo|tokio|toronto|tripoli|tunis|turin|
torino|ulaanbaatar|united nations|uno|naciones unidas|nations unies|vatican city|venice|venezia|vienna|wien|vienne|
viena|vientiane|vilnius|warsaw|warszawa|warschau|varsovie|washington|wellington|windhoek|winnipeg|yaounde|yerevan|
zagreb|zurich|zürich|alger|argel|bakou|bakú|bakı|baki|baquba|gəncə|şuşa|naxçıvan|sumqayıt|astara|ağdam|aghdam|
khankendi|xankəndi|lachin|laçın|beograd|bucureşti|bucurești|chişinău|chișinău|ankara|i̇stanbul|istanbul|estambul|
pekin|peking|pékin|pechino|pequim|tokio|séoul|seúl|kiew|kiïv|nowy jork|new-york|kapstadt|le caire|el cairo|kairo|
beyrouth|damas|bagdad|bogotá|brasília|bogota|асунсьон|москва|баку|гянджа|шуша|нахчыван|сумгайыт|сумгаит|лачын|
ханкенди|агдам|киев|київ|минск|мінск|астана|нур-султан|алматы|ташкент|тошкент|бишкек|душанбе|ашхабад|ашгабат|
тбилиси|ереван|кишинев|кишинёв|рига|вильнюс|таллин|таллинн|варшава|прага|берлин|париж|лондон|рим|мадрид|вена|
женева|брюссель|вашингтон|нью-йорк|оон|пекин|токио|сеул|дели|нью-дели|тегеран|анкара|стамбул|иерусалим|тель-авив|
каир|дамаск|багдад|бейрут|эр-рияд|доха|дубай|абу-даби|кабул|исламабад|белград|софия|афины|бухарест|будапешт|
хельсинки|стокгольм|осло|копенгаген|санкт-петербург|сочи|казань|владивосток|новосибирск|екатеринбург|донецк|львов|
львів|одесса|одеса|харьков|харків|сухум|цхинвал|улан-батор|გორი|თბილისი|ბაქო|ბათუმი|ქუთაისი|მოსკოვი|ვაშინგტონი|
ереван|երևան|երեվան|стокхолм|скопје|београд|софия|باكو|باکو|القاهرة|الرياض|أبوظبي|دبي|الدوحة|الكويت|المنامة|مسقط|
صنعاء|عدن|عمان|بيروت|دمشق|بغداد|القدس|رام الله|غزة|تونس|الجزائر|الرباط|طرابلس|الخرطوم|نواكشوط|جدة|مكة المكرمة|
أنقرة|إسطنبول|موسكو|واشنطن|لندن|باريس|برلين|جنيف|بكين|طهران|تهران|مشهد|اصفهان|شیراز|تبریز|کابل|بغداد|نيويورك|
北京|上海|广州|廣州|深圳|香港|澳门|台北|臺北|东京|東京|首尔|首爾|平壤|莫斯科|华盛顿|華盛頓|纽约|紐約|联合国|聯合國|伦敦|
倫敦|巴黎|柏林|罗马|日内瓦|布鲁塞尔|新德里|巴库|安卡拉|德黑兰|开罗|耶路撒冷|大马士革|ワシントン|ニューヨーク|ロンドン|パリ|
ベルリン|モスクワ|ソウル|ジュネーブ|ブリュッセル|バクー|서울|부산|평양|워싱턴|뉴욕|도쿄|베이징|런던|바쿠|नई दिल्ली|اسلام آباد|کراچی|لاہور|मुंबई|
ירושלים|תל אביב|αθήνα|λονδίνο|λευκωσία`;

/** Countries that stand before a city or a correspondent: `Azerbaijan, Baku, April 22`. */
const COUNTRIES = `azerbaijan|azərbaycan|азербайджан|georgia|грузия|turkey|türkiye|турция|russia|россия|uzbekistan|
узбекистан|o'zbekiston|kazakhstan|казахстан|kyrgyzstan|кыргызстан|киргизия|turkmenistan|туркменистан|tajikistan|
таджикистан|iran|иран|armenia|армения|ukraine|украина|україна|belarus|беларусь|белоруссия|india|pakistan|china|japan`;

const setOf = (names: string): Set<string> => new Set(names.replaceAll("\n", "").split("|"));

let cities: Set<string> | undefined;
let countries: Set<string> | undefined;

const lower = (name: string): string => {
  const small = lowered(name);
  return small.includes("’") ? small.replaceAll("’", "'") : small;
};

const hasMarks = (name: string): boolean => /[\u00c0-\u024f]/.test(name);
const plain = (name: string): string => lower(name.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));

/** A city that datelines name often, in any of the languages of the news. */
export function isKnownCity(name: string): boolean {
  cities ??= setOf(CITIES);
  return (
    cities.has(lower(name)) ||
    (hasMarks(name) && cities.has(plain(name))) ||
    (name.includes("/") && name.split("/").every((part) => isKnownCity(part.trim())))
  );
}

/** A country that agencies write before the city. */
export function isKnownCountry(name: string): boolean {
  countries ??= setOf(COUNTRIES);
  return countries.has(lower(name));
}

/** Newsrooms that stand where a place does: `Redacción Internacional, 22 abr (EFE)`. */
export const isDesk = (place: string): boolean =>
  /^(?:(?:da|de la|dalla) )?(?:redacción|redação|redazione|rédaction)\b/i.test(place);

export const isConnector = (word: string): boolean => CONNECTORS.has(word);

/** Capitalised, and no word that begins sentences, headings or notes. */
export function canBePlace(word: string): boolean {
  return isCapitalised(word) && !NOT_A_PLACE.has(word.toLowerCase());
}

export const isOrganisation = (word: string): boolean => ORGANISATION.has(word.toLowerCase());

/** `St` in `St. Louis`, `D` in `D.C.`: the full stop after it is part of the name. */
export const isShortened = (word: string): boolean => word.length === 1 || SHORTENED.has(word.toLowerCase());

/** `Pa`, `Conn`, `Calif`: the full stop after it belongs to the region. */
export const isShortRegion = (word: string): boolean => word.length === 1 || REGIONS.has(word.toLowerCase());

/** Letters up to which a region in capitals is an abbreviation: `USA`, `NY`, `UAE`. */
const SHORT = 3;

/**
 * A name in capitals as names are written: `BAKU` is Baku, `RIO DE JANEIRO` Rio de Janeiro, `N'DJAMENA` N'Djamena.
 * `isTurkic`: `I` is lowered to `ı`. What has a small letter already stays as it is.
 */
export function nameOf(place: string, isTurkicText: boolean): string {
  if (!isUpper(place))
    return place.includes("/")
      ? place
          .split("/")
          .map((part) => nameOfOne(part.trim(), isTurkicText))
          .join("/")
      : place;
  return nameOfOne(place, isTurkicText);
}

function nameOfOne(place: string, isTurkicText: boolean): string {
  if (!isUpper(place)) return place;
  const joined = place.includes("/") ? place.replace(/\s*\/\s*/g, "/") : place;
  let result = "";
  for (const part of joined.split(/([\s/-])/)) {
    if (part.length < 2) result += part;
    else if (
      result !== "" &&
      !result.endsWith("/") &&
      isConnector(part.toLowerCase()) &&
      part.toLowerCase() !== "st"
    )
      result += part.toLowerCase();
    else result += capitalised(part, isTurkicText);
  }
  return result;
}

/** Also after an apostrophe that a name of more than one letter follows: `L'Aquila`, but `Sana'a`. */
function capitalised(word: string, isTurkicText: boolean): string {
  if (!isTurkicText && /^[A-Z]+$/.test(word)) return word.charAt(0) + word.slice(1).toLowerCase();
  if (
    word.includes(".") &&
    word.replaceAll(".", "").length <= SHORT &&
    word.length <= 5 &&
    !isShortened(word.replaceAll(".", ""))
  )
    return word;
  let result = "";
  for (let i = 0; i < word.length; i++) {
    const before = word.charAt(i - 1);
    const isFirst = i === 0 || (/['’‘ʻ]/.test(before) && word.length - i > 1);
    result += isFirst ? word.charAt(i) : smallLetter(word.charAt(i), isTurkicText);
  }
  return result;
}

/** Of Azerbaijani and Turkish `I` is the capital of `ı`, and `İ` that of `i`. */
function smallLetter(letter: string, isTurkicText: boolean): string {
  if (isTurkicText && letter === "I") return "ı";
  return lowered(letter);
}

/** A region in capitals, unless it is an abbreviation: `ONTARIO` is Ontario, `USA` and `D.C.` stay. */
export function regionName(region: string, isTurkicText: boolean): string {
  return region.length <= SHORT || region.includes(".") ? region : nameOf(region, isTurkicText);
}
