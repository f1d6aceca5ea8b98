"""Where the camera is: wide when a scene opens, nearer on who speaks, close where a feeling is strong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pyojeong.performing.film.screenplay import Framing, Shot, Standing, Turn

#: Height of a face in picture heights.
_SIZE = {Framing.WIDE: 0.27, Framing.MEDIUM: 0.4, Framing.CLOSE: 0.54}
_CLOSE_FROM = 0.62
#: Shots shorter than this flicker.
_SHORTEST = 1.6
#: A longer one stands still.
_LONGEST = 7.0
_AT_ONCE = 3
#: After such a told line who did it is gone.
_LEAVES = re.compile(
    r"(?:떠났|사라졌|사라져|떠나 버렸|달아났|도망쳤|도망갔|돌아갔|돌아가 버렸"
    r"|숨을 거두|죽었|죽고|날아갔|돌아오지 (?:못|않))"
)
#: How far who speaks turns to the one he speaks to, [0, 1].
_TURNED = 0.4
_PLACES = {1: (0.5,), 2: (0.31, 0.69), 3: (0.2, 0.5, 0.8)}


def shots_of(
    turns: Sequence[Turn],
    seen: set[str],
    seconds: float,
    *,
    arriving: bool = True,
    there: Sequence[Sequence[str]] = (),
    onstage: Sequence[str] = (),
) -> tuple[Shot, ...]:
    """Shots of a scene, the first at 0; everybody keeps the side they came to.

    Args:
        turns: Lines in order.
        seen: Roles that can be seen.
        seconds: Of the scene.
        arriving: Whether its place is new, and so seen whole first.
        there: For every turn who else is there by its words.
        onstage: Who is there already.
    """
    shots: list[Shot] = []
    for shot in _wished(turns, stages_of(turns, seen, there, onstage), arriving=arriving):
        if shots and shot.start - shots[-1].start < _SHORTEST:
            continue
        if shots and (shot.framing, shot.standing) == (shots[-1].framing, shots[-1].standing):
            continue
        shots.append(shot)
    last = [shot for shot in shots if seconds - shot.start >= _SHORTEST or shot.start == 0.0]
    return tuple(last) or (Shot(0.0, Framing.WIDE, ()),)


def stages_of(
    turns: Sequence[Turn], seen: set[str], there: Sequence[Sequence[str]] = (), onstage: Sequence[str] = ()
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """For every turn who is on stage while it lasts and after it: who acts, and who is told to be there with him.

    Args:
        turns: Lines in order.
        seen: Roles that can be seen.
        there: For every turn who else is there by its words.
        onstage: Who is there already.
    """
    stages = []
    stage = tuple(onstage)
    first = next((turn.feels for turn in turns if turn.feels in seen), None)
    for number, turn in enumerate(turns):
        who = turn.feels if turn.feels in seen else None
        if who is None and not stage and number == 0:
            who = first
        others = [role for role in (there[number] if number < len(there) else ()) if role in seen]
        for role in [*others, *([who] if who else [])]:
            if role not in stage:
                kept = [other for other in stage if other != who] if len(stage) >= _AT_ONCE else stage
                stage = (*kept[-(_AT_ONCE - 1) :], role)
        gone = who is not None and not turn.role and bool(_LEAVES.search(turn.text))
        stages.append((stage, tuple(role for role in stage if role != who) if gone else stage))
        stage = stages[-1][1]
    return stages


def _wished(
    turns: Sequence[Turn], stages: Sequence[tuple[tuple[str, ...], tuple[str, ...]]], *, arriving: bool
) -> Iterator[Shot]:
    """A shot a turn: who is on stage, framed for who speaks."""
    for number, (turn, (stage, _)) in enumerate(zip(turns, stages, strict=True)):
        who = turn.feels if turn.feels in stage else None
        start = 0.0 if number == 0 else max(0.0, turn.start - 0.2)
        yield _shot(start, stage, who, turn, opening=arriving and number == 0)
        yield from _held(start, stage, who, turn)


def _held(start: float, stage: Sequence[str], who: str | None, turn: Turn) -> Iterator[Shot]:
    """What a long line shows after a while: who listens, then who speaks again; alone, nearer and back."""
    listeners = [role for role in stage if role != who]
    at, number = start + _LONGEST, 0
    while who is not None and at < turn.end - _SHORTEST:
        near = number % 2 == 0
        seen = listeners[number // 2 % len(listeners)] if near and listeners and turn.role else who
        framing = Framing.CLOSE if near and seen == who else Framing.MEDIUM
        side = 0.0 if seen == who else 0.5 if stage.index(seen) < stage.index(who) else -0.5
        yield Shot(at, framing, (Standing(seen, 0.5, _SIZE[framing], side),))
        at, number = at + _LONGEST, number + 1


def _shot(start: float, stage: Sequence[str], who: str | None, turn: Turn, *, opening: bool) -> Shot:
    strong = turn.mood.intensity >= _CLOSE_FROM and not turn.mood.unsure
    framing = Framing.WIDE
    if who is not None and not opening:
        framing = Framing.CLOSE if strong and turn.role == who else Framing.MEDIUM
    if framing is Framing.CLOSE or len(stage) <= 1:
        standing = (Standing(who, 0.5, _SIZE[framing]),) if who else _row(stage, framing, None)
    else:
        standing = _row(stage, framing, who)
    return Shot(start, framing, standing)


def _row(stage: Sequence[str], framing: Framing, who: str | None) -> tuple[Standing, ...]:
    """Everybody on stage, in the order they came, turned towards who acts."""
    places = dict(zip(stage, _PLACES.get(len(stage), ()), strict=False))
    size = _SIZE[framing] * (1.0 if len(stage) < 3 else 0.85)
    at = places.get(who, 0.5) if who else 0.5
    return tuple(
        Standing(role, across, size, _facing(role, who, at, across, places)) for role, across in places.items()
    )


def _facing(role: str, who: str | None, at: float, across: float, places: Mapping[str, float]) -> float:
    """Towards whom somebody turns: to who acts; he himself to the others, mostly still to us."""
    if role != who:
        return max(-1.0, min(1.0, 2.0 * (at - across)))
    others = [place for name, place in places.items() if name != who]
    middle = sum(others) / len(others) if others else across
    return _TURNED * (1.0 if middle > across + 0.05 else -1.0 if middle < across - 0.05 else 0.0)
