"""A picture: arrows under one title, in words and in both layouts. All that a template asks for."""

from dataclasses import dataclass
from functools import cached_property

from macros.derived.flow_pictures.arrows import Arrow
from macros.derived.flow_pictures.drawing import NARROW, WIDE, Drawing
from macros.derived.flow_pictures.layout import drawing
from macros.derived.flow_pictures.star_layout import Star, stars


@dataclass(frozen=True)
class Picture:
    """`name` is ASCII and unlike any other picture's on its page."""

    name: str
    title: str
    arrows: tuple[Arrow, ...]
    left_out: int = 0
    """How many more arrows there are than a picture can show."""
    like: "Picture | None" = None
    """An earlier picture of the page that differs from this one only by the channel, and is drawn for both."""

    @property
    def shape(self) -> tuple[object, ...]:
        """The same of two pictures that differ only by the channel."""
        return tuple(arrow.shape for arrow in self.arrows)

    @property
    def description(self) -> str:
        """The whole picture in sentences."""
        return "".join(arrow.sentence for arrow in self.arrows)

    @property
    def is_stated(self) -> bool:
        """Whether a clause says any of it; else it shows only between whom the act lies."""
        return any(arrow.place for arrow in self.arrows)

    @cached_property
    def _stars(self) -> tuple[Star, ...]:
        return stars(self.arrows)

    @property
    def narrow(self) -> Drawing:
        """For a phone: two columns."""
        return drawing(self._stars, NARROW)

    @property
    def wide(self) -> Drawing:
        """For a page: up to three columns."""
        return drawing(self._stars, WIDE)
