"""Meetings and answers for a generated archive: each consultation is discussed, most are answered, some reported on.

Only how many, how long and what refers to what is realistic.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

_AT_ONCE = 4  # consultations on the agenda of one meeting
_UNANSWERED = 0.1
_SOURCE = {"発行": "見本", "アドレス": "https://council.example/", "確認日": "2026-04-01"}

_Consulted = list[tuple[str, Any]]
"""The number and the values of each consultation."""


def deliberations(consultations: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """File and values of every meeting and answer about `consultations` (by number), oldest first."""
    ordered = sorted(consultations.items(), key=lambda pair: (pair[1]["諮問日"], pair[0]))
    answers: list[tuple[date, str]] = []
    for number, start in enumerate(range(0, len(ordered), _AT_ONCE), start=1):
        group = ordered[start : start + _AT_ONCE]
        held = date.fromisoformat(group[-1][1]["諮問日"]) + timedelta(days=14)
        answered = [pair for pair in group if chance.random() > _UNANSWERED]
        reported = [name for day, name in answers[-12:] if day <= held][-1:]
        yield f"meetings/{held.isoformat()}-{number}.yml", _meeting(number, held, group, reported, chance)
        if answered:
            day = held + timedelta(days=30)
            yield f"answers/{number}.yml", _answer(number, day, answered, chance)
            answers.append((day, str(number)))


def _meeting(number: int, held: date, group: _Consulted, reported: list[str], chance: random.Random) -> dict[str, Any]:
    agenda: list[dict[str, Any]] = [
        {"番号": str(place), "諮問": [name], "要旨": f"「{record['副題']}」の説明を受け、審議しました。"}
        for place, (name, record) in enumerate(group, start=1)
    ]
    for answer in reported:
        report = {"答申": answer, "番号": "(1)", "状況": chance.choice(("守られている", "確認中"))}
        agenda.append({"番号": str(len(agenda) + 1), "報告": "条件についての報告", "条件": [report]})
    passages = [{"位置": f"{chance.randrange(2, 30)}ページ", "諮問": name} for name, _ in group]
    return {
        "開催日": held.isoformat(),
        "件名": f"第{number}回審議会",
        "公開": chance.choice(("公開", "一部非公開")),
        "傍聴": f"{chance.randrange(1, 9)}人",
        "議題": agenda,
        "資料": [{"名前": f"第{number}回会議録", **_SOURCE, "言及": passages}],
    }


def _answer(number: int, day: date, answered: _Consulted, chance: random.Random) -> dict[str, Any]:
    conclusions = ("承認", "承認", "条件付き承認", "一部承認")
    return {
        "答申番号": str(number),
        "答申日": day.isoformat(),
        "諮問": [{"諮問": name, "結論": chance.choice(conclusions)} for name, _ in answered],
        "要旨": f"{len(answered)}件の諮問について、それぞれの行為を行ってよいとしています。",
        "条件": [{"番号": "(1)", "要旨": f"取り扱う情報を必要な範囲にとどめ、{day.year + 1}年度に報告すること。"}],
        "出典": [{"名前": f"答申第{number}号", **_SOURCE}],
    }
