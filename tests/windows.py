"""Browser windows for tests: each reaches one site and nothing else, and remembers whatever went wrong in it."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

CLIPBOARD = ("clipboard-read", "clipboard-write")


class Visit:
    """One reader's window on the site at `origin`."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
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

    def clipboard(self) -> str:
        """What was copied last."""
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text

    def is_wide_enough(self) -> bool:
        """Whether nothing has to be scrolled sideways."""
        fits: bool = self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        return fits

    def _turn_away(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()


Window = Callable[..., Visit]
"""From an origin, and what else `windows` says, to a new window."""


def windows(browser: Browser) -> Iterator[Window]:
    """A function that opens windows, all of which close in the end.

    It takes the origin of a site, the width and height of the window in pixels, and whatever a browser context takes.
    axe, which is put in by evaluation, needs `bypass_csp`.
    """
    with ExitStack() as stack:

        def open_window(origin: str, width: int = 1280, height: int = 900, **options: Any) -> Visit:
            context = browser.new_context(locale="ja-JP", viewport={"width": width, "height": height}, **options)
            stack.callback(context.close)
            return Visit(context, origin)

        yield open_window
