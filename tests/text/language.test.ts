import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/text/language.js";
import { cpuTime } from "../cpu-time.js";

/** Invented dispatches, two sentences or more each. */
const DISPATCHES: Record<string, string> = {
  az: "Bakı, 22 aprel, AZƏRTAC. Nazir Orxan Sınaqlı yeni limanın açılışında iştirak edib. O qeyd edib ki, bu layihə ölkə üçün çox vacibdir və ilin sonuna qədər başa çatdırılacaq.",
  en: "BAKU, April 22 (AZERTAC) - Minister Orkhan Testov opened a new harbour on Tuesday. He said that the work had taken three years and would be finished by the end of summer.",
  ru: "Баку, 22 апреля, АЗЕРТАДЖ. Министр Орхан Пробников открыл новый порт во вторник. Он заявил, что работы продолжались три года и будут завершены к концу лета.",
  tr: "ANKARA, 22 Nisan. Bakan Orhan Denemeoğlu salı günü yeni bir liman açtı. Çalışmaların üç yıl sürdüğünü ve yaz sonuna kadar tamamlanacağını söyleyen bakan, bunun ülke için çok önemli olduğunu belirtti.",
  de: "BERLIN, 22. April. Die Ministerin hat am Dienstag einen neuen Hafen eröffnet. Sie sagte, dass die Arbeiten drei Jahre gedauert haben und bis zum Ende des Sommers fertig sein werden.",
  fr: "PARIS, 22 avril. Le ministre a inauguré mardi un nouveau port dans le sud du pays. Il a dit que les travaux avaient duré trois ans et seraient finis avant la fin de l'été.",
  es: "MADRID, 22 de abril. La ministra inauguró el martes un nuevo puerto en el sur del país. Dijo que las obras habían durado tres años y que terminarían antes del final del verano.",
  it: "ROMA, 22 aprile. Il ministro ha inaugurato martedì un nuovo porto nel sud del paese. Ha detto che i lavori sono durati tre anni e che saranno finiti prima della fine dell'estate.",
  pt: "LISBOA, 22 de abril. A ministra inaugurou na terça-feira um novo porto no sul do país. Disse que as obras não duraram mais de três anos e que vão terminar até ao fim do verão.",
  nl: "DEN HAAG, 22 april. De minister heeft dinsdag een nieuwe haven geopend. Hij zei dat het werk drie jaar heeft geduurd en dat alles voor het einde van de zomer klaar is.",
  pl: "WARSZAWA, 22 kwietnia. Minister otworzył we wtorek nowy port na południu kraju. Powiedział, że prace trwały trzy lata i że zostaną zakończone do końca lata, jak to było w planie.",
  ro: "BUCUREȘTI, 22 aprilie. Ministrul a deschis marți un nou port în sudul țării. El a spus că lucrările au durat trei ani și că vor fi terminate până la sfârșitul verii.",
  uz: "TOSHKENT, 22-aprel. Vazir seshanba kuni yangi port ochdi va ishlar uch yil davom etganini aytdi. Bu loyiha mamlakat uchun muhim bir qadam bilan boshlandi, deb qo'shimcha qildi u.",
  fa: "باکو، ۲۲ آوریل. وزیر در روز سه‌شنبه یک بندر جدید را در جنوب کشور افتتاح کرد. او گفت که این کار سه سال طول کشیده است و تا پایان تابستان تمام می‌شود.",
  ar: "باكو، 22 أبريل. افتتح الوزير يوم الثلاثاء ميناء جديدا في جنوب البلاد. وقال إن الأعمال استمرت ثلاث سنوات وسوف تنتهي قبل نهاية الصيف بعد أن بدأت في هذا المكان.",
  ur: "باکو، 22 اپریل۔ وزیر نے منگل کے روز ملک کے جنوب میں ایک نئی بندرگاہ کا افتتاح کیا۔ انہوں نے کہا کہ یہ کام تین سال سے جاری ہے اور گرمیوں میں مکمل ہوگا۔",
  uk: "КИЇВ, 22 квітня. Міністр відкрив у вівторок новий порт на півдні країни. Він сказав, що роботи тривали три роки і будуть завершені до кінця літа.",
  be: "МІНСК, 22 красавіка. Міністр адкрыў у аўторак новы порт на поўдні краіны. Ён сказаў, што работы працягваліся тры гады і будуць завершаны да канца лета.",
  bg: "СОФИЯ, 22 април. Министърът откри във вторник ново пристанище в южната част на страната. Той каза, че работата е продължила три години и ще бъде завършена до края на лятото.",
  kk: "АСТАНА, 22 сәуір. Министр сейсенбі күні жаңа портты ашты және бұл жоба ел үшін маңызды екенін айтты. Жұмыс үш жылға созылды, енді жаздың соңына дейін аяқталады.",
  ky: "БИШКЕК, 22-апрель. Министр шейшемби күнү жаңы портту ачты жана бул долбоор өлкө үчүн маанилүү экенин айтты. Иштер үч жылга созулду, эми жайдын аягына чейин бүтөт деп болжолдонууда.",
  tg: "ДУШАНБЕ, 22 апрел. Вазир рӯзи сешанбе дар ҷануби кишвар бандари навро ифтитоҳ кард. Ӯ гуфт, ки ин кор се сол давом ёфт ва то охири тобистон ба анҷом мерасад.",
  sr: "БЕОГРАД, 22. април. Министар је у уторак отворио нову луку на југу земље. Рекао је да су радови трајали три године и да ће бити завршени до краја лета.",
  ka: "ბაქო, 22 აპრილი. მინისტრმა სამშაბათს ახალი პორტი გახსნა. მან თქვა, რომ სამუშაოები სამი წელი გაგრძელდა.",
  hy: "Երևան, 22 ապրիլի: Նախարարը երեքշաբթի օրը բացեց նոր նավահանգիստ: Նա ասաց, որ աշխատանքները տևել են երեք տարի:",
  el: "ΑΘΗΝΑ, 22 Απριλίου. Ο υπουργός εγκαινίασε την Τρίτη ένα νέο λιμάνι. Είπε ότι οι εργασίες διήρκεσαν τρία χρόνια.",
  he: "ירושלים, 22 באפריל. השר פתח ביום שלישי נמל חדש. הוא אמר שהעבודות נמשכו שלוש שנים.",
  zh: "新华社巴库4月22日电 部长星期二为一座新港口揭幕。他说，工程历时三年，将在夏末之前完工。",
  ja: "バクー、4月22日。大臣は火曜日に新しい港を開いた。工事は三年かかり、夏の終わりまでに完成すると述べた。",
  ko: "바쿠, 4월 22일. 장관은 화요일에 새로운 항구를 열었다. 그는 공사가 3년 걸렸으며 여름이 끝나기 전에 완공될 것이라고 말했다.",
};

