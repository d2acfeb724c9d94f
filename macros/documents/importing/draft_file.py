"""A draft → YAML as staff write it, and the prose beside it.

A doubt is a comment above the value that it is about. Where there is no value the question stands in its place:
a comment could be deleted and nobody would miss the sentence that ought to be there.

What became of every line of a document, for a person to look through.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import yaml

from macros.documents.extractors.line import Account, Line
from macros.documents.importing.draft import Draft
from macros.documents.importing.questions import Doubtful, doubts, plain
from macros.loading import rules
from macros.loading.yaml_format.yaml_writer import width

_WIDEST = 100  # columns; longer lists stand one entry to a line
MARK = "要確認"

_HEAD = (
    "# 下書きです。まだ公開されません。",
    f"# 1. 「{MARK}」とある値を書き換えます。資料の文は、同じ名前の「.原文.md」にあります。写さずに、短くまとめます。",
    f"# 2. 「# {MARK}」の行は、書いてあることを確かめて下の行を直してから、消します。",
    f"# 3. 「{MARK}」がなくなったら、このファイルを data/consultations/ に移します。",
    "# 4. make check で確かめます。この説明は、make fix で消えます。",
)
GUIDANCE = frozenset(_HEAD)
"""Every comment with which a draft explains itself, and which a finished record does without."""


def draft_text(draft: Draft) -> str:
    """The draft as a YAML file."""
    return "\n".join((*_HEAD, "", *_mapping(draft.values, ""))) + "\n"


def beside_text(draft: Draft, source: str) -> str:
    """The sentences of the document, by clause, each line with its number in the document."""
    blocks = [f"# {draft.name} の原文\n\n{source} から写したものです。要旨を書くために使い、公開はしません。\n"]
    for prose in draft.prose:
        lines = "\n".join(f"{line.number}: {line.text}  " for line in prose.lines)
        blocks.append(f"## {prose.where}\n\n{lines}\n")
    return "\n".join(blocks)


def where(lines: tuple[Line, ...]) -> str:
    """原文12行目, 原文34〜38行目."""
    if not lines:
        return "原文"
    first, last = lines[0].number, lines[-1].number
    return f"原文{first}行目" if first == last else f"原文{first}〜{last}行目"


def _mapping(values: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        inner = _bare(value)
        if isinstance(value, Doubtful) and inner is None:
            yield f"{indent}{key}: {_scalar(_question(value))}"
            continue
        yield from _comments(value, indent)
        if inner is None or inner in ({}, []):
            continue
        if (line := _one_line(inner)) is not None and width(f"{indent}{key}: {line}") <= _WIDEST:
            yield f"{indent}{key}: {line}"
        elif isinstance(inner, dict):
            yield f"{indent}{key}:"
            yield from _mapping(inner, indent + "  ")
        elif isinstance(inner, list):
            yield f"{indent}{key}:"
            yield from _sequence(inner, indent + "  ")
        else:
            yield f"{indent}{key}: {_scalar(inner)}"


def _sequence(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        yield from _comments(value, indent)
        inner = _bare(value)
        if inner is None:
            continue
        if (line := _one_line(inner)) is not None and width(f"{indent}- {line}") <= _WIDEST and not _is_clause(inner):
            yield f"{indent}- {line}"
        elif isinstance(inner, dict):
            yield from _item(list(_mapping(inner, indent + "  ")), indent)
        else:
            yield f"{indent}- {_scalar(inner)}"


def _item(lines: list[str], indent: str) -> Iterator[str]:
    """The lines of a mapping as one entry of a list: the dash goes before the first that is no comment."""
    first = next((place for place, line in enumerate(lines) if not line.lstrip().startswith("#")), len(lines))
    yield from (indent + line.lstrip() for line in lines[:first])
    yield from (f"{indent}- {line[len(indent) + 2 :]}" for line in lines[first : first + 1])
    yield from lines[first + 1 :]


def _is_clause(value: Any) -> bool:
    return isinstance(value, dict) and "番号" in value and "会議" not in value and len(value) > 1


def _comments(value: Any, indent: str) -> Iterator[str]:
    while isinstance(value, Doubtful):
        yield f"{indent}# {_question(value)}"
        value = value.value


def _question(doubt: Doubtful) -> str:
    return f"{MARK}（{where(doubt.lines)}）：{_safe(doubt.question)}"


def _safe(question: str) -> str:
    """Questions quote the document: what must not be public is not repeated."""
    return question if not list(rules.leaks(question)) else "ここに公開できない文字があります。"


def _bare(value: Any) -> Any:
    while isinstance(value, Doubtful):
        value = value.value
    return value


def _one_line(value: Any) -> str | None:
    """`value` in flow style; None where doubts within it need lines of their own."""
    if any(doubts(value)):
        return None
    return _flow(plain(value)) if isinstance(value, dict | list) else _scalar(value)


def _flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_scalar(key, flow=True)}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, flow=True)


def _scalar(value: str, *, flow: bool = False) -> str:
    """Plain where YAML reads the very same text from it, else in double quotes."""
    document = f"a: [{value}]" if flow else f"a: {value}"
    try:
        read = yaml.load(document, Loader=yaml.BaseLoader)  # noqa: S506 — texts only
    except yaml.YAMLError:
        read = None
    same = {"a": [value]} if flow else {"a": value}
    return value if read == same and "#" not in value else json.dumps(value, ensure_ascii=False)


def report_text(account: Account) -> str:
    """Runs of lines with the same use, in order; every line of the document is there."""
    said = [(line, _use(line, account)) for line in account.lines]
    blocks = [f"{account.source} の取り込み：すべての行の行き先\n"]
    for use, run in groupby(said, key=lambda pair: pair[1]):
        lines = [line for line, _ in run]
        blocks.append(f"{where((lines[0], lines[-1])).removeprefix('原文')}：{use}")
        blocks += [f"    {line.number}: {line.text}" for line in lines if line.text]
    return "\n".join(blocks) + "\n"


def _use(line: Line, account: Account) -> str:
    if line.text and line.number in account.uses:
        return "、".join(account.uses[line.number])
    if line.ignored:
        return f"使わない（{line.ignored}）"
    return f"{MARK}：どこにも使われていません" if line.text else "空の行"
