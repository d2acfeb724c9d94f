"""An official document (.docx, .pdf, .txt, .md) → drafts of records for a person to finish. Publishes nothing."""
