"""How minutes cite: the patterns, on folded text, and the sentences that say why something gets no link.

They stand here alone: the page for authors gets them beside the addresses (`exports/linking.py`), so that Python
and JavaScript read by the same grammar. Hence only what both kinds of regular expression understand the same way.
"""

import re

_S = " {0,2}"
_N = "(?:[0-9]{1,5}|[〇零一二三四五六七八九十百千]{1,9})"
_ARABIC = "[1-9][0-9]?(?![0-9])"
_LABEL = (
    rf"(?:{_S}の?{_S}\({_S}(?:[1-9][0-9]?|[一二三四五六七八九十]{{1,3}}|[ア-ン]|[a-zA-Z]){_S}\)"
    "|の?[ア-ン](?![ァ-ヶー])|の?[①-⑳])"
)
_AND = "(?:及び|並びに|又は|若しくは|および|ならびに|または|もしくは)"
_JOIN = rf"{_S}(?:[、,・/]{_S}{_AND}?|{_AND}|[とや&~]|から|ないし|乃至){_S}"
_KANJI = "一-龥々〆ヶ"
_TITLED = (
    rf"(?=$|[ 「『(【:、,・~\t-]|から|まで|ないし|乃至|{_AND}|と|について|に関|に係|の件|関係|の(?:審議|説明|報告|質疑|採決))"
    r"(?![^。]*(?:[るたすいだん]|号[はがをもで][^。]*)$)"
)
"""Behind the number of a heading, which is no sentence."""
_ASKED = rf"(?:の?諮問(?!機関|会議|[書文しすさ]|{_S}第?{_S}[0-9〇一二三四五六七八九十百千]))?"
_COUNCIL = "(?:審議会|審査会|委員会|協議会|調査会|会議)"
_PAPER = "別表|別記|別紙|様式|要綱|要領|仕様書|契約書|協定書|覚書|ガイドライン|指針|手引|マニュアル|報告書|答申|意見書"

