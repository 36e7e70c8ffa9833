"""The web page: the API, its front end in ``app/``, review."""
