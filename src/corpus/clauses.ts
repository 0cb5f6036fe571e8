/**
 * Tells whether the beginning of a sentence may stand for it: whether it has its verb, and does not end on a word that
 * leads to another.
 *
 * No parser: closed classes and endings that are nearly always verbs. What is not recognised only makes a title longer,
 * so a doubtful ending is left out. Lists are made when they are first asked.
 */

/** What is known of a language. A word is in lower case. */
interface Grammar {
  /** Articles, prepositions, conjunctions and the like: more must come. */
  leads: string;
  /** Finite verbs. */
  verbs?: string;
  endings?: RegExp;
  /** Words of these endings that are no verbs. */
  nouns?: string;
  /** The verb stands at the end of its clause, so that only the last word is looked at. */
  verbLast?: true;
}

const EN: Grammar = {
  leads:
    "a an the of in on at by for from to with without into onto over under between among against about after before " +
    "during through across toward towards within behind beyond near per via as than and or but nor so if that which who " +
    "whom whose when where while because although until upon since its his her their our my your this these those some " +
    "any every each no not more most very such both either neither mr mrs ms dr is are was were be been being has have " +
    "had will would can could may might must shall should do does did",
  verbs:
    "is are was were has have had will would can could may might must shall should says said told made took gave went " +
    "came rose fell met held became began broke brought built bought caught chose cut dealt drew drove ate fought found " +
    "flew forgot got grew heard hit hurt kept knew laid led left lost meant paid put read rode ran saw sold sent set shook " +
    "shot shut sang sank sat slept spoke spent stood stole struck swept swore taught thought threw understood won wore " +
    "wrote remains becomes goes comes makes takes gives keeps brings does did do",
  endings: /^\p{Ll}{3,}ed$/u,
  nouns: "need speed indeed hundred united naked sacred exceed proceed succeed",
};

const RU: Grammar = {
  leads:
    "в во на с со к ко по о об от до из за у при для без под над про через между перед после и а но или что чтобы как если " +
    "когда который которая которое которые где не ни это этот эта эти его её их свой свою своего им г ул",
  verbs: "был была было были есть будет будут стал стала стало стали идёт идет ведёт ведет",
  endings: /^\p{Ll}{2,}(?:[аеиоуыяё]л(?:а|о|и)?|[аеиоуыяё]л(?:ся|ась|ось|ись)|[еиюуя]тся|[юу]т)$/u,
  nouns:
    "генерал канал филиал сигнал журнал материал финал капитал квартал потенциал персонал вокзал сила школа дело тело " +
    "начала цели недели модели начало земли село села глава правила зала минут салют институт маршрут",
};

