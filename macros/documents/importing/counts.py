"""「年間約2万件程度」, a table of parts, a formula → 件数. What is left over stands beside the draft."""

import re
from typing import Any

from macros.documents.extractors.line import Line, closed_up, squeezed
from macros.documents.importing.paragraphs import Paragraph
from macros.documents.importing.questions import Doubtful
from macros.records.numerals import number
from macros.records.volume import Quantity, evaluate

_PERIOD = re.compile(r"年間|月間|年度")
_NUMBER = r"(?:[0-9０-９][0-9０-９,，]*[千万億]?)+"
_UNIT = "(?:件|人分|人|名|世帯|回|通|台|棟|筆|基|冊|枚|戸|校|者|施設|事業所|か所|団体|社)"
_QUANTITY = re.compile(rf"約?{_NUMBER}{_UNIT}(?:程度)?")
_RANGE = re.compile(rf"約?{_NUMBER}{_UNIT}?(?:から|ないし|[~～〜－-]){_NUMBER}{_UNIT}")
_KANJI = re.compile(
    rf"(?<![0-9０-９〇一二三四五六七八九十百千万第])[〇一二三四五六七八九十百千万]{{2,}}(?={_UNIT}|ないし|から)"
)
_BETWEEN = re.compile("、|及び|並びに")
_FORMULA = re.compile(r"(?:[(（]内訳[)）]|内訳[：:])?\s*(.*[×✕].*)")
_OPERAND = re.compile(r"[^×+\-()（）【】]+(?:[（(][^×+()（）]*[）)]|【[^】]*】)")
_NAMED = re.compile(r"([^\s、。0-9０-９]{2,30})\s+(?=約?[0-9０-９])(\S.*)")
_NUMBERS = re.compile(r"\d[\d,]*")


def volume(listed: list[Paragraph], heading: str) -> tuple[Any, list[Line]]:
    """件数 as a record writes it (None: no count found), and the lines that it did not use."""
    parts: dict[str, Any] = {}
    rest: list[Line] = []
    values: dict[str, Any] = {}
    for paragraph in listed:
        if "数" not in values and _RANGE.search(in_digits(paragraph.text)):
            values |= _range(paragraph)
        elif row := _row(paragraph.text):
            parts[row[0]] = row[1]
        elif not values and (rows := _rows(paragraph.text)):
            parts |= rows
        elif "数" in values and "算式" not in values and (formula := _FORMULA.fullmatch(paragraph.text)):
            values |= _formula(closed_up(formula[1]), values["数"], paragraph.lines)
        elif "数" not in values and (quantity := _quantity(paragraph.text)):
            values |= _counted(paragraph.text, quantity, paragraph.lines)
        else:
            rest += paragraph.lines
    if not values and not parts:
        return None, rest
    if not values and len(parts) == 1:  # 「申込者 約20件」 is a count, not a breakdown of one
        counted = next(each for each in listed if _row(each.text))
        values, parts = _counted(counted.text, next(iter(parts.values())), counted.lines), {}
    values |= _parts(parts)
    if "期間" not in values and (period := _PERIOD.search(heading)):
        values["期間"] = period[0]
    return (values["数"] if list(values) == ["数"] else values), rest


def in_digits(text: str) -> str:
    """`text` closed up, with counts in kanji written in digits: 約五千二百人 → 約5,200人."""
    return _KANJI.sub(
        lambda found: f"{number(found[0]) or found[0]:,}" if number(found[0]) else found[0], closed_up(text)
    )


def quantities(text: str) -> list[str]:
    """Every count in `text` as printed in digits, a range as one."""
    plain = in_digits(text)
    ranges = [found[0] for found in _RANGE.finditer(plain)]
    return [*ranges, *(found[0] for found in _QUANTITY.finditer(_RANGE.sub("", plain)))]


def _range(paragraph: Paragraph) -> dict[str, Any]:
    """3,000～4,000件 is no one number: as printed, and a person chooses."""
    text = closed_up(paragraph.text)
    question = f"「{text}」は幅のある数で、1つの数になりません。数として出すなら、選んで書いてください。"
    return {"記載": text, "数": Doubtful(None, paragraph.lines, question)}


