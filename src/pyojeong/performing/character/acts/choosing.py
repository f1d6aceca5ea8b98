"""Which act a character does: the shared one, or its design's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

from pyojeong.emotion import Emotion
from pyojeong.performing.character.acting import Legs
from pyojeong.performing.character.acts.act import Act
from pyojeong.performing.character.acts.emotions import BANDS, STRONG_FROM
from pyojeong.performing.character.acts.moments import MOMENTS
from pyojeong.rig.expression import mix

_OFF_THE_FEET = frozenset({Legs.SIT, Legs.KNEEL, Legs.LIE})


@runtime_checkable
class OwnActs(Protocol):
    """A design that does some things in its own way.

    Attributes:
        own_acts: Name of an act (a moment, or an emotion's as in `BANDS`) → an act of its own, or a gag's name.
    """

    own_acts: Mapping[str, Act | str]


def act_for(emotion: Emotion, intensity: float = 1.0, *, design: object | None = None) -> Act:
    """What is done for ``emotion``: from `STRONG_FROM` on the second band's act, below it the first's.

    The face is scaled within its band, so that .3 is less than .5; pose and marks stay.

    >>> act_for(Emotion.JOY, 0.3).name, act_for(Emotion.JOY, 0.9).name
    ('joy', 'joy-strong')

    Raises:
        ValueError: When the intensity is not in (0, 1].
    """
    return _scaled(own(_banded(emotion, intensity), design), intensity)


def portrait_for(emotion: Emotion, intensity: float = 1.0, *, design: object | None = None) -> Act:
    """``emotion`` acted on one's own feet: by no gag, not seated, not lying; being calm has no second band.

    >>> from pyojeong.performing.character.designs import DESIGNS
    >>> portrait_for(Emotion.NEUTRAL, design=DESIGNS["chibi"]).name, portrait_for(Emotion.FEAR).name
    ('neutral', 'fear-strong')

    Raises:
        ValueError: When the intensity is not in (0, 1].
    """
    shared = BANDS[emotion][0] if emotion is Emotion.NEUTRAL else _banded(emotion, intensity)
    act = own(shared, design)
    if act.key.gag or act.key.pose.legs in _OFF_THE_FEET:
        act = shared
    if act.key.pose.legs in _OFF_THE_FEET:
        act = replace(act, key=replace(act.key, pose=replace(act.key.pose, legs=Legs.STAND)))
    return _scaled(act, intensity)


def _banded(emotion: Emotion, intensity: float) -> Act:
    """The shared act of the band that ``intensity`` lies in."""
    if not 0.0 < intensity <= 1.0:
        raise ValueError(f"intensity must be in (0, 1], but got {intensity!r}")
    soft, strong = BANDS[emotion]
    return strong if intensity >= STRONG_FROM else soft


def _scaled(act: Act, intensity: float) -> Act:
    """``act`` with its face as strong as ``intensity`` is in its band."""
    low, high = (STRONG_FROM, 1.0) if intensity >= STRONG_FROM else (0.0, STRONG_FROM)
    share = 0.8 + 0.2 * (intensity - low) / (high - low)
    key = replace(act.key, expression=mix({act.key.expression: share}))
    return replace(act, intensity=intensity, key=key)


def act_of(moment: str, *, design: object | None = None) -> Act:
    """What is done at ``moment``.

    Raises:
        ValueError: When there is no such moment, with those there are.
    """
    if moment not in MOMENTS:
        raise ValueError(f"moment must be one of {', '.join(MOMENTS)}, but got {moment!r}")
    return own(MOMENTS[moment], design)


def own(act: Act, design: object | None) -> Act:
    """``act`` as ``design`` does it, when it has an act or a gag of its own for it."""
    if not isinstance(design, OwnActs):
        return act
    found = design.own_acts.get(act.name, act)
    return act.played(found) if isinstance(found, str) else found


def moments_for(words: str) -> tuple[Act, ...]:
    """Moments whose name or search words occur in ``words`` or the other way round, the best first.

    >>> moments_for("생일 축하해!")[0].name
    'birthday'
    """
    wanted = "".join(words.casefold().split())
    scored = [(_likeness(act, wanted), act) for act in MOMENTS.values()]
    return tuple(act for score, act in sorted(scored, key=lambda pair: -pair[0]) if score > 0)


def _likeness(act: Act, wanted: str) -> int:
    """Letters of the longest name or tag that is in what was wanted, or contains it."""
    names = ["".join(name.casefold().split()) for name in (act.korean, act.english, *act.tags)]
    found = [name for name in names if wanted and (name in wanted or wanted in name)]
    return max((min(len(name), len(wanted)) for name in found), default=0)
