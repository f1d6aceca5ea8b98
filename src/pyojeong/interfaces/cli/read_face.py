"""``pyojeong read face``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyojeong.interfaces.cli.options import AsJson, Pictures
from pyojeong.interfaces.cli.screen import print_json, show

if TYPE_CHECKING:
    pass


def read_face(images: Pictures, as_json: AsJson = False) -> None:
    """Find every face and measure its expression."""
    import typer

    documents, failed = _read(images)
    if as_json and documents:
        print_json(documents[0] if len(images) == 1 else documents)
    elif not as_json:
        for document in documents:
            show(_table(document))
    if failed:
        raise typer.Exit(2)
