#!/usr/bin/env node
// Writes src/text/countries/country-names.ts anew from the platform's tables (CLDR, by Intl.DisplayNames) and the names below:
//   node bench/country-names.mjs > src/text/countries/country-names.ts && npm run format
import { rolldown } from "rolldown";

/** ISO 3166-1 alpha-2, and Kosovo. */
const REGIONS =
  "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDE" +
  "DJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP" +
  "KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZ" +
  "OMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTW" +
  "TZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/** Names in use that the platform does not give, by region. */
const MORE_NAMES = {
  AE: "UAE, ОАЭ, Объединенные Арабские Эмираты, BƏƏ, Emirates, Эмираты",
  BA: "Bosnia, Босния, Bosniya, Bosna",
  BY: "Belarus, Беларусь, Белоруссия, Byelorussia",
  CD: "DR Congo, Democratic Republic of the Congo, Демократическая Республика Конго",
  CG: "Congo, Конго, Konqo, Kongo",
  CI: "Ivory Coast",
  CN: "PRC, КНР, ÇXR",
  CZ: "Czech Republic, Чешская Республика, Çexiya Respublikası, Çek Cumhuriyeti, Tschechische Republik",
  DE: "FRG, ФРГ, AFR",
  GB: "UK, Great Britain, Britain, Соединенное Королевство, Британия, Böyük Britaniya, Britaniya, İngiltere",
  HK: "Hong Kong, Honkonq, Hongkong",
  KG: "Kyrgyzstan, Kirghizia, Кыргызстан, Киргизия, Kırgızistan",
  KP: "DPRK, КНДР, Северная Корея, Şimali Koreya",
  KR: "Republic of Korea, Южная Корея",
  KZ: "Kazakhstan",
  MD: "Молдавия, Молдова, Moldavia",
  MK: "Macedonia, Македония, Makedoniya, Makedonya",
  MM: "Burma, Бирма, Myanmar, Мьянма",
  NL: "Holland, Голландия, Hollandiya, Hollanda",
  PS: "Palestine, Палестина, Fələstin, Filistin, Palästina, Palestina, فلسطين",
  RU: "Russian Federation, Российская Федерация, РФ, Rusiya Federasiyası",
  SZ: "Swaziland, Свазиленд",
  TL: "East Timor",
  TM: "Туркмения, Turkmenia",
  TR: "Turkey, Türkiye",
  US: "US, USA, United States of America, США, Соединенные Штаты Америки, ABŞ, ABD, EEUU, America, Америка, Amerika",
  VA: "Vatican, Vatikan",
  ZA: "ЮАР",
};

