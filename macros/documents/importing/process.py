"""A document read by a process of its own, which may run only so long and use only so much memory.

Whatever is in a file, the person who gave it gets drafts or one sentence. Not how a document is read: `importer.py`.
"""

import pickle
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.documents.extractors.line import Unreadable
from macros.documents.importing.importer import Imported, import_document
from macros.records.vocabulary import Vocabulary

LONGEST = 15  # seconds, from start to end; a 諮問 of 80 pages takes two
MOST_MEMORY = 1_500_000_000  # bytes of addresses; the longest real papers need a fifth

_TOO_LONG = (
    f"{LONGEST} 秒たっても読み終わりませんでした。壊れているか、大きすぎます。要る部分だけを保存し直してください。"
)
_TOO_MUCH = "読むのに要る記憶が多すぎます。壊れているか、大きすぎます。要る部分だけを保存し直してください。"
_BROKEN = "読み取れないところがあります。ファイルが壊れていないか確かめ、開いて保存し直してください。"


def import_apart(path: Path, vocabulary: Vocabulary) -> Imported:
    """As `import_document`. Raises Unreadable, also where the document runs out of time or memory."""
    with TemporaryDirectory() as folder:
        task, result = Path(folder) / "task", Path(folder) / "result"
        task.write_bytes(pickle.dumps((path, vocabulary, result)))
        command = [sys.executable, "-m", __name__, str(task)]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST, check=False)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(_TOO_LONG) from error
        if not result.exists():  # ended by the system, which asks nobody
            raise Unreadable(_TOO_MUCH)
        read = pickle.loads(result.read_bytes())  # noqa: S301 — written by `main`
    if isinstance(read, Unreadable):
        raise read
    return read  # type: ignore[no-any-return]


def main() -> None:
    """Reads one document and leaves what it became, or the sentence, in the file that the task names."""
    path, vocabulary, result = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 — written above
    _limit_memory()
    result.with_suffix(".part").write_bytes(pickle.dumps(outcome(path, vocabulary)))
    result.with_suffix(".part").rename(result)


def outcome(path: Path, vocabulary: Vocabulary) -> Imported | Unreadable:
    """What the document became, or why not; raises nothing."""
    try:
        return import_document(path, vocabulary)
    except Unreadable as error:
        return Unreadable(str(error))
    except MemoryError:
        return Unreadable(_TOO_MUCH)
    except Exception:
        return Unreadable(_BROKEN)


def _limit_memory() -> None:
    """Where the system can (not on Windows, which has the limit in time alone)."""
    try:
        import resource  # noqa: PLC0415 — not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
