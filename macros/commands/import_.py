"""`shimon import FILE…`: official documents → drafts in `drafts/`, which no build reads."""

import argparse
from collections import Counter
from pathlib import Path

from macros.documents.extractors.line import Unreadable
from macros.documents.importing.draft_file import beside_text, draft_text, report_text
from macros.documents.importing.importer import Imported
from macros.documents.importing.process import import_apart
from macros.documents.importing.questions import doubts
from macros.loading.archive import load
from macros.loading.problems import Problem, ProblemsFound

NAME = "import"
HELP = "公式の文書（.docx .pdf .txt .md）から下書きを作ります"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which documents, and whether drafts may be replaced."""
    parser.add_argument("files", nargs="+", type=Path, metavar="文書", help="取り込む文書")
    parser.add_argument("--force", action="store_true", help="同じ名前の下書きがあれば作り直します")


def run(command: argparse.Namespace) -> int:
    """Raises ProblemsFound before anything is written: a document that cannot be read, a draft that is there."""
    vocabulary = load(command.project / "data").vocabulary
    problems: list[Problem] = []
    imported: dict[Path, Imported] = {}
    for path in command.files:
        try:
            imported[path] = import_apart(path, vocabulary)
        except Unreadable as error:
            problems.append(Problem(path, 1, str(error)))
    folder = command.project / "drafts"
    texts = _texts(imported, folder)
    problems += _in_the_way(imported, texts, folder, may_replace=command.force)
    if problems:
        raise ProblemsFound(problems)
    folder.mkdir(exist_ok=True)
    for path, text in texts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for each in imported.values():
        _say(each, folder, command.project / "data" / "consultations")
    return 0


def _texts(imported: dict[Path, Imported], folder: Path) -> dict[Path, str]:
    texts: dict[Path, str] = {}
    for source, each in imported.items():
        for draft in each.drafts:
            texts[folder / draft.path] = draft_text(draft)
            texts[folder / draft.beside] = beside_text(draft, source.name)
        texts[folder / f"{source.name}.行き先.txt"] = report_text(each.account)
    return texts


def _in_the_way(
    imported: dict[Path, Imported], texts: dict[Path, str], folder: Path, *, may_replace: bool
) -> list[Problem]:
    names = Counter(draft.path for each in imported.values() for draft in each.drafts)
    twice = "いくつかの文書から同じ名前の下書きができます。1つずつ取り込んでください。"
    there = "下書きがすでにあります。作り直すと書き加えたことは消えます。作り直すなら、FORCE=yes を付けてください。"
    problems = [Problem(folder / name, 1, twice) for name, times in names.items() if times > 1]
    if not may_replace:
        problems += [Problem(path, 1, there) for path in texts if path.suffix == ".yml" and path.exists()]
    return problems


def _say(imported: Imported, folder: Path, records: Path) -> None:
    for draft in imported.drafts:
        asked = sum(1 for _ in doubts(draft.values))
        is_recorded = not draft.folder and (records / f"{draft.name}.yml").exists()
        recorded = f"（{draft.name}.yml は data/consultations/ にもあります）" if is_recorded else ""
        print(f"{draft.kind.name}です（{draft.kind.reason}）。")
        print(f"{folder}/{draft.path}：要確認 {asked} か所{recorded}")
    print(f"文書のすべての行の行き先：{folder}/{imported.account.source}.行き先.txt")
    print("下書きは公開されません。書き終えたら data/ に移し、make check で確かめてください。")
