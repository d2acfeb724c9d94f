"""`shimon link minutes.md`: minutes with a link wherever they cite a 諮問, clause, answer or meeting of the archive."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.documents.extractors.line import Unreadable
from macros.documents.linking.linker import OWN_FORM, Linked, link_file
from macros.documents.linking.markdown import FORMS
from macros.documents.linking.minutes import Unresolved
from macros.documents.linking.targets import References, references
from macros.loading.archive import load
from macros.loading.problems import Problem, ProblemsFound

NAME = "link"
HELP = "会議録（.md .txt .docx）の諮問と条項に、ページへのリンクを付けます"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which minutes, in what form, and where to."""
    parser.add_argument("file", type=Path, metavar="会議録", help="会議録のファイル（.md .txt .docx）")
    parser.add_argument("--format", choices=(*FORMS, "docx"), help="書き出す形（はじめは、もとのファイルと同じ形）")
    parser.add_argument(
        "-o", "--output", type=Path, help="書き出すファイル（文字の形では、書かなければ画面に出します）"
    )
    parser.add_argument("--fixed", action="store_true", help="内容が変わらない版のアドレスにします（版がある諮問だけ）")
    parser.add_argument("--force", action="store_true", help="同じ名前のファイルがあれば書き換えます")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound before anything is written. What gets no link is listed, and is no failure."""
    form = command.format or OWN_FORM.get(command.file.suffix.lower(), "text")
    output = command.output or (_beside(command.file) if form == "docx" else None)
    problems = [Problem(output, 1, said) for said in _in_the_way(command, output)] if output else []
    known = references(CrossReferences(load(command.project / "data")), read_history(command.project))
    known = _fixed(known) if command.fixed else known
    try:
        linked = link_file(command.file, form, known)
    except Unreadable as error:
        raise ProblemsFound([*problems, Problem(command.file, 1, str(error))]) from None
    if problems:
        raise ProblemsFound(problems)
    _write(linked, output)
    _report(command.file, output, linked)
    return 0


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.linked{path.suffix}")


def _in_the_way(command: argparse.Namespace, output: Path) -> list[str]:
    if output.exists() and command.file.exists() and output.samefile(command.file):
        return ["もとの会議録と同じファイルには書き出しません。-o に別の名前を書いてください。"]
    if output.exists() and not command.force:
        return ["ファイルがすでにあります。書き換えてよければ --force を付けてください。"]
    return [] if output.parent.is_dir() else ["フォルダがありません。あるフォルダの中のファイルを書いてください。"]


def _fixed(known: References) -> References:
    """With the addresses of versions where the page of today is one."""
    fixed = tuple(
        replace(consultation, address=consultation.fixed or consultation.address)
        for consultation in known.consultations
    )
    for consultation in known.consultations:
        if not consultation.fixed:
            print(f"{consultation.name}：確定した版がないので、ふつうのアドレスにします。", file=sys.stderr)
    return replace(known, consultations=fixed)


def _write(linked: Linked, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(linked.content.decode())
        return
    try:
        output.write_bytes(linked.content)
    except OSError as error:
        said = f"書き出せません（{error.strerror}）。場所と権限を確かめてください。"
        raise ProblemsFound([Problem(output, 1, said)]) from None


def _report(path: Path, output: Path | None, linked: Linked) -> None:
    """On the error channel, so that the minutes themselves can be passed on."""
    for number, text, each in linked.found:
        if isinstance(each, Unresolved):
            print(f"{path.as_posix()}:{number}: 「{text}」 {each.reason}", file=sys.stderr)
    left = len(linked.found) - linked.links
    where = f"{output} に書き出しました。" if output else ""
    print(f"{where}リンク {linked.links} 件、リンクにしなかったもの {left} 件。", file=sys.stderr)
