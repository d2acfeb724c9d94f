"""Who asks whom: the addressee (「…様」) and the author of a cover sheet, whichever stands first."""

import re
from typing import NamedTuple

from macros.documents.extractors.line import Line
from macros.documents.extractors.zz_line__cleaning import closed_up

_ADDRESSED = re.compile(r"(.*?)\s*(?:様|殿)")
_BODY = re.compile(r"(.+(?:審議会|審査会|委員会|協議会))\s*((?:会\s*長|委\s*員\s*長).*)")
_ASKS = r"市長|区長|町長|村長|教育長|教育委員会|管理者|知事"
_POST = re.compile(rf"(.*?(?:{_ASKS}|会長|委員長))\s*(.*)")
_AUTHOR = re.compile(rf"[^「」。、]{{0,12}}(?:{_ASKS})(?:\s.{{1,12}}|.{{0,5}})")
_SEAL = re.compile(r"\s+(?:印|㊞|[(（]?公印省略[)）]?)$")
_LONGEST_NAME = 20  # characters of a post or a person


class Party(NamedTuple):
    """機関, 職 and 氏名 as printed, and the lines that say so; both empty where there is none."""

    office: dict[str, str]
    lines: list[Line]


def people(lines: list[Line]) -> tuple[Party, Party]:
    """Addressee and author among `lines`, which end above the sentence that asks."""
    place = next((place for place, line in enumerate(lines) if _ADDRESSED.fullmatch(line.text)), None)
    if place is None:
        return Party({}, []), Party({}, [])
    above = lines[:place]
    addressee = _addressee(lines[place], above)
    return addressee, _author([line for line in above if line not in addressee.lines], lines[place + 1 :])


def _addressee(line: Line, above: list[Line]) -> Party:
    text = re.sub(r"\s*[様殿]$", "", line.text)
    if with_body := _BODY.fullmatch(text):
        return Party({"機関": closed_up(with_body[1]), **_office(with_body[2])}, [line])
    if above and not _AUTHOR.fullmatch(above[-1].text):
        return Party({"機関": closed_up(above[-1].text), **_office(text)}, [above[-1], line])
    return Party(_office(text), [line])


def _author(above: list[Line], below: list[Line]) -> Party:
    """Below the addressee; above only where a post that asks stands there and none below."""
    below = below[: next((n for n, line in enumerate(below) if len(line.text) > _LONGEST_NAME), len(below))]
    first = next((place for place, line in enumerate(above) if _AUTHOR.fullmatch(line.text)), None)
    if first is not None and not any(_AUTHOR.fullmatch(line.text) for line in below):
        below = above[first:]
    has_name = bool(below) and "氏名" in _office(below[0].text)
    lines = below[: 1 if has_name else 2]
    return Party(_office(" ".join(line.text for line in lines)) if lines else {}, lines)


def _office(text: str) -> dict[str, str]:
    """A post and a name, also where spaces stand between all characters (会 長 山 田 健 太); no seal."""
    text = _SEAL.sub("", text)
    found = _POST.fullmatch(text) or _POST.fullmatch(closed_up(text))
    if found is None:
        return {"職": closed_up(text)}
    office = {"職": closed_up(found[1])}
    return office | ({"氏名": re.sub(r"\s", "", found[2])} if found[2].strip() else {})
