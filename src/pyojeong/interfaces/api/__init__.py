"""The REST API."""

from pyojeong.interfaces.api.app import create_app

__all__ = ["create_app"]
