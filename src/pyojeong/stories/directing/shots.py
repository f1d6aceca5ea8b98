"""Where the camera is: wide when a scene opens, nearer on who speaks, close where a feeling is strong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pyojeong.performing.film.deeds import TOUCHING
from pyojeong.performing.film.screenplay import Framing, Shot, Standing, Turn
from pyojeong.stories.directing.stages import OnStage

#: Height of a face in picture heights: drawn figures are seen from head to foot when wide, to the hips when medium;
#: a close one fills half of the picture. Chosen by eye on the tales of the package, on wide and tall pictures.
_SIZE = {Framing.WIDE: 0.27, Framing.MEDIUM: 0.4, Framing.CLOSE: 0.54}
#: Faces of three are so much smaller: at the size of two their ears and hair touch.
_OF_THREE = 0.85
#: A mood read as strongly as this is seen from close by: 16 of the 63 lines that are said in the tales of the package.
_CLOSE_FROM = 0.62
#: Seconds. Shots shorter than this flicker, longer ones stand still.
_SHORTEST, _LONGEST = 1.6, 7.0
#: Where one, two and three stand, in picture widths.
_PLACES = {1: (0.5,), 2: (0.31, 0.69), 3: (0.2, 0.5, 0.8)}
#: Between the faces of two who touch, in heights of a face: cheeks are near and no nose is hidden.
_TOUCH = 1.3
#: How far somebody turns to another by the widths between them, and at least, [0, 1]: cheeks stay in the picture.
_TURNED, _TURNED_LEAST = 1.6, 0.55
#: Of that, for who speaks or acts: he is heard by us, too.
_TO_US = 0.8


def shots_of(
    turns: Sequence[Turn], stages: Sequence[OnStage], seconds: float, *, unit: float, arriving: bool = True
) -> tuple[Shot, ...]:
    """Shots of a scene, the first at 0; everybody keeps the side they came to.

    Args:
        turns: Lines in order.
        stages: Of each (see `stages_of`).
        seconds: Of the scene.
        unit: Height by which actors are sized (`camera.sized_by`), in picture widths.
        arriving: Whether its place is new, and so seen whole first.
    """
    shots: list[Shot] = []
    for shot in _wished(turns, stages, unit, arriving=arriving):
        if shots and shot.start - shots[-1].start < _SHORTEST:
            continue
        if shots and (shot.framing, shot.standing) == (shots[-1].framing, shots[-1].standing):
            continue
        shots.append(shot)
    last = [shot for shot in shots if seconds - shot.start >= _SHORTEST or shot.start == 0.0]
    return tuple(last) or (Shot(0.0, Framing.WIDE, ()),)


def _wished(turns: Sequence[Turn], stages: Sequence[OnStage], unit: float, *, arriving: bool) -> Iterator[Shot]:
    """A shot a turn: who is on stage, framed for who speaks."""
    for number, (turn, (stage, _)) in enumerate(zip(turns, stages, strict=True)):
        who = turn.feels if turn.feels in stage else None
        start = 0.0 if number == 0 else max(0.0, turn.start - 0.2)
        framing = _framing(turn, who, opening=arriving and number == 0)
        if who is not None and turn.partner in stage:
            yield Shot(start, framing, _touching(stage, who, turn.partner, framing, unit))
            continue
        alone = framing is Framing.CLOSE and who is not None
        row = _row(stage, framing, who, near=_reach(framing, unit) if turn.together and turn.act in TOUCHING else None)
        yield Shot(start, framing, tuple(_moved_in(s, framing) for s in row if s.role == who) if alone else row)
        yield from _held(start, stage, who, turn)


def _framing(turn: Turn, who: str | None, *, opening: bool) -> Framing:
    if who is None or opening:
        return Framing.WIDE
    strong = turn.mood.intensity >= _CLOSE_FROM and not turn.mood.unsure
    return Framing.CLOSE if strong and turn.role == who else Framing.MEDIUM


def _moved_in(standing: Standing, framing: Framing) -> Standing:
    """Somebody alone in the picture, turned as before."""
    return replace(standing, across=0.5, size=_SIZE[framing])


def _held(start: float, stage: Sequence[str], who: str | None, turn: Turn) -> Iterator[Shot]:
    """What a long line shows after a while: who listens, then who speaks again; alone, nearer and back."""
    row = {standing.role: standing for standing in _row(stage, Framing.MEDIUM, who)}
    listeners = [role for role in stage if role != who]
    at, number = start + _LONGEST, 0
    while who is not None and at < turn.end - _SHORTEST:
        near = number % 2 == 0
        seen = listeners[number // 2 % len(listeners)] if near and listeners and turn.role else who
        framing = Framing.CLOSE if near and seen == who else Framing.MEDIUM
        yield Shot(at, framing, (_moved_in(row[seen], framing),))
        at, number = at + _LONGEST, number + 1


def _touching(stage: Sequence[str], who: str, partner: str, framing: Framing, unit: float) -> tuple[Standing, Standing]:
    """Two who touch, near each other and alone in the picture; who does it is before the other."""
    apart = min(_PLACES[2][1] - _PLACES[2][0], _reach(framing, unit))
    side = 1.0 if stage.index(who) < stage.index(partner) else -1.0
    faced = _turned(apart)
    return (
        Standing(partner, 0.5 + side * apart / 2, _SIZE[framing], -side * faced),
        Standing(who, 0.5 - side * apart / 2, _SIZE[framing], side * faced),
    )


def _reach(framing: Framing, unit: float) -> float:
    """How far faces are apart whose hands meet, in picture widths."""
    return _TOUCH * _SIZE[framing] * unit


def _row(stage: Sequence[str], framing: Framing, who: str | None, *, near: float | None = None) -> tuple[Standing, ...]:
    """Everybody on stage, in the order they came, turned towards who acts; ``near`` each other where they touch."""
    across = _PLACES.get(len(stage), ())
    if near is not None:
        across = tuple(0.5 + (number - (len(stage) - 1) / 2) * near for number in range(len(stage)))
    places = dict(zip(stage, across, strict=False))
    size = _SIZE[framing] * (1.0 if len(stage) < 3 else _OF_THREE)
    return tuple(Standing(role, across, size, _facing(role, who, places)) for role, across in places.items())


def _facing(role: str, who: str | None, places: Mapping[str, float]) -> float:
    """Towards whom somebody turns: to who acts; he himself to the others, a little more to us."""
    others = [place for name, place in places.items() if name != role]
    if not others:
        return 0.0
    at = places[who] if who is not None and who in places and who != role else sum(others) / len(others)
    apart = at - places[role]
    if abs(apart) < 0.05:
        return 0.0
    turned = _turned(abs(apart)) * (_TO_US if role == who else 1.0)
    return turned if apart > 0 else -turned


def _turned(apart: float) -> float:
    """How far one turns to another who stands so far away, in picture widths."""
    return min(1.0, max(_TURNED_LEAST, _TURNED * apart))