describe("tells the language of a dispatch", () => {
  for (const [code, text] of Object.entries(DISPATCHES)) {
    test(code, () => {
      expect(languageOf(text)).toBe(code);
    });
  }

  test("the first sentence is enough, and so is a text in capitals", () => {
    expect(languageOf("Nazir bildirib ki, görüş ölkə üçün çox vacibdir.")).toBe("az");
    expect(languageOf("Министр заявил, что порт открыт.")).toBe("ru");
    expect(languageOf("The minister said that the harbour was open.")).toBe("en");
    for (const code of ["az", "en", "ru", "uk", "de", "fr"]) {
      expect(languageOf((DISPATCHES[code] ?? "").toUpperCase())).toBe(code);
    }
  });

  test("in decomposed characters too", () => {
    for (const [code, text] of Object.entries(DISPATCHES))
      expect(languageOf(text.normalize("NFD"))).toBe(code);
  });
});

describe("Azerbaijani in all its alphabets, and Turkish", () => {
  test("Azerbaijani in the alphabet of 1991, with ä for ə", () => {
    const text =
      "Bakı, 22 aprel. Nazir yeni limanın açılışında iştirak edib. O qeyd edib ki, bu layihä ölkä üçün çox vacibdir vä ilin sonuna qädär başa çatdırılacaq.";
    expect(languageOf(text)).toBe("az");
  });

  test("Azerbaijani in Cyrillic", () => {
    const text =
      "Бакы, 22 апрел. Назир јени лиманын ачылышында иштирак едиб. О гејд едиб ки, бу лајиһә өлкә үчүн чох ваҹибдир вә илин сонуна гәдәр баша чатдырылаҹаг.";
    expect(languageOf(text)).toBe("az");
  });

  test("Azerbaijani without its marks", () => {
    const text =
      "Baki, 22 aprel. Nazir yeni limanin acilisinda istirak edib. O qeyd edib ki, bu layihe olke ucun cox vacibdir ve ilin sonuna qeder basa catdirilacaq.";
    expect(languageOf(text)).toBe("az");
  });

  test("Turkish that names Azerbaijan is Turkish, Azerbaijani that names Turkey Azerbaijani", () => {
    expect(
      languageOf(
        "Türkiye ve Azerbaycan arasında imzalanan anlaşma iki ülke için çok önemli olarak değerlendirildi.",
      ),
    ).toBe("tr");
    expect(
      languageOf(
        "Türkiyə və Azərbaycan arasında imzalanan saziş iki ölkə üçün çox vacib hadisə kimi qiymətləndirildi.",
      ),
    ).toBe("az");
  });
});

