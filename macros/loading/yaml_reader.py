"""YAML → plain texts, lists and mappings, with the line of every value. It gives no value a meaning.

Every scalar arrives as the text that was typed (`no`, `0744`, `12:30` stay themselves); duplicate keys,
anchors, aliases and tags are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.loading.decoding import Undecodable, decoded, unseen
from macros.loading.problems import Problem
from macros.loading.yaml_mistakes import slips
from macros.records.record import ValuePath

_DEEPEST = 40
_SIGN = re.compile("[&*!]")  # an alias, an anchor or a tag cannot be written without one of these
_ESCAPED = re.compile(r"\\.")  # within double quotes
_DEEP = "かっこや字下げの入れ子が深すぎます。閉じ忘れがないか確かめてください。"

# The pure-Python loader doubles the time of the whole build.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """One file as read: its values, and the line on which each stands."""

    path: Path
    values: Any
    lines: dict[ValuePath, int] = field(default_factory=dict)
    text: str = ""

    def known_part(self, at: ValuePath) -> ValuePath:
        """`at` without the steps that the file does not have."""
        existing: ValuePath = ()
        for step in at:
            if (*existing, step) in self.lines:
                existing = (*existing, step)
        return existing

    def line_of(self, at: ValuePath) -> int:
        """The line of the value at `at`, or of what is nearest around it."""
        return self.lines.get(self.known_part(at), 1)

    def problem(self, at: ValuePath, sentence: str) -> Problem:
        """A problem with the value at `at`."""
        return Problem(self.path, self.line_of(at), sentence)


class Unread(Document):
    """A file whose record is known and sound: it is read when a line of it is asked for, that is, hardly ever."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, None)

    def problem(self, at: ValuePath, sentence: str) -> Problem:
        """A problem with the value at `at`."""
        return read(self.path)[0].problem(at, sentence)


def read(path: Path) -> tuple[Document, list[Problem]]:
    """The document in `path` and what is wrong with its YAML. What can be read is read all the same."""
    try:
        text = decoded(path)
    except Undecodable as error:
        return _unreadable(path, error.line, error.sentence)
    return read_text(path, text)


def read_text(path: Path, text: str) -> tuple[Document, list[Problem]]:
    """The same of a text that is already at hand; `path` is where it belongs."""
    if too_deep := _too_deep(text):
        return _unreadable(path, too_deep, _DEEP)
    try:
        problems = list(_forbidden(path, text))
        root = yaml.compose(text, Loader=_Loader) if not problems else None
    except yaml.YAMLError as error:
        return Document(path, None), [Problem(path, *slip) for slip in slips(text, _noticed(error, text))]
    if root is None:
        problems = problems or [Problem(path, 1, "中身がありません。")]
        return Document(path, None), problems
    values = _Values(path)
    return Document(path, values.of(root), values.lines, text), values.problems


def _unreadable(path: Path, line: int, sentence: str) -> tuple[Document, list[Problem]]:
    return Document(path, None), [Problem(path, line, sentence)]


def _too_deep(text: str) -> int | None:
    """The line on which brackets or indentation go deeper than any record does; None when they do not."""
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for bracket in re.findall(r"[\[\]{}]", line):
            depth = max(0, depth + (1 if bracket in "[{" else -1))
            if depth > _DEEPEST:
                return number
        if len(line) - len(line.lstrip(" -?:")) > 4 * _DEEPEST:
            return number
    return None


def _forbidden(path: Path, text: str) -> Iterator[Problem]:
    for number, written in enumerate(text.split("\n"), start=1):
        before, hash_sign, _ = written.partition(" #")
        is_quoted = _ESCAPED.sub("", before).count('"') % 2 == 1
        if hash_sign and before.strip() and not is_quoted and not before.lstrip().startswith("#"):
            yield Problem(
                path,
                number,
                '値のあとの「 #」から先は読まれません。値なら全体を " で囲み、注なら別の行に書いてください。',
            )
    for event in yaml.parse(text, Loader=_Loader) if _SIGN.search(text) else ():
        line = event.start_mark.line + 1 if event.start_mark else 1
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            yield Problem(path, line, f"「*{anchor}」（エイリアス）は使えません。値をそのまま書いてください。")
        elif anchor:
            yield Problem(path, line, f"「&{anchor}」（アンカー）は使えません。取り除いてください。")
        elif tag:
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            yield Problem(path, line, f"「{tag}」（タグ）は使えません。取り除いてください。")


def _noticed(error: yaml.YAMLError, text: str) -> int:
    """The line on which the parser stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    last = text.count("\n") + 1
    return min(mark.line + 1, last) if mark else last


class _Values:
    """One pass over the nodes of a file: their plain values, their lines, and keys that are there twice."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[ValuePath, int] = {}
        self.problems: list[Problem] = []

    def of(self, node: yaml.Node, at: ValuePath = ()) -> Any:
        self.lines.setdefault(at, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            return [self.of(child, (*at, index)) for index, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, at))
        fault = unseen(node.value)  # as an escape of a quoted text
        if fault:
            self._problem(node.start_mark.line + 1, fault)
            return ""
        return node.value

    def _pairs(self, node: yaml.MappingNode, at: ValuePath) -> Iterator[tuple[str, Any]]:
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key, str):
                self._problem(line, "名前が文字ではありません。「名前: 値」の形で書いてください。")
            elif fault := unseen(key):
                self._problem(line, fault)
            elif (*at, key) in self.lines:
                first = self.lines[(*at, key)]
                self._problem(line, f"「{key}」が2回あります（1回目は{first}行目）。どちらか一方を消してください。")
            else:
                self.lines[(*at, key)] = line
                yield key, self.of(value_node, (*at, key))

    def _problem(self, line: int, sentence: str) -> None:
        self.problems.append(Problem(self.path, line, sentence))
