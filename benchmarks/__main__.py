"""Every benchmark in turn: ``python -m benchmarks`` or ``make bench``; names as arguments run only those."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

NAMES = ("text", "portrait", "faces", "reach", "batch", "pages")

if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        if name not in NAMES:
            sys.exit(f"benchmark must be one of {', '.join(NAMES)}, but got {name!r}")
        print(f"\n== {name}", flush=True)
        sys.argv = [str(Path(__file__).with_name(f"{name}.py"))]
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")
