"""``pyojeong models list`` and ``verify``."""

from __future__ import annotations

from pyojeong.interfaces.cli.options import AsJson


def list_models(as_json: AsJson = False) -> None:
    """List the models with their source, licence and measured quality."""


def verify_models(as_json: AsJson = False) -> None:
    """Check that the model files are whole."""
