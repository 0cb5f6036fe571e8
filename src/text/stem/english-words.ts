/** English words whose forms no rule tells, and British spellings beside American ones. */

/** Forms behind the word that they are forms of. Where a form is another word more often, it is left out (`found`, `saw`). */
const IRREGULAR =
  "man:men woman:women child:children life:lives wife:wives knife:knives wolf:wolves thief:thieves half:halves " +
  "shelf:shelves loaf:loaves calf:calves elf:elves self:selves leaf:leaves hoof:hooves scarf:scarves foot:feet " +
  "tooth:teeth goose:geese mouse:mice louse:lice ox:oxen criterion:criteria phenomenon:phenomena crisis:crises " +
  "thesis:theses hypothesis:hypotheses analysis:analyses diagnosis:diagnoses oasis:oases axis:axes index:indices " +
  "appendix:appendices matrix:matrices vertex:vertices nucleus:nuclei stimulus:stimuli fungus:fungi cactus:cacti " +
  "syllabus:syllabi alumnus:alumni bacterium:bacteria curriculum:curricula memorandum:memoranda referendum:referenda " +
  "stadium:stadia gas:gases,gasses bus:buses,busses lens:lenses bias:biases,biased atlas:atlases iris:irises " +
  "die:dying,died lie:lying,lied tie:tying,tied vie:vying,vied ski:skis,skiing,skied taxi:taxis,taxiing sky:skies " +
  "go:gone,goes,going take:took,taken give:gave,given come:came rise:rose,risen arise:arose,arisen fall:fell,fallen " +
  "hold:held win:won,winning lose:lost meet:met lead:led make:made,making sell:sold buy:bought bring:brought " +
  "fight:fought catch:caught teach:taught think:thought seek:sought tell:told pay:paid build:built rebuild:rebuilt " +
  "send:sent spend:spent lend:lent bend:bent keep:kept feel:felt stand:stood understand:understood withstand:withstood " +
  "strike:struck,stricken,striking shoot:shot shake:shook,shaken break:broke,broken speak:spoke,spoken " +
  "choose:chose,chosen drive:drove,driven write:wrote,written rewrite:rewrote,rewritten grow:grew,grown know:knew,known " +
  "throw:threw,thrown blow:blew,blown fly:flew,flown,flies draw:drew,drawn withdraw:withdrew,withdrawn begin:began,begun " +
  "run:ran,running swim:swam,swum sing:sang,sung ring:rang,rung drink:drank,drunk sink:sank,sunk spring:sprang,sprung " +
  "steal:stole,stolen freeze:froze,frozen wear:wore,worn tear:tore,torn swear:swore,sworn beat:beaten eat:eaten " +
  "hide:hid,hidden bite:bit,bitten ride:rode,ridden forget:forgot,forgotten forbid:forbade,forbidden " +
  "forgive:forgave,forgiven sleep:slept sweep:swept weep:wept creep:crept deal:dealt mean:meant burn:burnt learn:learnt " +
  "dream:dreamt spell:spelt spill:spilt spoil:spoilt bleed:bled feed:fed flee:fled,fleeing breed:bred speed:sped " +
  "hang:hung stick:stuck dig:dug spin:spun swing:swung cling:clung hear:heard overhear:overheard see:seen,seeing " +
  "foresee:foreseen oversee:oversaw,overseen lay:laid say:said overcome:overcame become:became undertake:undertook,undertaken " +
  "mistake:mistook,mistaken overtake:overtook,overtaken withhold:withheld uphold:upheld overthrow:overthrew,overthrown " +
  "undergo:underwent,undergone undo:undid,undone wake:woke,woken awake:awoke,awoken shrink:shrank,shrunk " +
  "weave:wove,woven sew:sewn show:shown prove:proven bear:borne do:did,done get:got,gotten sit:sat light:lit " +
  "shine:shone slide:slid sting:stung wring:wrung strive:strove,striven swell:swollen stink:stank,stunk " +
  "repay:repaid lean:leant leap:leapt kneel:knelt " +
  "executive:executives experience:experiences,experienced,experiencing,experiential paste:pastes,pasted,pasting " +
  "program:programme,programmes,programs,programming,programmed,programmer,programmers";

/** Words that end as others have endings, and have none. */
const WHOLE =
  "us its his has was this thus does during being once ever even every very any only news howe atlas cosmos bias andes " +
  "sky gas bus lens iris ski taxi paste inning outing canning herring earring evening proceed exceed succeed " +
  "innings outings cannings herrings earrings " +
  "species series wales paris texas kansas arkansas athens brussels naples hamas damascus christmas " +
  "texas gently ugly early idly singly";

