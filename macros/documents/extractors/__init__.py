"""A file of any kind (.docx, .pdf, .txt, .md) → its lines. What the lines say is read in `importing/`."""
