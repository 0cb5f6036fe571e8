/** One small file of each format, all about the same invented news, and what is read from it. */
import { gzipSync } from "node:zlib";
import type { FormatName, SourceRecord } from "../../src/formats/record.js";
import { pdf, tar, zip } from "./archives.js";

export interface Fixture {
  format: FormatName;
  name: string;
  bytes: Uint8Array;
  /** What the first article has; the others are counted. */
  first: Partial<SourceRecord>;
  count?: number;
}

export const TITLE = "Minister opens new port";
export const LEAD = "The minister opened a new port on Tuesday, the ministry said.";
export const NEXT = "The talks went on for hours & ended late.";
const BODY = [LEAD, NEXT];
export const DISPATCH = `BAKU, April 22, 2025 (AZERTAC) - ${LEAD}\n\n${NEXT}\n`;
const xml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const HTML = `<p>${xml(LEAD)}</p><p>${xml(NEXT)}</p>`;
/** What the files hold that Node cannot pack. */
const PACKED =
  "BAKU, April 22, 2025 (AZERTAC) - The minister opened a new port on Tuesday.\n\nThe talks went on for hours, he said.\n";
const LONG =
  "More was said about the port and the ships that will come to it in the next years, and about the roads that lead there. "
    .repeat(3)
    .trim();

const file = (
  format: FormatName,
  name: string,
  text: string | Uint8Array,
  first: Partial<SourceRecord>,
  count = 1,
): Fixture => ({
  format,
  name,
  bytes: typeof text === "string" ? Buffer.from(text) : text,
  first,
  count,
});

const NITF = `<nitf><head><docdata management-status="usable"><doc-id id-string="n1"/><date.issue norm="20250422T140500+0400"/><key-list><keyword key="ports"/></key-list></docdata></head>
<body><body.head><hedline><hl1>${TITLE}</hl1></hedline><byline>By Ali Karimli</byline><distributor>AZERTAC</distributor><dateline><location><city>Baku</city></location></dateline></body.head>
<body.content><media media-type="image"><media-caption>A port.</media-caption></media>${HTML}</body.content></body></nitf>`;

const COMMON = { title: TITLE, paragraphs: BODY, date: "2025-04-22" };
const TIMED = { ...COMMON, time: "2025-04-22T14:05:00+04:00" };

const page = (head: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${TITLE} | Site</title>${head}</head><body><nav><a href="/">Home</a><a href="/x">News</a></nav><article><h1>${TITLE}</h1>${HTML}<p>${LONG}</p></article><script>var x = "<p>no</p>";</script></body></html>`;

const DOCX = zip([
  { name: "[Content_Types].xml", bytes: "<Types/>" },
  {
    name: "word/document.xml",
    bytes: `<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${TITLE}</w:t></w:r></w:p>${BODY.map((text) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`).join("")}</w:body></w:document>`,
  },
]);
const XLSX = zip([
  { name: "xl/workbook.xml", bytes: "<workbook/>" },
  {
    name: "xl/sharedStrings.xml",
    bytes: `<sst><si><t>Title</t></si><si><t>Text</t></si><si><t>Date</t></si><si><t>${TITLE}</t></si></sst>`,
  },
  {
    name: "xl/styles.xml",
    bytes: `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  },
  {
    name: "xl/worksheets/sheet1.xml",
    bytes: `<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row><c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>${LEAD}</t></is></c><c r="C2" s="1"><v>45769</v></c></row></sheetData></worksheet>`,
  },
]);
const EPUB = zip([
  { name: "mimetype", bytes: "application/epub+zip", stored: true },
  {
    name: "META-INF/container.xml",
    bytes: `<container><rootfiles><rootfile full-path="book/content.opf"/></rootfiles></container>`,
  },
  {
    name: "book/content.opf",
    bytes: `<package><metadata><dc:title>${TITLE}</dc:title><dc:creator>Ali Karimli</dc:creator><dc:language>en</dc:language><dc:date>2025-04-22</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="c1" href="text/one.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="c1"/></spine></package>`,
  },
  { name: "book/nav.xhtml", bytes: "<html><body><nav>One</nav></body></html>" },
  { name: "book/text/one.xhtml", bytes: `<html><body>${HTML}</body></html>` },
]);

