"""What the block person does otherwise: politely, exactly, and until a part comes off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Acting, Hand, Mark, Pose
from pyojeong.performing.character.acts import motions
from pyojeong.performing.character.acts.act import Act, play
from pyojeong.performing.character.acts.emotions import EMOTION_ACTS
from pyojeong.performing.character.acts.faces import face
from pyojeong.performing.character.acts.moments import MOMENTS
from pyojeong.performing.character.acts.stances import CHEST, HANGING, HIGH, beside_head, both, on_body, one
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


_PLEASED = play(
    face(_E.JOY, 0.6, jawOpen=0.1),
    one(beside_head(1.3, 0.1, Hand.THUMB), CHEST, lean_degrees=0.0, ears=0.6, bow=0.0),
    _M.SPARKLE,
)
_DOWN = play(
    face(_E.SADNESS, 0.8),
    both(HANGING, head_shift=(0.0, 0.16), ears=-1.0, turn=(0.0, 0.3)),
    _M.GLOOM,
    _M.TEAR,
)
_REFUSED = play(
    face(_E.DISGUST, 0.8),
    both(on_body(-0.55, -0.1, Hand.STOP, bend=0.3, turn=10), turn=(-0.4, 0.0), ears=-0.4),
    _M.SCRIBBLE,
)
_CHEERED = play(
    face(_E.JOY, 1.0, jawOpen=0.62, eyeBlink=0.9),
    both(HIGH, lift=0.08, ears=1.0, head_shift=(0.0, -0.14)),
    _M.CONFETTI,
)
OWN_ACTS: Mapping[str, Act | str] = MappingProxyType(
    dict(
        (
            _acted("joy", _PLEASED),
            _acted("sadness", _DOWN),
            _acted("disgust", _REFUSED),
            _acted("joy-strong", _CHEERED),
            _gag("sadness-strong", "fall-apart", _M.STREAM, motion=motions.SOB),
            _gag("anger-strong", "gears", _M.FLUSH, _M.STEAM, motion=motions.TREMBLE),
            _gag("fear-strong", "cube", _M.PALE, _M.SHIVER, motion=motions.TREMBLE),
            _gag("embarrassment-strong", "puzzle", _M.SPLASH),
            _gag("surprise-strong", "exploded", _M.EXCLAIM, motion=motions.START),
            _gag("disgust-strong", "receipt", _M.GREEN, _M.SWEAT),
            _gag("neutral-strong", "loading"),
            _gag("sob", "fall-apart", _M.STREAM, motion=motions.SOB),
            _gag("exhausted", "fall-apart", _M.GLOOM),
            _gag("heartbroken", "fall-apart", _M.TEAR),
            _gag("furious", "gears", _M.FLUSH, _M.STEAM, motion=motions.TREMBLE),
            _gag("headache", "gears", _M.SWEAT),
            _gag("panic", "puzzle", _M.SPLASH),
            _gag("shocked", "exploded", _M.EXCLAIM, motion=motions.START),
            _gag("scared", "cube", _M.SHIVER, motion=motions.TREMBLE),
            _gag("waiting", "loading"),
            _gag("zoning-out", "loading"),
            _gag("thanks-a-lot", "right-angle"),
            _gag("really-sorry", "right-angle", _M.SWEAT),
            _gag("love", "heart-out", _M.HEART),
            _gag("proud", "stack", _M.SPARKLE),
            _gag("confident", "stack", _M.SPARKLE),
            _gag("payday", "receipt", _M.SPARKLE),
            _gag("broke", "receipt", _M.GLOOM),
        )
    )
)
"""Emotions and moments it does in its own way."""
