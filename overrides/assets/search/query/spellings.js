// Other spellings of a folded text that were prepared when the site was built: okurigana, and the words of staff.

import { spellings } from "../index/lookups.js";

/** The same words with the okurigana that stand in the texts: 取扱い → 取り扱い; and their mere stems: 取り扱. */
export async function otherOkurigana(text) {
  const { okurigana } = await spellings();
  const others = new Map();
  for (const [spelling, words] of Object.entries(okurigana)) {
    const at = text.indexOf(spelling);
    if (at < 0) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + spelling.length)];
    const tail = /[ぁ-ん]*$/u.exec(spelling)[0];
    for (const word of words) {
      others.set(before + word + tail + after, false);
      if (tail) others.set(before + word + after, false); // the last kanji were typed in kana: 身のまわり
      // The text may inflect the word differently: 取扱い stands for 取り扱わせる as well.
      const stem = before + word + after.replace(/^[ぁ-ん]{1,2}/u, "");
      if (!others.has(stem)) others.set(stem, true);
    }
  }
  others.delete(text);
  return [...others].map(([other, isStem]) => ({ text: other, isStem }));
}

/** The everyday words in this text that staff have listed, none within another. */
export async function everydayWords(text) {
  const { synonyms } = await spellings();
  const inside = Object.keys(synonyms).filter((word) => text.includes(word) && standsAlone(word, text));
  return inside.filter((word) => !inside.some((other) => other !== word && other.includes(word)));
}

/** Latin words count only as whole words: pc is not in spc. */
function standsAlone(word, text) {
  if (!/^[a-z\d]+$/u.test(word)) return true;
  return new RegExp(`(?<![a-z\\d])${word}(?![a-z\\d])`, "u").test(text);
}

/** What the everyday words in this text are called on the pages: [{text, rank}], the aptest first. */
export async function meanings(text) {
  const { synonyms } = await spellings();
  const words = await everydayWords(text);
  return words.flatMap((word) => synonyms[word].map((meaning, rank) => ({ text: text.replace(word, meaning), rank })));
}

// Old forms of kanji, and other letters that stand for the same: 區 for 区. Pairs of old and new.
const PAIRS =
  "亞亜惡悪壓圧圍囲醫医爲為壹壱稻稲飮飲隱隠榮栄營営衞衛驛駅悅悦閱閲圓円緣縁艷艶鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会繪絵壞壊懷懐槪概擴拡殼殻覺覚學学" +
  "嶽岳樂楽渴渇罐缶卷巻陷陥勸勧寬寛關関歡歓觀観氣気歸帰僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭鄕郷曉暁區区驅駆勳勲薰薫徑径惠恵揭掲溪渓經経螢蛍輕軽繼継鷄鶏藝芸擊撃" +
  "缺欠硏研縣県儉倹劍剣險険圈圏檢検獻献權権顯顕驗験嚴厳廣広效効恆恒鑛鉱號号國国黑黒碎砕濟済齋斎劑剤雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実寫写舍舎釋釈" +
  "壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙奬奨將将涉渉燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳讓譲釀醸囑嘱觸触寢寝愼慎眞真盡尽圖図粹粋醉酔穗穂隨随髓髄樞枢數数" +
  "瀨瀬聲声靑青靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿巢巣爭争瘦痩總総聰聡莊荘裝装騷騒增増臟臓藏蔵卽即屬属續続墮堕對対體体帶帯滯滞臺台瀧滝" +
  "擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁徵徴聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届貳弐惱悩腦脳霸覇拜拝廢廃賣売麥麦" +
  "發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏倂併竝並變変邊辺邉辺步歩寶宝豐豊沒没飜翻每毎萬万滿満麵麺默黙餠餅戾戻彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧" +
  "龍竜兩両獵猟綠緑淚涙壘塁勵励禮礼隸隷靈霊齡齢曆暦歷歴戀恋鍊錬爐炉勞労樓楼郞郎錄録灣湾髙高﨑崎嵜崎嶋島舘館濵浜桒桑栁柳槇槙曻昇曾曽塲場圀国囯国查査姬姫敎教淸清鄰隣" +
  "囘回內内歲歳說説稅税銳鋭脫脱吳呉戶戸產産尙尚辯弁瓣弁辨弁晚晩鬭闘强強户戸羣群劒剣畧略盃杯册冊";

const NEW = new Map(PAIRS.match(/../gu).map(([old, now]) => [old, now]));

/** Every old form replaced by the one in use. */
export function modern(text) {
  return [...text].map((letter) => NEW.get(letter) ?? letter).join("");
}
