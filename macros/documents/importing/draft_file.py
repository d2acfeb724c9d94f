"""A draft → YAML with its questions, and the prose beside it.

A doubt is a comment above the value that it is about. Where there is no value the question stands in its place:
a comment could be deleted and nobody would miss the sentence that ought to be there.

Beside the draft lies a report of what became of every line of the document, for a person to look through.
"""

from itertools import groupby
from typing import Any

from macros.documents.extractors.line import Account, Line
from macros.documents.importing.draft import Draft
from macros.documents.importing.questions import Doubtful, doubts
from macros.loading import rules
from macros.loading.rules import MARK
from macros.loading.yaml_format import Layout, is_short, write, yaml_writer
from macros.records.record import ValuePath

_HEAD = (
    "# 下書きです。まだ公開されません。",
    f"# 1. 「{MARK}」とある値を書き換えます。資料の文は、同じ名前の「.原文.md」にあります。写さずに、短くまとめます。",
    f"# 2. 「# {MARK}」の行は、書いてあることを確かめて下の行を直してから、消します。",
    f"# 3. 「{MARK}」がなくなったら、このファイルを data/consultations/ に移します。",
    "# 4. make check で確かめます。この説明は、make fix で消えます。",
)
_OTHER_HEAD = (
    "# 下書きです。まだ公開されません。資料の文は、同じ名前の「.原文.md」にあります。",
    f"# 1. 「{MARK}」とある値を、資料を見て書き換えます。",
)
_TO_RECORD = {
    "answers": "# 2. docs の答申の書き方に合わせて、data/answers/ の記録に書き写します。",
    "meetings": "# 2. docs の会議の書き方に合わせて、data/meetings/ の記録に書き写します。",
    "papers": "# 2. この種類の資料には、記録の型がありません。要る値を、関わる記録の「注」などに書き写します。",
}
GUIDANCE = frozenset((*_HEAD, *_OTHER_HEAD, *_TO_RECORD.values()))
"""Every comment with which a draft explains itself, and which a finished record does without."""

_A_FIELD_A_LINE = ("部", "条項", "細目")  # lists of what a person will look through field by field


def draft_text(draft: Draft) -> str:
    """The draft as a YAML file, in the one layout that `shimon fix` leaves as it is."""
    asked = _Asked()
    values, _ = asked.value(draft.values, ())
    if draft.folder:
        kind = f"# 種類：{draft.kind.name}（{draft.kind.reason}）"
        head = (kind, *_OTHER_HEAD, _TO_RECORD[draft.folder], "")
        return yaml_writer.write(values, Layout(head, asked.comments, flow=asked.short))
    return write(values, "consultation", Layout((*_HEAD, ""), asked.comments, flow=asked.short))


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


class _Asked:
    """One pass over the values of a draft: what they say without their doubts, and where its questions stand."""

    def __init__(self) -> None:
        self.comments: dict[ValuePath, tuple[str, ...]] = {}
        self.short: set[ValuePath] = set()

    def value(self, value: Any, at: ValuePath) -> tuple[Any, tuple[str, ...]]:
        """What is written at `at`, None where nothing is, and the questions about it as a whole."""
        questions: tuple[str, ...] = ()
        while isinstance(value, Doubtful):
            questions += (_question(value),)
            value = value.value
        if isinstance(value, list):
            entries, homeless = self._entries(value, at)
            return entries or None, questions + homeless
        return (self._mapping(value, at) or None if isinstance(value, dict) else value), questions

    def _mapping(self, values: dict[str, Any], at: ValuePath) -> dict[str, Any]:
        written: dict[str, Any] = {}
        for key, value in values.items():
            inner, questions = self.value(value, (*at, key))
            if inner is None and questions:
                questions, inner = questions[:-1], questions[-1]
            if inner is not None:
                written[key] = inner
                self._ask((*at, key), questions)
        if not (at[-2:-1] and at[-2] in _A_FIELD_A_LINE) and not any(doubts(values)) and is_short(written, at):
            self.short.add(at)
        return written

    def _entries(self, values: list[Any], at: ValuePath) -> tuple[list[Any], tuple[str, ...]]:
        """The entries of a list, and the questions about what would have come after the last."""
        written: list[Any] = []
        waiting: tuple[str, ...] = ()
        for value in values:
            here = (*at, len(written))
            inner, questions = self.value(value, here)
            waiting += questions
            if inner is not None:
                written.append(inner)
                self._ask(here, waiting)
                waiting = ()
        return written, waiting

    def _ask(self, at: ValuePath, questions: tuple[str, ...]) -> None:
        if questions:
            self.comments[at] = tuple(f"# {question}" for question in questions)


def _question(doubt: Doubtful) -> str:
    """Questions quote the document: what must not be public is not repeated."""
    is_public = not list(rules.leaks(doubt.question))
    return f"{MARK}（{where(doubt.lines)}）：{doubt.question if is_public else 'ここに公開できない文字があります。'}"


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
