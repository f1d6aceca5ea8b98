"""Where the camera is: wide when a scene opens, nearer on who speaks, close where a feeling is strong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

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
#: Who does or says this is alone; to murmur or eat 혼자 one need not be.
_ALONE = re.compile(
    r"길을 (?:잃|헤매)|(?:홀로|혼자서?)\s?(?:[가-힣]+\s){0,2}?"
    r"(?:남|걷|걸|있|살|지내|길|돌아|떠|떨|울|집|헤매|가[고는던]|갔|앉|잠)"
)
_ASKED_FOR = re.compile(r"어디(?:에|들)?\s?(?:계[세신]|계십|있[어니는냐]|갔)")
#: Several who have no face of their own: those who were seen last are meant.
GROUP = re.compile(
    r"(?:두|세|네|온|모든|여러)\s(?:친구|사람|가족|식구|형제|자매|남매|아이|동물|마리)|모두|다\s?함께|다\s?같이|사람들|친구들"
)
_HOW_MANY = {"두": 2}
#: How far who speaks turns to the one he speaks to, [0, 1].
_TURNED = 0.4
_PLACES = {1: (0.5,), 2: (0.31, 0.69), 3: (0.2, 0.5, 0.8)}


class Stage(NamedTuple):
    """Who is on stage while a turn lasts, in the order they came, and who still is after it."""

    during: tuple[str, ...]
    after: tuple[str, ...]


def shots_of(
    turns: Sequence[Turn], stages: Sequence[Stage], seconds: float, *, arriving: bool = True
) -> tuple[Shot, ...]:
    """Shots of a scene, the first at 0; everybody keeps the side they came to.

    Args:
        turns: Lines in order.
        stages: Of each (see `stages_of`).
        seconds: Of the scene.
        arriving: Whether its place is new, and so seen whole first.
    """
    shots: list[Shot] = []
    for shot in _wished(turns, stages, arriving=arriving):
        if shots and shot.start - shots[-1].start < _SHORTEST:
            continue
        if shots and (shot.framing, shot.standing) == (shots[-1].framing, shots[-1].standing):
            continue
        shots.append(shot)
    last = [shot for shot in shots if seconds - shot.start >= _SHORTEST or shot.start == 0.0]
    return tuple(last) or (Shot(0.0, Framing.WIDE, ()),)


def stages_of(
    turns: Sequence[Turn],
    seen: set[str],
    there: Sequence[Sequence[str]] = (),
    onstage: Sequence[str] = (),
    known: Sequence[str] = (),
) -> list[Stage]:
    """The stage of every turn: who acts, and who is told to be there with him.

    Args:
        turns: Lines in order.
        seen: Roles that can be seen.
        there: For every turn who else is there by its words.
        onstage: Who is there already.
        known: Who was seen before these turns, the last at the end.
    """
    stages: list[Stage] = []
    stage = tuple(onstage)
    first = next((turn.feels for turn in turns if turn.feels in seen), None)
    for number, turn in enumerate(turns):
        together = () if stage else _together(turn, seen, known)
        who = turn.feels if turn.feels in seen and not together else None
        if who is None and not stage and not together and number == 0:
            who = first
        others = together or [role for role in (there[number] if number < len(there) else ()) if role in seen]
        if who is not None and _is_alone(turn):
            stage, others = (who,), []
        stage = _joined(stage, others, who)
        gone = who is not None and not turn.role and bool(_LEAVES.search(turn.text))
        stages.append(Stage(stage, tuple(role for role in stage if role != who) if gone else stage))
        stage = stages[-1].after
    return stages


def _joined(stage: tuple[str, ...], others: Sequence[str], who: str | None) -> tuple[str, ...]:
    """The stage with ``others`` and who acts; who came first makes room."""
    for role in [*others, *([who] if who else [])]:
        if role not in stage:
            kept = [other for other in stage if other != who] if len(stage) >= _AT_ONCE else stage
            stage = (*kept[-(_AT_ONCE - 1) :], role)
    return stage


def _is_alone(turn: Turn) -> bool:
    return bool((_ASKED_FOR if turn.role else _ALONE).search(turn.text))


def _together(turn: Turn, seen: set[str], known: Sequence[str]) -> tuple[str, ...]:
    """Who is meant by a word for several in a told line (세 친구): those seen last; else nobody."""
    group = GROUP.search(turn.text)
    if turn.role or group is None or (turn.feels in seen and not GROUP.search(turn.feels or "")):
        return ()
    faces = [role for role in known if role in seen and not GROUP.search(role)]
    return tuple(faces[-_HOW_MANY.get(group[0][0], _AT_ONCE) :]) if len(faces) > 1 else ()


def _wished(turns: Sequence[Turn], stages: Sequence[Stage], *, arriving: bool) -> Iterator[Shot]:
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
