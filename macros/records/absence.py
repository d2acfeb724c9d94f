"""What stands where nothing can be said: two terms, the same everywhere, explained among the words of the site.

Not a value of a record: a field that is absent is None, and whoever shows it says which of the two it is.
"""

NOT_IN_PAPER = "資料に記載なし"
"""The paper is held and does not say it."""

NOT_HELD = "このサイトに未収録"
"""No paper that would say it is held; it does not follow that there was none."""
