/** The names of sections that agencies print above a headline. */
import { lowered } from "./tokens.js";
import { WordSet } from "./word-set.js";

const NAMES =
  "politics|political|economy|economics|business|finance|society|social|culture|sport|sports|science|education|" +
  "science and education|science & education|health|world|regions|region|incident|incidents|tourism|ecology|" +
  "environment|technology|ict|energy|oil & gas|oil&gas|transport|opinion|multimedia|official chronicle|official|" +
  "foreign policy|domestic policy|karabakh|azerbaijan|turkic world|middle east|central asia|international|" +
  "other news|politics news|business news|world news|economy news|azerbaijan politics|military|military news|" +
  "siyasət|iqtisadiyyat|cəmiyyət|sosial həyat|mədəniyyət|idman|elm və təhsil|elm|təhsil|sağlamlıq|səhiyyə|dünya|" +
  "bölgələr|hadisə|turizm|ekologiya|rəsmi xronika|hərb|qarabağ|xarici siyasət|daxili siyasət|multimedia|maliyyə|" +
  "политика|экономика|общество|культура|спорт|наука|образование|наука и образование|здоровье|здравоохранение|" +
  "мир|в мире|регионы|происшествия|происшествие|туризм|экология|официальная хроника|финансы|бизнес|энергетика|" +
  "політика|економіка|суспільство|культура|світ|події|" +
  "amtliche chronik|politik|wirtschaft|gesellschaft|kultur|wissenschaft|bildung|wissenschaft und bildung|welt|" +
  "gesundheit|tourismus|umwelt|vermischtes|soziales|inland|ausland|" +
  "chronique officielle|politique|économie|société|culture|sports|monde|science|éducation|santé|science et éducation|" +
  "crónica oficial|política|economía|sociedad|cultura|deportes|mundo|ciencia|educación|salud|ciencia y educación|" +
  "cronaca|politica|economia|società|esteri|sanità|salute|mondo|interni|" +
  "economia|sociedade|desporto|esporte|saúde|educação|" +
  "siyaset|ekonomi|toplum|kültür|spor|dünya|sağlık|eğitim|gündem|bilim|politika|genel|" +
  "السياسة|سياسة|الاقتصاد|اقتصاد|الثقافة|ثقافة|الرياضة|رياضة|العالم|المجتمع|مجتمع|علوم وتعليم|الأخبار الرسمية|سياسي|اقتصادي|" +
  "پولیتیک|سیاست|اقتصاد|فرهنگ|ورزش|جامعه|جهان|رسمی|سیاسی|اقتصادی|" +
  "პოლიტიკა|ეკონომიკა|საზოგადოება|კულტურა|სპორტი|მსოფლიო|მეცნიერება|განათლება|ოფიციალური ქრონიკა|" +
  "政治|经济|經濟|社会|社會|文化|体育|體育|国际|國際|科教|科学与教育|官方新闻|要闻";
const SECTIONS = new WordSet(NAMES, "|");

let starts: Set<string> | undefined;

/** Whether a word begins the name of a section. */
export function beginsSection(word: string): boolean {
  starts ??= new Set(NAMES.split("|").map((section) => section.split(/[ &]/, 1)[0] ?? ""));
  return starts.has(lowered(word)) || (word.includes("I") && starts.has(lowered(word.replaceAll("I", "ı"))));
}

/** `ELM VƏ TƏHSİL`, `Politics`, in any letter case. */
export function isSection(text: string): boolean {
  if (text.length > 30) return false;
  // Capitals of Azerbaijani and Turkish lower by their own rules.
  if (SECTIONS.has(lowered(text))) return true;
  return text.includes("I") && SECTIONS.has(lowered(text.replaceAll("I", "ı")));
}
