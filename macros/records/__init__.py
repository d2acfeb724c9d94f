"""The records and the questions they answer: pure data, no files, no HTML, no MkDocs."""
