"""Did what: candidates for events, and which of them tell one of their own."""
