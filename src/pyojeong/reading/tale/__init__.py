"""TALES: who says what in a story, and how each line is felt."""

from pyojeong.reading.tale.reader import Cast, TaleReader
from pyojeong.reading.tale.roles import Roles, roles_of

__all__ = ["Cast", "Roles", "TaleReader", "roles_of"]
