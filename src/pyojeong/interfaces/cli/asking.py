"""What a command asks of a person: options and arguments with their help in the person's language."""

from __future__ import annotations

from typing import Any

import typer

from pyojeong.interfaces.messages import say


def option(names: str, korean: str, english: str, *, metavar: str | None = None, panel: str | None = None) -> Any:
    """An option for `typing.Annotated`; ``names`` are parted by spaces, as ``"-o --output"``."""
    return typer.Option(*names.split(), metavar=metavar, rich_help_panel=panel, help=say(korean, english))


def argument(metavar: str, korean: str, english: str) -> Any:
    """An argument for `typing.Annotated`."""
    return typer.Argument(metavar=metavar, help=say(korean, english))
