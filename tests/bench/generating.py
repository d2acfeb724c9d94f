"""N realistic consultations, recombined from the real ones with new numbers, dates, lists and sentences.

Deterministic by seed. Only sizes and repetition are realistic: no generated record says anything true. Words, meetings
and answers for them: growing.py, deliberating.py.
"""

import copy
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.deliberating import deliberate
from tests.bench.growing import grow
from tests.bench.yaml_files import read, write

FIRST = 1001  # numbers of generated consultations start here


def generate_archive(data: Path, folder: Path, count: int, seed: int = 948) -> None:
    """A whole archive in `folder`: `count` consultations, as many words as they would bring, meetings and answers."""
    with TemporaryDirectory() as place:
        grown = Path(place) / "data"
        shutil.copytree(data, grown)
        grow(grown / "vocabulary", count, len(list((data / "consultations").glob("*.yml"))))
        generate(grown, folder, count, seed)
    deliberate(folder, seed)


def generate(data: Path, folder: Path, count: int, seed: int = 948) -> None:
    """Copy `data` to `folder` and add consultations until there are `count`."""
    shutil.copytree(data, folder)
    real = {path.stem: read(path) for path in sorted((data / "consultations").glob("*.yml"))}
    chance = random.Random(seed)  # noqa: S311 — repeatable, not secret
    material = _Material(data, list(real.values()))
    for number in range(FIRST, FIRST + count - len(real)):
        record = _recombined(material, number, chance)
        write(folder / "consultations" / f"{number}.yml", record)


class _Material:
    """What the real archive is made of: bodies, names and sentences."""

    def __init__(self, data: Path, records: list[Any]) -> None:
        self.bodies = [record for record in records if "本文" not in record]
        self.names = {
            kind: [entry["名前"] for entry in read(data / "vocabulary" / f"{kind}.yml")]
            for kind in ("operations", "divisions", "items", "counterparties")
        }
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