/** Americans write -or for -our in these, whatever follows. */
const OUR =
  "ard arm behavi cand clam col enamo endeav fav ferv flav glam harb hon hum lab misdemean neighb od parl ranc rig rum sav " +
  "savi splend succ tum val vap vig";
/** And -er for -re. */
const RE =
  "cent theat met lit fib calib sab spect somb lust meag kilomet millimet centimet epicent amphitheat millilit och mit";
/** Other spellings: British, American; the beginning of a word. */
const SPELLINGS =
  "defence:defense offence:offense licence:license pretence:pretense catalogue:catalog dialogue:dialog " +
  "analogue:analog grey:gray plough:plow sceptic:skeptic aluminium:aluminum jewellery:jewelry skilful:skillful " +
  "ageing:aging judgement:judgment acknowledgement:acknowledgment cheque:check tyre:tire storey:story " +
  "moustache:mustache pyjama:pajama anaem:anem anaesth:anesth paediatr:pediatr encyclopaed:encycloped haem:hem " +
  "foet:fet orthopaed:orthoped manoeuvre:maneuver manoeuvring:maneuvering diarrhoea:diarrhea " +
  "mould:mold draught:draft aeroplane:airplane practise:practice enrolment:enrollment fulfilment:fulfillment " +
  "instalment:installment artefact:artifact yoghurt:yogurt whisky:whiskey";

interface Words {
  /** Forms and the word that stands for them; whole words stand for themselves. */
  irregular: ReadonlyMap<string, string>;
  our: readonly string[];
  re: ReadonlySet<string>;
  /** By the first three letters. */
  spellings: ReadonlyMap<string, readonly (readonly [british: string, american: string])[]>;
}

let made: Words | undefined;

function words(): Words {
  if (made) return made;
  const irregular = new Map<string, string>();
  for (const entry of IRREGULAR.split(" ")) {
    const [word = "", forms = ""] = entry.split(":");
    irregular.set(word, word);
    for (const form of forms.split(",")) irregular.set(form, word);
  }
  for (const word of WHOLE.split(" ")) irregular.set(word, irregular.get(word) ?? word);
  const spellings = new Map<string, (readonly [string, string])[]>();
  for (const entry of SPELLINGS.split(" ")) {
    const [british = "", other = ""] = entry.split(":");
    const start = british.slice(0, 3);
    spellings.set(start, [...(spellings.get(start) ?? []), [british, other]]);
  }
  made = {
    irregular,
    our: OUR.split(" ").map((start) => `${start}our`),
    re: new Set(RE.split(" ")),
    spellings,
  };
  return made;
}

/** The stem of a word that has one outside of all rules. */
export function exceptionalStem(word: string): string | undefined {
  const known = words().irregular.get(word);
  if (known !== undefined || !word.endsWith("men")) return known;
  return word.length > 6 && !ENDS_IN_MEN.includes(word) ? `${word.slice(0, -2)}an` : undefined;
}

const ENDS_IN_MEN = ["specimen", "regimen", "abdomen", "turkmen", "cyclamen", "bitumen"];

/** The word as Americans write it. */
export function american(word: string): string {
  const { our, re, spellings } = words();
  const withOr = word.includes("our") ? our.find((start) => word.startsWith(start)) : undefined;
  if (withOr !== undefined) return `${withOr.slice(0, -2)}r${word.slice(withOr.length)}`;
  const bare = word.endsWith("res") || word.endsWith("red") ? word.slice(0, -1) : word;
  if (bare.endsWith("re") && re.has(bare.slice(0, -2)))
    return `${bare.slice(0, -2)}er${word.length > bare.length ? word.slice(-1).replace("d", "ed") : ""}`;
  for (const [british, other] of spellings.get(word.slice(0, 3)) ?? [])
    if (word.startsWith(british)) return other + word.slice(british.length);
  return withZ(word);
}

/** What follows the `is` of a verb that Americans write with a z. */
const VERB_ENDINGS: ReadonlySet<string> = new Set([
  "e",
  "es",
  "ed",
  "er",
  "ers",
  "ing",
  "ings",
  "ation",
  "ations",
  "able",
]);

/** `organise` with a z, and `analyse`. Advise and the like get one too: a stem need not be a word. */
function withZ(word: string): string {
  const at = Math.max(word.lastIndexOf("is"), word.lastIndexOf("lys") + 1);
  if (at < 4 || !VERB_ENDINGS.has(word.slice(at + 2))) return word;
  return word.startsWith("precis") || word.startsWith("concis")
    ? word
    : `${word.slice(0, at + 1)}z${word.slice(at + 2)}`;
}
