/** Texts of our own in the languages of the old encodings, and the encodings that each was written in. */

export const TEXTS: readonly (readonly [encodings: string, text: string])[] = [
  [
    "windows-1251 koi8-r ibm866 iso-8859-5",
    "Министр открыл новый порт на берегу моря. Переговоры продолжались весь день, сообщил он журналистам в среду. Строительство обошлось в двадцать миллионов и заняло четыре года, объём перевозок вырастет вдвое.",
  ],
  [
    "windows-1251 koi8-u iso-8859-5",
    "Міністр відкрив новий порт на березі моря. Переговори тривали весь день, повідомив він журналістам у середу. Будівництво коштувало двадцять мільйонів і тривало чотири роки, її підтримали всі країни.",
  ],
  [
    "windows-1250 iso-8859-2",
    "Minister otworzył nowy port nad morzem. Rozmowy trwały cały dzień, powiedział dziennikarzom w środę. Budowa kosztowała dwadzieścia milionów i zajęła cztery lata, a przewóz wzrośnie także w Łodzi, Gdańsku i późną jesienią w Poznaniu.",
  ],
  [
    "windows-1250 iso-8859-2",
    "Ministr otevřel nový přístav u moře. Jednání trvala celý den, řekl novinářům ve středu. Stavba stála dvacet milionů a trvala čtyři roky, uvedl také mluvčí vlády v Českých Budějovicích.",
  ],
  [
    "windows-1250 iso-8859-2",
    "A miniszter új kikötőt nyitott a tenger partján. A tárgyalások egész nap tartottak, mondta az újságíróknak szerdán. Az építkezés húszmillióba került és négy évig tartott, közölte a szóvivő.",
  ],
  [
    "windows-1250 iso-8859-2",
    "Ministar je otvorio novu luku na moru. Razgovori su trajali cijeli dan, rekao je novinarima u srijedu. Gradnja je stajala dvadeset milijuna i završena je nakon četiri godine, a promet će se povećati već dogodine, kaže Šušnjić iz Đakova.",
  ],
  [
    "windows-1254",
    "Bakan deniz kıyısında yeni bir liman açtı. Görüşmeler bütün gün sürdü, çarşamba günü gazetecilere söyledi. İnşaat yirmi milyona mal oldu ve dört yıl sürdü, taşımacılığın iki katına çıkması bekleniyor, dedi Şükrü Ağaoğlu.",
  ],
  [
    "windows-1257",
    "Ministras atidarė naują uostą prie jūros. Derybos truko visą dieną, trečiadienį jis sakė žurnalistams. Statyba kainavo dvidešimt milijonų ir užtruko ketverius metus, šiemet krovinių vežimas padidės dvigubai.",
  ],
  [
    "windows-1257",
    "Ministrs atklāja jaunu ostu pie jūras. Sarunas ilga visu dienu, viņš trešdien sacīja žurnālistiem. Celtniecība izmaksāja divdesmit miljonus un ilga četrus gadus, kravu pārvadājumi šogad dubultosies.",
  ],
  [
    "windows-1252",
    "Der Minister eröffnete einen neuen Hafen an der Küste. Die Gespräche dauerten den ganzen Tag, sagte er am Mittwoch. Der Bau kostete zwanzig Millionen und dauerte vier Jahre, größere Schiffe können später anlegen.",
  ],
  [
    "windows-1252",
    "Le ministre a inauguré un nouveau port à la côte. Les négociations ont duré toute la journée, a-t-il déclaré mercredi à la presse. Les travaux ont coûté vingt millions et ont été achevés après quatre années, où les bateaux français accosteront.",
  ],
  [
    "windows-1252",
    "El ministro inauguró un nuevo puerto en la costa. Las conversaciones duraron todo el día, dijo a los periodistas el miércoles. La construcción costó veinte millones y terminó después de cuatro años, señaló también el señor Muñoz.",
  ],
  [
    "windows-1252",
    "O ministro inaugurou um novo porto no litoral. As conversações duraram o dia inteiro, disse aos jornalistas na quarta-feira. A construção custou vinte milhões e terminou após quatro anos, não há previsão de ampliação.",
  ],
  [
    "windows-1252",
    "Ministern öppnade en ny hamn vid kusten. Samtalen pågick hela dagen, sade han till journalister på onsdagen. Bygget kostade tjugo miljoner och tog fyra år, även större fartyg får anlöpa på våren.",
  ],
  [
    "windows-1253",
    "Ο υπουργός εγκαινίασε νέο λιμάνι στην ακτή. Οι συνομιλίες διήρκεσαν όλη την ημέρα, είπε στους δημοσιογράφους την Τετάρτη. Η κατασκευή κόστισε είκοσι εκατομμύρια και ολοκληρώθηκε μετά από τέσσερα χρόνια.",
  ],
  [
    "windows-1256",
    "افتتح الوزير ميناء جديدا على ساحل البحر. واستمرت المحادثات طوال اليوم، كما قال للصحفيين يوم الأربعاء. وبلغت تكلفة البناء عشرين مليونا واستغرق أربع سنوات، ومن المتوقع أن يتضاعف حجم النقل.",
  ],
  [
    "gb18030",
    "部长在海边开了一个新的港口。他对记者说，会谈进行了一天，双方都同意在今年继续合作。这个工程用了四年时间，花了两千万，来往的船会比以前多一倍。",
  ],
  [
    "big5",
    "部長在海邊開了一個新的港口。他對記者說，會談進行了一天，雙方都同意在今年繼續合作。這個工程用了四年時間，花了兩千萬，來往的船會比以前多一倍。",
  ],
  [
    "shift_jis euc-jp",
    "大臣は海岸に新しい港を開いた。会談は一日中続いたと、水曜日に記者団に語った。工事には四年かかり、費用は二千万だった。船の数は倍になる見通しだ。",
  ],
  [
    "euc-kr",
    "장관은 바닷가에 새 항구를 열었다. 회담은 하루 종일 이어졌다고 그는 수요일 기자들에게 말했다. 공사에는 이천만이 들었고 사 년이 걸렸다. 물동량은 두 배로 늘어날 전망이다.",
  ],
];
