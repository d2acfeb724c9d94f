"""`shimon new`: a draft with the headings of the form, in `drafts/`, where nothing is published from.

Every heading of the form, every key with how it is written, and 要確認 where a person fills in.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from macros.loading.archive import Archive, load
from macros.loading.field_help import EXPLANATIONS
from macros.loading.problems import Refused
from macros.loading.rules import MARK, name_problem
from macros.loading.yaml_format import Layout, write
from macros.records.consultation import Consultation, Office
from macros.records.form import Form, FormClause, FormFlow
from macros.records.record import ValuePath

_BLANK: dict[str, Any] = {"相手方": [MARK], "期間": {"記載": MARK, "開始": MARK}}
_WRITTEN_BY = {"流れ": "Flow", "期間": "Period"}


_HEAD = (
    "# 下書きです。まだ公開されません。",
    f"# 1. 資料を見て、「{MARK}」を書き換えます。資料にないものは、その行と、下に字下げした行を消します。",
    "# 2. 「のとおり」とある条項は、見出しの下を 準用: 第1の4のとおり のような1行に替えます。",
    f"# 3. 「{MARK}」がなくなったら、このファイルを data/consultations/ に移します。",
    "# 4. make check で確かめます。「#」で始まる説明の行は、make fix で消えます。",
)


def draft(name: str, acts: Iterable[str], forms: dict[str, Form], latest: Consultation | None) -> str:
    """The text of `drafts/<name>.yml`: one part for each of `acts`, with the clauses of its form if it has one."""
    parts = list(acts)
    values: dict[str, Any] = {"諮問番号": name} if name.isdigit() else {}
    values |= dict.fromkeys(("諮問日", "資料日", "件名", "副題"), MARK)
    values |= {
        "宛先": _office(latest.addressee if latest else None),
        "諮問者": _office(latest.author if latest else None),
    }
    values |= {key: [MARK] for key in ("根拠", "業務", "所管")}
    values["概要"] = {"見出し": MARK, "要旨": MARK}
    values["部"] = [
        _part(act, forms.get(act), number if len(parts) > 1 else None) for number, act in enumerate(parts, start=1)
    ]
    before = dict(_explained(values, (), "Consultation", set()))
    if latest:
        before["宛先",] = (f"# {MARK}: 宛先と諮問者は、{latest.name}から写しました。同じなら、この行を消します",)
    return write(values, "consultation", Layout((*_HEAD, ""), before, flow={("宛先",), ("諮問者",)}))


def _office(office: Office | None) -> dict[str, str]:
    known = office.model_dump(by_alias=True, exclude_none=True) if office else {}
    return known or {"職": MARK, "氏名": MARK}


def _part(act: str, form: Form | None, number: int | None) -> dict[str, Any]:
    heading = (form and form.heading) or MARK
    head = {"番号": str(number), "見出し": heading} if number else {}
    clauses = [_clause(clause) for clause in form.clauses] if form else [{"番号": "1", "見出し": MARK, "要旨": MARK}]
    return {**head, "行為": act, "条項": clauses}


def _clause(form: FormClause) -> dict[str, Any]:
    """The clause of the form with its key to fill in; one with 細目 is filled in there."""
    head = {"番号": form.label, "見出し": form.heading}
    if form.children:
        return {**head, "細目": [_clause(child) for child in form.children]}
    flows = [_flow(flow) for flow in form.flows or (None,)]
    return {**head, form.field: flows if form.field == "流れ" else _BLANK.get(form.field, MARK)}


def _flow(form: FormFlow | None) -> dict[str, Any]:
    heading = {"見出し": form.heading} if form else {}
    return {
        **heading,
        "から": (form and form.source) or MARK,
        "へ": (form and form.destination) or MARK,
        "項目": [MARK],
    }


def _explained(
    values: Any, at: ValuePath, record: str, said: set[tuple[str, str]]
) -> Iterator[tuple[ValuePath, tuple[str, ...]]]:
    """How each key that waits for a person is written, before the first place where it stands."""
    if isinstance(values, list):
        for position, value in enumerate(values):
            yield from _explained(value, (*at, position), record, said)
        return
    for key, value in values.items() if isinstance(values, dict) else ():
        inner = {"部": "Part", "条項": "Clause", "細目": "Clause", **_WRITTEN_BY}.get(key, record)
        explained = EXPLANATIONS.get(record, {}).get(key)
        if explained and (record, key) not in said and _waits(value):
            said.add((record, key))
            yield (*at, key), (_sentence(explained),)
        yield from _explained(value, (*at, key), inner, said)


def _waits(value: Any) -> bool:
    return MARK in str(value)


def _sentence(explained: tuple[str, ...]) -> str:
    sentence, *examples = explained
    return f"# {sentence}" + (f"（例 {'  '.join(examples)}）" if examples else "")


GUIDANCE = frozenset((*_HEAD, *(_sentence(each) for keys in EXPLANATIONS.values() for each in keys.values())))
"""Every comment with which a draft explains itself, and which a finished record does without."""


NAME = "new"
HELP = "新しい諮問の下書きを drafts/ に作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The number, or the file name where the council gives none; and the acts in the order of the document."""
    parser.add_argument("number", metavar="番号", help="諮問番号（953）。番号のない諮問では、アドレスにする半角の名前")
    parser.add_argument("--form", required=True, metavar="行為", help="行為を資料の順に（外部委託,回線結合）")


def run(command: argparse.Namespace) -> int:
    """Raises Refused and ProblemsFound. Overwrites nothing."""
    path = _free(command.project, command.number)
    archive = load(command.project / "data")
    acts = [_known_act(archive, act) for act in re.split("[,、，]", command.form) if act.strip()]
    forms = {form.act: form for form in archive.vocabulary.forms}
    latest = archive.consultations[-1] if archive.consultations else None
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft(command.number, acts, forms, latest))
    print(f"下書きを作りました：{path.as_posix()}")
    for act in acts:
        if act not in forms:
            print(f"「{act}」の様式は data/vocabulary/forms.yml にないので、条項は1つだけ入れました。")
    print(f"書き終えたら data/consultations/{path.name} に移し、make check で確かめてください。")
    return 0


def _free(project: Path, number: str) -> Path:
    """Where the draft goes."""
    wrong = name_problem(Path(f"{number}.yml"))
    if wrong:
        raise Refused(wrong)
    for folder in ("data/consultations", "drafts"):
        used = project / folder / f"{number}.yml"
        if used.exists():
            raise Refused(
                f"「{number}」はすでにあります：{used.as_posix()}。別の番号にするか、そのファイルを直してください。"
            )
    return project / "drafts" / f"{number}.yml"


def _known_act(archive: Archive, typed: str) -> str:
    acts = archive.vocabulary.of("acts")
    found = acts.find(typed.strip())
    if found:
        return found.name
    near = get_close_matches(typed, [act.name for act in acts.entries], n=1, cutoff=0.4)
    hint = f"「{near[0]}」ではありませんか。" if near else ""
    raise Refused(
        f"「{typed}」という行為はありません。{hint}使えるのは {'、'.join(act.name for act in acts.entries)} です。"
    )
