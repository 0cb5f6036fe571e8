/**
 * Words before a full stop that ends no sentence, or seldom, and words that tell whether it does.
 *
 * What is a word of another language stands in the lists of one language only.
 */

/** A set of words. */
export type WordSet = Pick<ReadonlySet<string>, "has">;

/** A set that is made when it is first asked: every start runs past here, few cut sentences. */
function wordSet(words: string): WordSet {
  let made: ReadonlySet<string> | undefined;
  return {
    has(word) {
      made ??= new Set(words.split(" "));
      return made.has(word);
    },
  };
}

/** Behind these stands a name. */
export const BEFORE_NAME = wordSet(
  "mr mrs ms messrs dr prof gen col lt capt maj sgt cpl adm cmdr brig gov sen rep reps sens st ste mt ft hon rev pres " +
    "supt amb mme mlle sr.a dipl ing com cdr comdr ens pvt pfc det insp atty asst assoc sra srta sras sres dra dña lic mgr им ул просп пл пер бул наб обл пос дер ред зам нач оз пр-т б-р р-н проф акад ген полк подполк кап лейт св тов гр " +
    "д-р г-н г-жа ак инж akad dos müəl cən polk leyt küç doç yrd av öğr gör sn cad sok mah sh шейх",
);
/** Behind these stands a number, or nothing more of the sentence. */
export const BEFORE_NUMBER = wordSet(
  "no nos nr pp vol vols fig figs art arts sec ch para approx est ca cca tel ext səh mad jan feb mar apr jun jul aug sep " +
    "sept oct nov dec yan fev avq okt noy dek янв фев февр мар апр авг сент сен окт нояб ноя дек ст стр рис гл тел табл",
);
/** No sentence ends with these. */
export const WITHIN = wordSet(
  "vs cf viz e.g i.e т.е напр məs bkz örn bzw z.b d.h vgl sog inkl exkl zzgl ggf evtl p.ex c.-à-d bijv d.w.z",
);
/** Behind these a name may go on, but a sentence may end too. */
export const IN_NAME = wordSet("inc ltd co corp jr sr bros plc llc dept ave blvd mio mrd tsd");
/** What goes on behind `a.m.` and `p.m.`. */
export const AFTER_CLOCK = wordSet(
  "monday tuesday wednesday thursday friday saturday sunday est edt gmt utc cet et pt local",
);
/** Words that open sentences and are no names: behind an initial or `U.S.` they tell that one is over. */
export const STARTERS = wordSet(
  "the this that these those there they he she it we you i in on at by for from to but and so or if as when while after " +
    "before since until although however his her its their our my what who why how not no an also meanwhile both " +
    "bu o onun onlar və amma lakin isə həmçinin eyni bundan bununla həm sonra daha ve ancak fakat bunun ayrıca öte " +
    "в во на и но а это этот эта эти он она они мы вы по также кроме при как так если когда после однако его её их " +
    "der die das ein eine er sie es wir und aber le la les il elle ils nous et mais el los las y pero",
);
/** Languages that write `3.` for `third`. */
export const ORDINAL_DOT = wordSet("tr de da no nb fi cs sk hu hr sr sl et lv");

/** What only one language writes so. */
interface Abbreviations {
  /** Behind these stands a name. */
  beforeName?: WordSet;
  /** Behind these stands a number, or nothing more of the sentence. */
  beforeNumber?: WordSet;
  /** No sentence ends with these. */
  within?: WordSet;
}

const OF_LANGUAGE: Readonly<Record<string, Abbreviations>> = {
  en: { beforeName: wordSet("fr br bp dist ald comm dep exec messrs") },
  de: {
    beforeName: wordSet("hr hrn fr frl bgm abg univ"),
    beforeNumber: wordSet("bd kap abs ziff anm tab abb jän mär okt dez"),
    within: wordSet("bspw einschl ehem insb z.t v.a"),
  },
  fr: {
    beforeName: wordSet("mm me mgr pr vve bd boul av"),
    beforeNumber: wordSet("env chap janv févr avr juil déc réf éd"),
    within: wordSet("ex p.ex c.-à-d"),
  },
  es: {
    beforeName: wordSet("gral cnel cap tte arq avda av pdte excmo excma dr dres"),
    beforeNumber: wordSet("pág págs núm núms aprox cap ene abr ago dic art"),
    within: wordSet("ej p.ej"),
  },
  it: {
    beforeName: wordSet(
      "on dott dott.ssa sig sig.ra sigg avv prof.ssa arch rag geom mons cav comm gen col cap ten ss",
    ),
    beforeNumber: wordSet("pag pagg art artt cap circa genn febbr magg giu lug ott dic"),
    within: wordSet("es p.es"),
  },
  pt: {
    beforeName: wordSet("exmo exma eng gal cel cap ten sr sra srs av"),
    beforeNumber: wordSet("pág págs núm art aprox fev abr ago set out dez"),
    within: wordSet("ex p.ex"),
  },
  nl: {
    beforeName: wordSet("dhr mevr mw drs ir mr ing burg"),
    beforeNumber: wordSet("blz hfst afb mrt okt mei"),
    within: wordSet("o.a m.b.t t.a.v i.p.v incl excl resp zgn"),
  },
  pl: {
    beforeName: wordSet("ul im gen św ks hab inż mgr al os płk kpt por red"),
    beforeNumber: wordSet("godz str poz ust pkt"),
    within: wordSet("tzw np tzn m.in tj"),
  },
  da: { beforeNumber: wordSet("kl pkt stk"), within: wordSet("f.eks bl.a dvs") },
  nb: { beforeNumber: wordSet("kl pkt"), within: wordSet("f.eks bl.a dvs") },
  sv: { beforeNumber: wordSet("kl kap"), within: wordSet("t.ex bl.a dvs") },
  az: { beforeName: wordSet("ş r-n rn qəs kv mənz bul red f-ə"), beforeNumber: wordSet("cild şək cədv") },
  tr: { beforeName: wordSet("org alb yzb bnb korg tümg tuğg op uzm hz ecz müh arş gn") },
  uk: { beforeName: wordSet("ім вул просп бульв обл р-н акад проф"), beforeNumber: wordSet("див рис табл") },
};

const NONE: Abbreviations = {};

/** What a language (ISO 639-1; null: unknown) abbreviates beside what is known of all. */
export function abbreviationsOf(language: string | null): Abbreviations {
  return (language !== null && Object.hasOwn(OF_LANGUAGE, language) && OF_LANGUAGE[language]) || NONE;
}
