"""What a folder holds, to compare it with another or with itself later."""

import hashlib
from pathlib import Path


def fingerprint(folder: Path) -> dict[str, str]:
    """The digest of every file by its path below `folder`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
