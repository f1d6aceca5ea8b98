"""What the tiger does otherwise: small feelings with a straight back, large ones as gags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Arm, Hand, Layer, Mark, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.acts.faces import face, rest
from pyojeong.performing.character.acts.moments import MOMENTS
from pyojeong.performing.character.acts.stances import HANGING, MOUTH, at_head, one
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


_COUGH = at_head(0.12, 0.86, Hand.FIST, bend=0.9)
_RESERVED = play(
    face(_E.JOY, 0.5, eyeBlink=0.9, cheekSquint=0.6, headPitch=10.0),
    one(_COUGH, HANGING, ears=0.4, turn=(-0.2, -0.2)),
    _M.BLUSH,
    _M.NOTE,
)
_MELANCHOLY = play(
    face(_E.SADNESS, 0.75, eyeLookDown=0.4, headRoll=8.0),
    Pose(ears=-1.0, turn=(0.25, 0.3), head_shift=(0.05, 0.08)),
    _M.GLOOM,
    _M.TEAR,
)
_GLARE = play(
    face(_E.ANGER, 0.85, eyeWide=0.0), Pose(ears=-0.8, head_shift=(0.0, 0.10), turn=(0.0, 0.2)), _M.VEIN, _M.PUFF
)
_CAUGHT = play(
    face(_E.EMBARRASSMENT, 0.7, eyeLookOutRight=0.8, eyeLookInLeft=0.8, blush=0.9),
    one(MOUTH, HANGING, ears=-0.5, turn=(-0.3, 0.05)),
    _M.SWEAT,
    _M.BLUSH,
)
_WAVED_OFF = play(
    face(_E.DISGUST, 0.8),
    one(Arm((1.6, -0.3), hand=Hand.STOP, bend=0.6, layer=Layer.BESIDE), HANGING, turn=(-0.7, -0.05), ears=-0.6),
    _M.SCRIBBLE,
)
OWN_ACTS: Mapping[str, Act | str] = MappingProxyType(
    dict(
        (
            _acted("joy", _RESERVED),
            _acted("sadness", _MELANCHOLY),
            _acted("anger", _GLARE),
            _acted("embarrassment", _CAUGHT),
            _acted("disgust", _WAVED_OFF),
            _acted("neutral", play(rest(), Pose())),
            _gag("joy-strong", "tail-writes", _M.BLUSH, _M.SPARKLE, motion=motions.SWAY),
            _gag("sadness-strong", "rug", _M.STREAM, _M.GLOOM, motion=motions.SOB),
            _gag("anger-strong", "splash", _M.FLUSH, motion=motions.TREMBLE),
            _gag("fear-strong", "persimmon", _M.PALE, _M.SPLASH, motion=motions.TREMBLE),
            _gag("embarrassment-strong", "scroll", _M.FLUSH, _M.SPLASH),
            _gag("surprise-strong", "blot", _M.EXCLAIM, motion=motions.START),
            _gag("neutral-strong", "loaf", _M.DOTS),
            _gag("angry", "meow", _M.VEIN),
            _gag("furious", "splash", _M.FLUSH, motion=motions.TREMBLE),
            _gag("confident", "meow", _M.SPARKLE),
            _gag("laugh", "tail-writes", motion=motions.SWAY),
            _gag("cry", "tail-writes", _M.TEAR),
            _gag("speechless", "tail-writes", _M.DOTS),
            _gag("exhausted", "rug", _M.GLOOM),
            _gag("tired", "rug"),
            _gag("shocked", "blot", _M.EXCLAIM, motion=motions.START),
            _gag("scared", "persimmon", _M.PALE, motion=motions.TREMBLE),
            _gag("shy", "scroll", _M.BLUSH),
            _gag("embarrassed", "scroll", _M.FLUSH),
            _gag("relaxed", "loaf"),
            _gag("sleeping", "loaf", _M.SLEEP),
            _gag("home", "loaf", _M.NOTE),
        )
    )
)
"""Emotions and moments it does in its own way."""
