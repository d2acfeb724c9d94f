"""Official papers and minutes as councils write them: papers → drafts of records, minutes → the same with links. Publishes nothing."""
