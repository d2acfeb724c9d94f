"""What is new, for those who subscribe: entries, and which feeds they make. No XML; see `exports/feeds.py`."""
