"""The photo performer: a muscle rig on the face mesh, at the photo's own resolution."""

from pyojeong.performing.portrait.performer import Performance, PortraitPerformer, perform
from pyojeong.performing.portrait.stage import Movement, Undo

__all__ = ["Movement", "Performance", "PortraitPerformer", "Undo", "perform"]
