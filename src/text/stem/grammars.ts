/**
 * Stems of languages by short lists of their endings, the longest first. They were written down from
 * general knowledge and tried on the lists in tests/text/stem/forms/, not copied from a grammar or checked against one. To check
 * them: Armenian, Dum-Tragut (2009); Georgian, Hewitt (1995); Kazakh, Muhamedowa (2016); Persian, Windfuhr and Perry (2009);
 * Ukrainian, Pugh and Press (1999).
 */

/** Endings that are taken off one after the other, as long as so many letters remain. */
class Endings {
  private made: readonly string[] | undefined;

  constructor(
    private readonly list: string,
    private readonly shortest: number,
    private readonly most: number,
  ) {}

  /** The word without its endings; `hardened` is what a stem becomes once one is gone. */
  strip(word: string, hardened = (stem: string): string => stem): string {
    this.made ??= this.list
      .trim()
      .split(/\s+/)
      .sort((a, b) => b.length - a.length);
    let rest = hardened(word);
    for (let i = 0; i < this.most; i++) {
      const ending = this.made.find((one) => rest.length - one.length >= this.shortest && rest.endsWith(one));
      if (ending === undefined) break;
      rest = hardened(rest.slice(0, -ending.length));
    }
    return rest;
  }
}

/** Georgian: cases and postpositions, plural, and of verbs the commonest persons, tenses and preverbs. */
const GEORGIAN = new Endings(
  "ისთვის ისგან იდან დან თან თვის მდე ებში ებზე ებით ების ებმა ებს ები ებად ში ზე მა ის ით ად მ ს ი ა ე ო ური ული " +
    "ვენ ნენ იან ავს დნენ და დი დნ ეს თ ნ",
  2,
  5,
);

export function georgian(word: string): string {
  return GEORGIAN.strip(word);
}

/** Armenian: article, plural, cases, possessives; participles and tenses of verbs. */
const ARMENIAN = new Endings(
  "ների ներին ներից ներով ներում ները ներն ներ երի երին երից երով երում երը երն եր ությունների ություններ ման մանը մանն մամբ " +
    "ության ությունը ությունն ություն ությամբ ի ին ից ով ում ը ն ս դ ան անը վա վան ու ուն ուց ոց յան ական " +
    "ելու ալու ել ալ ելը ած ող ելիս եց եցի եցին եցիր եցինք ացել ացավ ացան վել վեց վեցին վում վող ված " +
    "եմ ես են ենք եք ում եցավ եցան ա ե է ց",
  2,
  4,
);

/** `մարդ` has a plural of its own. */
const ARMENIAN_PEOPLE = /^մարդ(?:իկ|կանց)/;

/** The vowels ի and ու of a last syllable fall out before endings: `երկիր`, `երկրի`. */
export function armenian(word: string): string {
  const stem = ARMENIAN.strip(word.replaceAll("և", "եւ").replace(ARMENIAN_PEOPLE, "մարդ"));
  return stem.replace(/(?<=[^աեէըիոօւ])(?:ի|ու)(?=[^աեէըիոօւ]{1,2}$)/, "");
}

/** Kazakh: plural, possessives, cases, persons; tenses, participles, converbs and the infinitive of verbs. */
const KAZAKH = new Endings(
  "лар лер дар дер тар тер ы і сы сі ым ім ың ің ымыз іміз мыз міз ыңыз іңіз ңыз ңіз " +
    "ның нің дың дің тың тің ға ге қа ке на не ды ді ты ті ны ні н да де та те нда нде дан ден тан тен нан нен " +
    "ндағы ндегі дағы дегі тағы тегі мен бен пен лы лі сыз сіз " +
    "у ю дым дім тым тім дың дің дық дік тық тік дыңыз діңіз ды ді ты ті ған ген қан кен ғанмын генмін ғанда генде " +
    "ып іп п ыпты іпті ады еді йды йді амын емін аймын йміз аміз амыз еміз асың есің айды ейді " +
    "ар ер ма ме ба бе па пе май мей бай бей пай пей мады меді бады беді пады педі майды мейді байды бейді пайды пейді " +
    "атын етін йтын йтін са се сам сем сақ сек саң сең мақ мек бақ бек пақ пек уда уде удан ушы уші а е й",
  2,
  6,
);

