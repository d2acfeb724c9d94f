"""The index made by a process of its own, which gives all its memory back: `python -m macros.search.index_process TASK`.

Sudachi's dictionary and the tables of words would otherwise come on top of what the pages have taken.
"""

import pickle
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.records.vocabulary import Vocabulary
from macros.search import write_search
from macros.search.pagefind_format import IndexingFailed
from macros.search.text_extraction import Texts, read_texts


def write_search_apart(texts: Texts, vocabulary: Vocabulary, site: Path) -> None:
    """As `write_search`, of the pages in `texts`. Raises IndexingFailed."""
    with TemporaryDirectory() as folder:
        task = Path(folder) / "task"
        task.write_bytes(pickle.dumps((texts.path, vocabulary, site)))
        command = [sys.executable, "-m", __name__, str(task)]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise IndexingFailed(done.stderr)


def main() -> None:
    """What goes wrong is told on the standard error, in a sentence where there is one."""
    texts, vocabulary, site = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 — written above
    try:
        write_search(read_texts(texts), vocabulary, site)
    except IndexingFailed as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
