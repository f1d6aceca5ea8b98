"""Acts: what a character does for an emotion or a moment, still and moving."""

from pyojeong.performing.character.acts.act import Act
from pyojeong.performing.character.acts.choosing import act_for, act_of, moments_for, portrait_for
from pyojeong.performing.character.acts.moments import MOMENTS
from pyojeong.performing.character.acts.temper import Temper

__all__ = ["MOMENTS", "Act", "Temper", "act_for", "act_of", "moments_for", "portrait_for"]
