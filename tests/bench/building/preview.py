"""How long a saved file takes to its page under `make site`: CPU seconds of one look, the archive being at hand.

    python -m tests.bench.building.preview PROJECT

Beside it the floor: only reading the folder's times, which every look does.
"""

import statistics
import sys
import time
from pathlib import Path

from macros.site.preview import Preview

_TIMES = 5


def main() -> None:
    """Save one consultation five times; print the medians."""
    project = Path(sys.argv[1])
    path = sorted((project / "data" / "consultations").glob("*.yml"))[0]
    before = path.read_bytes()
    preview = Preview(project)
    floors, looks = [], []
    try:
        for number in range(1, _TIMES + 1):
            floors.append(_spent(preview))
            path.write_bytes(before + b"\n" * number)
            looks.append(_spent(preview))
    finally:
        path.write_bytes(before)
    print(f"floor {statistics.median(floors):.2f} s, look {statistics.median(looks):.2f} s of CPU")


def _spent(preview: Preview) -> float:
    start = time.process_time()
    preview.look()
    return time.process_time() - start


if __name__ == "__main__":
    main()
