"""What tests share: the first nine 諮問, their finished site, and a browser that reaches nothing but that site."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.loading.archive import Archive, load
from macros.site.server import server
from tests import chromium
from tests.archives import NINE, published

# A busy machine is slow, not wrong.
expect.set_options(timeout=30_000)  # milliseconds; what Playwright's actions and navigations have anyway
settings.load_profile("ci")  # Hypothesis' own: no deadlines, and the same examples everywhere


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The nine, from a copy: there the link among them is a file, as an archive must have it."""
    return load(Path(shutil.copytree(NINE, tmp_path_factory.mktemp("archive") / "data")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine, built once."""
    return published(tmp_path_factory.mktemp("nine") / "project", NINE)


@pytest.fixture(scope="session")
def mihon_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional 見本市, built once."""
    return published(tmp_path_factory.mktemp("mihon") / "project")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function from a site's folder to its address."""
    running = []

    def start(folder: Path) -> str:
        serving = server(folder, 0)
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        running.append(serving)
        return f"http://127.0.0.1:{serving.server_address[1]}"

    yield start
    for serving in running:
        serving.shutdown()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    return serve(site)


@pytest.fixture(scope="session")
def mihon_address(mihon_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(mihon_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.started() as browser:
        yield browser


class Visit:
    """One reader's browser window, and whatever went wrong in it."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context = context
        self.origin = origin
        self.foreign: list[str] = []
        self.errors: list[str] = []
        context.route(re.compile(f"^(?!{re.escape(origin)}|data:|blob:)"), self._turn_away)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def go(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page

    def _turn_away(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(locale="ja-JP", viewport={"width": 1280, "height": 900})
    yield Visit(context, address)
    context.close()
