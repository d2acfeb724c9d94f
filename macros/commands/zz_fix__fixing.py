"""What the program can mend by itself: the layout of files, and lines for new words. It never decides a fact."""

from macros.commands.fix_layout import Fixed, fix_layouts
from macros.commands.fix_words import add_words

__all__ = ["Fixed", "add_words", "fix_layouts"]