/** Before a vowel к, қ and п are г, ғ and б: `кітап`, `кітабы`. */
function hardenKazakh(stem: string): string {
  const bare = stem.slice(0, -1);
  if (stem.length < 3) return stem;
  // What looks like an ending with a possessive behind it: `президент-і`, `жұмыс-ы`; and a vowel that falls out: `халқы`.
  if (stem.length > 5 && stem.endsWith("т")) return bare;
  if (stem.length > 4 && /[ыі]с$/.test(stem)) return stem.slice(0, -2);
  if (/[лрмн][ыі][қк]$/.test(stem)) return `${stem.slice(0, -2)}${stem.slice(-1)}`;
  switch (stem.at(-1)) {
    case "г":
      return `${bare}к`;
    case "ғ":
      return `${bare}қ`;
    case "б":
      return `${bare}п`;
    default:
      return stem;
  }
}

export function kazakh(word: string): string {
  return KAZAKH.strip(word, hardenKazakh);
}

/** Persian: plural, what links a noun to the next word, possessives, comparison; persons of verbs. */
const PERSIAN = new Endings(
  "هایی هایش هایم هایت هایشان هایمان هایتان های ها ترین تر یی ان ات یان گان ین مان تان شان ام ات اش ای ایم اید اند " +
    "م ی یم ید ند د ه ش ت",
  3,
  3,
);
/** What stands before the stem of a verb. */
const PERSIAN_PREFIX = /^(?:نمی|می|نه|ن(?=[بخدرشکگم])|ب(?=[بخدرشکگمن]))(?=.{2})/;

/** Present stems of common verbs, and the past stems that stand for them: no rule leads from one to the other. */
const PERSIAN_VERBS =
  "کن:کرد گوی:گفت گو:گفت رو:رفت شو:شد ده:داد گیر:گرفت آور:آورد بر:برد بین:دید نویس:نوشت ساز:ساخت پرداز:پرداخت " +
  "دار:داشت گذار:گذاشت خواه:خواست توان:توانست دان:دانست آی:آمد زن:زد رس:رسید باش:بود یاب:یافت فروش:فروخت خر:خرید پذیر:پذیرفت";

let persianVerbs: ReadonlyMap<string, string> | undefined;

/** Persian keyboards of Arabic have other ye and kaf. */
export function persian(word: string): string {
  const written = word.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("آ", "ا").replaceAll("ئ", "ی");
  persianVerbs ??= new Map(
    PERSIAN_VERBS.replaceAll("آ", "ا")
      .split(" ")
      .map((entry) => {
        const [present = "", past = ""] = entry.split(":");
        return [present, past] as const;
      }),
  );
  const isVerb = /^ن?می/.test(written);
  const bare = isVerb ? written.replace(PERSIAN_PREFIX, "") : written;
  if (isVerb) {
    // What `می` stands before is a verb: of a short one the person is all that follows.
    const persons = ["", "د", "ی", "م", "ند", "ید", "یم"].filter((one) => bare.endsWith(one));
    const stems = persons.map((one) => bare.slice(0, bare.length - one.length));
    const known = stems.find((one) => persianVerbs?.has(one));
    return withoutPast(persianVerbs.get(known ?? "") ?? stems.at(-1) ?? bare);
  }
  return withoutPast(PERSIAN.strip(written));
}

