"""`shimon new`: a draft with the headings of the form, in `drafts/`, where nothing is published from."""

import argparse
import re
from difflib import get_close_matches
from pathlib import Path

from macros.commands.zz_new__drafting import draft
from macros.loading.archive import Archive, load
from macros.loading.problems import Refused
from macros.loading.rules import name_problem

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
    acts = archive.vocabulary.acts
    found = acts.find(typed.strip())
    if found:
        return found.name
    near = get_close_matches(typed, [act.name for act in acts.entries], n=1, cutoff=0.4)
    hint = f"「{near[0]}」ではありませんか。" if near else ""
    raise Refused(
        f"「{typed}」という行為はありません。{hint}使えるのは {'、'.join(act.name for act in acts.entries)} です。"
    )
