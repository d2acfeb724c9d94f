"""What people get: pages, their HTML, addresses that never die, publishing, preview and server."""