/** Cities that the news name often and languages call so differently that no spelling tells; the platform has none. */
const CITIES = `
Abu Dhabi|Абу-Даби|Əbu-Dabi|Abu Dabi|Abu Dhabi|Abou Dabi|Abu Dabi|أبو ظبي
Ankara|Анкара|Ankara|Ankara|Ankara|Ankara|Ankara|أنقرة
Athens|Афины|Afina|Atina|Athen|Athènes|Atenas|أثينا
Baghdad|Багдад|Bağdad|Bağdat|Bagdad|Bagdad|Bagdad|بغداد
Baku|Баку|Bakı|Bakü|Baku|Bakou|Bakú|باكو
Beijing|Пекин|Pekin|Pekin|Peking|Pékin|Pekín|بكين
Beirut|Бейрут|Beyrut|Beyrut|Beirut|Beyrouth|Beirut|بيروت
Belgrade|Белград|Belqrad|Belgrad|Belgrad|Belgrade|Belgrado|بلغراد
Brussels|Брюссель|Brüssel|Brüksel|Brüssel|Bruxelles|Bruselas|بروكسل
Bucharest|Бухарест|Buxarest|Bükreş|Bukarest|Bucarest|Bucarest|بوخارست
Cairo|Каир|Qahirə|Kahire|Kairo|Le Caire|El Cairo|القاهرة
Cologne|Кельн|Köln|Köln|Köln|Cologne||كولونيا
Copenhagen|Копенгаген|Kopenhagen|Kopenhag|Kopenhagen|Copenhague|Copenhague|كوبنهاغن
Damascus|Дамаск|Dəməşq|Şam|Damaskus||Damasco|دمشق
Doha|Доха|Doha|Doha|Doha|Doha|Doha|الدوحة
Geneva|Женева|Cenevrə|Cenevre|Genf|Genève|Ginebra|جنيف
Istanbul|Стамбул|İstanbul|İstanbul|Istanbul|Istanbul|Estambul|إسطنبول
Jerusalem|Иерусалим|Qüds|Kudüs|Jerusalem|Jérusalem|Jerusalén|القدس
Kharkiv|Харьков|Xarkov|Harkov|Charkiw|Kharkiv|Járkov|خاركيف
Kyiv|Киев|Kiyev|Kiev|Kiew|Kiev|Kiev|كييف
Lisbon|Лиссабон|Lissabon|Lizbon|Lissabon|Lisbonne|Lisboa|لشبونة
London|Лондон|London|Londra|London|Londres|Londres|لندن
Mecca|Мекка|Məkkə|Mekke|Mekka|La Mecque|La Meca|مكة
Moscow|Москва|Moskva|Moskova|Moskau|Moscou|Moscú|موسكو
Munich|Мюнхен|Münxen|Münih|München|Munich|Múnich|ميونخ
New Delhi|Нью-Дели|Yeni Dehli|Yeni Delhi|Neu-Delhi|New Delhi|Nueva Delhi|نيودلهي
New York|Нью-Йорк|Nyu-York|New York|New York|New York|Nueva York|نيويورك
Nicosia|Никосия|Nikosiya|Lefkoşa|Nikosia|Nicosie|Nicosia|نيقوسيا
Paris|Париж|Paris|Paris|Paris|Paris|París|باريس
Prague|Прага|Praqa|Prag|Prag|Prague|Praga|براغ
Pyongyang|Пхеньян|Pxenyan|Pyongyang|Pjöngjang|Pyongyang|Pionyang|بيونغ يانغ
Riyadh|Эр-Рияд|Ər-Riyad|Riyad|Riad|Riyad|Riad|الرياض
Rome|Рим|Roma|Roma||Rome|Roma|روما
Saint Petersburg|Санкт-Петербург|Sankt-Peterburq|Sankt Petersburg|Sankt Petersburg|Saint-Pétersbourg|San Petersburgo|سانت بطرسبرغ
Seoul|Сеул|||Seoul|Séoul|Seúl|سيول
Shanghai|Шанхай|Şanxay|Şanghay|Shanghai|Shanghai|Shanghái|شنغهاي
Tashkent|Ташкент|Daşkənd|Taşkent|Taschkent|Tachkent|Taskent|طشقند
Tbilisi|Тбилиси|Tbilisi|Tiflis|Tiflis|Tbilissi|Tiflis|تبليسي
Tehran|Тегеран|Tehran|Tahran|Teheran|Téhéran|Teherán|طهران
The Hague|Гаага|Haaqa|Lahey|Den Haag|La Haye|La Haya|لاهاي
Tokyo|Токио|Tokio|Tokyo|Tokio|Tokyo|Tokio|طوكيو
Venice|Венеция|Venesiya|Venedik|Venedig|Venise|Venecia|البندقية
Vienna|Вена|Vyana|Viyana|Wien|Vienne|Viena|فيينا
Warsaw|Варшава|Varşava|Varşova|Warschau|Varsovie|Varsovia|وارسو
Washington|Вашингтон|Vaşinqton|Vaşington|Washington|Washington|Washington|واشنطن
Yerevan|Ереван|İrəvan|Erivan|Eriwan|Erevan|Ereván|يريفان
`;

