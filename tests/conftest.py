"""What tests share: the nine and 見本市 as records and as finished sites, projects to change, and browser windows."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect

from macros.__main__ import main
from macros.derived.cross_references import CrossReferences
from macros.loading.archive import Archive, load
from macros.site.server import server
from tests import chromium
from tests.archives import MIHON, NINE, Printed, Shimon, init, new_project, published, with_two_consultations
from tests.served import served
from tests.windows import CLIPBOARD, Visit, Window, windows

BuiltOnce = Callable[[str, Callable[[Path], object]], Path]

# A busy machine is slow, not wrong.
expect.set_options(timeout=30_000)  # milliseconds; what Playwright's actions and navigations have anyway
settings.load_profile("ci")  # Hypothesis' own: no deadlines, and the same examples everywhere


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The nine, from a copy: there the link among them is a file, as an archive must have it."""
    return load(new_project(tmp_path_factory.mktemp("archive"), NINE) / "data")


@pytest.fixture(scope="session")
def references(archive: Archive) -> CrossReferences:
    return CrossReferences(archive)


@pytest.fixture(scope="session")
def mihon() -> Archive:
    return load(MIHON)


@pytest.fixture(scope="session")
def mihon_references(mihon: Archive) -> CrossReferences:
    return CrossReferences(mihon)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """見本市, to be changed and built."""
    return new_project(tmp_path / "project")


@pytest.fixture
def small_project(project: Path) -> Path:
    """The same with two 諮問 alone."""
    return with_two_consultations(project)


@pytest.fixture
def data(project: Path) -> Path:
    """The records of that project."""
    return project / "data"


@pytest.fixture
def shimon(project: Path, capsys: pytest.CaptureFixture[str]) -> Shimon:
    """A function that runs a command on that project and gives what it printed; it must end with `code`."""

    def run(command: str, *arguments: str | Path, code: int = 0) -> Printed:
        assert main([command, "--project", str(project), *map(str, arguments)]) == code
        return Printed(*capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    """A function from a name and a way to make a project there to its site: the first worker to ask makes it for all."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def ask(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / name / "site").exists():
                make(shared / name)
        return shared / name / "site"

    return ask


@pytest.fixture(scope="session")
def site(built_once: BuiltOnce) -> Path:
    """The nine, built."""
    return built_once("nine", lambda folder: published(folder, NINE))


@pytest.fixture(scope="session")
def mihon_site(built_once: BuiltOnce) -> Path:
    """The fictional 見本市, built."""
    return built_once("mihon", published)


@pytest.fixture(scope="session")
def empty_site(built_once: BuiltOnce) -> Path:
    """A new archive, checked and built as it is."""

    def make(folder: Path) -> None:
        assert init(folder) == 0
        assert [main([command, "--project", str(folder)]) for command in ("check", "build")] == [0, 0]

    return built_once("empty", make)


@pytest.fixture
def built_project(mihon_site: Path, tmp_path: Path) -> Path:
    """見本市 with its finished site, to be changed."""
    return Path(shutil.copytree(mihon_site.parent, tmp_path / "built", symlinks=True))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function from a site's folder to its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(server(folder, 0)))


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Where the nine are served. A module with a site of its own says its own, and `visit` and `reader` go there."""
    return serve(site)


@pytest.fixture(scope="session")
def mihon_address(mihon_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(mihon_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.started() as browser:
        yield browser


window = pytest.fixture(windows)
module_window = pytest.fixture(scope="module")(windows)


@pytest.fixture
def visit(window: Window, address: str) -> Visit:
    return window(address)


@pytest.fixture(params=[320, 1280])
def reader(request: pytest.FixtureRequest, window: Window, address: str) -> Visit:
    """A reader whose window is narrow or wide, who may copy and paste."""
    return window(address, request.param, 640, bypass_csp=True, permissions=CLIPBOARD)
