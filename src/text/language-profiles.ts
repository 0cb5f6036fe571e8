/** The commonest words of languages that share a script, and the letters that tell them apart. */

/**
 * Languages that share their script with others, one a line: ISO 639-1, script, letters that few others of the script
 * have, and the little words that no text is without. Azerbaijani is here twice: as it is written (with the words of
 * the alphabet of 1991, and without their marks), and in the Cyrillic of the time before.
 */
const PROFILES = `
en latin - the of and to in a is that for on was with as by at from it be has have said are this an were which not its will he his they but been after had their would who also more
az latin əğışçöü və bu ilə üçün bir də da ki olan olub edib sonra isə daha onun qeyd görə ölkə deyib çox ən dair azərbaycan arasında haqqında etdi edilib vä ilä dä isä ölkä häm haqda ucun haqqinda olunub barede edilmiş olaraq hər həm ve ile arasinda respublikası prezidenti
tr latin ğışçöü ve bir bu için ile da de olarak olan çok daha en gibi ise sonra kadar olduğunu dedi türkiye ancak değil ilgili arasında her iki tarafından etti oldu var yeni bulunan ettiği göre üzere cumhurbaşkanı
de latin ßäöü der die das und in den von zu mit ist im auf für des nicht ein eine sich dem als auch es an werden aus hat wurde einer nach bei über sind zum zur haben am sagte
fr latin éèêàùçœ le la les de des et en du un une à est que pour dans qui sur au par il pas plus avec ce ont été sont aux cette son ses l d selon entre leur après
es latin ñáíóú el la los las de y en que del un una se por con para su al es lo como más este ha fue son sus pero entre sobre también desde dos
it latin àèìòù il la le di e che in un una per del della con non sono da si al alla i gli dei è ha come anche più nel nella dal lo ed tra stato dopo
pt latin ãõçáêú o a os as de e em que do da um uma para com por não no na se ao mais foi dos das é à são pelo pela também entre sobre
nl latin - de het een van en in is dat op te voor met zijn die niet aan er om ook als bij naar wordt door uit maar heeft over worden
pl latin łąęśżźćń w i na z do się nie że to jest o po od za przez przy dla jak który oraz był są będzie tym roku ze
ro latin țșăşţâî și şi în de la a cu pe din că un o pentru nu care este al ale au fost prin mai sau după între
uz latin - va bu bilan uchun bir ham da deb hamda yil haqida edi esa lgan bo o uning qilish yicha tomonidan zbekiston
ru cyrillic ыэёъ и в на с что по не из для к о от это как за его был а также при года но он до все об со между после которые заявил
uk cyrillic іїєґ і в на з що до не за для та про від як у це його був також при року але він із між який які під час
be cyrillic ўіыэё і ў на з што да не за для у па аб як яго таксама пры але ён гэта ад года быў былі якія
bg cyrillic ъ и на в за от да се с не по че са към това като със при до през който е бе ще след между
sr cyrillic љњђћј и у на је да се са за од не по из као су који што али би међу до
kk cyrillic қңғұһәөүі және мен бен үшін бұл да де бір осы деп туралы болып жылы қазақстан менен бойынша ол екі ең кейін болды оның
ky cyrillic ңөүэы жана менен үчүн бул да бир деп боюнча болгон кыргыз эле эки анын тууралуу жылы ошондой эмес
tg cyrillic ҷӣӯҳқғ ва дар ба аз ки бо барои ин он аст буд низ то тоҷикистон бар худ шуд мебошад байни
az cyrillic әҹҝғөүһј вә бу илә үчүн бир дә да ки олан едиб сонра исә даһа онун ҝөрә һәм олуб арасында азәрбајҹан
ar arabic ةىيكأإ في من على إلى أن عن مع هذا التي الذي كما بين قال هذه وقد ما بعد خلال لا كان هو أو
fa arabic پچژگکی در به از که این با را است برای آن یک خود تا کرد بر هم نیز شد های می شده و بین
ur arabic ٹڈڑےںہ کے میں کی سے اور نے ہے کو کا پر کہ یہ ہیں بھی گیا کر اس
`;

/** A line of `PROFILES`. */
export interface Profile {
  code: string;
  script: number;
  letters: string;
  words: string[];
}

export const SCRIPT_NAMES = ["", "latin", "cyrillic", "arabic"];
export const profileLines = PROFILES.trim().split("\n");

export function profileOf(line: string): Profile {
  const parts = line.split(" ");
  const [code = "", script = "", letters = ""] = parts;
  return { code, script: SCRIPT_NAMES.indexOf(script), letters, words: parts.slice(3) };
}

/** The little words that no text of a language (ISO 639-1) is without; those of all languages if none is given. */
export function commonWords(language?: string): ReadonlySet<string> {
  const profiles = profileLines
    .map(profileOf)
    .filter(({ code }) => language === undefined || code === language);
  return new Set(profiles.flatMap(({ words }) => words));
}