const AZ: Grammar = {
  leads:
    "və ilə bir bu o ya da də həm ki ən hər heç nə üçün kimi isə amma lakin ancaq əgər çünki həmin bəzi bütün öz eyni yeni",
  endings:
    /^\p{Ll}{2,}(?:[ıiuü]b(?:l[aə]r)?|d[ıiuü]r(?:l[aə]r)?|(?:ac[aə]q|əcək)(?:l[aə]r)?|[ıiuü]rl[aə]r|[aəıioöuülnr]d[ıiuü](?:l[aə]r)?)$/u,
  nouns: "indi yeddi ciddi kəndi adı ardı kitab",
  verbLast: true,
};

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  en: EN,
  ru: RU,
  az: AZ,
  uk: {
    leads:
      "в у на з із до за по про від для без під над і й та а але або що щоб як якщо коли який яка яке які не ні це цей його її їх",
    verbs: "є був була було були буде будуть",
    endings: /^\p{Ll}{2,}(?:[аеиіоуюяї](?:в|ла|ло|ли)(?:ся)?|[еиюуя]ться)$/u,
    nouns: "сила школа справа слова село початок цілі неділі",
  },
  tr: {
    leads:
      "ve ile bir bu o ya da de hem ki en her hiç ne için gibi ise ama fakat ancak çünkü bazı tüm bütün yeni",
    endings:
      /^\p{Ll}{2,}(?:yor(?:lar)?|[ae]ca[kğ](?:lar)?|ecek(?:ler)?|m[ıiuü]şt[ıiuü]r?|[dt][ıiuü]r|[aeıioöuülnr]d[ıiuü](?:l[ae]r)?|[kşçtsf]t[ıiuü](?:l[ae]r)?)$/u,
    nouns: "şimdi kendi yedi ciddi kredi adı ardı müdür sınır artı altı merkezi",
    verbLast: true,
  },
  de: {
    leads:
      "der die das den dem des ein eine einen einem einer eines in im an am auf aus bei beim mit nach von vom vor zu zum zur " +
      "über unter um für gegen durch ohne bis seit zwischen und oder aber sowie als wie dass ob wenn weil während nicht kein " +
      "keine sein seine ihr ihre dieser diese dieses",
    verbs:
      "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte will wollen wollte soll sollen " +
      "sollte muss müssen musste darf sagte sagt teilte erklärte gab ging kam nahm fand stand hielt ließ lag stieg sank fiel " +
      "traf trafen sprach begann blieb verlor gewann eröffnete forderte kündigte",
  },
  fr: {
    leads:
      "le la les l un une des du de d à au aux en dans sur sous par pour avec sans chez vers entre contre et ou mais ni que " +
      "qui dont où si comme ce cet cette ces son sa ses leur leurs notre nos ne pas plus",
    verbs: "est sont était étaient a ont avait avaient sera seront va vont doit doivent peut peuvent fut",
    endings: /^\p{Ll}{3,}(?:era|eront|aient)$/u,
  },
  es: {
    leads:
      "el la los las un una unos unas de del a al en con sin por para sobre entre desde hasta hacia contra y e o u pero que " +
      "si como cuando donde su sus este esta estos estas no más se lo",
    verbs: "es son era eran fue fueron ha han había habían será serán está están hay va van debe puede",
    endings: /^\p{Ll}{2,}(?:ó|aron|ieron|ará|erá|irá|arán)$/u,
  },
  it: {
    leads:
      "il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella " +
      "con su sul sulla per tra fra e o ma che se come quando dove non più suo sua",
    verbs: "è sono era erano ha hanno aveva sarà saranno deve può fu",
    endings: /^\p{Ll}{3,}(?:ò|arono|erono|irono)$/u,
  },
  pt: {
    leads:
      "o a os as um uma uns umas de do da dos das em no na nos nas com sem por pelo pela para sobre entre até e ou mas que se " +
      "como quando onde seu sua não mais ao à aos",
    verbs: "é são era eram foi foram tem têm será serão está estão há deve pode",
    endings: /^\p{Ll}{3,}(?:ou|aram|eram|iram)$/u,
  },
  nl: {
    leads:
      "de het een van in op aan bij met voor naar uit over onder om door tegen tot te tussen en of maar dat die als wanneer " +
      "waar zijn haar hun deze dit niet geen",
    verbs:
      "is zijn was waren heeft hebben had hadden wordt worden werd werden zal zullen kan kunnen moet zei zegt",
  },
  ar: {
    leads:
      "في من على إلى عن مع بين أن إن أو ثم التي الذي الذين ما لا لم لن هذا هذه ذلك تلك كل بعد قبل خلال حول عند",
  },
  fa: {
    leads: "در از به با و که را برای تا بر یا این آن هر بین",
    verbs: "است بود شد کرد گفت داد دارد شدند کردند گفتند دادند هستند بودند خواهد یافت گرفت رسید آمد",
    verbLast: true,
  },
  el: {
    leads:
      "ο η το οι τα του της των τον την τους τις ένας μια ένα σε στο στη στην στον στους στις στα από με για και ή αλλά που να " +
      "ότι πως αν όταν όπου δεν",
    verbs: "είναι ήταν έχει έχουν είχε θα",
  },
  ka: { leads: "და ან რომ თუ რომელიც" },
  hy: { leads: "և ու կամ որ եթե" },
  kk: { leads: "және мен пен бен бір бұл осы сол не әр" },
};