const MAIL = `From: Ali Karimli <ali@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?Minister_opens_new_port?=\r\nDate: Tue, 22 Apr 2025 14:05:00 +0400\r\nMessage-ID: <m1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${LEAD}\r\n\r\n${NEXT}\r\n-- \r\nAli\r\n`;
const HTTP = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;
const warcRecord = (type: string, block: string): string =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: http://example.org/port\r\nWARC-Date: 2025-04-22T10:05:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;

const NINJS = {
  uri: "urn:example:1",
  type: "text",
  versioncreated: "2025-04-22T14:05:00+04:00",
  pubstatus: "usable",
  language: "en",
  headline: TITLE,
  byline: "Ali Karimli",
  located: "Baku, Azerbaijan",
  provider: "AZERTAC",
  version: "2",
  subject: [{ name: "ports" }],
  body_xhtml: HTML,
  body_text: BODY.join("\n"),
};

export const FIXTURES: readonly Fixture[] = [
  file("text", "a.txt", DISPATCH, { text: DISPATCH }),
  file(
    "html",
    "meta.html",
    page(
      `<meta property="og:title" content="${TITLE}"><meta property="article:published_time" content="2025-04-22T14:05:00+04:00"><meta name="author" content="Ali Karimli"><meta property="og:site_name" content="Example News"><link rel="canonical" href="https://example.org/port">`,
    ),
    {
      ...TIMED,
      paragraphs: [...BODY, LONG],
      byline: "Ali Karimli",
      agency: "Example News",
      language: "en",
      url: "https://example.org/port",
    },
  ),
  file(
    "html",
    "ld.html",
    page(
      `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"${TITLE}","datePublished":"2025-04-22T14:05:00+04:00","author":[{"@type":"Person","name":"Ali Karimli"}],"publisher":{"@type":"Organization","name":"Example News"}}]}</script>`,
    ),
    { ...TIMED, paragraphs: [...BODY, LONG], byline: "Ali Karimli", agency: "Example News" },
  ),
  file(
    "feed",
    "rss.xml",
    `<?xml version="1.0"?><rss version="2.0" xmlns:media="m"><channel><title>Example News</title><language>en</language><item><title>${TITLE}</title><link>https://example.org/port</link><guid>g1</guid><pubDate>Tue, 22 Apr 2025 14:05:00 +0400</pubDate><description><![CDATA[${HTML}]]></description><category>ports</category><media:title>A picture</media:title></item><item><title></title></item></channel></rss>`,
    {
      ...TIMED,
      id: "g1",
      agency: "Example News",
      language: "en",
      url: "https://example.org/port",
      subjects: ["ports"],
    },
  ),
  file(
    "feed",
    "rdf.xml",
    `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Example News</title></channel><item rdf:about="https://example.org/1"><title>${TITLE}</title><link>https://example.org/1</link><description>${xml(HTML)}</description><dc:date>2025-04-22T14:05:00+04:00</dc:date><dc:creator>Ali Karimli</dc:creator></item></rdf:RDF>`,
    { ...TIMED, byline: "Ali Karimli", url: "https://example.org/1" },
  ),
  file(
    "feed",
    "atom.xml",
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example News</title><link href="https://example.org/"/><entry><id>e1</id><title>${TITLE}</title><link rel="alternate" href="/port"/><published>2025-04-22T14:05:00+04:00</published><author><name>Ali Karimli</name></author><content type="xhtml"><div>${HTML}</div></content></entry></feed>`,
    { ...TIMED, id: "e1", byline: "Ali Karimli", url: "https://example.org/port" },
  ),
  file(
    "feed",
    "wxr.xml",
    `<rss version="2.0" xmlns:content="c" xmlns:wp="w"><channel><title>Example News</title><item><title>${TITLE}</title><pubDate>Tue, 22 Apr 2025 14:05:00 +0400</pubDate><content:encoded><![CDATA[${HTML}]]></content:encoded><wp:post_type>post</wp:post_type></item><item><title>photo.jpg</title><wp:post_type>attachment</wp:post_type></item></channel></rss>`,
    TIMED,
  ),
  file(
    "jsonfeed",
    "feed.json",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Example News",
      items: [
        {
          id: "j1",
          title: TITLE,
          content_html: HTML,
          date_published: "2025-04-22T14:05:00+04:00",
          authors: [{ name: "Ali Karimli" }],
          url: "https://example.org/port",
        },
      ],
    }),
    { ...TIMED, id: "j1", byline: "Ali Karimli", agency: "Example News" },
  ),
  file("ninjs", "one.json", JSON.stringify(NINJS), {
    ...TIMED,
    id: "urn:example:1",
    byline: "Ali Karimli",
    place: "Baku",
    agency: "AZERTAC",
    version: "2",
    subjects: ["ports"],
  }),
  file(
    "ninjs",
    "two.json",
    JSON.stringify({
      uri: "urn:example:2",
      versioncreated: "2025-04-22T14:05:00+04:00",
      pubstatus: "canceled",
      headlines: [{ role: "main", value: TITLE }],
      bodies: [{ role: "html", contenttype: "text/html", value: HTML }],
      by: "Ali Karimli",
    }),
    { ...TIMED, status: "withdrawn", byline: "Ali Karimli" },
  ),
  file(
    "ninjs",
    "three.json",
    JSON.stringify({
      uri: "urn:example:3",
      standard: { name: "ninjs", version: "3.0" },
      versionCreated: "2025-04-22T14:05:00+04:00",
      pubStatus: "usable",
      headlines: [{ value: TITLE }],
      bodies: [{ contentType: "application/nitf+xml", value: NITF }],
      subjects: [{ name: "ports" }],
    }),
    { ...TIMED, subjects: ["ports"] },
  ),
  file(
    "newsml-g2",
    "g2.xml",
    `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="g2" version="3" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="AZERTAC"/><versionCreated>2025-04-22T14:05:00+04:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><located><name>Baku</name></located><by>Ali Karimli</by><headline>${TITLE}</headline><subject><name>ports</name></subject></contentMeta><contentSet><inlineXML><html><body>${HTML}</body></html></inlineXML></contentSet></newsItem><newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem></itemSet></newsMessage>`,
    {
      ...TIMED,
      id: "g2",
      version: "3",
      place: "Baku",
      agency: "AZERTAC",
      byline: "Ali Karimli",
      subjects: ["ports"],
      language: "en",
    },
  ),
  file(
    "newsml-g2",
    "embargo.xml",
    `<newsItem guid="g3"><itemMeta><embargoed>2025-04-23T12:00:00Z</embargoed><versionCreated>2025-04-22T14:05:00+04:00</versionCreated></itemMeta><contentMeta><headline>${TITLE}</headline></contentMeta></newsItem>`,
    { title: TITLE, status: "embargoed" },
  ),
  file(
    "newsml-1",
    "newsml.xml",
    `<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>x1</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20250422T140500+0400</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>${TITLE}</HeadLine><ByLine>Ali Karimli</ByLine><DateLine>BAKU, April 22</DateLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="AZERTAC"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="EN"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent>${NITF.replace(/<head>.*<\/head>/s, "")}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    {
      ...TIMED,
      id: "x1",
      version: "2",
      place: "BAKU",
      dateline: "BAKU, April 22",
      agency: "AZERTAC",
      byline: "Ali Karimli",
      language: "en",
    },
  ),
  file("nitf", "nitf.xml", `<?xml version="1.0"?>${NITF}`, {
    ...TIMED,
    id: "n1",
    place: "Baku",
    byline: "By Ali Karimli",
    agency: "AZERTAC",
    subjects: ["ports"],
  }),
  file(
    "reuters-sgml",
    "r.sgm",
    `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="7"><DATE>22-APR-1987 14:05:01.79</DATE><TOPICS><D>ship</D></TOPICS><TEXT>&#2;<TITLE>PORT &lt;PRT> OPENS</TITLE><DATELINE>    BAKU, April 22 - </DATELINE><BODY>${xml(LEAD)}\n Reuter\n&#3;</BODY></TEXT></REUTERS>\n<REUTERS NEWID="8"><TEXT TYPE="BRIEF"><TITLE>SHORT</TITLE></TEXT></REUTERS>`,
    {
      id: "7",
      title: "PORT <PRT> OPENS",
      date: "1987-04-22",
      time: "1987-04-22T14:05:01",
      place: "BAKU",
      agency: "Reuters",
      subjects: ["ship"],
    },
    2,
  ),
  file(
    "news-xml",
    "own.xml",
    `<?xml version="1.0"?><list><news><title>${TITLE}</title><date>2025-04-22T14:05:00+04:00</date><town>Baku</town><origin>/agency/</origin><content>${xml(HTML)}</content></news></list>`,
    { ...TIMED, place: "Baku", agency: "agency" },
  ),
  file("eml", "mail.eml", MAIL, {
    title: TITLE,
    text: `${LEAD}\n\n${NEXT}`,
    date: "2025-04-22",
    time: "2025-04-22T14:05:00+04:00",
    byline: "Ali Karimli",
    id: "m1@example.org",
  }),
  file(
    "mbox",
    "mails.mbox",
    `From a@example.org Tue Apr 22 10:05:00 2025\n${MAIL.replaceAll("\r", "")}\nFrom b@example.org Tue Apr 22 11:05:00 2025\n${MAIL.replaceAll("\r", "")}`,
    { title: TITLE },
    2,
  ),
  file(
    "json",
    "array.json",
    JSON.stringify([
      { _id: "a1", headline: TITLE, body: HTML, published: 1745316300 },
      { headline: "A flash" },
    ]),
    { ...COMMON, id: "a1", time: "2025-04-22T10:05:00Z" },
    2,
  ),
  file(
    "json",
    "hits.json",
    JSON.stringify({
      took: 3,
      hits: { total: 1, hits: [{ _id: "h1", _source: { title: TITLE, content: BODY, date: "22.04.2025" } }] },
    }),
    { ...COMMON, id: "h1" },
  ),
  file(
    "jsonl",
    "lines.jsonl",
    `${JSON.stringify({ title: TITLE, text: DISPATCH })}\n${JSON.stringify({ title: "Two", text: "Two." })}\n`,
    { title: TITLE, text: DISPATCH },
    2,
  ),
  file(
    "csv",
    "table.csv",
    `Title,Text,Date,URL\r\n"${TITLE}","${LEAD}\n\n${NEXT}",22/04/2025,https://example.org\r\n`,
    { title: TITLE, text: `${LEAD}\n\n${NEXT}`, date: "2025-04-22", url: "https://example.org" },
  ),
  file("csv", "table.tsv", `headline\tbody\tauthor\n${TITLE}\t${LEAD}\tAli Karimli\n`, {
    title: TITLE,
    text: LEAD,
    byline: "Ali Karimli",
  }),
  file(
    "markdown",
    "a.md",
    `---\ntitle: "${TITLE}"\ndate: 2025-04-22\nauthor: Ali Karimli\ntags: [ports, ships]\n---\n# ${TITLE}\n\n**The minister** opened a [new port](https://example.org) on Tuesday, the ministry said.\n\n${NEXT}\n`,
    {
      title: TITLE,
      text: `${LEAD}\n\n${NEXT}`,
      date: "2025-04-22",
      byline: "Ali Karimli",
      subjects: ["ports", "ships"],
    },
  ),
  file("docx", "a.docx", DOCX, { title: TITLE, text: BODY.join("\n\n") }),
  file("xlsx", "a.xlsx", XLSX, { title: TITLE, text: LEAD, date: "2025-04-22" }),
  file("epub", "a.epub", EPUB, { ...COMMON, byline: "Ali Karimli", language: "en" }),
  file("pdf", "a.pdf", pdf(TITLE, ["The minister opened a new port.", "The talks went on for hours."]), {
    title: TITLE,
    text: "The minister opened a new port.\nThe talks went on for hours.",
  }),
  file(
    "lexisnexis",
    "l.txt",
    `\n                               1 of 2 DOCUMENTS\n\n                                  Example News\n\n                            April 22, 2025 Tuesday\n\n${TITLE}\n\nBYLINE: Ali Karimli\n\nLENGTH: 20 words\n\n${LEAD}\n\n${NEXT}\n\nLOAD-DATE: April 23, 2025\n\nLANGUAGE: ENGLISH\n\n                               2 of 2 DOCUMENTS\n\n                                  Example News\n\n                            April 23, 2025 Wednesday\n\nSecond\n\nLENGTH: 2 words\n\nMore text.\n`,
    {
      title: TITLE,
      text: `${LEAD}\n\n${NEXT}`,
      date: "2025-04-22",
      agency: "Example News",
      byline: "Ali Karimli",
      language: "en",
    },
    2,
  ),
  file(
    "lexisnexis",
    "uni.txt",
    `${TITLE}\nExample News\nApril 22, 2025 Tuesday 2:05 PM GMT\n\nCopyright 2025 Example\n\nSection: NEWS; Version:3\nLength: 20 words\nByline: Ali Karimli\nBody\n\n${LEAD}\n\n${NEXT}\nClassification\n\nLanguage: ENGLISH\nLoad-Date: April 23, 2025\n\nEnd of Document\n`,
    {
      title: TITLE,
      text: `${LEAD}\n\n${NEXT}`,
      time: "2025-04-22T14:05:00Z",
      version: "3",
      agency: "Example News",
    },
  ),
  file(
    "factiva",
    "f.xml",
    `<PPSResponse><ppsArticleResponse><article><accessionNo>F1</accessionNo><baseLanguage>EN</baseLanguage><headline><paragraph>${TITLE}</paragraph></headline><leadParagraph><paragraph>${xml(LEAD)}</paragraph></leadParagraph><tailParagraphs><paragraph>${xml(NEXT)}</paragraph></tailParagraphs><publicationDate><dateTime>2025-04-22T10:05:00Z</dateTime></publicationDate><sourceName>Example News</sourceName></article></ppsArticleResponse></PPSResponse>`,
    { ...COMMON, id: "F1", time: "2025-04-22T10:05:00Z", agency: "Example News", language: "en" },
  ),
  file(
    "factiva",
    "f.html",
    `<html><head><title>Factiva</title></head><body><div class="article enArticle"><table>${Object.entries({
      HD: `<b>${TITLE}</b>`,
      PD: "22 April 2025",
      ET: "14:05",
      SN: "Example News",
      LA: "English",
      LP: `<p>${xml(LEAD)}</p>`,
      TD: `<p>${xml(NEXT)}</p>`,
      AN: "Document F2",
    })
      .map(([code, value]) => `<tr><td><b>${code}</b>&nbsp;</td><td>${value}</td></tr>`)
      .join("")}</table></div></body></html>`,
    { ...COMMON, id: "F2", time: "2025-04-22T14:05:00", agency: "Example News", language: "en" },
  ),
  file(
    "factiva",
    "f.txt",
    `HD ${TITLE}\nBY Ali Karimli\nWC 20 words\nPD 22 April 2025\nSN Example News\nLA English\nLP\n${LEAD}\n\nTD\n${NEXT}\n\nAN Document F3\n`,
    { ...COMMON, id: "F3", agency: "Example News", byline: "Ali Karimli" },
  ),
  file(
    "europresse",
    "e.html",
    `<html xmlns:n1="http://www.cedrom-sni.com/x"><body><span class="DocPublicationName">Example News</span><br><span class="DocHeader">Politique, </span><span class="DocHeader">mardi </span><span class="DocHeader">22 avril 2025</span><br><span class="TitreArticleVisu">${TITLE}</span><br><br>Ali Karimli<br><p></p>${HTML}<b>© 2025 Example. Tous droits réservés.</b></body></html>`,
    { ...COMMON, agency: "Example News", byline: "Ali Karimli" },
  ),
  file(
    "proquest",
    "p.html",
    `<div><a name="DocID_1"></a><p style="font-weight:bold;">${TITLE}</p><p><strong>Author: </strong>Karimli, Ali</p><p><strong>Publication info: </strong>Example News ; Baku [Baku]22 Apr 2025: A1.</p><p><a href="https://search.proquest.com/docview/1">ProQuest document link</a></p><p><strong>Full text: </strong><text wordcount="9">${HTML}<p>--</p><p>ali@example.org</p></text></p><p><strong>Language of publication: </strong>English</p><p><strong>ProQuest document ID: </strong>1</p></div>`,
    { ...COMMON, id: "1", agency: "Example News", byline: "Karimli, Ali", language: "en" },
  ),
  file(
    "proquest",
    "p.txt",
    `${"_".repeat(60)}\n\nTitle: ${TITLE}\n\nAuthor: Karimli, Ali\n\nPublication title: Example News\n\nPublication date: Apr 22, 2025\n\nProQuest document ID: 1\n\nFull text: ${LEAD}\n\n${NEXT}\n\n${"_".repeat(60)}\n`,
    { ...COMMON, agency: "Example News" },
  ),
  file(
    "telegram",
    "result.json",
    JSON.stringify({
      name: "Example News",
      type: "public_channel",
      id: 1,
      messages: [
        { id: 1, type: "service", action: "create" },
        {
          id: 2,
          type: "message",
          date: "2025-04-22T14:05:00",
          from: "Example News",
          text: [{ type: "bold", text: `${TITLE}\n` }, LEAD],
        },
        { id: 3, type: "message", date: "2025-04-22T15:05:00", photo: "x.jpg", text: "" },
      ],
    }),
    {
      id: "2",
      paragraphs: [TITLE, LEAD],
      date: "2025-04-22",
      time: "2025-04-22T14:05:00",
      agency: "Example News",
    },
  ),
  file(
    "telegram",
    "messages.html",
    `<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Example News</div></div></div><div class="history"><div class="message service" id="message-1">x</div><div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="22.04.2025 14:05:00 UTC+04:00">14:05</div><div class="from_name">Example News</div><div class="text">${TITLE}<br><br>${xml(LEAD)}</div></div></div></div></div></body></html>`,
    {
      id: "2",
      paragraphs: [TITLE, LEAD],
      date: "2025-04-22",
      time: "2025-04-22T14:05:00+04:00",
      agency: "Example News",
    },
  ),
  file(
    "wire",
    "anpa.txt",
    `\x16\x16\x01A1234\x1f_asia\nf l\x13\x11 BC-Port 04-22 0100\n\x02^BC-Port, 2nd Ld-Writethru,100<\n^${TITLE}<\n^AP Photo X1<\n^By ALI KARIMLI=\n\t   BAKU, Azerbaijan (AP) _ ${LEAD}\n\t   ${NEXT}\n\x03AP-WF-04-22-25 1005GMT<\n\x04`,
    {
      title: TITLE,
      byline: "ALI KARIMLI",
      version: "2nd Ld-Writethru",
      date: "2025-04-22",
      time: "2025-04-22T10:05:00Z",
      agency: "AP",
    },
  ),
  file(
    "wire",
    "iptc.txt",
    `\x01abc123 4 i 211 ccccb   dpa 061\r\n\r\nAzerbaijan-politics/\r\n\x02${TITLE} =\r\n\r\n   Baku (dpa) - ${LEAD}\r\n\r\n${NEXT}\r\n\r\n# dpa NOTEBOOK\r\nTel: 1\r\n\x03221005 GMT Apr 25\r\n\x7f\x04`,
    {
      id: "abc123",
      title: TITLE,
      date: "2025-04-22",
      time: "2025-04-22T10:05:00Z",
      agency: "dpa",
      subjects: ["Azerbaijan-politics"],
    },
  ),
  file(
    "wire",
    "telex.txt",
    `ZCZC ABC001 1\n${TITLE}\n\n${DISPATCH}\nNNNN\nZCZC ABC002 1\nSecond headline here\n\nMore text.\nNNNN\n`,
    { title: TITLE },
    2,
  ),
  file("gzip", "a.txt.gz", gzipSync(DISPATCH), { text: DISPATCH }),
  file(
    "bzip2",
    "a.txt.bz2",
    Buffer.from(
      "QlpoOTFBWSZTWYARAFcAABTfgAAQQGdSADoIFhAnb96gIAB0MzTTRNG1DQDQaGQinqeJAAGT1NPUAHANCOiM7QEuVXsC9MPLn5RM/rEAgfLsuiQVhiyIPKwPI4SGSN56toLsUpTGM19vWVKrgEARM7iGAEs1UNhOU8YXtYJ/i7kinChIQAiAK4A=",
      "base64",
    ),
    { text: PACKED },
  ),
  file(
    "xz",
    "a.txt.xz",
    Buffer.from(
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AByAGxdACEQRZfnGf3BbsOcdvw3lGVx5/L2KxhFowH7o08mntBpViFpl8yU8F2pegJSW/IJp268ac0sGRrBuLhJNNXPd0GG5akX2RAXA1P7ioD20Fvj8ZUxvQLOgGQHbY9OlNPengfTqlSOeJpQDjkhYAB37QB6vml3SAABiAFzAAAAqmRcdbHEZ/sCAAAAAARZWg==",
      "base64",
    ),
    { text: PACKED },
  ),
  file(
    "zstd",
    "a.txt.zst",
    Buffer.from(
      "KLUv/QRYNQMA4kYXGnBLdda2hRJJeZcGs/c6B6BIhYxmRVsAXTksBmFuQb/5wFW0eZWRXwwbyYp+U8Ygj8XgFeVUx9Xn5ell9vxT7yN06Rx+UxY4YEgqcVgkgAlogHwQcuL2JR8FIhUCAQDaCzMKNaPBLQ==",
      "base64",
    ),
    { text: PACKED },
  ),
  file(
    "zip",
    "a.zip",
    zip([
      { name: "2025/a.txt", bytes: DISPATCH },
      { name: "b.txt.gz", bytes: gzipSync(DISPATCH) },
      { name: "__MACOSX/a.txt", bytes: "x" },
      { name: "dir/", bytes: "" },
    ]),
    { text: DISPATCH },
    2,
  ),
  file(
    "tar",
    "a.tar",
    tar([
      { name: "a.txt", bytes: DISPATCH },
      { name: "b/c.jsonl", bytes: '{"text":"One."}\n{"text":"Two."}\n' },
    ]),
    { text: DISPATCH },
    3,
  ),
  file(
    "warc",
    "a.warc",
    warcRecord("warcinfo", "x") + warcRecord("response", HTTP(page(""))) + warcRecord("revisit", HTTP("")),
    { title: `${TITLE}`, url: "http://example.org/port", date: "2025-04-22", time: "2025-04-22T10:05:00Z" },
  ),
  file(
    "warc",
    "a.arc",
    `filedesc://x.arc 0.0.0.0 20250422100500 text/plain 6\n1 0 X\n\nhttp://example.org/port 1.2.3.4 20250422100500 text/html ${Buffer.byteLength(HTTP(page("")))}\n${HTTP(page(""))}\n`,
    { title: TITLE, date: "2025-04-22" },
  ),
];