/** The infinitive ends in -ن, the past stem in -د or -ت. */
function withoutPast(stem: string): string {
  const bare = stem.length > 3 && /[دت]ن$/.test(stem) ? stem.slice(0, -1) : stem;
  return bare.length > 2 && /[دت]$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** Ukrainian: endings of nouns, adjectives, participles and verbs; a reflexive behind them. */
const UKRAINIAN = new Endings(
  "а у ю я о е є и і ї ь й ом ем єм ою ею єю ові еві єві ів їв ей ам ям ами ями ах ях ах ення енню енням " +
    "ий ій ого ього ому ьому им ім їм ої ьої ую юю ая яя еє ії их іх їх ими іми їми " +
    "ати ає ають аєш аємо аєте ав ала ало али авши яти яє яють яв яла яло яли ити ить ять иш имо ите ив ила ило или ивши " +
    "увати ує ують уєш уємо уєте ував увала ували ювати ює юють юєш юємо ював ювала ювали іти іє іють іла іли іло " +
    "еш емо ете уть ють ать еш",
  2,
  1,
);
const UKRAINIAN_REFLEXIVE = /(?:ся|сь)$/;

export function ukrainian(word: string): string {
  const plain = word.replaceAll("ґ", "г").replaceAll("'", "");
  const bare = plain.length > 5 ? plain.replace(UKRAINIAN_REFLEXIVE, "") : plain;
  let stem = UKRAINIAN.strip(bare);
  // к is ц before the ending of the dative: `рука`, `руці`.
  if (bare.endsWith("ці") && !bare.endsWith("иці")) stem = stem.replace(/ц$/, "к");
  // і stands in a closed syllable for о and е: `рік`, `року`; a vowel falls out: `ринок`, `ринку`.
  stem = stem.replace(/([бвгджзклмнпрстфхцчшщ])[оеі]([кцнлргтв])$/, "$1$2");
  return stem.replace(/([лн])ь(?=[кц]$)/, "$1").replace(/(.)\1$/, "$1");
}

/** Arabic: what is written together before a word. */
const ARABIC_PREFIX = /^(?:[وف]?(?:ال|بال|كال|لل)|و?ي(?=...))/;
const ARABIC = new Endings("ها هم هن هما كم نا ان ات ون ين تين تان يه ته وا ه ي ت ا", 3, 2);

/** Plurals by another pattern of vowels, with the singular: no ending shows them. */
const ARABIC_PLURALS =
  "وزراء:وزير رؤساء:رئيس كتب:كتاب مدن:مدينة عمال:عامل مشاريع:مشروع قرى:قرية طرق:طريق اموال:مال اسعار:سعر اعضاء:عضو " +
  "احزاب:حزب قادة:قائد زعماء:زعيم سفراء:سفير خبراء:خبير علماء:عالم شهداء:شهيد اطفال:طفل رجال:رجل شعوب:شعب حقوق:حق " +
  "جنود:جندي جيوش:جيش اسلحة:سلاح حروب:حرب قضايا:قضية مشاكل:مشكلة نتائج:نتيجة وسائل:وسيلة رسائل:رسالة تقارير:تقرير " +
  "قوانين:قانون صواريخ:صاروخ مواضيع:موضوع بنوك:بنك اسواق:سوق شوارع:شارع مناطق:منطقة مراكز:مركز مكاتب:مكتب مصانع:مصنع " +
  "مدارس:مدرسة مساجد:مسجد ملايين:مليون ايام:يوم اشهر:شهر شهور:شهر اعوام:عام اخبار:خبر صحف:صحيفة برامج:برنامج انظمة:نظام " +
  "اسباب:سبب اهداف:هدف افراد:فرد فرق:فريق حدود:حد جهود:جهد عقود:عقد وفود:وفد بلدان:بلد بلاد:بلد عواصم:عاصمة سفن:سفينة " +
  "ضحايا:ضحية قتلى:قتيل جرحى:جريح اسرى:اسير مرضى:مريض طلاب:طالب تجار:تاجر حكام:حاكم نواب:نائب خطط:خطة فرص:فرصة " +
  "قوى:قوة مصادر:مصدر موارد:مورد مصالح:مصلحة مواقع:موقع ملفات:ملف حقائب:حقيبة اراضي:ارض دماء:دم مياه:ماء ابناء:ابن " +
  "اخوة:اخ اباء:اب امهات:ام بيوت:بيت ابواب:باب اسماء:اسم الاف:الف مئات:مئة تدابير:تدبير مساعي:مسعى اطراف:طرف اعمال:عمل " +
  "احداث:حدث اوضاع:وضع ظروف:ظرف اثار:اثر ادوار:دور ارقام:رقم اقسام:قسم الوان:لون اجهزة:جهاز اعداء:عدو اصدقاء:صديق";

let arabicPlurals: ReadonlyMap<string, string> | undefined;

/** One of each letter that writers set for one another. */
function plainArabic(word: string): string {
  return word
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي")
    .replaceAll("ئ", "ي")
    .replaceAll("ؤ", "و");
}

/**
 * Light stems, in the manner of L. S. Larkey, L. Ballesteros and M. E. Connell, "Improving stemming for Arabic information retrieval",
 * SIGIR 2002, with prefixes of the present tense.
 */
export function arabic(word: string): string {
  const plain = plainArabic(word);
  const bare = plain.replace(ARABIC_PREFIX, "");
  const noun = bare.length < 3 ? plain : bare;
  arabicPlurals ??= new Map(
    ARABIC_PLURALS.split(" ").map((entry) => {
      const [plural = "", singular = ""] = entry.split(":");
      return [plainArabic(plural), plainArabic(singular)] as const;
    }),
  );
  const known = [noun, noun.slice(1)].find(
    (one, i) => (i === 0 || /^[وفبلك]/.test(noun)) && arabicPlurals?.has(one),
  );
  const stem = ARABIC.strip(arabicPlurals.get(known ?? "") ?? noun);
  // and, which is written together with the word behind it, of longer words than begin with its letter.
  return stem.length > 4 && stem.startsWith("و") && !stem.startsWith("وا") ? stem.slice(1) : stem;
}
