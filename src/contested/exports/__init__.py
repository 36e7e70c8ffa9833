"""One file a format, one contract; policies compile incidents into rows."""
