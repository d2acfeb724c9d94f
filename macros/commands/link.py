"""`shimon link minutes.md`: minutes with a link wherever they cite a 諮問, clause, answer or meeting of the archive.

With `--meeting 2022-02-10` also a draft of the record of that meeting, in `drafts/meetings/`.
"""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.documents.extractors.line import Unreadable
from macros.documents.linking.linker import OWN_FORM, Linked, link_file, read_lines
from macros.documents.linking.markdown import FORMS
from macros.documents.linking.meeting_draft import meeting_draft
from macros.documents.linking.minutes import Unresolved
from macros.documents.linking.targets import References, references
from macros.loading.archive import load
from macros.loading.problems import Problem, ProblemsFound
from macros.loading.rules import MARK

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
    parser.add_argument(
        "--meeting",
        type=_day,
        metavar="開催日",
        help="この日の会議の下書きも drafts/meetings/ に作ります（2022-02-10）",
    )
    parser.add_argument("--force", action="store_true", help="同じ名前のファイルがあれば書き換えます")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"「{text}」は日付として読めません。2022-02-10 のように書いてください。"
        ) from None


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound before anything is written. What gets no link is listed, and is no failure."""
    form = command.format or OWN_FORM.get(command.file.suffix.lower(), "text")
    output = command.output or (_beside(command.file) if form == "docx" else None)
    draft = command.project / "drafts/meetings" / f"{command.meeting}.yml" if command.meeting else None
    problems = [Problem(output, 1, sentence) for sentence in _in_the_way(command, output)] if output else []
    if draft and draft.exists() and not command.force:
        problems.append(Problem(draft, 1, "下書きがすでにあります。書き換えてよければ --force を付けてください。"))
    archive = load(command.project / "data")
    citable = references(CrossReferences(archive), read_history(command.project))
    try:
        linked = link_file(command.file, form, _fixed(citable) if command.fixed else citable)
        record = meeting_draft(read_lines(command.file), command.meeting, archive, citable) if draft else ""
    except Unreadable as error:
        raise ProblemsFound([*problems, Problem(command.file, 1, str(error))]) from None
    if problems:
        raise ProblemsFound(problems)
    _write(linked.content, output)
    if draft:
        _write_draft(record, draft, command.project / "data/meetings" / draft.name)
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


def _fixed(citable: References) -> References:
    """With the addresses of versions where the page of today is one."""
    fixed = tuple(
        replace(consultation, address=consultation.fixed or consultation.address)
        for consultation in citable.consultations
    )
    for consultation in citable.consultations:
        if not consultation.fixed:
            print(f"{consultation.name}：確定した版がないので、ふつうのアドレスにします。", file=sys.stderr)
    return replace(citable, consultations=fixed)


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content.decode())
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        sentence = f"書き出せません（{error.strerror}）。場所と権限を確かめてください。"
        raise ProblemsFound([Problem(output, 1, sentence)]) from None


def _write_draft(record: str, draft: Path, of_archive: Path) -> None:
    draft.parent.mkdir(parents=True, exist_ok=True)
    _write(record.encode(), draft)
    there = f"{of_archive} はすでにあります。下書きと見比べてください。" if of_archive.exists() else ""
    asked = f"「{MARK}」を書き換え、" if MARK in record else ""
    print(
        f"{draft} に会議の下書きを書き出しました。{asked}報告などの議題と資料のアドレスを書き足したら、"
        f"data/meetings/ に移し、make check で確かめてください。{there}",
        file=sys.stderr,
    )


def _report(path: Path, output: Path | None, linked: Linked) -> None:
    """On the error channel, so that the minutes themselves can be passed on."""
    for finding in linked.findings:
        if isinstance(finding.what, Unresolved):
            print(f"{path.as_posix()}:{finding.where}: 「{finding.words}」 {finding.what.reason}", file=sys.stderr)
    left = len(linked.findings) - linked.links
    where = f"{output} に書き出しました。" if output else ""
    print(f"{where}リンク {linked.links} 件、リンクにしなかったもの {left} 件。", file=sys.stderr)
