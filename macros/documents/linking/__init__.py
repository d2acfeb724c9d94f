"""Minutes → the same with links: every citation of a 諮問, clause, answer or meeting that the archive has.

`finding.py` finds them in lines; `paragraphs.py` joins what a margin broke; `markdown.py`, `word.py` and `word_lines.py`
know the formats.
"""
