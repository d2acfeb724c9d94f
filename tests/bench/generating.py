"""The real archive made larger: consultations recombined from the real ones, with new numbers, dates and sentences.

Deterministic by seed. Only sizes and repetition are realistic: no generated record says anything true.
"""

import copy
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice, product
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from tests.bench.deliberating import deliberations

_FIRST = 1001  # numbers of generated consultations start here
_GROWING = ("operations", "items", "divisions", "counterparties")
_BEFORE = (
    ("世帯主の", "せたいぬしの"),
    ("申請者の", "しんせいしゃの"),
    ("前年度の", "ぜんねんどの"),
    ("変更前の", "へんこうまえの"),
    ("東部の", "とうぶの"),
    ("西部の", "せいぶの"),
    ("臨時の", "りんじの"),
)


def grow(data: Path, size: int, seed: int = 948) -> None:
    """Make the folder `data` an archive of `size` consultations, with as many words, meetings and answers as they bring.

    The vocabulary grows with the square root of the records, as texts do (Heaps' law).
    """
    factor = sqrt(size / len(_records(data)))
    for name in _GROWING:
        path = data / "vocabulary" / f"{name}.yml"
        words = _read(path)
        _write(path, [*words, *islice(_further(words), max(round(len(words) * factor) - len(words), 0))])
    add_consultations(data, size, seed)
    for name, values in deliberations(_records(data), random.Random(seed)):  # noqa: S311 — repeatable, not secret
        _write(data / name, values)


def add_consultations(data: Path, size: int, seed: int = 948) -> None:
    """Add consultations to the folder `data`, which names no new word, until there are `size`."""
    real = list(_records(data).values())
    chance = random.Random(seed)  # noqa: S311 — repeatable, not secret
    material = _Material(data / "vocabulary", real)
    for number in range(_FIRST, _FIRST + size - len(real)):
        _write(data / "consultations" / f"{number}.yml", _recombined(material, number, chance))


class _Material:
    """What the real archive is made of: bodies, names and sentences."""

    def __init__(self, vocabulary: Path, records: list[Any]) -> None:
        self.bodies = [record for record in records if "本文" not in record]
        self.names = {kind: [word["名前"] for word in _read(vocabulary / f"{kind}.yml")] for kind in _GROWING}
        self.sentences = sorted({sentence for record in records for sentence in _sentences(record)})


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "要旨":
                yield from below if isinstance(below, list) else [below]
            else:
                yield from _sentences(below)
    elif isinstance(value, list):
        for below in value:
            yield from _sentences(below)


def _recombined(material: _Material, number: int, chance: random.Random) -> dict[str, Any]:
    record: dict[str, Any] = copy.deepcopy(chance.choice(material.bodies))
    operations = chance.sample(material.names["operations"], chance.choice((1, 1, 1, 2, 3)))
    day = date(2004, 4, 1) + timedelta(days=number * 3 % 6500)
    topic = f"{chance.choice(material.names['items'])}を扱う{chance.choice(operations)}の見直し その{number}"
    record |= {
        "諮問番号": str(number),
        "諮問日": day.isoformat(),
        "資料日": (day + timedelta(days=7)).isoformat(),
        "件名": f"「{'」、「'.join(operations)}」における{record['件名'].rpartition('における')[2]}",
        "副題": topic,
        "業務": operations,
        "所管": chance.sample(material.names["divisions"], chance.choice((1, 1, 2))),
    }
    record.pop("訂正", None)
    for part in record["部"]:
        part.pop("業務", None)
        _vary(part["条項"], material, chance)
    return record


def _vary(clauses: list[Any], material: _Material, chance: random.Random) -> None:
    for clause in clauses:
        if "要旨" in clause:
            clause["要旨"] = chance.sample(material.sentences, chance.choice((1, 2, 3)))
        if "相手方" in clause and isinstance(clause["相手方"], list):
            clause["相手方"] = [chance.choice(material.names["counterparties"])]
        if "件数" in clause:
            clause["件数"] = f"約{chance.randrange(1, 400) * 50:,}件"
        for flow in clause.get("流れ", ()):
            if flow.get("項目", "なし") != "なし":
                flow["項目"] = chance.sample(material.names["items"], chance.randrange(4, 25))
        clause.pop("前例", None)
        _vary(clause.get("細目", []), material, chance)


def _further(words: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Every word with one thing before it that sets it apart (世帯主の口座番号), then with two, and so on."""
    for length in count(1):
        for place, before in enumerate(product(_BEFORE, repeat=length), start=1):
            name, reading = ("".join(parts) for parts in zip(*before, strict=True))
            for word in words:
                kept = {key: value for key, value in word.items() if key not in ("別名", "説明", "注")}
                further = {"名前": name + word["名前"], "読み": reading + word["読み"]}
                yield kept | further | {"id": f"{word['id']}-{length}-{place}"}


def _records(data: Path) -> dict[str, Any]:
    """The consultations by number."""
    return {path.stem: _read(path) for path in sorted((data / "consultations").glob("*.yml"))}


def _read(path: Path) -> Any:
    """Every value as text, read in C. Not how the site reads its records."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 — texts only


def _write(path: Path, values: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")
