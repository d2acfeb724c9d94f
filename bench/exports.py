"""What the files for programs cost: `python -m bench.exports 1000 10000`, each size in a process of its own.

CPU seconds and peak memory of reading the archive, and of reading it and writing every export; so the difference is
that of the exports alone. Files and bytes are those of the exports.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.generating import generate
from macros.archive import load
from macros.cross_references import CrossReferences
from macros.exports import Exported, write_exports

ROOT = Path(__file__).parent.parent


def measure(data: Path, site: Path) -> str:
    """One row: seconds and MB after reading, the same after writing, and what was written."""
    archive = load(data)
    references = CrossReferences(archive)
    read, held = time.process_time(), _peak()
    write_exports(Exported(archive, references), site)
    written = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    row = (len(archive.consultations), read, held, time.process_time() - read, _peak(), len(written))
    return "| {:,} | {:.1f} | {:.0f} | {:.1f} | {:.0f} | {:,} ".format(*row) + f"| {sum(written) / 1e6:,.0f} |"


def _peak() -> float:
    """MB: the most that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print one table; with a folder instead of sizes, the row of that archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000])
    parser.add_argument("--data", type=Path)
    command = parser.parse_args()
    with tempfile.TemporaryDirectory() as workshop:
        if command.data:
            print(measure(command.data, Path(workshop)), flush=True)
            return
        print(
            "| 件数 | 読む（秒） | 読んだあと（MB） | 書き出す（秒） | 最大（MB） | ファイル | MB |\n|" + "---|" * 7,
            flush=True,
        )
        for size in command.sizes:
            data = Path(workshop) / str(size)
            generate(ROOT / "data", data, size)
            subprocess.run([sys.executable, "-m", "bench.exports", "--data", str(data)], check=True)


if __name__ == "__main__":
    main()
