"""What many designs wear: ears, tails, glasses, hats and clothes, drawn with the design's own pen.

Every kind is an `Option` with its names, so that a design offers them in its space as they are:
``Choice("ears", "귀", "Ears", some(EARS, "none", "cat"))``.
"""

from pyojeong.performing.character.wear.clothes import CLOTHES, below_chin, clothes
from pyojeong.performing.character.wear.ears import EARS, ears
from pyojeong.performing.character.wear.glasses import GLASSES, glasses
from pyojeong.performing.character.wear.hair import HAIR, hair
from pyojeong.performing.character.wear.hats import HATS, hat
from pyojeong.performing.character.wear.tails import TAILS, tail
from pyojeong.performing.character.wear.worn import NOTHING, Worn, some

__all__ = [
    "CLOTHES",
    "EARS",
    "GLASSES",
    "HAIR",
    "HATS",
    "NOTHING",
    "TAILS",
    "Worn",
    "below_chin",
    "clothes",
    "ears",
    "glasses",
    "hair",
    "hat",
    "some",
    "tail",
]
