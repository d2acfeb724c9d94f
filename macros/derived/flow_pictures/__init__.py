"""Pictures of who gives what to whom: from arrows to boxes and lines at exact places. Pure: no HTML, no files.

Any list of arrows makes a picture: those of one part of a 諮問 (`parts.py`), or those of one item or operation across
many (`words.py`). Templates in `overrides/flow_pictures/` turn a picture into SVG and a table.
"""

from macros.derived.flow_pictures.arrows import Arrow, Party, Side
from macros.derived.flow_pictures.parts import PartArrows, part_pictures
from macros.derived.flow_pictures.picture import Picture
from macros.derived.flow_pictures.words import item_arrows, item_picture, operation_picture

__all__ = [
    "Arrow",
    "PartArrows",
    "Party",
    "Picture",
    "Side",
    "item_arrows",
    "item_picture",
    "operation_picture",
    "part_pictures",
]
