"""The command ``pyojeong``."""

from pyojeong.interfaces.cli.app import app, main

__all__ = ["app", "main"]
