"""One verb a stage."""


def main() -> None:
    """The entry point."""
