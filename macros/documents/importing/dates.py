"""「令和4年5月下旬から6月上旬まで」 and 「令和３年１２月１７日」 → dates as records write them. Not a clock."""

import re
from typing import Any

from macros.documents.extractors.line import closed_up, squeezed
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful
from macros.records.numerals import number

_MONTHS, _DAYS = 12, 31

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925, "令": 2018, "平": 1988, "昭": 1925}
_KANJI = re.compile("[〇一二三四五六七八九十]+(?=[年月日])")
_BOTH_CALENDARS = re.compile(r"(\d{4}年)\((?:令和|平成|昭和)(?:元|\d{1,2})年\)|(?<=\d年)\(\d{4}年\)")
_DATE = re.compile(
    r"(?:(?:(令和|平成|昭和)(元|\d{1,2})|(\d{4})|(同))年)?(\d{1,2})月(?:(\d{1,2})日)?(上旬|中旬|下旬|頃)?"
    r"|(?<![A-Za-z\d])(?:([RHS令平昭])(元|\d{1,2})|(\d{4}))([./])(\d{1,2})\11(\d{1,2})(?!\d)"
)
_YEARS = re.compile(r"(?:(令和|平成|昭和)(元|\d{1,2})|(\d{4}))年度")
_CONTINUES = re.compile("継続(?!契約)")
_RANGE = re.compile("から|より|以降|[~～〜]|自.+至")
_UNTIL = re.compile("まで|[~～〜](?=.)|至")


def in_digits(text: str) -> str:
    """`text` squeezed, its kanji dates in digits (平成十一年二月四日), one calendar where two stand beside each other."""
    plain = _KANJI.sub(lambda found: str(number(found[0]) or found[0]), squeezed(text))
    return _BOTH_CALENDARS.sub(r"\1", plain)


def _year(era: str | None, of_era: str | None, western: str | None) -> int | None:
    if western:
        return int(western)
    return _ERAS[era] + (1 if of_era == "元" else int(of_era or 0)) if era else None


def dates(text: str) -> list[str]:
    """Every date in `text` in order; one without a year is of the year before it: 2022-05 下旬, 2022-06 上旬."""
    written: list[str] = []
    year: int | None = None
    for match in _DATE.finditer(in_digits(text)):
        (
            era,
            era_year,
            western,
            _,
            month,
            day,
            third,
            era_short,
            short_year,
            short_western,
            _,
            short_month,
            short_day,
        ) = match.groups()
        year = _year(era or era_short, era_year or short_year, western or short_western) or year
        month, day = month or short_month, day or short_day
        if year is not None and 1 <= int(month) <= _MONTHS and int(day or 1) <= _DAYS:
            date = f"{year:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")
            written.append(date + (f" {third}" if third else ""))
    return written


def years(text: str) -> list[int]:
    """The fiscal years that `text` names: 令和6年度 is 2024."""
    return [year for match in _YEARS.finditer(squeezed(text)) if (year := _year(*match.groups())) is not None]


def day(text: str) -> str | None:
    """The date where `text` is nothing but a day: 「令和３年１２月１７日」."""
    plain = re.sub(r"\([月火水木金土日]\)$", "", in_digits(text)).removesuffix("付け").removesuffix("付")
    match = _DATE.fullmatch(plain)
    is_day = match is not None and (match[6] or match[13]) and not match[7]
    return dates(plain)[0] if is_day and dates(plain) else None


def period(listed: list[Paragraph]) -> Any:
    """期間 as a record writes it; None where no date can be read."""
    lines = tuple(line for paragraph in listed for line in paragraph.lines)
    text = "".join(closed_up(paragraph.text) for paragraph in listed)
    until_continuing = re.sub(r"[(（][^()（）]*[)）]", "", text)
    read = dates(until_continuing)
    fiscal = years(until_continuing)
    if not read and fiscal:
        read = [f"{fiscal[0]:04}-04-01", *(f"{year + 1:04}-03-31" for year in fiscal[-1:])]
    if not read:
        return None
    values = {"記載": text, "開始": read[0]}
    if len(read) > 1 and (_UNTIL.search(in_digits(text)) or fiscal):
        values["終了"] = read[1]
    if _CONTINUES.search(text):
        values["継続"] = "はい"
    expected = 1 + ("終了" in values)
    is_plain = _RANGE.search(in_digits(text)) or (fiscal and "終了" in values)
    if len(read) > expected or not is_plain:
        return Doubtful(values, lines, "「開始」「終了」「継続」を確かめてください。")
    return values
