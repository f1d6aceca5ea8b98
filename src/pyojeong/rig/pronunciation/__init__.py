"""Hangul as it sounds: the rules of 표준 발음법, numbers, letters and symbols read out. Arithmetic only."""

from pyojeong.rig.pronunciation.joining import Joining
from pyojeong.rig.pronunciation.rules import pronounced
from pyojeong.rig.pronunciation.syllable import Boundary, Syllable

__all__ = ["Boundary", "Joining", "Syllable", "pronounced"]
