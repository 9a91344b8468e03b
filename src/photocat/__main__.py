"""``python -m photocat`` is ``photocat``."""

import sys

from photocat.cli import main

if __name__ == "__main__":
    sys.exit(main())
