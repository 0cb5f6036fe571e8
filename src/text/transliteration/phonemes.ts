/** Reads a word of an alphabet as a row of sounds, whichever language spelt it. */

/**
 * One character a sound. Vowels: a e i o u, E (ə, я), I (ı, ы), O (ö, ё), U (ü, ю). The glide y. Consonants: as
 * they are, and C (ch), G (gh, ğ), J (Azerbaijani c, дж), S (sh), Z (zh), x (kh) and H, the Cyrillic г, which
 * stands for g and for h. English has three letters for what others write in one way: c (soft c), K (hard c, ck),
 * F (ph); and w.
 */
export const SOUNDS = "-aeiouEIOUybpdtgkKqGxhHfFvwlmnrsczZJCS";
const LAST_VOWEL = SOUNDS.indexOf("U");
const GLIDE = SOUNDS.indexOf("y");
/** What a y is that stands between consonants: `Kyrgyz`, `Zelensky`. */
const Y_VOWEL = SOUNDS.indexOf("I");

export const isVowel = (sound: number): boolean => sound > 0 && sound <= LAST_VOWEL;
export const isGlide = (sound: number): boolean => sound === GLIDE;

/** Letters and their sounds; without a sound they are silent. Latin letters with other marks: as without. */
const LETTERS =
  "aa bb dd ee ff gg hh ii kk ll mm nn oo pp qq rr ss tt uu vv ww yy zz " +
  "əE äE æE ıI öO øO üU çC čC ćC şS šS șS žZ ğG ýy ţts țts ßs łl đd " +
  "аa бb вv гH дd еe ёyO жZ зz иi йy кk лl мm нn оo пp рr сs тt уu фf хx цts чC шS щSC ъ ыI ь эe юyU яyE " +
  // Georgian, Armenian, Greek.
  "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟZ რr სs ტt უu ფp ქk ღG ყq შS ჩC ცts ძdz წts ჭC ხx ჯJ ჰh " +
  "աa բb գg դd եe զz էe ըI թt ժZ իi լl խx ծts կk հh ձdz ղG ճC մm յy նn շS ոo չC պp ջJ ռr սs վv տt րr ցts ւv փp քk օo ֆf " +
  "αa βv γg δd εe ζz ηi θt ιi κk λl μm νn ξks οo πp ρr σs ςs τt υi φf χx ψps ωo " +
  // Arabic and Persian, Hebrew. Ayin and alef are a vowel where they stand.
  "اa أa إi آa ٱa ؤu ئy بb پp تt ةa ثs جJ چC حh خx دd ذz رr زz ژZ سs شS صs ضz طt ظz عa غG فf ڤv قq كk کk گg لl مm نn هh " +
  "وv يy یy ىa ۆu אa בb גg דd הh וv זz חx טt יy כk ךk לl מm םm נn ןn סs עa פp ףf צts ץts קk רr שS תt " +
  "іi їyi єye ґg ўO әE өO үU ұu қq ғG ңn һh ҳh ҹJ ҷJ ҝg ӣi ӯu јy љl њn ћC ђJ џJ";

/** Letters that sound otherwise in company: letters, a colon, sounds, and how many letters are used up if not all. */
const CYRILLIC_GROUPS = "дж:J чж:Z тц:ts цз:J ու:u ου:u μπ:b ντ:d γκ:g τζ:J";
const ENGLISH_GROUPS =
  "ch:C ck:kk ce:c:1 ci:c:1 cy:c:1 sh:S kh:x gh:G zh:Z ph:F dj:J dzh:J tz:ts dž:J tsch:C sch:S";
const ENGLISH_LETTERS = "cK jJ xKs";
/** Azerbaijani writes one letter a sound. */
const AZERBAIJANI_LETTERS = "cJ jZ xx";

interface Group {
  letters: string;
  /** The second of them, as a UTF-16 unit. */
  next: number;
  sounds: readonly number[];
  used: number;
}

/** How a language's letters are read: by UTF-16 unit a letter's first and second sound, and groups by first letter. */
interface Alphabet {
  /** All letters with their sounds. To put all into the tables at once takes 1 ms. */
  letters: string;
  first: Uint8Array;
  second: Uint8Array;
  groups: (readonly Group[] | undefined)[];
}

const TABLE_END = 0x1100;
/** In the place of a sound: none has been looked for; there is none. */
const UNKNOWN = 255;
const NO_SOUND = 254;

const numbersOf = (sounds: string): number[] => [...sounds].map((sound) => SOUNDS.indexOf(sound));

function alphabet(letters: string, groups: string): Alphabet {
  const made: Alphabet = {
    letters: ` ${LETTERS} ${letters} `,
    first: new Uint8Array(TABLE_END).fill(UNKNOWN),
    second: new Uint8Array(TABLE_END),
    groups: [],
  };
  for (const entry of groups.split(" ")) {
    const [of = "", sounds = "", used = of.length] = entry.split(":");
    const group = { letters: of, next: of.charCodeAt(1), sounds: numbersOf(sounds), used: Number(used) };
    const known = made.groups[of.charCodeAt(0)] ?? [];
    made.groups[of.charCodeAt(0)] = [...known, group];
  }
  return made;
}

