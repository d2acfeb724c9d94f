"""What the program can mend by itself: the layout of files, and lines for new words. It never decides a fact."""

from macros.fixing.layouts import Fixed, fix_layouts
from macros.fixing.words import add_words

__all__ = ["Fixed", "add_words", "fix_layouts"]
