"""Cells that a spreadsheet shows and does not run."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins so is run as a formula (OWASP, "CSV Injection"); an apostrophe keeps it text."""


def kept_as_text(cell: object) -> object:
    """The cell as a spreadsheet takes it for text, where it is text; numbers stay numbers.

    >>> kept_as_text("=1+1"), kept_as_text(-0.5)
    ("'=1+1", -0.5)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
