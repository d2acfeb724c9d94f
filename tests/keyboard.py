"""A reader with nothing but a keyboard: goes from stop to stop, and looks at each whether it can be seen there."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_MOST = 400
_STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const style = getComputedStyle(stop);
  const dialog = document.querySelector("dialog[open]");
  const isThere = ({ x, y, width, height }) => {
    const found = document.elementFromPoint(x + width / 2, y + height / 2);
    return found !== null && (stop.contains(found) || found.contains(stop) && found.matches("label, summary"));
  };
  const heard = stop.cloneNode(true);
  heard.querySelectorAll("[aria-hidden=true]").forEach((silent) => silent.remove());
  const tall = stop.getBoundingClientRect();
  const cut = new DOMRect(tall.x, Math.max(tall.y, 0), tall.width, Math.min(tall.bottom, innerHeight) - Math.max(tall.y, 0));
  return {
    name: (stop.ariaLabel ?? stop.labels?.[0]?.textContent ?? heard.textContent).trim().replace(/\\s+/g, " "),
    place: [...document.querySelectorAll("*")].indexOf(stop),
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSeen: [...stop.getClientRects(), cut].some(isThere),
    isWithin: !dialog || dialog.contains(stop),
    url: location.href,
  };
}"""


@dataclass(frozen=True)
class Stop:
    """What has the focus: its accessible name, and its place among all elements of the page."""

    name: str
    place: int


class Keyboard:
    """Tab, Shift+Tab and other keys on one page; every stop must show its focus, uncovered, and change nothing."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type `text`, as an input method hands it over."""
        self._page.keyboard.insert_text(text)

    def to(self, name: str, key: str = "Tab") -> Stop:
        """Go on until the focus is on what is called `name`, or begins so."""
        for _ in range(_MOST):
            stop = self.step(key)
            if stop and stop.name.startswith(name):
                return stop
        raise AssertionError(f"{key} never reaches 「{name}」")

    def step(self, key: str = "Tab") -> Stop | None:
        """The next stop; None at either end of the page."""
        before = self._page.url
        self.press(key)
        seen: dict[str, Any] | None = self._page.evaluate(_STOP)
        if seen is None:
            return None
        assert seen["isOutlined"], f"no visible focus on 「{seen['name']}」"
        assert seen["isSeen"], f"the focus on 「{seen['name']}」 is covered or out of sight"
        assert seen["isWithin"], f"「{seen['name']}」 lies behind the open dialog"
        assert seen["url"] == before, f"focus alone on 「{seen['name']}」 went elsewhere"
        return Stop(seen["name"], seen["place"])

    def name(self) -> str:
        """The name of what has the focus now."""
        seen = self._page.evaluate(_STOP)
        return str(seen["name"]) if seen else ""
