"""What the doodle does otherwise: strong feelings are gags, weak ones hardly worth lifting a hand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Hand, Legs, Mark, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.moments import MOMENTS
from pyojeong.performing.character.acts.stances import (
    BELLY,
    FIST_UP,
    HANGING,
    LIMP,
    NAPE,
    beside_head,
    from_body,
    one,
)
from pyojeong.performing.character.marks import REST_STRENGTH
from pyojeong.performing.character.motion import Motion

_E, _M = Emotion, Mark
_SHARED: Mapping[str, Act] = {**{act.name: act for act in EMOTION_ACTS}, **MOMENTS}


def _acted(name: str, key: Acting, motion: Motion | None = None) -> tuple[str, Act]:
    """A shared act's name with another key moment."""
    return name, replace(_SHARED[name], key=key, motion=motion or _SHARED[name].motion)


def _gag(name: str, gag: str, *marks: Mark, motion: Motion = motions.BREATHE) -> tuple[str, Act]:
    """A shared act done by a gag: its face, other marks, no pose to be kept."""
    shared = _SHARED[name]
    key = replace(shared.key, gag=gag, pose=Pose(), marks=dict.fromkeys(marks, REST_STRENGTH))
    return name, replace(shared, key=key, motion=motion)


_SMUG = play(
    face(_E.JOY, 0.62, mouthLeft=0.35, jawOpen=0.1),
    one(beside_head(1.3, 0.42, Hand.TWO, turn=-60), BELLY, lean_degrees=5, ears=0.3),
    _M.SPARKLE,
)
_MOPING = play(
    face(_E.SADNESS, 0.75, eyeLookDown=0.5, headRoll=-6.0),
    one(from_body(1.5, 0.98, Hand.POINT, turn=60), LIMP, legs=Legs.SIT, ears=-1.0, turn=(0.25, 0.3)),
    _M.GLOOM,
    _M.TEAR,
)
_GRUMBLING = play(
    face(_E.ANGER, 0.8, eyeWide=0.0, mouthLeft=0.4),
    one(FIST_UP, lean_degrees=4, turn=(0.1, 0.0), ears=0.4),
    _M.VEIN,
    _M.SCRIBBLE,
)
_HEHE = play(
    face(_E.EMBARRASSMENT, 0.5, mouthSmile=0.6, tongueOut=0.6, eyeBlinkLeft=0.95, cheekSquintLeft=0.6, blush=0.8),
    one(NAPE, HANGING, lean_degrees=6, ears=0.2),
    _M.SWEAT,
    _M.BLUSH,
)
_EAR = beside_head(1.34, 0.02, Hand.POINT, bend=1.0, turn=-100)
_BORED = play(rest(), one(_EAR, HANGING, lean_degrees=-2, turn=(-0.1, 0.0)))
OWN_ACTS: Mapping[str, Act | str] = MappingProxyType(
    dict(
        (
            _acted("joy", _SMUG),
            _acted("sadness", _MOPING),
            _acted("anger", _GRUMBLING),
            _acted("embarrassment", _HEHE),
            _acted("neutral", _BORED),
            _gag("joy-strong", "noodle-dance", _M.CONFETTI, motion=motions.SWAY),
            _gag("sadness-strong", "tear-puddle", _M.GLOOM, motion=motions.SOB),
            _gag("anger-strong", "lid", motion=motions.TREMBLE),
            _gag("fear-strong", "stick-run", _M.PALE, motion=motions.TREMBLE),
            _gag("embarrassment-strong", "eraser", _M.FLUSH, _M.SPLASH),
            _gag("surprise-strong", "jaw-drop", _M.EXCLAIM, motion=motions.START),
            _gag("disgust-strong", "rainbow", _M.GREEN, motion=motions.SOB),
            _gag("neutral-strong", "lounge", _M.DOTS),
            _gag("sob", "tear-puddle", _M.GLOOM, motion=motions.SOB),
            _gag("exhausted", "soul", _M.PALE),
            _gag("speechless", "soul", _M.DOTS),
            _gag("disgusted", "rainbow", _M.GREEN, motion=motions.SOB),
            _gag("panic", "balloon", _M.SPLASH),
            _gag("headache", "balloon", _M.VEIN),
            _gag("embarrassed", "eraser", _M.FLUSH),
            _gag("furious", "lid", motion=motions.TREMBLE),
            _gag("shocked", "jaw-drop", _M.EXCLAIM, motion=motions.START),
            _gag("dancing", "noodle-dance", _M.NOTE, motion=motions.SWAY),
            _gag("bored", "lounge"),
            _gag("home", "lounge", _M.NOTE),
            _gag("off-work", "stick-run", _M.SPARKLE),
            _gag("working", "self-drawing", _M.SWEAT),
        )
    )
)
"""Emotions and moments it does in its own way."""
