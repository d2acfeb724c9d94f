"""How much of the papers of many councils `shimon import` gets right, without a touch.

python -m tests.bench.papers [--show] [PART OF A NAME]
"""

import argparse
from collections import Counter
from pathlib import Path

from macros.loading.archive import load
from tests.paper_scores import PAPERS, scored


def main() -> None:
    """Print a row for each paper, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="")
    parser.add_argument("--show", action="store_true", help="what was asked, lost and wrong")
    command = parser.parse_args()
    vocabulary = load(Path("data")).vocabulary
    sums: Counter[str] = Counter()
    for folder in sorted(PAPERS.iterdir()):
        if command.name not in folder.name:
            continue
        score = scored(folder, vocabulary)
        figures = {
            "kind": score.kind_is_right, "right": len(score.right), "asked": len(score.asked),
            "lost": len(score.lost), "wrong": len(score.silently_wrong),
        }  # fmt: skip
        sums += Counter({f"{folder.name.split('-')[0]} {name}": int(count) for name, count in figures.items()})
        print(f"{folder.name:48}", *(f"{name} {count:<3}" for name, count in figures.items()))
        if command.show:
            for name in ("asked", "lost", "silently_wrong"):
                print(*(f"    {name}: {entry}" for entry in getattr(score, name)), sep="\n")
    for name, count in sums.items():
        print(name, count)


if __name__ == "__main__":
    main()
