"""One attribute a file: each compares two profiles and returns a Finding, its score and why."""