def _rows(text: str) -> dict[str, str]:
    """「児童 4,210人、生徒 2,035人及び教職員 388人」: a breakdown in one line; nothing where a piece is none."""
    pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
    rows = [row for row in map(_row, pieces) if row]
    return dict(rows) if len(rows) == len(pieces) > 1 else {}


def _quantity(text: str) -> str | None:
    found = _QUANTITY.search(in_digits(text))
    return found[0] if found and _is_readable(found[0]) else None


def _is_readable(count: str) -> bool:
    try:
        Quantity.model_validate(count)
    except ValueError:
        return False
    return True


def _row(text: str) -> tuple[str, str] | None:
    """A row of a breakdown: a name and a count, in two cells or with space between."""
    cells = re.split(r"\t|\s{1,}(?=約?\s?[0-9０-９])|[：:…‥]+", text.strip(), maxsplit=1)
    if len(cells) != 2 or not cells[0].strip():  # noqa: PLR2004 — a name and its count
        return None
    count = squeezed(cells[1])
    is_count = _QUANTITY.fullmatch(count) is not None and _is_readable(count) and not re.search("[、。]", cells[0])
    return (closed_up(cells[0]).lstrip("・"), count) if is_count else None


def _counted(printed: str, quantity: str, lines: tuple[Line, ...]) -> dict[str, Any]:
    """「対象の事業所 70件程度(年間)」 names what is counted; its space stays."""
    text = closed_up(printed)
    if text.rstrip("。") == quantity:
        return {"数": quantity}
    named = _NAMED.fullmatch(printed)
    values: dict[str, Any] = {"記載": f"{named[1]} {closed_up(named[2])}" if named else text, "数": quantity}
    if period := _PERIOD.search(text):
        values["期間"] = period[0]
    if named and not _PERIOD.fullmatch(named[1]):
        values["対象"] = named[1]
    if parts := _parts_within(printed, quantity):
        return values | _parts(parts)
    more = _QUANTITY.findall(in_digits(text))[1:]
    if more:
        return values | {
            "数": Doubtful(quantity, lines, f"数がほかにもあります（{'、'.join(more)}）。合うものを選んでください。")
        }
    return values


def _parts_within(printed: str, quantity: str) -> dict[str, str]:
    """「約50件（本館 約30件、分館 約20件）」: the counts in parentheses where all are of one unit; else nothing."""
    inside = re.fullmatch(r"[^(（]*[(（](.+)[)）]", printed)
    rows = [_row(piece) for piece in inside[1].split("、")] if inside else []
    found = dict(row for row in rows if row)
    units = {Quantity.model_validate(count).unit for count in (quantity, *found.values())}
    return found if len(found) == len(rows) > 1 and len(units) == 1 else {}


def _parts(parts: dict[str, Any]) -> dict[str, Any]:
    if not parts:
        return {}
    read = [Quantity.model_validate(count) for count in parts.values()]
    if len({each.unit for each in read}) > 1:
        return {"内訳": parts}
    return {"内訳": parts, "内訳の合計": f"{sum(each.number for each in read):,}{read[0].unit}"}


def _formula(text: str, quantity: Any, lines: tuple[Line, ...]) -> dict[str, Any]:
    """算式 as printed, and 式 where its numbers give the count."""
    printed = re.sub(r"\s*([×+＋✕])\s*", r"\1", text)
    arithmetic = _arithmetic(printed)
    try:
        agrees = Quantity.model_validate(quantity).agrees_with(evaluate(arithmetic))
    except ValueError:
        agrees = False
    if agrees:
        return {"算式": printed, "式": arithmetic}
    return {
        "算式": Doubtful(printed, lines, f"算式の数（{arithmetic}）が件数と合いません。読み取りを確かめてください。")
    }


def _arithmetic(printed: str) -> str:
    """The last number of each operand, with the signs and parentheses between: 13,150×(12+1)+8,200×3."""
    plain = squeezed(printed).replace("✕", "×")
    plain = re.sub(r"[^×+\-()]+\(([^×+()]*)\)", lambda found: f"〈{found[1]}〉", plain)
    plain = re.sub(r"【([^】]*)】", r"〈\1〉", plain)
    return re.sub(r"[^×+\-()]+", lambda found: (_NUMBERS.findall(found[0]) or ["?"])[-1], plain)
