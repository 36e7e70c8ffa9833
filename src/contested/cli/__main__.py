"""``python -m contested.cli``."""

from contested.cli import main

if __name__ == "__main__":
    main()
