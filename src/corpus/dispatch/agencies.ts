/** News agencies, each under one name however a dispatch spells it. */
import { isCaseless, lowered } from "./tokens.js";

/**
 * A line an agency: its name, then what it is known by, with `|` between. Names are compared without regard to letter
 * case. `*` after the name: its dispatches may begin with the name alone and a dash or colon (`AKIpress.com - `). `~`
 * after the name: a word of some language is spelt the same, so that it counts only in brackets, in capitals or after a day.
 * A web address is an alias like any other.
 */
const AGENCIES = `
AZERTAC|azertag|azertaj|azertadj|azerta|azərtac|azərtəc|azertac.az|азертадж|азертач|азәртаҹ|азəртаҹ|阿塞拜疆国家通讯社|阿塞拜疆通讯社|阿通社|أذرتاج|اذرتاج|آذرتاج|أذرتاغ|آذرتاگ|აზერთაჯი|აზერტაჯი|azərbaycan dövlət informasiya agentliyi|azerbaijan state news agency|ադրբեջանական պետական լրատվական գործակալություն
APA|апа|apa.az|apa-economics|apa-economic|apa-sport|апа-экономикс|апа-спорт|apa-iqtisadiyyat
Report~|report.az|репорт|report informasiya agentliyi|report news agency|report information agency
Trend*~|тренд|trend.az|trend news agency|trend information agency|trend i̇a
Turan*~|туран|turan.az|turan information agency|turan i̇a|contact.az
AzerNews|azernews.az
Azeri Press Agency|azeri-press
Fineko|fineko/abc.az|abc.az|финеко|fineko/abc
1news.az|1news
Day.Az|day.az
SalamNews|salamnews.org
Oxu.Az|oxu.az
ONA~|onainfo.az
MENAFN
Novosti-Azerbaijan|новости-азербайджан|novosti-azerbaijan|новости азербайджан
Interfax-Azerbaijan|интерфакс-азербайджан|i̇nterfaks-azərbaycan
Reuters|reuter|рейтер|рейтерс|رويترز|ロイター|路透社|路透|로이터|როიტერი|رویترز|ρόιτερς|thomson reuters|thomson reuters foundation
AFP|afp|афп|фрaнс пресс|франс пресс|agence france-presse|agence france presse|أ ف ب|أ.ف.ب|ا ف ب|فرانس برس|法新社|afp時事|france presse
AP|associated press|the associated press|ap photo|асошиэйтед пресс|أ ب|أسوشيتد برس|美联社|美聯社
dpa|dpa-afx|dpa/tmn|dpa/lby|deutsche presse-agentur|дпа|德新社|د ب أ|د.ب.أ
AFX|afx news
DJ~|dow jones|dow jones newswires
Bloomberg|bloomberg news|блумберг
UPI|united press international|юпи|合众国际社
EFE|agencia efe|efeusa|efe verde|эфэ|埃菲社
ANSA|анса|安莎社|ansa.it
AGI~
Adnkronos|adn kronos|adnkronos salute|adnkronos/labitalia
askanews|aska
Apcom
Italpress
LaPresse
DIRE~|agenzia dire
9Colonne
Radiocor|il sole 24 ore radiocor plus|radiocor plus
AsiaNews
Europa Press|ep
Servimedia
Colpisa
Lusa~
Agência Brasil|agencia brasil
Agência Estado|estadão conteúdo
Angop
Inforpress
Notimex
Télam|telam
Prensa Latina|pl|prensa-latina
Andina~
AVN
ABI
Ansa Latina
Agencia IP|ip
SDA|sda|sda-ats|keystone-sda|keystone-ats|keystone-sda-ats|ats|awp/sda|awp
ots|presseportal
epd
KNA
kathpress
APA-OTS|apa/dpa|austria presse agentur
ANP
Belga
Novum~
TT~|tt nyhetsbyrån
NTB
Ritzau
STT|suomen tietotoimisto
BNS
LETA
ELTA
PAP|пап
ČTK|čtk|ctk
TASR
SITA~
MTI
Agerpres|rompres|agerpress
Mediafax~
Moldpres|молдпрес
IPN
Infotag|инфотаг
BTA|бта
Focus~|фокус
Tanjug|танјуг|танюг|tanjuga
Beta~
Srna|срна
FENA~
HINA~
MIA~|миа
STA~
MINA~
ATSH|ata
Kosovapress
ANA-MPA~|ana|απε-μπε|απε|amna
CNA|中央社|中央通訊社|cna taiwan
TASS*|тасс|itar-tass|итар-тасс|itar tass|塔斯社|تاس|tass.ru|τασς|タス通信|타스
RIA Novosti|ria|риа новости|риа|ria news|俄新社|نوفوستي|ريا نوفوستي|ria.ru|риановости
Sputnik~|спутник|sputnik azərbaycan|sputnik azerbaijan|sputnik азербайджан|سبوتنيك|卫星通讯社|スプートニク
RAPSI|рапси
Prime~|прайм|аэи прайм
Interfax|интерфакс|interfax.ru|интерфакс.ru|interfax-ru|国际文传电讯社|انترفاكس
Interfax-Ukraine|интерфакс-украина|інтерфакс-україна
Interfax-Kazakhstan|интерфакс-казахстан
Interfax-Zapad|интерфакс-запад
Rosbalt|росбалт
REGNUM|регнум|иа regnum
FINMARKET|финмаркет
BelTA|белта|belta
Ukrinform|укринформ|укрінформ|ukrinform.ua
UNIAN|униан|уніан|унiан|unian
UNN|унн
RBC-Ukraine|рбк-украина|рбк-україна|rbc-ukraine
RBC|рбк|rbc
Kazinform|казинформ|qazinform|kazinform.kz|қазақпарат|qazaqparat|哈萨克国际通讯社|哈通社|казақпарат
KazTAG|казтаг|қазтаг
Kabar|кабар|kabar.kg
AKIpress*|акиpress|акипресс|akipress.com
24.kg|24.kg
UzA|уза|ўза|o'za|oʻza
Podrobno.uz|podrobno.uz
Dunyo|дунё|jahon|жахон
Khovar~|ховар|ховар
Asia-Plus|азия-плюс|asia-plus
Avesta~|авеста
TDH
Montsame|монцамэ|montsame
Armenpress|арменпресс|արմենպրես|armenpress.am
ARKA~|арка
ArmInfo*|арминфо
Mediamax|медиамакс
Noyan Tapan|ноян тапан
Novosti-Armenia|новости-армения
PanARMENIAN.Net*|panarmenian.net|panarmenian|панармениан.net
Interpressnews|interpressnews.ge|интерпрессньюс|ინტერპრესნიუსი
1TV|1tv.ge|პირველი არხი
GHN|ghn.ge
Sakinform
Apsnypress|апсныпресс
Anadolu|aa|anadolu agency|anadolu ajansı|анадолу|анадолу агентлиги|الأناضول|وكالة الأناضول|آناتولی|آناتولي|阿纳多卢通讯社
DHA|demirören haber ajansı
İHA|iha|ihlas haber ajansı
ANKA~
UBA
IRNA|ирна|ایرنا|إرنا|ارنا|irna english
ISNA|ایسنا
Mehr~|mna|مهر|خبرگزاری مهر
Fars~|fna|فارس
Tasnim|تسنیم|تسنيم
Iran Press
IQNA
SANA|сана|سانا|sana.sy
NNA|الوطنية
INA|واع
NINA
Petra~|بترا|petra.gov.jo
WAFA|وفا|wafa.ps
KUNA|كونا
QNA|قنا
WAM|وام|вам|wam.ae
SPA|واس
BNA|بنا
ONA Oman|العُمانية|العمانية
Saba~|سبأ
MENA|أ ش أ|أ.ش.أ|أش أ
Aswat Masriya
SUNA|سونا
LANA|وال
TAP~|وات
MAP~|و م ع|ومع|و.م.ع
APS|واج|وأج
AMI~|وما
Mauritania Press
PANA|panapress
APANEWS|apanews
AIP
ATOP
AGP
ABP
ACI
GNA
NAN
SLENA
LINA
ENA~
Ethiopian News Agency
SONNA
KBC
SAPA
SAnews
NAMPA
ZANIS
ZIANA|new ziana
Shihata
Xinhua|xinhua news agency|xinhuanet|синьхуа|新华社|新華社|新华网|新華網|شينخوا|agencia xinhua|ξινχουά|シンフア|新華社通信|신화
China News Service|cns|中新社|中新网|中新網|中国新闻社|ecns
People's Daily Online|人民网|人民網
CCTV|央视网
Kyodo|kyodo news|киодо|共同|共同通信|共同社|共同網
Jiji|jiji press|時事|時事通信|时事社|時事社
Yonhap|yonhap news|yonhap news agency|рёнхап|ренхап|연합뉴스|聯合ニュース|韩联社|韓聯社
Newsis|뉴시스
News1|뉴스1
KCNA|цтак|조선중앙통신|朝中社|朝鮮中央通信|朝鲜中央通讯社
KPL
AKP
VNA|vna/vns|ttxvn|vns|вна|越通社
Bernama
Antara|antara news
PNA
TNA
MNA Myanmar
PTI|press trust of india|पीटीआई
PTI Bhasha|भाषा
ANI|asian news international|एएनआई
UNI~|united news of india|univarta|वार्ता
IANS
APP~|associated press of pakistan|اے پی پی
PPI
Online~
INP
UrduPoint|urdupoint / pakistan point news|pakistan point news
BSS|bangladesh sangbad sangstha
UNB
BDNews24|bdnews24.com
RSS~
Pajhwok|pajhwok afghan news
Khaama Press
Bakhtar~|bna kabul
TOLOnews
Lankapuvath
AAP|australian associated press|aap rtv
NZPA
NZN|nz newswire
PACNEWS
PINA~
CP~|canadian press|the canadian press|la presse canadienne|pc
JTA
RNS
CNS Catholic|catholic news service
CNA Catholic|catholic news agency
Zenit~
IPS~|inter press service
ACN|acn cuba
Caribbean News Agency|cana|cmc
TCA|tribune content agency|tca
PA~|pa media|press association
Al Jazeera|الجزيرة
Business Wire|businesswire|business wire india
PRNewswire|pr newswire|prnewswire-asianet|prnewswire-usnewswire|prnewswire-firstcall|prnewswire-prweb|medianet international-asianet|asianet|asianet pakistan|美通社|prnewswire/asianet
GlobeNewswire|globe newswire|globe-newswire|globenewswire via comtex
Newsfile|newsfile corp.|newsfile corp
Marketwired|marketwire|marketwired via comtex|market wire
ACCESSWIRE|access newswire|accesswire
CNW|cnw telbec|cnw group|canada newswire
JCN Newswire|jcn newswire|jcn
ACN Newswire|acn newswire
Media OutReach|media outreach newswire|media outreach
EIN Presswire|einpresswire.com|einpresswire
PRWEB
Zawya
news aktuell|news aktuell schweiz
Cision`;

