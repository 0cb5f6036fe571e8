/**
 * Words that say how a sentence is built and not what it is about: articles, pronouns, prepositions, conjunctions,
 * auxiliaries, and what news are reported with. Closed classes of each language, one line a language.
 */
import { commonWords } from "./language.js";

const WORDS: Readonly<Record<string, string>> = {
  en:
    "a about above across after again against all already although am among amongst an and another any are around as at " +
    "away back be because been before being below between both but by can cannot could did do does doing done don down " +
    "during each either else even ever every few for from further get gets given got had has have having he her here hers " +
    "herself him himself his how however i if in into is isn it its itself just least less let like ll made make many may " +
    "me might mine more moreover most much must my myself near neither never no nor not now of off often on once one only " +
    "onto or other others our ours ourselves out over own per perhaps put quite rather re same say saying says she should " +
    "since so some still such take than that the their theirs them themselves then there therefore these they this those " +
    "though through thus to together told too toward towards two under until up upon us use used ve very was wasn we were " +
    "what when where whether which while who whom whose why will with within without won would yet you your yours said " +
    "according added including",
  az:
    "a açıqlayıb ad adlı altında amma ancaq ardınca arasında artıq artıb ayrı az barədə bax başqa belə beləliklə bəlkə bəri " +
    "bəzi bilər bildirib bildirilib bildirmişdir bilərik bir birgə biri birinci birlikdə biz bizim bu bugün buna bunu " +
    "bunun bunlar bura burada bütün buyurub çox çünki da daha dair de dedi deyə deyib deyil də dəfə digər doğru əgər edən " +
    "edəcək edərək edib ediblər edildi edilən edilib edir edirlər elə eləcə en et etdi etdiyi etmək etmiş eyni ərzində " +
    "əsas əsasən əvvəl görə ha hal haqda haqqında hansı həm həmçinin həmin heç hələ hər hərəkət idi ikən iki ikinci il ilə " +
    "ilk indi isə istər kənar keçirilən keçirilib keçirilmiş ki kim kimi lakin lazım mən məhz müəyyən mı mi mu mü nə nədir " +
    "necə növbəti o obirisi ola olacaq olan olaraq olardı olduğu olduğunu oldu olmaq olmuş olub olunan olunub olunur olur " +
    "ona onda ondan onlar onların onları onu onun ora orada öz özü özünü qarşı qeyd qədər sadəcə saytı siz sizin sonra son " +
    "sonrakı tam tərəfindən tərəf ucun üçün üzrə üzərində və vasitəsilə var vardır ya yalnız yanaşı yaxud yenə yeni yoxsa " +
    "yox yəni zaman zamanı xəbər verir məlumat",
  ru:
    "а без более больше будет будут будучи бы был была были было быть в вам вас ведь весь во вот все всего всей всем всех " +
    "всю вся всё вы где говорится да даже для до другие других его ее её ей ему если есть еще ещё же за заявил заявила " +
    "здесь и из или им ими их к каждый как какая какой когда которая которого которой которую которые который которых кроме " +
    "кто куда ли либо лишь между менее меня мне много может можно мой мы на над надо нам нас наш не него нее неё ней нет " +
    "ни них но ну о об обо однако он она они оно от отметил отметила перед по под подчеркнул пока после потом поэтому почти " +
    "при про рассказал с сам сама сами само самый свое своего своей своём свои свой своих свою себе себя сейчас со сообщает " +
    "сообщил сообщила среди сказал сказала та так также такая такие таким таких такой там те тем теперь то того тоже той " +
    "только том тому тот ту тут ты у уже хотя чего чем через что чтобы чтоб этих это этого этой этом этому этот эту эта эти " +
    "эти является являются",
  tr:
    "acaba altında ama ancak arada arasında artık aslında ayrıca az bana bazı belki ben benim beri bile bir biraz birçok biri " +
    "birlikte biz bizim bu buna bunda bundan bunlar bunu bunun burada bütün çok çünkü da daha de defa değil değildi denildi " +
    "dedi diye diğer dolayı dolayısıyla eden ederek edecek edildi edilen ediyor eğer en et etmek etti ettiği ettiğini fakat " +
    "gibi göre ha halen hangi hatta hem henüz hep hepsi her herhangi hiç için içinde ile ilgili ilk ise işte itibaren kadar " +
    "karşı kendi kendine kendisi ki kim kimse mi mı mu mü nasıl ne neden nedeniyle o olan olarak oldu olduğu olduğunu " +
    "olması olmak olmayan olsa olur oluyor ona ondan onlar onların onu onun ortaya oysa öyle önce özellikle rağmen sadece " +
    "siz sonra son söyledi şekilde şey şeyi şu şöyle tarafından tüm üzere üzerinde üzerine var ve veya ya yani yapan yapılan " +
    "yaptığı yapılması yine yok yoksa yüzden zaten belirtti kaydetti ifade",
};

const made = new Map<string | null, ReadonlySet<string>>();

/** Words in lower case, of a language (ISO 639-1); those of any language if it is unknown. */
export function functionWords(language: string | null): ReadonlySet<string> {
  const known = made.get(language);
  if (known) return known;
  const words = new Set(commonWords(language ?? undefined));
  const own = language !== null && Object.hasOwn(WORDS, language) ? (WORDS[language] ?? "") : "";
  for (const word of own.split(" ")) words.add(word);
  made.set(language, words);
  return words;
}