/** Behind a comma these open a clause that hangs on another. */
const HANGING =
  "who which whom whose that where when while after before as if although though because since until unless despite with without " +
  "который которая которое которые которого которой которых которую которым где когда если чтобы что как хотя пока " +
  "який яка яке які де коли якщо щоб що хоча " +
  "der die das den dem deren dessen dass weil wenn ob als während nachdem obwohl " +
  "qui que dont où lorsque quand si comme quien quienes cuando donde cual che cui quando dove onde quem die dat";
/** What somebody says or thinks begins behind these: it needs a verb of its own. */
const COMPLEMENTS = "that dass что що que che dat ότι";
/** A verb behind these is not that of the sentence. */
const RELATIVES = "who which whose который которая которое которые який яка яке які";
const DETERMINERS = "a an the of its his her their some any these those by in with newly";

const sets = new Map<string, ReadonlySet<string>>();

function isIn(words: string | undefined, word: string): boolean {
  if (words === undefined) return false;
  let set = sets.get(words);
  if (!set) {
    set = new Set(words.split(" "));
    sets.set(words, set);
  }
  return set.has(word);
}

/** Whether more must come behind a word: an article, a preposition, a conjunction; of any language if it is unknown. */
export function leadsOn(word: string, language: string | null): boolean {
  const lower = word.toLowerCase();
  const grammar = grammarOf(language);
  if (grammar) return isIn(grammar.leads, lower);
  return language === null && Object.values(GRAMMARS).some(({ leads }) => isIn(leads, lower));
}

/** Whether the beginning of a sentence, up to the end of a clause, has the verb of its main clause. */
export function hasVerb(text: string, language: string | null): boolean {
  const grammar = grammarOf(language);
  if (!grammar) return false;
  if (grammar.verbLast) return isVerb(lastWord(text), "", grammar);
  return text
    .split(/[,;:،؛]\s|\s[–—-]{1,2}\s/)
    .some((clause, i) => isMainClause(wordsOf(clause), i, grammar));
}

function isMainClause(words: readonly string[], at: number, grammar: Grammar): boolean {
  const [first = ""] = words;
  if (isIn(HANGING, first.toLowerCase()) && (at > 0 || grammar === EN || grammar === RU)) return false;
  let found = false;
  let skipped = 0;
  let last = -9;
  words.forEach((word, i) => {
    const lower = word.toLowerCase();
    if (i > 0 && isIn(COMPLEMENTS, lower)) found = false;
    if (i > 0 && isIn(RELATIVES, lower)) skipped++;
    if (!isVerb(word, words[i - 1] ?? (at > 0 ? "the" : ""), grammar)) return;
    // `has been opened` is one verb.
    if (i - last > 2 && skipped > 0) skipped--;
    else if (i - last > 2) found = true;
    last = i;
  });
  return found;
}

function isVerb(word: string, before: string, { verbs, endings, nouns }: Grammar): boolean {
  if (isIn(verbs, word)) return true;
  // `the proposed law` and `, based in Baku` have no verb.
  if (isIn(DETERMINERS, before.toLowerCase()) || before.endsWith("ly")) return false;
  return endings?.test(word) === true && !isIn(nouns, word);
}

/** Whether a text ends on a verb whose object or complement must come. */
export function endsOnVerb(text: string, language: string | null): boolean {
  const grammar = grammarOf(language);
  const last = lastWord(text);
  if (!grammar || grammar.verbLast) return false;
  return isVerb(last, "", grammar) || (grammar === EN && last.endsWith("ing"));
}

function grammarOf(language: string | null): Grammar | undefined {
  return language !== null && Object.hasOwn(GRAMMARS, language) ? GRAMMARS[language] : undefined;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

export function lastWord(text: string): string {
  return wordsOf(text.slice(-30)).at(-1) ?? "";
}
