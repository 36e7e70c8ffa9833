"""The benchmarks are no installed package: make the checkout importable however pytest is started."""

from __future__ import annotations

import sys
from pathlib import Path

CHECKOUT = str(Path(__file__).parents[2])
if CHECKOUT not in sys.path:
    sys.path.append(CHECKOUT)
