"""A file, address, feed or archive becomes Reports; no language work."""