PATTERNS = {
    # What may stand where a citation begins: everything else is passed over.
    "trigger": "[諮答意本同当こ上前第0-9]",
    "consultation": rf"(諮{_S}問(?:番号|案件|事項|書)?(?:{_S}の)?{_S}[(「『:]?{_S})(第?{_S}({_N}){_S}(号?))",
    "adjoining": "諮 *問 *",  # the beginning that belongs to the link
    "answer": rf"(答申|意見書){_S}(第?{_S}({_N}){_S}(号?))",
    "number": rf"(?:諮問{_S}|同諮問{_S}|同{_S}|答申{_S})?第?{_S}({_N}){_S}(号?)",
    "bare": rf"第{_S}({_N}){_S}号{_ASKED}",
    "loose": "([1-9][0-9]{2,4}) {0,2}号",
    "also": rf"同{_S}第?{_S}({_N}){_S}号",
    "anaphor": "本件諮問(?!機関|会議|委員)|[本同]件(?![数名])|(?:本|同|この|当該|上記|前記)諮問(?!機関|会議|委員)|本案件|同号",
    "said": "諮 *問(?!機関|会議)",
    "and": rf"{_S}(?:[、,・/]{_S}{_AND}?|{_AND}|[とや&]){_S}",
    "until": rf"{_S}(から|~|ないし|乃至|より){_S}",
    "made": rf"{_S}まで",
    "hyphen": rf"{_S}[-‐‑–—―−]{_S}",
    "aside": r"\((?:[^()]|\([^()]*\)){0,200}\)|「(?:[^「」]|「[^「」]*」){0,400}」",
    # From a 諮問 to its clause: the first kind makes one link of both.
    "of": rf"{_S}の?{_S}",
    "within": rf"{_S}(?:のうち|の?中)の?、?{_S}|、{_S}|{_S}[(「『]{_S}",
    "spaced": rf"第({_N}) {{1,2}}({_N})({_LABEL}+)",
    "parted": rf"(第?){_S}({_N}){_S}の{_S}({_N})({_LABEL}*)",
    "unparted": rf"({_N})({_LABEL}+)",
    "single": rf"({_ARABIC})",
    "part": rf"第{_S}({_N})",
    "label": _LABEL,
    "follow": (
        r"$|[ 、。,.・()「」『』〔〕【】:;?!~\t\n*_|\]<>'\ufffc]|[はがをにのでとへやか]|も(?!の)|"
        + _AND
        + "|等|など|から|まで|より"
    ),
    # A part or a clause said as a number alone: nothing that could be counted, or an ordinal, stands behind it or its list.
    "part_end": rf"(?:{_JOIN}第{_S}{_N})*(?:まで)?(?:$|[ 。)」』】\t\n]|[はがを]|について)",
    "single_end": (
        rf"(?:{_JOIN}{_ARABIC})*(?:まで)?(?: *(?:$|[|\t])|[。)」』】\n]|[はがを]|に(?!つの)|で(?!きる)|の(?![0-9点])|も(?!の)|と(?!おり|も|[0-9])|[、,](?!{_S}[0-9]))"
    ),
    "unread": (
        rf"第{_S}{_N}{_S}(?:[-‐‑–—―−・]{_S}第?{_S}{_N}|\({_S}{_N}{_S}\))(?:{_S}[-‐‑–—―−・]?{_S}(?:{_N}|\({_S}{_N}{_S}\)))*"
        rf"|[0-9]{{1,2}}-[0-9]{{1,2}}(?:-[0-9]{{1,2}})*|(?:第{_S})?{_N}(?:{_S}の{_S}{_N})?(?=\ufdd1)"
    ),
    "overlong": rf"{_S}の{_S}(?:[0-9]|[〇零一二三四五六七八九十百千]{{1,9}}(?=[ 、。)(]|$))(?![0-9]*[つ件名人回年月日点項か個種社者割%])",
    # What may not stand before: 別表第1の5, 議案第948号, 杉並区の諮問.
    "no_bare_after": rf"[{_KANJI}ァ-ンー0-9A-Za-z]",
    "other_kind": (
        "(?:告示|議案|条例|規則|規程|訓令|要綱|通知|通達|官報|法律|政令|省令|様式|別表|号外|事件|発議|発案|陳情|請願|報告|資料|文書"
        "|番号|だより|たより|しおり|国道|都道|同意|承認|認定|専決|決議|選挙)(?:\\([^()]{0,16}\\))?[ (:]*$"
    ),
    "led_number": rf"[{_KANJI}ァ-ンー0-9A-Za-z\ufdd1]$|[年度]{_S}\([{_KANJI}ァ-ンー]{{1,6}}\){_S}$",
    "other_number": rf"第?{_S}({_N}){_S}号",
    "within_number": "[第0-9〇零一二三四五六七八九十百千]",
    "leading": rf"[{_KANJI}ァ-ンー\ufdd1]",
    "other_noun": "議案|様式|委員|室|館|棟|線|被保険者|報告|条例|規則|告示|発議|陳情|請願",
    "other_paper": rf"(?:{_PAPER}|基準|規則|規程|条例|施行令|法|計画|通知|資料|附則|特記事項)(?:書|案)?(?:{_S}第)?$|[条項]の$",
    "paper_said": rf"(?:{_PAPER})(?:書|案)?[でにのはともを、「(]",
    "year": (
        rf"(令和|平成|昭和)?({_N}|元)年度?{_S}(?:\([^()]{{1,12}}\){_S})?"
        rf"(?:の|第{_S}{_N}回[{_KANJI}ァ-ンー・]{{0,30}}の?)?$"
    ),
    "docket": rf"年度?{_S}\((?![^()]*[第回年月日一二三四五六七八九十])[{_KANJI}ァ-ンー]{{1,6}}\){_S}$|[0-9元](?:(?![年月日回件号部章条項名区人目])[{_KANJI}]){{2,6}}$",
    "no_bare_before": rf"(?!{_AND}|等|諮問)[{_KANJI}ァ-ンー]",
    "no_clause_after": rf"[{_KANJI}ァ-ンー0-9A-Za-z.~/-]",
    "owned_after": rf"[{_KANJI}ァ-ンー0-9A-Za-z)）」』]の$",
    "elsewhere": (
        rf"((?:(?:隣|隣接|近隣|ほか|他|別|同じ|ある)の?)?[{_KANJI}ァ-ンー・]{{0,40}}(?:[都道府県区市町村国省庁]|{_COUNCIL}))"
        rf"の?(?:[{_KANJI}ァ-ンー・]{{0,30}}{_COUNCIL})?(?:の|への|における|に対する|が受けた|で[はも]、?|に[はも]、?)?$"
    ),
    "place": rf"[{_KANJI}]{{1,6}}[市町村県区](?![{_KANJI}])",
    "no_place": "(?:[地住学校特全各本当別]|選挙|行政)区$|[都各本当]市$|[市町]村$|[各本当][町村県]$|区市$|府県$",
    "statute_number": rf"[条項例則律令案示]{_S}第{_S}{_N}{_S}号",
    "beside": r"[ 「」『』()\[\]【】〈〉〔〕]*(?:について)?[ 「」『』()\[\]【】〈〉〔〕、]*",
    # Behind a 諮問 that a sentence is about, not one that it compares with.
    "topic": r"[」』)\]]*(?:\((?:[^()]|\([^()]*\)){0,200}\)|「(?:[^「」]|「[^「」]*」){0,400}」)*(?:について|に関|に係|に付|では|は|において|の(?:説明|審議|審査|件)|です|でございます|であります|を(?:議題|審議|上程|説明|ご説明|御説明|取り上げ|ご覧|御覧)|に(?:移|入)| *[|\t])",
    "compared": "同様|同じ|違|異な|比べ|比較|なら[いっ]|準じ|参考|参照",
    "no_anaphor_after": "[日基資見標類事条一二三四五六七八九十百千0-9]",
    # Lines that do not go on with the next, and that do not go on with the one before.
    "closed": "^[ \t\ufffc]*$|[。!?|]$|^[#|>]",
    "begins": r"[ \t\ufffc]*$| *(?:[○◯●◎■□◆◇・※#|>【《〈\[]|[*+-] )",
    "note": r" {0,3}\[\^[^\]]+\]:",
    # Where a new agenda item begins.
    "heading": r"#{1,6} ",
    # Where somebody says that a new one begins.
    "turn": (
        r"(?:続いて|次に|続きまして|引き続き|それでは|では)[^。]{0,40}"
        r"(?:報告事項|報告案件|次の(?:議題|案件|諮問)|議題[0-9一二三四五六七八九十(]|その他[のにと]|諮問 *第?[^。]{0,60}(?:に移|に入|を議題))"
    ),
    "rule": r" *(?:[-*_=―─━] *){3,}$",
    "agenda": (
        r" *(?:[(〔【<]?(?:[0-9]{1,2}|[一二三四五六七八九十]|[ア-ン])[)〕】>]? *[.、]? *|[・○●◎■□◆◇【〈《] *|[①-⑳] *|[-*] +)?"
        rf"(?:諮 *問 *第? *{_N} *号{_TITLED}"
        "|(?:議題|報告事項|報告 *[0-9(第]|審議事項|諮問事項|協議事項|連絡事項|その他|次第|日程第|開会|閉会))[^。]*$"
        r"| *(?:[(〔【<]?(?:[0-9]{1,2}|[一二三四五六七八九十])[)〕】>.、]? *|[①-⑳] *)[^。]*(?:について|の件)(?:\([^()]*\))? *$"
    ),
    # The signs of items within an item, by which a heading that only its words show is below another: (1) below 1.
    "inner": r" *(?:[(〔<](?:[0-9]{1,2}|[一二三四五六七八九十]|[ア-ン])[)〕>]|[①-⑳]|[ア-ン][ .、)]|([・*-]))",
}

