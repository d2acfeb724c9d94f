"""Colours that are not text: lines and frames stand out, and where the system replaces colours every mark is still drawn."""

import re
from typing import Any

import pytest

from tests.archives import ROOT
from tests.windows import Window

_STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("overrides/assets/styles/*.css")))
_LINES = ("line-strong", "accent", "focus", "note-line")  # frames of fields and boxes, arrows, focus, notes
_GROUNDS = ("paper", "surface")
_PAGES = ("/consultations/945/", "/consultations/948/", "/schedules/2023-law-change/", "/items/account-number/")
_MARKS = """() => {
  const canvas = document.createElement("p");
  canvas.style.color = "Canvas";
  document.body.append(canvas);
  const ground = getComputedStyle(canvas).color;
  canvas.remove();
  const drawn = (mark) => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke];
  const isCovered = ({ stroke, paintOrder }) => stroke !== "none" && !paintOrder.startsWith("stroke"); // its own letters
  const isDrawn = (mark) => !(mark.matches("text") && isCovered(getComputedStyle(mark)))
    && drawn(mark).some((colour) => !["none", ground, "rgba(0, 0, 0, 0)"].includes(colour));
  const marks = [...document.querySelectorAll("main svg :is(rect, circle, path, line, polygon, polyline, text)")];
  return { count: marks.length, gone: marks.filter((mark) => !isDrawn(mark)).map((mark) => mark.outerHTML.slice(0, 120)) };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_frames_stand_out_from_what_is_around_them(scheme: str) -> None:
    colours = _colours(scheme)
    weak = {
        (line, ground): round(_contrast(colours[line], colours[ground]), 2)
        for line in _LINES
        for ground in _GROUNDS
        if _contrast(colours[line], colours[ground]) < 3
    }
    assert weak == {}


def test_in_forced_colours_every_mark_is_still_drawn(window: Window, address: str) -> None:
    visit = window(address, forced_colors="active", bypass_csp=True)
    for path in _PAGES:
        page = visit.go(path)
        marks: dict[str, Any] = page.evaluate(_MARKS)
        assert marks["count"] > 0
        assert marks["gone"] == [], path
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", path


def test_nothing_appears_by_being_pointed_at() -> None:
    """Rules for :hover change colours and lines, never what is there."""
    hovered = re.findall(r"[^{}]*:hover[^{}]*\{([^}]*)\}", _STYLES)
    changed = {declaration.split(":")[0].strip() for rule in hovered for declaration in rule.split(";")} - {""}
    assert changed <= {"color", "border-color", "background", "text-decoration", "text-decoration-thickness"}


def _colours(scheme: str) -> dict[str, str]:
    """The site's colours by name, as base.css has them."""
    base = (ROOT / "overrides/assets/styles/base.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root(?:\[data-theme=\"dark\"\])? \{([^}]*--paper[^}]*)\}", base)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}[scheme]))


def _contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
