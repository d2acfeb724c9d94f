"""Plain values and their comments → YAML as this project writes it: the only place that writes any.

Short lists of texts on one line, all else as it was typed, on one line or one entry a line; quotes only
where the text would be read otherwise.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from macros.records.record import ValuePath
from macros.records.text_width import width

_SHORT = 100  # columns of a list of texts that takes one line, however it was typed; a Japanese letter takes two
_WIDEST = 240  # columns of what was typed on one line and stays there
_ENDS_FLOW = re.compile(r"[?:,\[\]{}]")  # where YAML readers differ on what ends a plain text
_ONLY_ESCAPED = re.compile("[\t\n\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # where a YAML reader ends a line or stops
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Layout:
    """Comments and empty lines: at the head, before each entry, at the end; and the mappings on one line."""

    head: tuple[str, ...] = ()
    before: Mapping[ValuePath, tuple[str, ...]] = field(default_factory=dict)
    tail: tuple[str, ...] = ()
    flow: set[ValuePath] = field(default_factory=set)


def write(values: Any, layout: Layout) -> str:
    """`values`, a mapping or list of texts, mappings and lists, as YAML."""
    lines = [*layout.head, *(_block(values, (), layout) if values else [_flow(values)]), *layout.tail]
    return "\n".join(line.rstrip(" ") for line in lines).strip("\n") + "\n"


def is_short(value: Any, at: ValuePath) -> bool:
    """Whether `value` has room on one line, where it stands at `at`."""
    return _columns(value, at) <= _SHORT


def _columns(value: Any, at: ValuePath) -> int:
    return 2 * (len(at) - 1) + width(_flow(value))


def _block(values: Any, at: ValuePath, layout: Layout) -> Iterator[str]:
    for step, value in values.items() if isinstance(values, dict) else enumerate(values):
        place = (*at, step)
        yield from layout.before.get(place, ())
        if isinstance(values, list):
            yield from _entry(value, place, layout)
        elif (short := _one_line(value, place, layout)) is not None:
            yield f"{_plain(step, in_flow=False)}: {short}"
        else:
            yield f"{_plain(step, in_flow=False)}:"
            yield from (f"  {line}".rstrip(" ") for line in _block(value, place, layout))


def _entry(value: Any, at: ValuePath, layout: Layout) -> Iterator[str]:
    """One entry of a list, after its dash; comments on its first key come before the dash."""
    short = _one_line(value, at, layout)
    if short is not None:
        yield f"- {short}"
        return
    lines = list(_block(value, at, layout))
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    yield from lines[:first]
    yield f"- {lines[first]}"
    yield from (f"  {line}".rstrip(" ") for line in lines[first + 1 :])


def _one_line(value: Any, at: ValuePath, layout: Layout) -> str | None:
    """`value` as it stands on the line of its key; None when it takes lines of its own."""
    if isinstance(value, str):
        return _plain(value, in_flow=False)
    if any(place[: len(at)] == at and len(place) > len(at) for place in layout.before):
        return None
    is_list_of_texts = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    widest = _WIDEST if at in layout.flow or not value else _SHORT if is_list_of_texts else 0
    return _flow(value) if _columns(value, at) <= widest else None


def _flow(value: Any) -> str:
    if isinstance(value, str):
        return _plain(value, in_flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return "{" + ", ".join(f"{_plain(key, in_flow=True)}: {_flow(inner)}" for key, inner in value.items()) + "}"


@cache
def _plain(text: str, *, in_flow: bool) -> str:
    """`text` without quotes where YAML then still reads the same, else in double quotes."""
    if _ONLY_ESCAPED.search(text) or (in_flow and _ENDS_FLOW.search(text)):
        return _quoted(text)
    try:
        node = yaml.compose(f"[{text}]" if in_flow else f"- {text}", Loader=_Loader)
    except yaml.YAMLError:
        return _quoted(text)
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    reads_the_same = len(entries) == 1 and isinstance(entries[0], yaml.ScalarNode) and entries[0].value == text
    return text if reads_the_same and not entries[0].style else _quoted(text)


def _quoted(text: str) -> str:
    """JSON's strings are double-quoted texts of YAML but for the letters that it lets stand."""
    return _ONLY_ESCAPED.sub(lambda letter: f"\\u{ord(letter[0]):04x}", json.dumps(text, ensure_ascii=False))
