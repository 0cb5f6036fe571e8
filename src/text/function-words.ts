/**
 * Words that say how a sentence is built and not what it is about: articles, pronouns, prepositions, conjunctions,
 * auxiliaries, and what news are reported with. Closed classes of each language; where words are not divided, characters.
 */
import { commonWords } from "./language-profiles.js";

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
    "является являются",
  tr:
    "acaba altında ama ancak arada arasında artık aslında ayrıca az bana bazı belki ben benim beri bile bir biraz birçok biri " +
    "birlikte biz bizim bu buna bunda bundan bunlar bunu bunun burada bütün çok çünkü da daha de defa değil değildi denildi " +
    "dedi diye diğer dolayı dolayısıyla eden ederek edecek edildi edilen ediyor eğer en et etmek etti ettiği ettiğini fakat " +
    "gibi göre ha halen hangi hatta hem henüz hep hepsi her herhangi hiç için içinde ile ilgili ilk ise işte itibaren kadar " +
    "karşı kendi kendine kendisi ki kim kimse mi mı mu mü nasıl ne neden nedeniyle o olan olarak oldu olduğu olduğunu " +
    "olması olmak olmayan olsa olur oluyor ona ondan onlar onların onu onun ortaya oysa öyle önce özellikle rağmen sadece " +
    "siz sonra son söyledi şekilde şey şeyi şu şöyle tarafından tüm üzere üzerinde üzerine var ve veya ya yani yapan yapılan " +
    "yaptığı yapılması yine yok yoksa yüzden zaten belirtti kaydetti ifade",
  de:
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beide beiden beim bereits bis da dabei " +
    "dafür damit danach dann darauf das dass dem den denen denn der deren des dessen die dies diese diesem diesen dieser " +
    "dieses doch dort durch ein eine einem einen einer eines er erklärte es für gab ganz gegen habe haben hat hatte hatten " +
    "hier ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ist jede jeder jetzt kann kein keine können könnte man mehr " +
    "mit muss müssen nach nicht noch nun nur ob oder ohne sagte sehr sei sein seine seinem seinen seiner seit sich sie sind " +
    "so sollen sollte soll sowie teilte über um und unter vom von vor war waren was weil weiter welche wenn wer werde werden " +
    "wie wieder will wir wird wo wollen worden wurde wurden würde zu zum zur zwar zwischen",
  es:
    "a además ahora al algo algunas algunos ante antes aquel así aunque bajo bien cada casi como con contra cual cuales " +
    "cuando cuya de del desde después dijo donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese eso " +
    "esos esta está están estas este esto estos fue fueron ha había habían han hasta hay hoy incluso la las le les lo los " +
    "más me mediante mientras muy nada ni no nos nosotros o otra otras otro otros para pero poco por porque pues puede pueden " +
    "que quien quienes se según ser será si sí sido siempre sin sino sobre son su sus tal también tan tanto te tiene tienen " +
    "toda todas todo todos tras un una uno unos y ya yo señaló afirmó",
  fr:
    "a afin ainsi alors après au aucun aujourd aussi autre autres aux avait avant avec avoir bien c ce cela celle celui ces " +
    "cet cette ceux chaque chez comme comment contre d dans de depuis des deux dit doit donc dont du durant elle elles en " +
    "encore entre est et étaient était été être eu fait faire fois font hui il ils j je jusqu l la le les leur leurs lors " +
    "lui m mais même mêmes moins n ne ni nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus pour " +
    "pourquoi puis qu quand que quel quelle quelles quels qui s sa sans se selon sera ses si sont sous sur t tous tout toute " +
    "toutes très un une vers via vos votre vous y indiqué déclaré souligné",
  ar:
    "أن إن أنه أنها إلى على عن في من مع ما لا لم لن هذا هذه ذلك تلك الذي التي الذين هو هي هم كان كانت كما كل قد لقد ثم أو أم " +
    "و ف ب ل بل بعد قبل بين حول خلال حيث حتى عند عندما عبر غير سوى منذ نحو ضد دون فوق تحت أمام أي أيضا إذا إذ إلا ولا وفي ومن " +
    "وأن وقد وقال قال قالت وأضاف أضاف أكد وأكد يكون تكون ليس ليست به بها له لها فيه فيها منه منها عليه عليها إليه لدى كذلك " +
    "بعض جميع يوم وهو وهي",
  zh: "的 了 和 在 是 与 将 对 为 于 及 等 也 就 而 并 或 由 被 把 从 向 到 以 之 其 这 那 他 她 它 们 我 你 有 不 说 称 个 中 上",
  ja: "の は が を に で と も や へ か ら い る た し て な れ さ す こ そ あ っ く き け ま せ り え",
};

const made = new Map<string | null, ReadonlySet<string>>();

/** Words in lower case, of a language (ISO 639-1); those of any language if it is unknown. */
export function functionWords(language: string | null): ReadonlySet<string> {
  const known = made.get(language);
  if (known) return known;
  const words = new Set(commonWords(language ?? undefined));
  const own = language !== null && Object.hasOwn(WORDS, language) ? (WORDS[language] ?? "") : "";
  if (own !== "") for (const word of own.split(" ")) words.add(word);
  made.set(language, words);
  return words;
}
