"""A very large site made by several jobs at once. Each lays its share on a shelf; the last one puts all together.

First the pages (`page_share.py`), then, when the texts of all are there, the index (`index_share.py`), then the site. What comes
out is the same to the byte as what one job makes (docs/decisions/0023-many-jobs.md).
"""
