"""A private person's name, told by what stands beside it: a label, a courtesy, an age, a kinship, an illness, a home.

A name alone is no leak, it may be the mayor's; nor is one beside its office (会長, 区長). Whether letters can be a name
is asked of `name_letters.py`. Texts come folded to half width.
"""

import re

from macros.loading.leaks.detector import Kind, kind
from macros.loading.leaks.name_letters import is_full_name, is_given_name, is_surname

_K = "[一-龥々ヶ﨑]"
_KANA_NAME = "(?:[ぁ-ん]{1,3}[子江代美枝]|[ァ-ヶー]{1,3}[子江代美枝]|[ぁ-ん]{2,4}|[ァ-ヶー]{2,4})"
_NAME = rf"{_K}{{1,3}} (?:{_K}{{1,3}}|{_KANA_NAME})|{_K}{{2,6}}|{_K}{{1,3}}{_KANA_NAME}"
_FULL = rf"(?P<full>{_NAME})"  # only a whole name counts
_SOME = rf"(?P<some>{_NAME})"  # a surname does
_READING = r"(?:[ァ-ヶー]{2,6}[ ・][ァ-ヶー]{2,6}|[ぁ-ん]{2,5} [ぁ-ん]{2,5})(?![ぁ-んァ-ヶー一-龥])"
# Who stands before: 会長 見本 太郎 is met at 見本 and at 太郎.
_IN_OFFICE = re.compile(
    rf"(?:[^社]長|委員|議員|知事|大臣|教授|弁護士|会社|法人)(?:[のは:, ]{{0,3}}(?:氏名 ?: ?)?|[の: ]{{1,2}}{_K}{{1,3}} )$"
)
_BEGINS = rf"(?<!{_K})"
_NO_OFFICE = (
    r"(?! ?(?:[副会委区市町村部課係議局所館校園教育組理事]{1,3}長|委員|議員|知事|大臣|教授|弁護士|株式|有限|合同))"
)
_ENDS = rf"{_NO_OFFICE}(?=$|[^一-龥々ヶ﨑ぁ-んァ-ヶーA-Za-z0-9]|[のはがをにとへかも]|様|さん|氏|ほか|から|より|宛)"

_LABEL = (
    r"(?:氏名|姓名|本名|旧姓|通称名?|お名前|本人|故人|遺族|届出人|請求人|申立人|代理人|相続人(?:代表)?|後見人|保佐人|補助人|名義人?|受取人|"
    r"承継人|保証人|借主|世帯主|(?:患者|児童|生徒|園児|学童|利用者|職員)名?|(?:申請|届出|請求|申立|相談|申込|契約|被保険|受給|加入|滞納|対象|"
    r"該当|入[所居院]|要介護|納税義務|連絡|保護|親権|扶養|通報|作成|起案|担当|死亡|被害|加害|受診|所有|居住)者名?)"
)
_KIN = (
    r"(?:保護者|相続人|親権者|(?:成年)?後見人|保佐人|遺族|家族|両親|父母|父親?|母親?|祖父母?|祖母|夫|妻|配偶者|内縁|同居人|長[女男]|[次二三四五][女男]|娘|息子|"
    r"姉|妹|兄|弟|孫|世帯)"
)
_STATE = (
    r"(?:うつ病|鬱病|統合失調|双極性|障[害がい碍]|要介護|要支援|認知症|がん|癌|HIV|エイズ|梅毒|結核|コロナ|陽性|感染|難病|依存症|てんかん|"
    r"発達|自閉|ADHD|糖尿|透析|妊娠|中絶|病気|疾[患病]|入院|通院|休職|DV|虐待|生活保護|生保|離婚|未婚|自殺|逮捕|前科|服役|滞納|不登校|"
    r"いじめ|里親|ひきこもり|引きこもり)"
)
_AGE = (
    r"(?:満|年齢 ?)?\d{1,3} ?[歳才]|\d{2}\)|[小中高](?:学校?|校)?\d年|\d年\d組|年[長少中](?:組|児)|"
    r"(?:明治|大正|昭和|平成|令和|[MTSHR]|(?:19|20)\d\d年?)[^。、一-龥]{0,2}[^。、]{0,9}生"
)
_COURTESY = r"(?:様(?![式々子相態])|さん|ちゃん|くん|氏(?!名)|君(?![がは]))"


def _is_somebody(match: re.Match[str]) -> bool:
    """Whether the letters in the name's place can be one."""
    if not (place := match.lastgroup):  # told by its reading
        return True
    name, before = match[place], match.string[: match.start(place)]
    if _IN_OFFICE.search(before):
        return False
    if place == "given":
        return is_given_name(name)
    return is_full_name(name) or (place == "some" and len(name) > 1 and " " not in name and is_surname(name))


def _names(*forms: str) -> tuple[Kind, ...]:
    return tuple(kind("個人の氏名", form, holds=_is_somebody) for form in forms)


LABELLED = _names(
    rf"{_LABEL}\)? ?[:=/→] ?{_NO_OFFICE}{_SOME}{_ENDS}",
    rf"{_LABEL}(?: |は、?|が|[)(「『]|\) |代表 ){_NO_OFFICE}{_FULL}{_ENDS}",
    rf"(?:フリガナ|ふりがな|ヨミガナ|よみがな|カナ(?:氏名|名)?|名義人?|氏名)\)? ?[:=/ は(]{{1,2}}{_READING}",
    r"(?:\bname|氏名)\s?[:=]\s?(?-i:[A-Z][a-z]+,? [A-Z][a-z]+)\b",
)
COURTEOUS = _names(rf"{_BEGINS}{_SOME} ?(?:{_COURTESY}|(?<![様氏])宅)")
AGED = _names(
    rf"{_BEGINS}{_FULL}[、,( ]{{0,2}}(?:{_AGE})",
    rf"(?:生(?:まれ)?の?|\d年\d組の?|[歳才]の|こと) ?{_NO_OFFICE}{_SOME}{_ENDS}",
)
KIN = _names(
    rf"{_BEGINS}{_FULL}の{_KIN}(?!等?会)",
    rf"(?<!{_K}){_KIN}(?:[のはが:]| |である){{1,2}}{_NO_OFFICE}{_FULL}{_ENDS}",
    rf"(?<!{_K})故 ?{_SOME}(?:の|氏|様|{_ENDS})",
    rf"(?<!{_K}){_KIN}の?(?P<given>{_K}{{1,3}}|{_KANA_NAME})(?:さん|ちゃん|くん|君|様)",
)
STATED = _names(
    rf"{_BEGINS}{_FULL}[はがの、( ]{{1,2}}[^。、\n]{{0,8}}{_STATE}",
    rf"{_STATE}[^。、\n]{{0,8}}?[級の ]{{1,3}}{_NO_OFFICE}(?P<full>{_K}{{1,3}} (?:{_K}{{1,3}}|{_KANA_NAME})){_ENDS}",
)
NAMES = (*LABELLED, *COURTEOUS, *AGED, *KIN, *STATED)