/** Capitals of so few letters are abbreviations of anything. */
const SHORT_NAME = 3;
/** UTF-16 units of the longest spelling: longer text is not looked up. */
export const LONGEST_AGENCY = 48;

interface Agency {
  name: string;
  /** A line may begin with it and a dash, without a place or a day. */
  opens: boolean;
  /** Spelt like a word of some language. */
  isWord: boolean;
}

let made: Map<string, Agency> | undefined;
/** The first words of all spellings: most words begin none. */
let starts: Set<string> | undefined;

function agencies(): Map<string, Agency> {
  const bySpelling = new Map<string, Agency>();
  for (const line of AGENCIES.split("\n")) {
    if (line === "") continue;
    const spellings = line.split("|");
    const first = spellings[0] ?? "";
    const isWord = first.endsWith("~");
    const bare = isWord ? first.slice(0, -1) : first;
    const opens = bare.endsWith("*");
    const agency = { name: opens ? bare.slice(0, -1) : bare, opens, isWord };
    bySpelling.set(lowered(agency.name), agency);
    for (let i = 1; i < spellings.length; i++) bySpelling.set(spellings[i] ?? "", agency);
  }
  return bySpelling;
}

function find(spelling: string): Agency | undefined {
  if (spelling.length > LONGEST_AGENCY) return undefined;
  made ??= agencies();
  return made.get(lowered(spelling));
}

/** The first words of the table, as tokens are split: all spellings at once, since one by one takes ten times as long. */
const FIRST_WORDS = /(?<=[\n|])[^\n|\s./&*~-]+/g;

/** Whether a word in small letters begins the spelling of an agency. */
export function beginsAgency(word: string): boolean {
  starts ??= new Set(AGENCIES.toLowerCase().match(FIRST_WORDS));
  return starts.has(word);
}

/** The agency of a spelling; null for what is not known to be one. */
export function agencyOf(spelling: string): string | null {
  return find(spelling.trim())?.name ?? null;
}

/** Whether a line may begin with this spelling of an agency and a dash, without a place or a day. */
export function opensLine(spelling: string): boolean {
  return find(spelling)?.opens ?? false;
}

/** Whether a spelling, as it is written, can hardly be anything but an agency: `AZERTAC`, `Reuters`, not `Trend`. */
export function isDistinct(spelling: string): boolean {
  const small = spelling.toLowerCase();
  const caseless = isCaseless(spelling.charCodeAt(0));
  if (!caseless && spelling === small) return false;
  const isCapitals = spelling === spelling.toUpperCase() && spelling.length > SHORT_NAME;
  return isCapitals || !(find(spelling)?.isWord ?? false);
}
