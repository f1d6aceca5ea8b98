"""Who is on stage: who acts, who is told to be there, who has left; and whom a deed is done to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pyojeong.performing.film.deeds import TOUCHING
from pyojeong.performing.film.screenplay import Turn
from pyojeong.stories.directing.deaths import dead_in

_AT_ONCE = 3
#: After such a told line who did it is gone.
_LEAVES = re.compile(
    r"(?:(?<!세상을 )떠났|사라졌|사라져|떠나 버렸|달아났|도망쳤|도망갔|돌아갔|돌아가 버렸"
    r"|숨을 거두|죽었|죽고|날아갔|돌아오지 (?:못|않)"
    r"|(?<!눈물이 )(?:밭|바다|강|연못|우물|물속|구덩이|낭떠러지|절벽|벼랑|아래|밑)"
    r"(?:으로|로|에) (?:[가-힣]+ )?떨어(?:졌|지고 말))"
)
#: Who does or says this is alone; to murmur or eat 혼자 one need not be.
_ALONE = re.compile(
    r"길을 (?:잃|헤매)|(?:홀로|혼자서?)\s?(?:[가-힣]+\s){0,2}?"
    r"(?:남|걷|걸|있|살|지내|길|돌아|떠|떨|울|집|헤매|가[고는던]|갔|앉|잠)"
)
_ASKED_FOR = re.compile(r"어디(?:에|들)?\s?(?:계[세신]|계십|있[어니는냐]|갔)")
#: Several who have no face of their own: those who were seen last are meant.
GROUP = re.compile(
    r"(?:두|세|네|온|모든|여러)\s(?:친구|사람|가족|식구|형제|자매|남매|아이|동물|마리)|(?<![가-힣])(?:둘|셋|넷)(?:은|이|도)\s|모두|다\s?함께|다\s?같이|사람들|친구들"
)
#: Who does this has somebody with him.
_BRINGS = re.compile(r"(?:태우|태워|업|데리|데려|이끌|부축하|부축해)(?:고|서|며|면서|어)?\s")
_HOW_MANY = {"두": 2, "둘": 2}


class OnStage(NamedTuple):
    """Who is on stage while a turn lasts, in the order they came, and who still is after it."""

    during: tuple[str, ...]
    after: tuple[str, ...]


def stages_of(
    turns: Sequence[Turn],
    seen: set[str],
    there: Sequence[Sequence[str]] = (),
    onstage: Sequence[str] = (),
    known: Sequence[str] = (),
) -> list[OnStage]:
    """The stage of every turn: who acts, and who is told to be there with him.

    Args:
        turns: Lines in order.
        seen: Roles that can be seen.
        there: For every turn who else is there by its words.
        onstage: Who is there already.
        known: Who was seen before these turns, the last at the end.
    """
    stages: list[OnStage] = []
    stage = tuple(onstage)
    first = next((turn.feels for turn in turns if turn.feels in seen), None)
    for number, turn in enumerate(turns):
        together = () if stage else _together(turn, seen, known)
        who = turn.feels if turn.feels in seen and not together else None
        if who is None and not stage and not together and number == 0:
            who = first
        others = together or [role for role in (there[number] if number < len(there) else ()) if role in seen]
        others = [*others, *(role for role in _reached(turn, seen) if role not in (*others, turn.feels))]
        if who is not None and _is_alone(turn):
            stage, others = (who,), []
        stage = _joined(stage, others, who)
        gone = _gone(stage, who, turn)
        stages.append(OnStage(stage, tuple(role for role in stage if role not in gone)))
        stage = stages[-1].after
    return stages


def _gone(stage: Sequence[str], who: str | None, turn: Turn) -> set[str]:
    """Who of ``stage`` has left or is dead when ``turn``, done by ``who``, is over."""
    if turn.role:
        return set()
    dead = {role for noun in dead_in(turn.text) for role in stage if _named_at(role, noun) is not None}
    return dead | ({who} if who and _LEAVES.search(turn.text) else set())


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


def _reached(turn: Turn, seen: set[str]) -> list[str]:
    """Who is named where somebody is touched or brought along, in the order of the names."""
    if turn.role or not (turn.act in TOUCHING or _BRINGS.search(turn.text)):
        return []
    named = {role: at for role in sorted(seen) if (at := _named_at(role, turn.text)) is not None}
    return sorted(named, key=lambda role: named[role])


def partnered(turn: Turn, stage: OnStage) -> Turn:
    """The turn with the one whom its deed touches: who is named in it, else the only other one on stage.

    Who is told to hold somebody that nobody plays holds it to the chest. What a word for several tells all of them do.
    """
    if turn.feels is None and not turn.role and len(stage.during) > 1 and GROUP.search(turn.text):
        return replace(turn, together=True)
    if turn.act not in TOUCHING or turn.feels not in stage.during:
        return turn
    others = [role for role in stage.during if role != turn.feels]
    named = {role: at for role in others if (at := _named_at(role, turn.text)) is not None}
    partner = min(named, key=lambda role: named[role], default=others[0] if len(others) == 1 else None)
    return replace(turn, partner=partner, act="cradle" if partner is None and turn.act == "hug" else turn.act)


def _named_at(role: str, text: str) -> int | None:
    """Where ``text`` names somebody, by the end of a longer name, too (누이동생: 동생의 손); None where it does not."""
    ends = [role, *(role[n:] for n in range(1, len(role) - 1))]
    found = (re.search(rf"(?<![가-힣]){re.escape(end.strip())}", text) for end in ends)
    return next((match.start() for match in found if match), None)
