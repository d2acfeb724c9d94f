"""What belongs to one person's life: the day of birth, the place where a picture was taken.

Names: `personal_names.py`.
"""

from macros.loading.leaks.detector import kind

_ERA = r"(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令])\s?(?:\d{1,2}|元)"
_DAY = rf"(?:(?:19|20)\d\d|{_ERA})\s?[年./・-]\s?\d{{1,2}}\s?[月./・-]\s?\d{{1,2}}日?"
_RANGE = r"(?!\s?(?:以[降前後]|より|まで|から|現在|時点|[~-]))"
_OF_MANY = r"(?!(?:まれ)?(?:以[降前後]|まで|から|の(?:者|人|子|児童|方|幼児|生徒|女性|男性|女|男|区民|市民|住民|世帯)))"

BIRTHDAY = kind(
    "個人の生年月日",
    rf"(?<!から){_DAY}\s?生(?![年後産成活効存])" + _OF_MANY,
    rf"(?:生年月日|誕生日)[ :は(]{{0,3}}{_DAY}(?!\d){_RANGE}",
)
PLACE = kind(
    "位置情報（緯度と経度）",
    r"(?:北緯|東経|緯度|経度|lat(?:itude)?|lon(?:gitude)?)[ :=は]{0,3}\d{1,3}(?:\.\d{3,}|[ 度°]\s?\d{1,2}[ 分'′])",
    r"(?<![\d.])(?:2\d|3\d|4[0-5])\.\d{4,}\s?[N,、/ ]\s?1[2-5]\d\.\d{4,}",
    r"\d{1,3}°\s?\d{1,2}['′]|\d{1,3}度\s?\d{1,2}分\s?\d",
)
PEOPLE = (BIRTHDAY, PLACE)
