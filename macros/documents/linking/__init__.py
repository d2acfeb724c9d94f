"""Minutes → the same with links: every citation of a 諮問, clause, answer or meeting that the archive has.

`links.py` finds them in lines; `paragraphs.py` joins what a margin broke; `markdown.py` and `docx.py` know the
formats; `meeting_draft.py` makes a draft of the record of the meeting.
"""
