"""Faces photographs perform for strong feelings.

A drawn character weeps and rages with shut eyes and a gaping mouth; a photographed face that does so looks in pain.
Brows and the corners of the mouth tell anger and sorrow on a photo (`rig.prototypes`, salience), so here they go as
far as skin goes, and the eyes stay open.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character.acts.faces import rest
from pyojeong.rig.expression import Expression

_SCOWL = rest(
    browDown=1.0,
    noseSneer=0.5,
    eyeSquint=0.6,
    mouthPress=0.9,
    mouthFrown=0.9,
    mouthShrugLower=0.6,
    mouthRollLower=0.3,
    blush=0.25,
)
_ROAR = rest(
    browDown=1.0,
    noseSneer=0.9,
    eyeWide=0.3,
    eyeSquint=0.45,
    mouthUpperUp=0.9,
    mouthLowerDown=0.8,
    mouthStretch=0.6,
    jawOpen=0.42,
    blush=0.45,
)
_SORROW = rest(
    browInnerUp=1.0,
    browDown=0.2,
    mouthFrown=1.0,
    mouthShrugLower=0.8,
    eyeBlink=0.2,
    eyeLookDown=0.25,
    headPitch=-3.0,
    headRoll=-4.0,
)
_SOBBING = rest(
    browInnerUp=1.0,
    browDown=0.3,
    mouthFrown=1.0,
    mouthStretch=0.4,
    mouthShrugLower=0.5,
    cheekSquint=0.5,
    eyeSquint=0.7,
    eyeBlink=0.55,
    jawOpen=0.3,
    headPitch=-3.0,
)
_REVOLTED = rest(
    noseSneer=1.0,
    mouthUpperUp=0.75,
    browDown=0.75,
    eyeSquint=0.6,
    cheekSquint=0.4,
    mouthFrown=0.7,
    mouthShrugLower=0.5,
    jawOpen=0.06,
    headYaw=5.0,
)
PHOTO_FACES: Mapping[str, Expression] = MappingProxyType(
    {
        **dict.fromkeys(("angry", "anger"), _SCOWL),
        **dict.fromkeys(("furious", "anger-strong"), _ROAR),
        "sadness": _SORROW,
        "sadness-strong": _SOBBING,
        **dict.fromkeys(("disgusted", "disgust-strong"), _REVOLTED),
    }
)
"""By the name of the moment; others perform the drawn act's expression."""
