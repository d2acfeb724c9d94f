"""`make site` while somebody writes: a saved file is on its page at once, the whole site follows.

At once means: only the changed file is read, and only its own page drawn, into the `site/` that is being looked at.
What that says is what the whole build will say of this page, or nothing: with any problem the page stays as it was.
Lists, search and exports, and every rule of the archive, come with the build that follows.
"""

import gc
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from macros.derived.cross_references import CrossReferences
from macros.derived.history import read_history
from macros.loading.archive import Archive, load
from macros.loading.cache import Kept
from macros.loading.problems import ProblemsFound
from macros.site.page_writer import write_pages
from macros.site.pages import page_of_file
from macros.site.rendering import Renderer

_SECONDS = 0.1  # between two looks at the folder


class Preview:
    """The archive of one project as it was last seen; `version` changes whenever a page of its site may have."""

    def __init__(self, project: Path) -> None:
        self.version = 0
        self._project = project.resolve()
        self._kept = Kept()
        self._archive: Archive | None = None
        self._seen = self._files()
        self._load()
        gc.freeze()  # the archive stays: nobody need look through it for garbage at every look

    def look(self) -> list[str]:
        """Draw the page of every file that was saved since the last look; what to tell the author, if anything."""
        files = self._files()
        changed = [name for name, when in files.items() if self._seen.get(name) != when]
        gone = sorted(self._seen.keys() - files.keys())
        self._seen = files
        if not changed and not gone:
            return []
        problems = self._load()
        if problems is None and self._archive:
            self._draw(changed, self._archive)
        shown = [f"{name} を読みました。" for name in changed]
        return [problems] if problems else [*shown, *(f"{name} はなくなりました。" for name in gone)]

    def _load(self) -> str | None:
        """The problems, if there are any."""
        try:
            self._archive = load(self._project / "data", self._kept)
        except ProblemsFound as found:
            return str(found)
        return None

    def _draw(self, changed: list[str], archive: Archive) -> None:
        references, history = CrossReferences(archive), read_history(self._project, archive.withheld_versions)
        pages = [page for name in changed if (page := page_of_file(name, references))]
        renderer = Renderer(archive, references, history)
        for _ in write_pages(pages, archive, renderer, self._project / "site"):
            self.version += 1

    def _files(self) -> dict[str, tuple[int, int]]:
        data = self._project / "data"
        stats = ((path, path.stat()) for path in data.rglob("*.yml") if path.is_file())
        return {path.relative_to(data).as_posix(): (about.st_mtime_ns, about.st_size) for path, about in stats}


def watch(preview: Preview, project: Path, say: Callable[[str], None]) -> None:
    """Look again and again, in a thread of its own, and let a whole build follow whenever anything was saved."""

    def looking() -> None:
        building: subprocess.Popen[bytes] | None = None
        is_due = False
        while True:
            sentences = preview.look()
            is_due = is_due or bool(sentences)
            for line in sentences:
                say(line)
            if building and building.poll() is not None:
                building = None
                preview.version += 1
            if is_due and building is None:
                building = subprocess.Popen([sys.executable, "-m", "macros", "build", "--project", str(project)])
                is_due = False
            time.sleep(_SECONDS)

    threading.Thread(target=looking, daemon=True).start()
