"""Minutes → the same with links: every citation of a 諮問, clause, answer or meeting that the archive has.

`finding.py` finds them in lines; `text.py`, `markdown.py` and `word.py` know the formats.
"""
