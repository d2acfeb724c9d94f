"""Every kind of page enlarged, narrow, with wider spacing: nothing is cut off, nothing scrolls sideways, nothing moves."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.page_examples import MIHON_TEMPLATES, TEMPLATES
from tests.search_page import wait_for_answer
from tests.windows import Window

Seen = dict[str, Any]
_SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""  # WCAG 1.4.12
_SEEN = """() => {
  const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
  const isCut = (each, { overflowX, overflowY }) => each.clientWidth > 2 && (
    cuts(overflowX) && each.scrollWidth > each.clientWidth + 1 || cuts(overflowY) && each.scrollHeight > each.clientHeight + 1);
  const shown = [...document.querySelectorAll("body :not(svg, svg *)")].filter(
    (each) => each.textContent.trim() && !each.closest(".visually-hidden") && each.checkVisibility());
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    cut: shown.filter((each) => isCut(each, getComputedStyle(each))).map((each) => each.outerHTML.slice(0, 120)),
    moving: document.getAnimations().length,
  };
}"""
_FITS = {"sideways": 0, "cut": [], "moving": 0}


@pytest.fixture(scope="module")
def seen(module_window: Window, address: str, mihon_address: str) -> dict[str, dict[str, Seen]]:
    """What is seen of every kind of page, by the way it is looked at; each is opened once."""
    looks: dict[str, dict[str, Seen]] = {}
    for origin, paths in ((address, TEMPLATES), (mihon_address, MIHON_TEMPLATES)):
        visit = module_window(origin, bypass_csp=True)
        for path in paths:
            page = visit.go(path)
            if "?q=" in path:
                wait_for_answer(page)
            for way, look in _ways(page).items():
                looks.setdefault(way, {})[origin + path] = look
    return looks


def _ways(page: Page) -> dict[str, Seen]:
    ways = {f"{width} pixels": _look(page, width) for width in (320, 640, 1280)}
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    ways |= {f"large text at {width}": _look(page, width) for width in (360, 1280)}
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.add_style_tag(content=_SPACED)
    return ways | {f"spaced at {width}": _look(page, width) for width in (320, 1280)}


def _look(page: Page, width: int) -> Seen:
    page.set_viewport_size({"width": width, "height": 800})
    looked: Seen = page.evaluate(_SEEN)
    return looked | {"sideways": max(looked["sideways"], 0)}


def _unfit(looks: dict[str, Seen]) -> dict[str, Seen]:
    return {path: look for path, look in looks.items() if look != _FITS}


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(width: int, seen: dict[str, dict[str, Seen]]) -> None:
    assert _unfit(seen[f"{width} pixels"]) == {}


@pytest.mark.parametrize(
    "way", ["640 pixels", "large text at 360", "large text at 1280"]
)  # the window at 200 %, and the text alone
def test_nothing_is_lost_when_everything_is_twice_as_large(way: str, seen: dict[str, dict[str, Seen]]) -> None:
    assert _unfit(seen[way]) == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_lost_with_wider_spacing(width: int, seen: dict[str, dict[str, Seen]]) -> None:
    assert _unfit(seen[f"spaced at {width}"]) == {}


def test_nothing_moves_by_itself(seen: dict[str, dict[str, Seen]]) -> None:
    assert {path for looks in seen.values() for path, look in looks.items() if look["moving"]} == set()
