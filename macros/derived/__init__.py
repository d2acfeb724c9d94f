"""What records mean together: references, status, six questions, history, changes, pictures, timelines. Reads no files but git's."""