describe("a sentence without common words", () => {
  test.each([
    ["az", "Xarici işlər naziri Orxan Sınaqlı Tehranda səfərdədir."],
    ["az", "Polis oğurluq hadisəsini araşdırır."],
    ["tr", "Polis hırsızlık olayını araştırıyor."],
    ["tr", "Hükümet vergileri düşürmeyi planlıyor."],
    ["ru", "Правительство планирует снизить налоги."],
    ["uk", "Уряд планує знизити податки."],
    ["kk", "Полиция ұрлықты тергеп жатыр."],
    ["de", "Regierung plant weitere Steuersenkungen."],
    ["ar", "تخطط الحكومة لخفض الضرائب."],
    ["fa", "پلیس سرقت را بررسی می‌کند."],
  ])("%s: %s", (code, text) => {
    expect(languageOf(text)).toBe(code);
  });
});

describe("mixed text goes by what most of it is", () => {
  test("an English dispatch with Russian and Azerbaijani names in it", () => {
    const text =
      "The minister, Пётр Пробников, met his colleague Əliağa Sınaqlı in Baku. They said that the talks (переговоры) had been useful and that they would meet again.";
    expect(languageOf(text)).toBe("en");
  });

  test("a Russian dispatch with the names of firms in Latin letters", () => {
    const text =
      "Компания Testoil Holding Limited и банк Sample Bank подписали соглашение. Об этом заявил представитель Testoil Holding, передает агентство.";
    expect(languageOf(text)).toBe("ru");
  });

  test("a Chinese dispatch with Latin names is not taken by its few Latin letters", () => {
    expect(languageOf("部长在 Testoil Holding 公司的新港口说，工程历时三年。")).toBe("zh");
  });

  test("only the first part of a long text counts", () => {
    expect(languageOf(`${DISPATCHES.en} `.repeat(20) + `${DISPATCHES.ru} `.repeat(200))).toBe("en");
  });

  test("a long start that does not tell is followed by what does", () => {
    expect(languageOf(`${"Testov Orkhan, Sampleva Leyla; ".repeat(14)}\n${DISPATCHES.en}`)).toBe("en");
  });
});

describe("null where it cannot tell", () => {
  test.each([
    ["nothing", ""],
    ["numbers and signs", "22.04.2025 — 1 234,56 % *** !!!"],
    ["a name", "Orkhan Testov"],
    ["a list of names", "Testov Sampleva Probnikov Mustermann Dupont Ramirez Smithson Kowalska Tanakawa"],
    ["one word", "International"],
    ["letters of no language", "qzx wvk jrrt pplk zzxq mnbv qwrt"],
    ["lone surrogates", "\ud800\udc00\ud800 \udfff".repeat(20)],
  ])("%s", (_, text) => {
    expect(languageOf(text)).toBeNull();
  });

  test("what is of one script and too short to tell one of its languages", () => {
    expect(languageOf("Пробников Орхан Тестович")).toBeNull();
  });
});

test("a text of 16 million characters is not read to its end", async () => {
  const text = "The minister said that it was in the harbour. ".repeat(350_000);
  languageOf(text);
  const taken = await cpuTime(() => {
    for (let i = 0; i < 100; i++) languageOf(text);
  });
  expect(taken).toBeLessThan(2_000);
});