REASONS = {
    "unrecorded": "{0}は、このサイトに未収録です。",
    "precedent": "{0}は、このサイトに未収録です（{1}が前例に挙げています）。",
    "no_answer": "{0}は、このサイトに未登録です。",
    "no_clause": "{0}に「{1}」はありません。",
    "cover_only": "{0}は本文が未収録のため、「{1}」があるか確かめられません。",
    "nobody": "どの諮問を指すか、同じ段落と議題からはわかりません。",
    "several": "どの諮問を指すか決まりません（{0}）。",
    "owned": "諮問の条項か、ほかの文書の番号か決まりません。",
    "no_sign": "「号」がないので、諮問の番号か決まりません。",
    "not_said": "「諮問」と書かれていないので、諮問の番号か決まりません。",
    "hyphen": "範囲（944号から945号まで）か枝番か決まりません。",
    "backwards": "範囲の始まりと終わりが逆です。",
    "gap": "この範囲のうち{0}は、このサイトに未収録です。",
    "other_year": "年度が合いません（{0}は{1}年の諮問です）。",
    "elsewhere": "ほかの自治体の諮問かもしれません。",
    "no_number": "数として読めません。",
    "overlong": "条項の番号として読めません。第1の5(1) のように書いてください。",
    "same_title": "同じ件名が2つ以上あります（{0}）。",
    "other_title": "同じ行の番号と件名が合いません（件名は{0}のものです）。",
    "bound": "文書の変更履歴やフィールドの中なので、リンクを入れられません。",
    "statute": "「同号」が、諮問の番号か、法令などの号か決まりません。",
}

COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