/** The same in Chinese, Persian, Georgian. */
const MORE_CITIES = `
Abu Dhabi|阿布扎比|ابوظبی|აბუ-დაბი
Ankara|安卡拉|آنکارا|ანკარა
Athens|雅典|آتن|ათენი
Baghdad|巴格达|بغداد|ბაღდადი
Baku|巴库|باکو|ბაქო
Beijing|北京|پکن|პეკინი
Beirut|贝鲁特|بیروت|ბეირუთი
Belgrade|贝尔格莱德|بلگراد|ბელგრადი
Brussels|布鲁塞尔|بروکسل|ბრიუსელი
Bucharest|布加勒斯特|بخارست|ბუქარესტი
Cairo|开罗|قاهره|კაირო
Copenhagen|哥本哈根|کپنهاگ|კოპენჰაგენი
Damascus|大马士革|دمشق|დამასკო
Doha|多哈|دوحه|დოჰა
Geneva|日内瓦|ژنو|ჟენევა
Istanbul|伊斯坦布尔|استانبول|სტამბოლი
Jerusalem|耶路撒冷|اورشلیم|იერუსალიმი
Kharkiv|哈尔科夫|خارکف|ხარკოვი
Kyiv|基辅|کی‌یف|კიევი
Lisbon|里斯本|لیسبون|ლისაბონი
London|伦敦|لندن|ლონდონი
Mecca|麦加|مکه|მექა
Moscow|莫斯科|مسکو|მოსკოვი
Munich|慕尼黑|مونیخ|მიუნხენი
New Delhi|新德里|دهلی نو|ნიუ-დელი
New York|纽约|نیویورک|ნიუ-იორკი
Paris|巴黎|پاریس|პარიზი
Prague|布拉格|پراگ|პრაღა
Pyongyang|平壤|پیونگ‌یانگ|ფხენიანი
Riyadh|利雅得|ریاض|რიადი
Rome|罗马|رم|რომი
Saint Petersburg|圣彼得堡|سن پترزبورگ|სანქტ-პეტერბურგი
Seoul|首尔|سئول|სეული
Shanghai|上海|شانگهای|შანხაი
Tashkent|塔什干|تاشکند|ტაშკენტი
Tbilisi|第比利斯|تفلیس|თბილისი
Tehran|德黑兰|تهران|თეირანი
The Hague|海牙|لاهه|ჰააგა
Tokyo|东京|توکیو|ტოკიო
Venice|威尼斯|ونیز|ვენეცია
Vienna|维也纳|وین|ვენა
Warsaw|华沙|ورشو|ვარშავა
Washington|华盛顿|واشنگتن|ვაშინგტონი
Yerevan|埃里温|ایروان|ერევანი
`
  .trim()
  .split("\n")
  .map((line) => line.split("|"));

const LANGUAGES = ["en", "ru", "az", "tr", "de", "fr", "es", "ar", "zh", "fa", "ka"];

/** The tool's own way to take words apart. */
async function load(path) {
  const bundle = await rolldown({ input: new URL(path, import.meta.url).pathname, logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
const { tokenize } = await load("../src/text/tokenize.ts");
const { fold } = await load("../src/text/fold.ts");

const wordsOf = (text) =>
  tokenize(text.replaceAll(/\([^()]*\)/g, " ").replaceAll("&", "and"))
    .map(({ word }) => word)
    .join(" ");

/** The first letters of a name, without an ending that the cases change: `Куба`, `Кубе`. */
function startOf(name) {
  const [first] = name.split(" ");
  const start = fold(first).slice(0, 4);
  return /^[а-я]{3}[ая]$/.test(start) && fold(first).length === 4 ? start.slice(0, 3) : start;
}

const tables = LANGUAGES.map((code) => new Intl.DisplayNames(code, { type: "region", fallback: "none" }));
const starts = new Map();
const countries = REGIONS.match(/../g).map((code) => [
  ...tables.map((table) => [table.of(code) ?? ""]),
  (MORE_NAMES[code] ?? "").split(", "),
]);
const cities = CITIES.trim()
  .split("\n")
  .map((line) => {
    const names = line.split("|");
    const [en] = names;
    const more = (MORE_CITIES.find(([name]) => name === en) ?? []).slice(1);
    return [
      ...Array.from({ length: 8 }, (_, i) => names[i] ?? ""),
      ...Array.from({ length: 3 }, (_, i) => more[i] ?? ""),
    ]
      .map((name) => [name])
      .concat([[]]);
  });
let offset = 0;
const lines = [...countries, ...cities].map((own) => {
  const sources = own.map((names) => names.map(wordsOf).filter(Boolean));
  for (const name of sources.flat()) {
    const start = startOf(name);
    starts.set(start, (starts.get(start) ?? new Set()).add(offset.toString(36)));
  }
  const line = sources.map((names) => names.join(",")).join("|");
  offset += line.length + 1;
  return line;
});
const index = [...starts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([start, at]) => [start, ...at].join(" "));

console.log(`/**
 * The names of countries in the languages of the news, from CLDR ${process.versions.cldr} by \`Intl.DisplayNames\` and a few by hand,
 * and of cities.
 * Written by bench/country-names.mjs: the first use of Intl in a process takes 16 to 28 ms, which is most of what a
 * whole search may take.
 */

/** A line a country or city: its names in en, ru, az, tr, de, fr, es, ar, zh, fa, ka and those by hand, with \`|\` between; names as words. */
export const COUNTRY_NAMES = ${JSON.stringify(lines.join("\n"))};

/**
 * How names begin (four letters as \`fold\` gives them, fewer if the name has no more) and where the lines with such a name
 * begin, in units and to base 36; a comma before and behind each entry.
 */
export const COUNTRY_STARTS = ${JSON.stringify(`,${index.join(",")},`)};`);
