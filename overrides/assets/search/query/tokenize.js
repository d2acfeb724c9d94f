// A whole question or a joined phrase → the words in it that could stand on a page.

const WHO = "だれ|どこ|どちら|どなた|どんな|どの|どれ|どう(?:して|やって|いう)?|なに|なん(?=[のでにかじねけ?？]|$)|いつ|なぜ|いくら";
const BEFORE_WHO = "って|とは|は|が|を|に|へ|で|と|の|も";
const ASKING = new RegExp(
  [
    "について(?:教えて.*|知りたい.*|の.*)?$|に関(?:して|する)|に対する|における",
    // Within hiragana it must follow a particle: がくどう asks nothing.
    `(?:(?:(?<![ぁ-ん])|${BEFORE_WHO})(?:${WHO})|(?:${BEFORE_WHO})?[誰何])(?:です|なの|が|に|へ|を|の|と|まで|から|で|か|も|ため|年|月|件|人|時|頃|ごろ|くらい|ぐらい)*`,
    "(?:どの|どんな|どこの|だれの|誰の|何の|なんの)[一-龥]{1,3}",
    "(?:のことが?|を|が|は)?(?:教えて|おしえて|知りたい|しりたい|見たい|みたい|見るには|調べたい|さがして|探して).*$",
    // After a particle, one kanji with a kana ending closes a question: …は渡されますか, …を払うの.
    "(?<=[はがをにへでともの ])[一-龥][ぁ-ん]+$",
    // Within hiragana a particle may be a part of a word: しんがい is not しんが and い.
    "(?<=(?:[^ぁ-ん ][はがをにも]| ))(?:でき|あり|ある|い|なり|なる|し|する|され|もらえ|わか)[ぁ-ん]*$",
    "(?<=[一-龥ァ-ヺーa-z\\d])(?:さ|し|す|でき|で|な|だ|ま|って|とは)[ぁ-ん]*$",
    // A clause before the rest: 事故にあったら, 法律が変わると.
    "(?<=[^ぁ-ん ])[はがをにで](?:[一-龥][ぁ-ん]*){0,2}?[ぁ-ん]*(?:とき[にはの]?|たら|だら|れば|ると|うと|ので)(?=[^ぁ-ん])",
    // …はつかえますか: nothing but hiragana after は closes a question as well.
    "(?<=[一-龥々ァ-ヺーa-z\\d])(?:は|が|を|って)[ぁ-ん]{2,}$",
    "(?:です|ます|でしょう)か?(?:の|ね|よ)?$|(?:は|の|か|って|とは)$",
    "[?？!！。、,・／/:;()「」『』\\[\\]【】~〜\"“”…\\p{Extended_Pictographic}\\p{So}\\p{Sm}\\u200d\\ufe0f]+",
  ].join("|"),
  "gu",
);
const ASKED = new RegExp(`[?？]|[誰何]|(?:(?<![ぁ-ん])|${BEFORE_WHO})(?:${WHO})|(?:か|の|たい|ない|ください)$`, "u");
const BETWEEN =
  "って|のためにも|のために|のための|のため|された|される|している|した|する|への|での|との|からの|にある|にかかる|に係る|による|および|及び|又は|または|並びに|ならびに|" +
  "などの?|とか|から|まで|より|の|と|や|は|が|を|に|で|も|へ";
const PARTICLE = new RegExp(`(?<=[^ぁ-ん ])(?:${BETWEEN})(?=[^ぁ-ん]|$|[おご][一-龥])`, "gu");
const JOINING = new RegExp(`^(?:${BETWEEN})+$`, "u");
const LEADING = /^(?:の|と|や|は|が|を|に|で|も|へ)(?=[^ぁ-ん]|[おご][一-龥])/u;
const TRAILING = /(?<=[ぁ-ん]{2})(?:の|と|や|は|が|を|に|で|も|へ)$/u; // しょくいんのメアド
// What says nothing by itself beside another word.
const FILLER = /^(?:[渡使集見知教送届扱持払変区出聞行来残]|私|自分|わたし|[区市町村都道府県]?役所|役場|区|市|町|村|情報|個人情報|こと|事|内容|意味|仕事|理由|必要|団体|略|データ|もの|物|場合|人|方|とき|時|件|話)$/u;
const SCRIPTS = /[一-龥々〆ヶ]+|[ァ-ヺー]+|[ぁ-ん]+|[a-z]+|[\d,]+|./gu;

/**
 * The words of a question or phrase, without what only asks or joins. Text is folded.
 * `known` are words in it that hold together, whatever particles they seem to contain.
 */
export function pieces(text, known = []) {
  let rest = known.reduce((before, word, i) => setApart(before, word, mark(i)), text);
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(ASKING, " ").replace(/のこと(?= |$|も|は|が)/gu, " ").replace(PARTICLE, " ").trim();
  }
  const bare = rest.split(" ").map((part) => known.reduce((held, word, i) => held.replace(mark(i), word), part.replace(LEADING, "")));
  const parts = [...new Set(bare)].filter((part) => part && !JOINING.test(part));
  const telling = parts.filter((part) => !FILLER.test(part));
  return telling.length > 0 ? telling : parts;
}

/** Whether a word says nothing beside others. */
export const isFiller = (word) => FILLER.test(word);

/** A letter of no script that stands for a known word while the text around it is cut. */
const mark = (i) => String.fromCodePoint(0xe000 + i);

/** `word` replaced by its mark where it stands by itself, not as a part of a longer word. */
function setApart(text, word, marked) {
  const at = text.indexOf(word);
  if (at < 0) return text;
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  const isPart = /[一-龥ァ-ヺー]$/u.test(before) || /^[一-龥ァ-ヺー]/u.test(after);
  return isPart ? text : `${before.replace(TRAILING, "")} ${marked} ${after}`;
}

/** What may stand before a particle and a verb in mere hiragana, the longest first: でんわばんごう of でんわばんごうをもらう. */
export function readableHead(text) {
  const ends = [...text.matchAll(/(?<=^[ぁ-んー]{4,})[はがをにの](?=[ぁ-んー]+$)/gu)];
  return ends.map(({ index }) => text.slice(0, index)).reverse();
}

/** Which of the parts of a question it is about: the longest that stands before は, for it says most. */
export function topicOf(text, parts) {
  const [head] = text.split(/は|って|が|を/u);
  const [topic] = parts.filter((part) => head.includes(part)).sort((a, b) => b.length - a.length);
  return topic ?? parts[0];
}

/** Whether the text asks something. */
export const isAsking = (text) => ASKED.test(text);

/** Whether the text is one word and a mere question about it: 口座振替について. */
export const isQuestion = (text) => text.replace(ASKING, " ").trim() !== text && pieces(text).length === 1;

/** Where words of different scripts meet: iso27001 → iso 27001. */
export function byScript(text) {
  const runs = text.match(SCRIPTS) ?? [];
  const isWhole = runs.every((run) => (run.length > 1 && !/^[ぁ-ん]{2}$/u.test(run)) || /[\p{P}\p{S}の]/u.test(run));
  return runs.length > 1 && isWhole ? runs.filter((run) => run.length > 1) : [];
}

/** Every place to cut a text after two letters or more, the last first; numbers stay whole, and dates. */
export function cuts(text) {
  const places = Array.from({ length: Math.max(0, text.length - 3) }, (_, i) => text.length - 2 - i);
  return places.filter((at) => !/^(?:\d.|[第約和成昭年月,]\d|問第\d)/u.test(text.slice(at - 1)));
}