/** The first sound of a letter, looked for once; NO_SOUND if it is none of the alphabet. */
function firstSound(alphabet: Alphabet, unit: number): number {
  const known = alphabet.first[unit] ?? NO_SOUND;
  if (known !== UNKNOWN) return known;
  const { letters, first, second } = alphabet;
  let at = entryOf(letters, String.fromCharCode(unit));
  if (at < 0) at = entryOf(letters, plainLetter(unit));
  first[unit] = at < 0 ? NO_SOUND : soundAt(letters, at + 1);
  second[unit] = at < 0 || letters[at + 1] === " " ? 0 : soundAt(letters, at + 2);
  return first[unit];
}

/** Where a letter stands before its sounds, or -1. */
function entryOf(letters: string, letter: string): number {
  const before = letters.indexOf(` ${letter}`);
  return before < 0 ? -1 : before + 1;
}

function soundAt(letters: string, at: number): number {
  return letters[at] === " " ? 0 : SOUNDS.indexOf(letters.charAt(at));
}

let english: Alphabet | undefined;
let azerbaijani: Alphabet | undefined;

/** The longest word that is read: longer ones are no names. */
export const LONGEST = 32;
const ROOM = 4 * LONGEST;

/** A row of sounds; neighbours that are the same are one. */
export class Row {
  /** The sounds by their place in SOUNDS. */
  readonly sounds = new Uint8Array(ROOM);
  /** 1 where neighbours became one. */
  readonly doubled = new Uint8Array(ROOM);
  length = 0;
  /** Whether a last vowel may be a case ending. */
  hasCases = false;
  /** Whether its alphabet leaves short vowels out. */
  isAbjad = false;

  /** The sound there, 0 outside of the row. */
  at(i: number): number {
    return i < this.length ? (this.sounds[i] ?? 0) : 0;
  }

  push(sound: number): void {
    const last = this.length - 1;
    if (sound === 0) return;
    if (last >= 0 && this.sounds[last] === sound) {
      this.doubled[last] = 1;
      return;
    }
    this.sounds[this.length] = sound;
    this.doubled[this.length++] = 0;
  }
}

export type Reading = "english" | "azerbaijani";

/**
 * Reads a word (as `lowerCase` gives it, of at most LONGEST units) into `row`; false if it has a sign that is
 * of none of the alphabets.
 */
export function readSounds(word: string, reading: Reading, row: Row): boolean {
  const alphabet = alphabetOf(reading);
  const { first, second, groups } = alphabet;
  row.length = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const group = groups[unit] && groupAt(groups[unit], word, i);
    if (group) {
      for (const sound of group.sounds) row.push(sound);
      i += group.used - 1;
      continue;
    }
    if (unit >= TABLE_END) return false;
    let sound = first[unit] ?? UNKNOWN;
    if (sound === UNKNOWN) sound = firstSound(alphabet, unit);
    if (sound === NO_SOUND) return false;
    row.push(sound);
    row.push(second[unit] ?? 0);
  }
  settleGlides(row);
  return true;
}

/** The sounds that words beginning with a letter may begin with, 0 where the letter may be silent; none if it has none. */
export function firstSounds(letter: string, reading: Reading): number[] {
  const alphabet = alphabetOf(reading);
  const unit = letter.charCodeAt(0);
  const alone = firstSound(alphabet, unit);
  const inGroups = alphabet.groups[unit]?.map(({ sounds }) => sounds[0] ?? 0) ?? [];
  return alone === NO_SOUND ? inGroups : [alone, ...inGroups];
}

function alphabetOf(reading: Reading): Alphabet {
  if (reading === "english") {
    english ??= alphabet(ENGLISH_LETTERS, `${ENGLISH_GROUPS} ${CYRILLIC_GROUPS}`);
    return english;
  }
  azerbaijani ??= alphabet(AZERBAIJANI_LETTERS, CYRILLIC_GROUPS);
  return azerbaijani;
}

function groupAt(groups: readonly Group[], word: string, at: number): Group | undefined {
  const next = word.charCodeAt(at + 1);
  for (const group of groups) {
    if (group.next === next && (group.letters.length === 2 || word.startsWith(group.letters, at)))
      return group;
  }
  return undefined;
}

/** The letter without its marks, for those that the tables leave out: `é`, `ñ`. */
function plainLetter(unit: number): string {
  return String.fromCharCode(unit).normalize("NFD").charAt(0);
}

function settleGlides(row: Row): void {
  for (let i = 0; i < row.length; i++) {
    if (row.sounds[i] === GLIDE && !isVowel(row.at(i - 1)) && !isVowel(row.at(i + 1)))
      row.sounds[i] = Y_VOWEL;
  }
}
