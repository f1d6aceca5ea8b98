"""What goes to stdout and what goes to stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from pyojeong.interfaces.messages import readable, say

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PATIENCE_SECONDS = 2.0
"""Authored: reading one sentence or one portrait takes less once the models are loaded."""


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
    """Write something for people to stdout: a sentence on one line, brackets and colons of tales and names as they are.

    Else rich takes them for its markup: ``[end]`` is swallowed, ``[/b]`` an error.
    """
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if isinstance(what, str):
        console.print(readable(what), soft_wrap=True)
    else:
        console.print(what)


def show_saved(path: Path, *details: str) -> None:
    """Tell that a file was written, and what is worth knowing about it."""
    show(saved_sentence(path) + (f" ({', '.join(details)})" if details else ""))


def saved_sentence(path: Path | str) -> str:
    """That a file was written."""
    return say(f"{path}에 저장했습니다", f"Saved {path}")


def complain(line: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(readable(line) + "\n")


@contextmanager
def patience() -> Iterator[None]:
    """Tells a person who watches that the work is being prepared, once, when that takes `PATIENCE_SECONDS`.

    Where nobody watches, stderr keeps to what went wrong.
    """
    if not sys.stderr.isatty():
        yield
        return
    # A copy of the descriptor: the original leads nowhere while native libraries are hushed.
    with os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8", buffering=1) as screen:
        timer = Timer(PATIENCE_SECONDS, screen.write, [say("준비하는 중…\n", "Getting ready…\n")])
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def stderr_console() -> Console:
    """Where progress is drawn, so that stdout stays what was asked for."""
    from rich.console import Console

    return Console(file=sys.stderr, highlight=False)
