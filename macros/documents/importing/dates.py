"""「令和4年5月下旬から6月上旬まで」 and 「令和３年１２月１７日」 → dates as records write them. Not a clock."""

import re
from typing import Any

from macros.documents.extractors.line import closed_up, squeezed
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_DATE = re.compile(r"(?:(?:(令和|平成|昭和)(元|\d{1,2})|(\d{4}))年)?(\d{1,2})月(?:(\d{1,2})日)?(上旬|中旬|下旬|頃)?")
_CONTINUES = re.compile("継続(?!契約)")


def dates(text: str) -> list[str]:
    """Every date in `text` in order; one without a year is of the year before it: 2022-05 下旬, 2022-06 上旬."""
    found: list[str] = []
    year: int | None = None
    for match in _DATE.finditer(squeezed(text)):
        era, era_year, western, month, day, third = match.groups()
        if era:
            year = _ERAS[era] + (1 if era_year == "元" else int(era_year))
        elif western:
            year = int(western)
        if year is not None:
            written = f"{year:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")
            found.append(written + (f" {third}" if third else ""))
    return found


def day(text: str) -> str | None:
    """The date where `text` is nothing but a day: 「令和３年１２月１７日」."""
    plain = squeezed(text).removesuffix("付け").removesuffix("付")
    match = _DATE.fullmatch(plain)
    return dates(plain)[0] if match and match[5] and not match[6] and dates(plain) else None


def period(listed: list[Paragraph]) -> Any:
    """期間 as a record writes it; None where no date can be read."""
    lines = tuple(line for paragraph in listed for line in paragraph.lines)
    text = "".join(closed_up(paragraph.text) for paragraph in listed)
    until_continuing = re.sub(r"[(（][^()（）]*[)）]", "", text)
    read = dates(until_continuing)
    if not read:
        return None
    values = {"記載": text, "開始": read[0]}
    if len(read) > 1 and "まで" in text:
        values["終了"] = read[1]
    if _CONTINUES.search(text):
        values["継続"] = "はい"
    expected = 1 + ("終了" in values)
    if len(read) > expected or not re.search("から|より|以降", text):
        return Doubtful(values, lines, "「開始」「終了」「継続」を確かめてください。")
    return values
