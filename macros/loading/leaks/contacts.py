"""How and where a person is reached: mail, telephone, a home."""

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
_LIVES = "住所|住居|居所|居住地|自宅|住まい|実家|本籍地?|転居先|避難先|帰省先|[者方]宅|さん宅|様宅"

_NAME = r"(?<![a-z0-9._%+-])[a-z0-9._%+-]+"  # from its first letter alone: a text that is one long word is read once
MAIL = kind("メールアドレス", rf"{_NAME}{_AT}[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{1,63}}){{1,8}}")


def _is_dialled(written: str) -> bool:
    """Ten digits, or eleven of a mobile telephone: 03-12-3456 is the number of a paper."""
    return sum(letter.isdigit() for letter in written) in (10, 11)


DIALLED = kind(
    "電話番号",
    rf"(?<![\d.-])\(?0\d{{1,4}}{_GAP}\d{{1,4}}{_GAP}\d{{3,4}}(?![\d号-])",  # 03-1234-5678, (03)1234-5678
    holds=_is_dialled,
)
TELEPHONE = kind(
    "電話番号",
    rf"(?<!\d)\+81{_GAP}?\(?0?\)?\d{{1,4}}{_GAP}?\d{{1,4}}{_GAP}?\d{{3,4}}(?!\d)",
    r"(?<![\d-])0[5789]0\d{8}(?![\d-])|(?<![\d-])0[1-9]\d{8}(?![\d-])",
    r"(?<!\d)\+81\d{9,10}(?!\d)",
    r"内線[ :番号はへ(]{0,4}\d(?:-?\d){2,5}(?![\d桁回])",
    rf"(?:電話|直通|代表|TEL|FAX|ファクス|ファックス)[^\d。、]{{0,10}}(?<!\d)\d{{2,4}}-\d{{4}}(?!-){NOT_COUNTED}",
)
HOME = kind(
    "個人の住所",
    rf"(?:{_LIVES})[^。、\n]{{0,30}}?{_SPOT}",
    rf"{_SPOT}[^。、\n]{{0,20}}?[にで](?:住む|住んで|居住|在住|暮ら)",
    rf"{_SPOT}[^。、\n]{{0,20}}\d号室",
)
CONTACTS = (MAIL, DIALLED, TELEPHONE, HOME)
