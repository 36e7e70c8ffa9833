"""Accuracy and speed on corpora beside the project, against pinned floors."""
