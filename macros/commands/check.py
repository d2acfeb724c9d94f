"""`shimon check`: every problem of every record, or none; for people, or as annotations on lines that GitHub shows."""

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History, NoGit, UnknownRevision, read_history
from macros.derived.history.git import Repository
from macros.derived.notices import notices
from macros.loading import rules
from macros.loading.problems import Problem, ProblemsFound
from macros.loading.project import load_project
from macros.records.kinds import RECORD_KINDS
from macros.records.retired import Retired

_OF_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_OF_PROPERTY = _OF_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def annotation(problem: Problem) -> str:
    """`::error file=…,line=…,title=…::…`; the path is relative to where the command runs."""
    path = problem.path.as_posix().translate(_OF_PROPERTY)
    sentence = problem.sentence.translate(_OF_TEXT)
    return f"::error file={path},line={problem.line},title=記録の誤り::{sentence}"


NAME = "check"
HELP = "data/ の記録をすべて確かめます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """How problems are printed."""
    parser.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="問題の出し方。github は、GitHub が変更の行に注釈として表示する形です（はじめは text）",
    )
    parser.add_argument("--base", help="この版より後のコミットの文も、公開できない記載がないか確かめます（例：main）")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound, unless GitHub is to show the problems."""
    try:
        archive = load_project(command.project)
        if command.base and (leaking := list(_leaks_in_messages(command.project, command.base))):
            raise ProblemsFound(leaking)
    except NoGit:
        print("git の記録がないので、コミットの文を確かめられません。", file=sys.stderr)
        return 1
    except UnknownRevision:
        print(f"「{command.base}」という版は git の記録にありません。", file=sys.stderr)
        return 1
    except ProblemsFound as found:
        if command.format == "text":
            raise
        print(*map(annotation, found.problems), sep="\n")
        return 1
    counted = (f"{kind.label} {len(archive.records(kind.name))} 件" for kind in RECORD_KINDS.values())
    print(f"問題はありません（{'、'.join(counted)}）。")
    history = read_history(command.project, archive.withheld_versions)
    for entry in archive.retired:
        if entry.is_withheld:
            print(_taken_back(entry, history))
    today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
    if noticed := sum(1 for _ in notices(CrossReferences(archive), today)):
        print(f"見直すとよいところが {noticed} 件あります。make notices で読めます。")
    return 0


def _taken_back(entry: Retired, history: History) -> str:
    """What is not published any more, and where it may stand still. Never its words: what a check prints is public."""
    folder, name, *version = entry.page.strip("/").split("/")
    if not version:
        return f"取り下げ：{entry.page} は、その下のページや過去の版も公開しません（理由：{entry.reason}）"
    left = history.left_beside(folder, name, version[-1])
    if left is None:
        return f"取り下げ：{entry.page} という版は、git の記録に見つかりません。アドレスを確かめてください。"
    said = f"取り下げ：{entry.page} を公開しません（理由：{entry.reason}）"
    if not left:
        return said
    addresses = "、".join(f"{folder}/{other.name}/versions/{other.id}/" for other in left)
    return f"{said}。前の版は、まだ公開しています。同じことが書いてあれば、その版も加えてください：{addresses}"


def _leaks_in_messages(project: Path, base: str) -> Iterator[Problem]:
    """What must not be public in the messages of the commits since `base`: the repository shows them to everybody."""
    for commit, message in Repository(project).messages(base):
        for line, sentence in rules.leaks_in_message(message):
            remedy = "コミットの文は公開されます。送る前なら git commit --amend か git rebase -i で書きなおします。"
            yield Problem(Path(f"コミット {commit[:12]}"), line, f"{sentence}{remedy}")
