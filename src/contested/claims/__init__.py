"""A Doc becomes Claims; one file a question."""
