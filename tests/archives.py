"""Archives for tests: the real one, as it was with nine 諮問 and as it is; the fictional 見本市; projects built of them."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.records.vocabulary import Vocabulary, Words
from macros.site.publishing import publish

ROOT = Path(__file__).parent.parent
REAL = ROOT / "data"
"""What is published: staff change it without asking, so a test may expect it to be sound, and no more."""
NINE = Path(__file__).parent / "nine" / "data"
"""The real archive with its first nine 諮問, which nobody changes: tests know what it says.

Its site alone has the synonyms of `data/`: what residents type is understood as it is now.
"""
MIHON = Path(__file__).parent / "mihon" / "data"


def project(folder: Path, data: Path = MIHON) -> Path:
    """A project in `folder` with a copy of `data`, and everything else as it is here."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "overrides", "macros", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(data, folder / "data")
    if data == NINE:
        shutil.copy(REAL / "vocabulary/synonyms.yml", folder / "data/vocabulary")
    return folder


def with_words(vocabulary: Vocabulary, **words: Words) -> Vocabulary:
    """`vocabulary` with other words of some kinds."""
    return vocabulary.model_copy(update={"words": vocabulary.words | words})


def two_consultations(data: Path) -> Path:
    """`data`, a copy of 見本市's, with its first two consultations alone: for tests of what a change touches."""
    for folder in ("answers", "meetings"):
        shutil.rmtree(data / folder)
    for path in (data / "consultations").glob("*.yml"):
        if path.stem not in ("1", "2"):
            path.unlink()
    return data


def published(folder: Path, data: Path = MIHON) -> Path:
    """The finished site of such a project."""
    return publish(project(folder, data))


def values(path: Path) -> Any:
    """A YAML file as plain texts, lists and mappings."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — texts only
