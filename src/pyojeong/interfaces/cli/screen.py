"""What goes to stdout and what goes to stderr."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def speak_utf8() -> None:
    """Let redirected output be UTF-8 whatever the locale, and let no odd character stop it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def print_json(document: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
    """Write ``document`` to stdout as the only thing there."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def show(what: RenderableType) -> None:
    """Write something for people to stdout."""
    from rich.console import Console

    Console(file=sys.stdout, highlight=False).print(what)


def complain(line: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(line + "\n")


def stderr_console() -> Console:
    """Where progress is drawn, so that stdout stays what was asked for."""
    from rich.console import Console

    return Console(file=sys.stderr, highlight=False)
