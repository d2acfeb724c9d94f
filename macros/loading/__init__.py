"""Reads a `data/` folder: all records of a council, or every problem in them. Derives nothing and shows nothing."""
