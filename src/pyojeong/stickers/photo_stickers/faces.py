"""Faces photographs perform for strong feelings.

A drawn character weeps and rages with shut eyes and a gaping mouth; a photographed face that does so looks in pain.
Brows and the corners of the mouth tell anger and sorrow on a photo (`rig.prototypes`, salience), so here they go as
far as skin goes, and the eyes stay open. Disgust is told by the nose and the upper lip and only spoilt by lowered
brows, which are anger's; terror by a mouth drawn wide and down, without which it is surprise; embarrassment by a smile
that the brows do not share.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pyojeong.performing.character import Mark
from pyojeong.performing.character.acts.faces import rest
from pyojeong.rig.expression import Expression

_MOVEMENTS: Mapping[tuple[str, ...], Mapping[str, float]] = MappingProxyType(
    {
        ("joy",): dict(
            eyeSquint=0.2,
            cheekSquint=0.6,
            mouthSmile=0.95,
            mouthDimple=0.2,
            mouthUpperUp=0.25,
            jawOpen=0.1,
            headRoll=3.0,
            blush=0.3,
        ),
        ("shy",): dict(
            browInnerUp=0.45,
            eyeSquint=0.25,
            eyeBlink=0.3,
            eyeLookDown=0.9,
            cheekSquint=0.5,
            mouthSmile=0.8,
            mouthPress=0.3,
            mouthRollLower=0.2,
            headPitch=-8.0,
            headRoll=7.0,
            blush=1.0,
        ),
        ("angry", "anger"): dict(
            browDown=1.0,
            eyeSquint=0.6,
            noseSneer=0.5,
            mouthPress=0.9,
            mouthFrown=0.9,
            mouthShrugLower=0.6,
            mouthRollLower=0.3,
            blush=0.25,
        ),
        ("furious", "anger-strong"): dict(
            browDown=1.0,
            eyeWide=0.3,
            eyeSquint=0.45,
            noseSneer=0.9,
            mouthUpperUp=0.9,
            mouthLowerDown=0.8,
            mouthStretch=0.6,
            jawOpen=0.42,
            blush=0.45,
        ),
        ("sadness",): dict(
            browInnerUp=1.0,
            browDown=0.2,
            eyeBlink=0.2,
            eyeLookDown=0.25,
            mouthFrown=1.0,
            mouthShrugLower=0.8,
            headPitch=-3.0,
            headRoll=-4.0,
        ),
        ("sadness-strong",): dict(
            browInnerUp=1.0,
            browDown=0.3,
            eyeSquint=0.7,
            eyeBlink=0.55,
            cheekSquint=0.5,
            mouthFrown=1.0,
            mouthStretch=0.4,
            mouthShrugLower=0.5,
            jawOpen=0.3,
            headPitch=-3.0,
        ),
        ("embarrassment",): dict(
            browInnerUp=0.9,
            eyeSquint=0.2,
            eyeLookDown=0.5,
            eyeLookOutRight=0.6,
            eyeLookInLeft=0.6,
            mouthSmileLeft=0.6,
            mouthSmileRight=0.25,
            mouthPress=0.4,
            mouthRollLower=0.4,
            headYaw=-8.0,
            headPitch=-6.0,
            headRoll=5.0,
            blush=1.0,
        ),
        ("embarrassed", "embarrassment-strong"): dict(
            browInnerUp=1.0,
            eyeSquint=0.15,
            eyeWide=0.35,
            mouthSmile=0.35,
            mouthStretch=0.9,
            mouthUpperUp=0.35,
            mouthLowerDown=0.6,
            jawOpen=0.1,
            headPitch=2.0,
            headRoll=4.0,
            blush=1.0,
        ),
        ("fear", "scared"): dict(
            browInnerUp=1.0,
            browOuterUp=0.2,
            eyeWide=0.8,
            mouthLowerDown=0.4,
            mouthFrown=0.6,
            mouthStretch=0.8,
            jawOpen=0.12,
            headPitch=2.0,
        ),
        ("fear-strong",): dict(
            browInnerUp=1.0,
            browDown=0.1,
            eyeWide=1.0,
            noseSneer=0.4,
            mouthUpperUp=0.35,
            mouthLowerDown=0.8,
            mouthFrown=1.0,
            mouthStretch=1.0,
            jawOpen=0.85,
            headPitch=3.0,
        ),
        ("disgust",): dict(
            browInnerUp=0.25,
            browDown=0.3,
            eyeSquint=0.85,
            cheekSquint=0.7,
            noseSneerLeft=1.0,
            noseSneerRight=0.7,
            mouthUpperUpLeft=1.0,
            mouthUpperUpRight=0.4,
            mouthFrown=1.0,
            mouthLeft=0.35,
            mouthShrugLower=0.2,
            jawOpen=0.1,
            headYaw=10.0,
        ),
        ("disgusted", "disgust-strong"): dict(
            browInnerUp=0.3,
            browDown=0.35,
            eyeSquint=1.0,
            cheekSquint=0.9,
            noseSneer=1.0,
            mouthUpperUp=1.0,
            mouthFrown=0.8,
            mouthLowerDown=0.5,
            jawOpen=0.22,
            tongueOut=1.0,
            headYaw=8.0,
            headPitch=4.0,
        ),
    }
)
"""By the names of the moments; a movement without a side is of both."""
PHOTO_FACES: Mapping[str, Expression] = MappingProxyType(
    {name: rest(**movements) for names, movements in _MOVEMENTS.items() for name in names}
)
"""By the name of the moment; others perform the drawn act's expression."""
PHOTO_MARKS: Mapping[str, Mapping[Mark, float]] = MappingProxyType(
    {
        "embarrassment": {Mark.SWEAT: 1.0},
        "embarrassed": {Mark.SPLASH: 1.0, Mark.SWEAT: 1.0},
        "embarrassment-strong": {Mark.SPLASH: 1.0, Mark.SWEAT: 1.0},
        "disgust": {Mark.SHIVER: 1.0, Mark.GREEN: 0.6},
        "disgusted": {Mark.SHIVER: 1.0, Mark.GREEN: 1.0},
        "disgust-strong": {Mark.SWEAT: 1.0, Mark.SHIVER: 1.0, Mark.GREEN: 1.0},
        "fear": {Mark.SWEAT: 1.0, Mark.SHIVER: 1.0, Mark.PALE: 0.5},
        "fear-strong": {Mark.SPLASH: 1.0, Mark.SHIVER: 1.0, Mark.PALE: 1.0},
    }
)
"""Marks and their strengths instead of the drawn act's: stars around a photographed head look like a blow on it."""
