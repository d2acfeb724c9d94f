"""What stands before a 諮問 and makes it another one: 川崎市の諮問第948号, 国の審査会, 平成二十三年度諮問第945号.

The same stands in `overrides/assets/linking/elsewhere.js`.
"""

from macros.documents.linking.grammar import COMPILED as ARE
from macros.documents.linking.targets import References
from macros.documents.linking.zz_citation__numerals import number

_OWN = ("審議会", "会議", "小委員会")
_ERAS = (("令和", 2018), ("平成", 1988))
_FIRST_WESTERN = 1990


def year_before(before: str) -> str:
    """The year at the end of `before`, as a 諮問 has it: 令和3, 平成元; empty where there is none."""
    found = ARE["year"].search(before)
    value = 1 if found and found[2] == "元" else number(found[2]) if found else None
    if found is None or value is None:
        return ""
    era = found[1] or ""
    if not era and value >= _FIRST_WESTERN:
        era, start = next(each for each in _ERAS if value > each[1])
        value -= start
    return f"{era}{'元' if value == 1 else value}" if era else ""


def is_elsewhere(town: str, before: str, references: References) -> bool:
    """Whether `town`, which stands at the 諮問 itself, or the last place in its sentence so far, is not ours."""
    if town:
        return not _is_ours(town, references)
    places = [found[0] for found in ARE["place"].finditer(before) if _is_place(found[0], references.municipality)]
    return bool(places) and not places[-1].endswith(references.municipality)


def _is_place(name: str, municipality: str) -> bool:
    return name.endswith(municipality) or ARE["no_place"].search(name) is None


def _is_ours(town: str, references: References) -> bool:
    if town.endswith(references.municipality) or town.strip("本当") == references.municipality[-1]:
        return True
    name = town.rpartition("回")[2].lstrip("本当")
    is_council = name.endswith("審議会") and (references.council.endswith(name) or name.endswith(references.council))
    return name in _OWN or is_council
