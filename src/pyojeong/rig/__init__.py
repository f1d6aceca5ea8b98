"""WHAT A FACE DOES: ARKit names, expressions, how a mood becomes one, and how it moves in time. Arithmetic only."""

from pyojeong.rig.expression import Expression, mix
from pyojeong.rig.names import ARKIT_NAMES

__all__ = ["ARKIT_NAMES", "Expression", "mix"]
