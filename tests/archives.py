"""Archives for tests: the real one, as it was with nine 諮問 and as it is; the fictional 見本市; projects built of them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.__main__ import main
from macros.records.vocabulary import Vocabulary, Words
from macros.site.publishing import publish

ROOT = Path(__file__).parent.parent
REAL = ROOT / "data"
"""What is published: staff change it without asking, so a test may expect it to be sound, and no more."""
NINE = Path(__file__).parent / "nine" / "data"
"""The real archive with its first nine 諮問, which nobody changes: tests know what it says.

Its site alone has the synonyms and intents of `data/`: what residents type is understood as it is now.
"""
NUMBERS = tuple(range(944, 953))
MIHON = Path(__file__).parent / "mihon" / "data"


class Printed(NamedTuple):
    """What a command printed."""

    out: str
    err: str


Shimon = Callable[..., Printed]
"""From a command and its arguments to what it printed; `code` is what it must end with."""


def new_project(folder: Path, data: Path = MIHON) -> Path:
    """A project in `folder` with a copy of `data`, and everything else as it is here."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "overrides", "macros", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(data, folder / "data")
    if data == NINE:
        for table in ("synonyms", "intents"):
            shutil.copy(REAL / f"vocabulary/{table}.yml", folder / "data/vocabulary")
    return folder


def with_words(vocabulary: Vocabulary, **words: Words) -> Vocabulary:
    """`vocabulary` with other words of some kinds."""
    return vocabulary.model_copy(update={"words": vocabulary.words | words})


def with_own_pages(project: Path) -> Path:
    """The same project, whose hand-written pages may be changed too."""
    (project / "docs").unlink()
    shutil.copytree(ROOT / "docs", project / "docs")
    return project


def with_two_consultations(project: Path) -> Path:
    """The same project of 見本市 with its first two consultations alone: for tests of what a change touches."""
    for folder in ("answers", "meetings"):
        shutil.rmtree(project / "data" / folder)
    for path in (project / "data/consultations").glob("*.yml"):
        if path.stem not in ("1", "2"):
            path.unlink()
    return project


def published(folder: Path, data: Path = MIHON) -> Path:
    """The finished site of such a project."""
    return publish(new_project(folder, data))


def edit(path: Path, old: str, new: str) -> int:
    """One edit, as staff would make it, wherever `old` stands; the line where it stood first."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def init(folder: Path, **other: str) -> int:
    """`shimon init` for a fictional town; whether it could, as commands say it."""
    answers = {
        "name": "見本町",
        "reading": "みほんちょう",
        "kind": "町",
        "council": "見本町個人情報保護審議会",
        "ordinance": "見本町個人情報保護条例",
        "address": "https://mihon-cho.example/",
    } | other
    return main(["init", str(folder), *(part for name, answer in answers.items() for part in (f"--{name}", answer))])


def values(path: Path) -> Any:
    """A YAML file as plain texts, lists and mappings."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — texts only
