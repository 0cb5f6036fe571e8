/**
 * Organisations with their acronyms, and people and places that the news name most, in the languages of the news. Names are as
 * `lowerCase` gives them, written down from general knowledge and not checked against a list.
 */

/** A line an organisation: all of its names. What stands for it counts as a synonym. */
export const ORGANISATIONS = `
united nations,un,uno,оон,организация объединенных наций,bmt,birləşmiş millətlər təşkilatı,bm,birleşmiş milletler,vereinte nationen,nations unies,onu,naciones unidas,الأمم المتحدة,سازمان ملل,سازمان ملل متحد,გაერო,გაეროს,联合国,нации объединенные,бұұ,միավորված ազգեր,մակ
european union,eu,европейский союз,евросоюз,ес,avropa ittifaqı,avropa birliyi,ai,avropa i̇ttifaqı,avrupa birliği,ab,europäische union,union européenne,ue,unión europea,الاتحاد الأوروبي,اتحادیه اروپا,ევროკავშირი,欧盟,欧洲联盟,євросоюз,єс
nato,нато,north atlantic treaty organization,otan,ناتو,الناتو,حلف شمال الأطلسي,ნატო,北约,şimali atlantika müqaviləsi təşkilatı,североатлантический альянс,նատօ
organisation of islamic cooperation,organization of islamic cooperation,oic,оис,организация исламского сотрудничества,iət,i̇ət,islam əməkdaşlıq təşkilatı,iit,i̇i̇t,islam işbirliği teşkilatı,منظمة التعاون الإسلامي,سازمان همکاری اسلامی,伊斯兰合作组织
opec,опек,opek,organization of the petroleum exporting countries,أوبك,اوپک,ოპეკი,欧佩克,石油输出国组织
opec+,опек+,opek+
organization for security and co operation in europe,osce,обсе,atət,agit,agi̇t,ozse,منظمة الأمن والتعاون في أوروبا,სეუთო,ეუთო,欧安组织
shanghai cooperation organisation,shanghai cooperation organization,sco,шос,шанхайская организация сотрудничества,şət,şanxay əməkdaşlıq təşkilatı,şiö,şanghay işbirliği örgütü,منظمة شنغهاي للتعاون,上合组织,上海合作组织
commonwealth of independent states,cis,снг,содружество независимых государств,mdb,müstəqil dövlətlər birliyi,bdt,bağımsız devletler topluluğu,رابطة الدول المستقلة,独联体
organization of turkic states,ots,отг,организация тюркских государств,tdt,türk dövlətləri təşkilatı,türk devletleri teşkilatı,منظمة الدول التركية,突厥国家组织
world health organization,who,воз,всемирная организация здравоохранения,üst,ümumdünya səhiyyə təşkilatı,dsö,dünya sağlık örgütü,oms,منظمة الصحة العالمية,سازمان جهانی بهداشت,世卫组织,世界卫生组织
international monetary fund,imf,мвф,международный валютный фонд,bvf,beynəlxalq valyuta fondu,uluslararası para fonu,fmi,صندوق النقد الدولي,صندوق بین المللی پول,国际货币基金组织
world bank,всемирный банк,dünya bankı,dünya bankası,weltbank,banque mondiale,banco mundial,البنك الدولي,بانک جهانی,მსოფლიო ბანკი,世界银行
world trade organization,wto,вто,всемирная торговая организация,ütt,ümumdünya ticarət təşkilatı,dtö,dünya ticaret örgütü,omc,منظمة التجارة العالمية,世贸组织
international atomic energy agency,iaea,магатэ,maqate,beynəlxalq atom enerjisi agentliyi,uaea,aiea,الوكالة الدولية للطاقة الذرية,آژانس بین المللی انرژی اتمی,国际原子能机构
unesco,юнеско,yunesko,اليونسكو,یونسکو,იუნესკო,联合国教科文组织
unicef,юнисеф,yunisef,اليونيسف,یونیسف,联合国儿童基金会
council of europe,совет европы,avropa şurası,avrupa konseyi,europarat,conseil de l europe,consejo de europa,مجلس أوروبا
european commission,еврокомиссия,европейская комиссия,avropa komissiyası,avrupa komisyonu,europäische kommission,commission européenne,comisión europea,المفوضية الأوروبية,ევროკომისია,欧盟委员会
european parliament,европарламент,avropa parlamenti,avrupa parlamentosu,europäisches parlament,parlement européen,parlamento europeo,البرلمان الأوروبي,欧洲议会
international criminal court,icc,мус,международный уголовный суд,bcm,beynəlxalq cinayət məhkəməsi,ucm,cpi,المحكمة الجنائية الدولية,国际刑事法院
red cross,красный крест,qırmızı xaç,kızılhaç,rotes kreuz,croix rouge,cruz roja,الصليب الأحمر,صلیب سرخ,红十字会
cop29,cop 29,кс 29,кс29
cop28,cop 28,кс 28
cop,conference of the parties
brics,брикс,briks,بريكس,بریکس,ბრიქსი,金砖国家
g20,большая двадцатка,böyük iyirmilik,مجموعة العشرين,二十国集团
g7,большая семерка,böyük yeddilik,مجموعة السبع,七国集团
arab league,league of arab states,лига арабских государств,ərəb dövlətləri liqası,arap birliği,جامعة الدول العربية,اتحادیه عرب,阿拉伯国家联盟
african union,африканский союз,afrika ittifaqı,afrika birliği,الاتحاد الأفريقي,非洲联盟
eurasian economic union,eaeu,еаэс,евразийский экономический союз,aai,avrasiya iqtisadi ittifaqı,欧亚经济联盟
non aligned movement,движение неприсоединения,qoşulmama hərəkatı,bağlantısızlar hareketi,حركة عدم الانحياز,不结盟运动
socar,сокар,ardnf,гнкар,سوكار
hamas,хамас,həmas,حماس,ჰამასი,哈马斯
hezbollah,hizbullah,хезболла,хизбалла,hizbullah,حزب الله,ჰეზბოლა,真主党
taliban,талибан,taliban,طالبان,თალიბანი,塔利班
kremlin,кремль,kreml,الكرملين,کرملین,კრემლი,克里姆林宫
white house,белый дом,ağ ev,beyaz saray,weißes haus,maison blanche,casa blanca,البيت الأبيض,کاخ سفید,თეთრი სახლი,白宫
pentagon,пентагон,pentaqon,البنتاغون,پنتاگون,პენტაგონი,五角大楼
fifa,фифа,الفيفا,国际足联
uefa,уефа,欧足联
interpol,интерпол,الإنتربول,国际刑警组织
`;

