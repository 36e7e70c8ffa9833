"""Contested: a ledger of who says what happened in a war, where, when, to whom and how surely."""

__version__ = "0.1.0"
