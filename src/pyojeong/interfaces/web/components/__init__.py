"""The parts of the pages that live in the browser: one a file."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
SENDING = FOLDER / "sending.js"
"""How files come in; a part that imports it names it among its ``dependencies``."""