/** A line a person or a place: all names of it. */
export const NAMES = `
trump,трамп,tramp,ترامب,ترامپ,ტრამპი,特朗普,川普,թրամփ
donald trump,дональд трамп,donald tramp,唐纳德 特朗普
biden,байден,bayden,بايدن,بایدن,ბაიდენი,拜登
obama,обама,أوباما,اوباما,ობამა,奥巴马
clinton,клинтон,كلينتون,کلینتون,კლინტონი,克林顿
bush,буш,buş,بوش,ბუში,布什
putin,путин,بوتين,پوتین,პუტინი,普京,պուտին
medvedev,медведев,medvedyev,ميدفيديف,მედვედევი,梅德韦杰夫
lavrov,лавров,لافروف,لاوروف,ლავროვი,拉夫罗夫
zelensky,zelenskyy,zelenskiy,зеленский,зеленський,zelenski,زيلينسكي,زلنسکی,ზელენსკი,泽连斯基
xi jinping,си цзиньпин,si cinpin,şi cinping,شي جين بينغ,شی جین پینگ,სი ძინპინი,习近平
jinping,цзиньпин,cinpin,cinping
wang yi,ван и,وانغ يي,王毅
li qiang,ли цян,李强
mao zedong,мао цзэдун,mao tszedun,毛泽东
erdogan,erdoğan,эрдоган,ərdoğan,أردوغان,اردوغان,ერდოღანი,埃尔多安,էրդողան
fidan,фидан,فيدان,ფიდანი,费丹
aliyev,əliyev,алиев,aliev,علييف,علی اف,علیف,ალიევი,阿利耶夫,ալիև
ilham aliyev,ilham əliyev,ильхам алиев,伊利哈姆 阿利耶夫
pashinyan,paşinyan,пашинян,باشينيان,پاشینیان,ფაშინიანი,帕希尼扬
mirzoyan,мирзоян,ميرزويان,მირზოიანი
bayramov,bairamov,байрамов,بيراموف,ბაირამოვი
macron,макрон,makron,ماكرون,ماکرون,მაკრონი,马克龙
sarkozy,саркози,sarkozi,ساركوزي,სარკოზი,萨科齐
merkel,меркель,ميركل,مرکل,მერკელი,默克尔
scholz,шольц,şolts,شولتس,შოლცი,朔尔茨
merz,мерц,merts,ميرتس,მერცი,默茨
starmer,стармер,ستارمر,სტარმერი,斯塔默
sunak,сунак,سوناك,სუნაკი,苏纳克
johnson,джонсон,conson,جونسون,ჯონსონი,约翰逊
thatcher,тэтчер,tetçer,تاتشر,ტეტჩერი,撒切尔
netanyahu,нетаньяху,netanyahu,نتنياهو,نتانیاهو,ნეთანიაჰუ,内塔尼亚胡
khamenei,хаменеи,xamenei,hamaney,خامنئي,خامنه ای,ხამენეი,哈梅内伊
pezeshkian,пезешкиан,pezeşkian,بزشكيان,پزشکیان,ფეზეშქიანი,佩泽希齐扬
raisi,раиси,rəisi,رئيسي,رئیسی,რაისი,莱希
rouhani,рухани,ruhani,روحاني,روحانی,როჰანი,鲁哈尼
assad,асад,əsəd,esad,الأسد,اسد,ასადი,阿萨德
sisi,ас сиси,əs sisi,السيسي,სისი,塞西
modi,моди,مودي,مودی,მოდი,莫迪
imran khan,имран хан,imran xan,عمران خان,伊姆兰 汗
kim jong un,ким чен ын,kim çen ın,كيم جونغ أون,კიმ ჩენ ინი,金正恩
lukashenko,лукашенко,lukaşenko,لوكاشينكو,ლუკაშენკო,卢卡申科
tokayev,токаев,tokayev,توكاييف,تۇقاەۆ,ტოყაევი,托卡耶夫
nazarbayev,назарбаев,نزارباييف,ნაზარბაევი,纳扎尔巴耶夫
mirziyoyev,мирзиеев,mirziyoyev,ميرضيائيف,მირზიოევი,米尔济约耶夫
japarov,жапаров,caparov,جباروف,ჟაპაროვი,扎帕罗夫
rahmon,рахмон,rəhmon,رحمن,რაჰმონი,拉赫蒙
berdimuhamedow,berdymukhamedov,бердымухамедов,berdiməhəmmədov,بردي محمدوف,别尔德穆哈梅多夫
kobakhidze,кобахидзе,kobaxidze,كوباخيدزه,კობახიძე,科巴希泽
zourabichvili,zurabishvili,зурабишвили,zurabişvili,ზურაბიშვილი,祖拉比什维利
saakashvili,саакашвили,saakaşvili,ساكاشفيلي,სააკაშვილი,萨卡什维利
orban,orbán,орбан,أوربان,ორბანი,欧尔班
meloni,мелони,ميلوني,მელონი,梅洛尼
vucic,vučić,вучич,vuçiç,فوتشيتش,ვუჩიჩი,武契奇
guterres,гутерреш,quterreş,غوتيريش,گوترش,გუტერეში,古特雷斯
von der leyen,фон дер ляйен,fon der lyayen,فون دير لاين,ფონ დერ ლაიენი,冯德莱恩
stoltenberg,столтенберг,stoltenberq,ستولتنبرغ,სტოლტენბერგი,斯托尔滕贝格
rutte,рютте,روته,რუტე,吕特
borrell,боррель,borrel,بوريل,ბორელი,博雷利
lula,лула,لولا,ლულა,卢拉
maduro,мадуро,مادورو,მადურო,马杜罗
blinken,блинкен,بلينكن,بلینکن,ბლინკენი,布林肯
rubio,рубио,روبيو,რუბიო,鲁比奥
vance,вэнс,vens,فانس,ვენსი,万斯
musk,маск,ماسك,მასკი,马斯克
zuckerberg,цукерберг,sukerberq,زوكربيرغ,ცუკერბერგი,扎克伯格
gorbachev,горбачев,qorbaçov,gorbaçov,غورباتشوف,გორბაჩოვი,戈尔巴乔夫
yeltsin,ельцин,yeltsin,يلتسين,ელცინი,叶利钦
stalin,сталин,ستالين,სტალინი,斯大林
lenin,ленин,لينين,ლენინი,列宁
reagan,рейган,reyqan,ريغان,რეიგანი,里根
pope francis,папа франциск,papa fransisk,papa francesco,البابا فرنسيس,პაპი ფრანცისკე,教皇方济各
zurich,zürich,цюрих,sürix,zürih,زيورخ,زوریخ,ციურიხი,苏黎世
jerusalem,иерусалим,yerusəlim,qüds,kudüs,القدس,اورشلیم,იერუსალიმი,耶路撒冷
xankəndi,khankendi,khankandi,ханкенди,hankendi,stepanakert,степанакерт,خانكندي,خان کندی,ხანქენდი,汉肯德
şuşa,shusha,шуша,şuşa,شوشا,شوشی,შუშა,舒沙
qarabağ,karabakh,карабах,karabağ,garabagh,قره باغ,كاراباخ,ყარაბაღი,卡拉巴赫
naxçıvan,nakhchivan,nakhichevan,нахчыван,нахичевань,nahçıvan,نخجوان,ناخيتشيفان,ნახიჩევანი,纳希切万
gəncə,ganja,гянджа,gence,گنجه,كنجه,განჯა,占贾
sumqayıt,sumgait,sumgayit,сумгаит,sumgayıt,سومقاییت,სუმგაითი,苏姆盖特
bakı,baku,баку,bakü,باكو,باکو,ბაქო,巴库
xəzər,caspian,каспий,каспийское море,hazar,خزر,بحر قزوين,კასპიის ზღვა,里海
zəngəzur,zangezur,зангезур,zengezur,زنگه زور,زنغزور,ზანგეზური,赞格祖尔
gaza,газа,qəzza,gazze,غزة,غزه,ღაზა,加沙
crimea,крым,krım,kırım,القرم,کریمه,ყირიმი,克里米亚
donbas,donbass,донбасс,دونباس,დონბასი,顿巴斯
kremenchuk,кременчуг,кременчук
lviv,lvov,львов,львів,لفيف,ლვოვი,利沃夫
odesa,odessa,одесса,одеса,أوديسا,ოდესა,敖德萨
aleppo,алеппо,hələb,halep,حلب,ალეპო,阿勒颇
mosul,мосул,musul,الموصل,მოსული,摩苏尔
tabriz,тебриз,təbriz,tebriz,تبریز,تبريز,თავრიზი,大不里士
isfahan,исфахан,isfahan,اصفهان,أصفهان,ისპაჰანი,伊斯法罕
batumi,батуми,باتومي,ბათუმი,巴统
astana,астана,نور سلطان,أستانا,ასტანა,阿斯塔纳
almaty,алматы,alma ata,алма ата,ألماتي,ალმათი,阿拉木图
bishkek,бишкек,bişkek,بيشكك,ბიშკეკი,比什凯克
dushanbe,душанбе,düşənbə,duşanbe,دوشنبه,დუშანბე,杜尚别
ashgabat,ашхабад,aşqabad,aşkabat,عشق آباد,აშხაბადი,阿什哈巴德
samarkand,самарканд,səmərqənd,semerkant,سمرقند,სამარყანდი,撒马尔罕
kabul,кабул,kabil,كابول,کابل,ქაბული,喀布尔
islamabad,исламабад,إسلام آباد,اسلام آباد,ისლამაბადი,伊斯兰堡
hong kong,гонконг,honkonq,هونغ كونغ,香港
taipei,тайбэй,taybey,تايبيه,台北
siberia,сибирь,sibir,سيبيريا,ციმბირი,西伯利亚
caucasus,кавказ,qafqaz,kafkasya,kaukasus,caucase,cáucaso,القوقاز,قفقاز,კავკასია,高加索
middle east,ближний восток,yaxın şərq,orta doğu,ortadoğu,naher osten,proche orient,oriente medio,الشرق الأوسط,خاورمیانه,ახლო აღმოსავლეთი,中东
black sea,черное море,qara dəniz,karadeniz,schwarzes meer,mer noire,mar negro,البحر الأسود,دریای سیاه,შავი ზღვა,黑海
asia,азия,asiya,asya,asien,asie,آسيا,آسیا,აზია,亚洲
europe,европа,avropa,avrupa,europa,أوروبا,اروپا,ევროპა,欧洲
africa,африка,afrika,afrique,أفريقيا,آفریقا,აფრიკა,非洲
sochi,сочи,soçi,سوتشي,სოჭი,索契
geneva,женева,cenevrə,cenevre,genf,genève,ginebra,جنيف,ژنو,ჟენევა,日内瓦
davos,давос,دافوس,داووس,დავოსი,达沃斯
nuremberg,нюрнберг,nürnberg,nürnberq
krakow,kraków,краков,krakov,كراكوف,კრაკოვი
antwerp,antwerpen,anvers,антверпен
florence,флоренция,florensiya,firenze,floransa,florenz
naples,napoli,неаполь,neapol,nápoles,neapel
milan,milano,милан,mailand,milán,ميلانو,მილანი,米兰
turin,torino,турин
lyon,лион,ليون,ლიონი
marseille,marseilles,марсель,marsel,مارسيليا,მარსელი
cologne,köln,кельн,кёльн
`;
