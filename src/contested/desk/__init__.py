"""The web page: API, front end, review."""
