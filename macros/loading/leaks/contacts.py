"""How and where a person is reached: mail, telephone, a home."""

import re

from macros.loading.leaks.detector import NOT_COUNTED, kind

_AT = (
    r"(?:\s?@\s?|\s?[\[({<【〔]\s?(?:at|a|アット(?:マーク)?|@|あっと)\s?[\])}>】〕]\s?|アットマーク|\sat\s|_at_|"
    r"[★☆◎●○■□◆◇▲△▼▽※])"
)
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|ドット|\.)\s?[\])}]\s?|\sdot\s|_dot_)"
_GAP = r"[-( )./・·の]{1,2}"
_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十]{1,4})"
# 九丁目9番, 9丁目9-9, 町9-9, 9-9-9, 99番地: never 9-9 alone, which are hours, days or pages.
_SPOT = (
    rf"(?:{_NUMBER}(?:丁目|番地の?|番){_NUMBER}|[町村区市字]\d{{1,4}}-\d{{1,4}}(?![\d月日])|"
    rf"(?<![\d第-])(?!(?:19|20)\d\d-)\d{{1,4}}-\d{{1,4}}-\d{{1,4}}|{_NUMBER}番地)"
)
_BUILDING = r"[^\s。、\d]{0,10}(?:コーポ|ハイツ|アパート|マンション|メゾン|レジデンス|パレス|ハイム|ハウス|[^。、\n]{1,8}荘|[都市区公]営|団地|UR)"
_LIVES = "住所|住居|居所|居住地|自宅|住まい|実家|本籍地?|転居先|避難先|帰省先|送付先|転出先|転入先|お届け先|現住所|[者方]宅|さん宅|様宅"

_NAME = r"(?<![a-z0-9._%+-])[a-z0-9._%+-]+"  # from its first letter alone: a text that is one long word is read once
_MODEL = r"(?!(?:user|name|sample|mail|xxx+)@example\.)"  # how an address looks
MAIL = kind(
    "メールアドレス",
    rf"{_MODEL}{_NAME}{_AT}[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{1,63}}){{1,8}}",
)


def _is_dialled(match: re.Match[str]) -> bool:
    """Ten digits, or eleven of a mobile telephone: 03-12-3456 is the number of a paper."""
    return sum(letter.isdigit() for letter in match[0]) in (10, 11)


DIALLED = kind(
    "電話番号",
    rf"(?<![\d.-])\(?0\d{{1,4}}{_GAP}\d{{1,4}}{_GAP}\d{{3,4}}(?![\d号-])",  # 03-1234-5678, (03)1234-5678
    holds=_is_dialled,
)


# 受付番号 0312345678; and the digits of a commit, which is hexadecimal, in the address of a version
_OF_A_PAPER = re.compile("(?:(?:契約|登録|受付|処理|管理|文書|伝票|注文)番号[ :は]{0,2}|/versions/[0-9a-f]{0,2})$")


def _names_no_paper(match: re.Match[str]) -> bool:
    return not _OF_A_PAPER.search(match.string[: match.start()])


TELEPHONE = kind(
    "電話番号",
    rf"(?<!\d)\+81{_GAP}?\(?0?\)?\d{{1,4}}{_GAP}?\d{{1,4}}{_GAP}?\d{{3,4}}(?!\d)",
    r"(?<![\d-])0[5789]0\d{8}(?![\d-])|(?<![\d-])0[1-9]\d{8}(?![\d-])",
    r"(?<!\d)\+81\d{9,10}(?!\d)",
    r"内線[ :番号はへ(]{0,4}\d(?:-?\d){2,5}(?![\d桁回])",
    rf"(?:電話|直通|代表|TEL|FAX|ファクス|ファックス)[^\d。、]{{0,10}}(?<!\d)(?:\d-)?\d{{2,4}}-\d{{4}}(?!-){NOT_COUNTED}",
    holds=_names_no_paper,
)
HOME = kind(
    "個人の住所",
    rf"(?:{_LIVES})[^。、\n]{{0,30}}?{_SPOT}",
    rf"{_SPOT}[^。、\n]{{0,20}}?[にで]お?(?:住む|住まい|住んで|居住|在住|暮ら)",
    rf"{_SPOT}[^。、\n]{{0,20}}\d号室",
    rf"{_SPOT}号? ?{_BUILDING}[^。、\d\n]{{0,12}}\d{{2,4}}(?!\d)",
    r"[一-龥](?<!\d-)\d{1,2}-\d{1,3}-\d{1,3}-\d{2,4}(?![\d-])",  # with the number of a flat
    r"(?<=[^第条項章節])(?<=[一-龥])(?:[一二三四五六七八九十]{1,3}[ノの]){2}[一二三四五六七八九十]{1,3}(?![一-龥])",
)
ACCOUNT_NAME = kind(
    "SNSのアカウント",
    r"(?:\bX|Twitter|Instagram|インスタグラム?|Facebook|TikTok|(?<!公式)アカウント)[^。、\n@]{0,10}@[a-z0-9_.]{4,30}(?!\w)",
)
CONTACTS = (MAIL, ACCOUNT_NAME, DIALLED, TELEPHONE, HOME)
