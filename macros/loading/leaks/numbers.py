"""Numbers that name one person, one account or one car. A number that counts something, or names a paper, is none.

My Number: 平成26年総務省令第85号 第5条, weights 6–2 and 7–2, modulo 11. Payment cards: ISO/IEC 7812-1, Luhn.
"""

import re

from macros.loading.leaks.detector import NOT_A_DAY, NOT_COUNTED, kind

_GAP = "[-・. /]"
_SAYS = r"[ :=は第「『(\[(、・]{0,4}[一-龥]{0,3}"
_VALUE = rf"{NOT_A_DAY}(?!(?:19|20)\d\d-\d{{1,5}}(?![\d-]))(?:[A-Z]{{1,2}}[- ]?)?(?:\d[-・ ]?){{4,}}\d(?:[A-Z]{{2}})?{NOT_COUNTED}"
# 記号番号, 被保険者番号, 組合員証番号, 免許証の番号, 住民票コード, 患者ID; not 事業者番号, 保険者番号 or 文書整理番号: public.
_NAMED = (
    r"(?:被保険?者?|国保|介護|お客様|(?<!保険)(?<!業)者|職員|社員|会員|組合員|証書?|券|票|住基|免許|年金|記号|宛名|世帯|ケース|児童|生徒|"
    r"学籍|(?<!文書)整理|個人|マイナンバー|カード|パスポート|旅券|手帳|カルテ|受給)"
    r"の?(?:記号)?[・及びと]{0,2}(?:番号?|コード|ID|No\.?)"
)


def _is_my_number(match: re.Match[str]) -> bool:
    """Whether it is grouped as on the card, or its last digit checks the others."""
    digits = re.sub(r"\D", "", match[0])
    if re.fullmatch(r"\d{4}([- ])\d{4}\1\d{4}", match[0]):
        return True
    weighted = sum(
        int(digit) * weight for digit, weight in zip(digits[:11], (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)
    )
    rest = weighted % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


def _is_card(match: re.Match[str]) -> bool:
    digits = [int(digit) for digit in reversed(re.sub(r"\D", "", match[0]))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


MY_NUMBER = kind(
    "マイナンバーと思われる12桁の数字",
    r"(?<![\d-])\d{12}(?![\d年円件-])",
    *(
        rf"(?<![\d-])\d{{{size}}}(?P<gap{size}>{_GAP})\d{{{size}}}(?:(?P=gap{size})\d{{{size}}}){{{12 // size - 2}}}(?![\d年円件-])"
        for size in (2, 3, 4, 6)
    ),
    holds=_is_my_number,
)
PERSONAL = kind(
    "個人に付けられた番号",
    rf"{_NAMED}{_SAYS}{_VALUE}",
    r"(?:手帳|免許|保険者?証)[^。、\d]{0,8}第\d{5,}号",
    r"記号\s?:?[^\s。、]{1,8}.{0,4}番号\s?:?\d{2,8}",
    r"(?<![\w-])[A-Z]{2}\d{8}[A-Z]{2}(?![\w-])",  # a residence card
)
ACCOUNT = kind(
    "口座番号",
    rf"口座(?:番号|情報|No\.?)?{_SAYS}(?:\d{{4}}-)?(?:\d{{3}}-)?\d{{6,8}}{NOT_COUNTED}",
    rf"(?:普通|当座|貯蓄|\(?[普当]\))(?:預金|口座)?[ :番号は]{{0,5}}\d{{7}}{NOT_COUNTED}",
)
CARD = kind(
    "クレジットカードの番号",
    r"(?<![\d-])[3-6]\d{3}([- ]?)\d{4}\1\d{4}\1\d{4}(?![\d-])|(?<![\d-])3[47]\d{2}[- ]?\d{6}[- ]?\d{5}(?![\d-])",
    holds=_is_card,
)
PLATE = kind(
    "自動車の番号",
    r"[一-龥ヶ]{1,4} ?\d{2,3} ?[あ-ん] ?(?:\d\d-\d\d|・・\d\d|・\d-?\d\d|・・・\d)(?!\d)",
    r"[一-龥]{2,3} ?\d{3} ?[あ-えきけこさ-そたちつてなぬねひふほま-ろわ] ?\d{4}(?!\d)",
    r"(?:車両|車|ナンバー|プレート)[^。、\d]{0,10}\d{2,3} ?[あ-ん] ?\d{4}(?!\d)",
)
NUMBERS = (MY_NUMBER, PERSONAL, ACCOUNT, CARD, PLATE)
