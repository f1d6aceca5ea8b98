"""DIRECTS: a score, its cast and what was spoken become a screenplay."""

from pyojeong.stories.directing.director import Spoken, directed

__all__ = ["Spoken", "directed"]
